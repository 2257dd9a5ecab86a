"""How many letters the drawing of a page asks for, whether or not a reader shows any of them.

A reader drops what a clip leaves nothing of, so that not even its letters can be asked for. Here
they are counted where they stand: in the strings of a page and of what it uses (ISO 32000-2, 9.4).
"""

from typing import Any

_DEEPEST = 12
_SHOWING = ("Tj", "TJ")


def codes_on(page: Any) -> int:
    """Return how many letters a page asks for, blanks included.

    Args:
        page: of a PDF that was built anew here: its strings stand in `Tj` and `TJ` alone.
    """
    return _codes(page.obj, page.obj.get("/Resources"), page.obj, 0)


def _codes(drawn: Any, resources: Any, page: Any, depth: int) -> int:
    import pikepdf

    if depth > _DEEPEST or not isinstance(resources, pikepdf.Dictionary):
        return 0
    source = pikepdf.Page(page) if depth == 0 else drawn
    wide, fonts, count = False, [False], 0
    for instruction in pikepdf.parse_content_stream(source):
        if isinstance(instruction, pikepdf.ContentStreamInlineImage):
            continue
        operands, operator = list(instruction.operands), str(instruction.operator)
        if operator == "q":
            fonts.append(wide)
        elif operator == "Q" and len(fonts) > 1:
            wide = fonts.pop()
        elif operator == "Tf" and operands:
            wide = _is_wide(_entry(resources, "/Font", str(operands[0])))
        elif operator in _SHOWING and operands:
            count += _letters(operands[0], wide=wide)
        elif operator == "Do" and operands:
            form = _entry(resources, "/XObject", str(operands[0]))
            if isinstance(form, pikepdf.Stream) and str(form.get("/Subtype")) == "/Form":
                count += _codes(form, form.get("/Resources"), page, depth + 1)
    return count


def _entry(resources: Any, category: str, name: str) -> Any:
    group = resources.get(category)
    return None if group is None else group.get(name)


def _is_wide(font: Any) -> bool:
    """Whether a letter takes two bytes, as it nearly always does in composite fonts (9.7)."""
    return font is not None and str(font.get("/Subtype")) == "/Type0"


def _letters(shown: Any, *, wide: bool) -> int:
    import pikepdf

    pieces = list(shown) if isinstance(shown, pikepdf.Array) else [shown]
    strings = [bytes(one) for one in pieces if isinstance(one, pikepdf.String)]
    if wide:
        return sum(len(one) // 2 for one in strings)
    return sum(len(one) for one in strings)
