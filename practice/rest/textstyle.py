"""The marks of `text_mode: styled`: `*italic*`, `**bold**`, `~struck~`, `||spoiler||` and mono."""

from practice.messages import TextStyle

_MARKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("***", ("BOLD", "ITALIC")),
    ("**", ("BOLD",)),
    ("*", ("ITALIC",)),
    ("||", ("SPOILER",)),
    ("~", ("STRIKETHROUGH",)),
    ("`", ("MONOSPACE",)),
)
_ESCAPABLE = "*`|~"


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def parse_styles(text: str) -> tuple[str, tuple[TextStyle, ...]]:
    """The text without its marks, and the styles they stand for; a backslash keeps a mark."""
    plain = ""
    styles: list[TextStyle] = []
    open_marks: list[tuple[str, int]] = []
    position = 0
    while position < len(text):
        if text[position] == "\\" and text[position + 1 : position + 2] in tuple(_ESCAPABLE):
            found = _mark_at(text, position + 1)
            kept = found[0] if found else text[position + 1]
            plain += kept
            position += 1 + len(kept)
            continue
        found = _mark_at(text, position)
        if found is None:
            plain += text[position]
            position += 1
            continue
        mark, names = found
        here = _utf16_length(plain)
        if open_marks and open_marks[-1][0] == mark:
            start = open_marks.pop()[1]
            styles.extend(TextStyle(start, here - start, name) for name in names)
        else:
            open_marks.append((mark, here))
        position += len(mark)
    return plain, tuple(styles)


def _mark_at(text: str, position: int) -> tuple[str, tuple[str, ...]] | None:
    for mark, names in _MARKS:
        if text.startswith(mark, position):
            return mark, names
    return None
