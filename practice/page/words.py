"""What the page's own program says, as plain texts by their ids."""

from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

_FOLDER = Path(__file__).parents[1] / "wording"
_FILE = _FOLDER / "page.ftl"


def page_words(file: Path = _FILE) -> dict[str, str]:
    """Return each text by its id, and each attribute's by `id.attribute`.

    Where an argument stands, `{name}` does.

    Raises:
        ValueError: a text needs more than arguments, or the file cannot be read.
    """
    words = {}
    for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
        if isinstance(entry, fluent.Junk):
            raise ValueError(entry.content)
        if isinstance(entry, fluent.Message):
            if entry.value is not None:
                words[entry.id.name] = _text(entry.value)
            for attribute in entry.attributes:
                words[f"{entry.id.name}.{attribute.id.name}"] = _text(attribute.value)
    return words


def chapter_titles() -> list[str]:
    """Return the titles of the tour's chapters in order: what has a story, in `tour.ftl`."""
    resource = FluentParser().parse((_FOLDER / "tour.ftl").read_text(encoding="utf-8"))
    return [
        _text(entry.value)
        for entry in resource.body
        if isinstance(entry, fluent.Message)
        and entry.value is not None
        and entry.attributes
        and entry.id.name != "tour-title"
    ]


def _text(pattern: fluent.Pattern) -> str:
    return "".join(map(_piece, pattern.elements))


def _piece(element: fluent.TextElement | fluent.Placeable) -> str:
    if isinstance(element, fluent.TextElement):
        return str(element.value)
    inside = element.expression
    if isinstance(inside, fluent.VariableReference):
        return "{" + str(inside.id.name) + "}"
    if isinstance(inside, fluent.StringLiteral):
        return str(inside.parse()["value"])
    raise ValueError(type(inside).__name__)
