"""One line of an invitation: its label, its picture or its number, and what it says."""

import re
from dataclasses import dataclass
from functools import cache

from relay.meetings.reading.vocabulary import Vocabulary

KINDS = ("title", "when", "where", "online", "agenda", "papers", "access", "other")
_LABEL_MARK = r"\s*(?:[:：❓]|\.{2,}|\?(?=\s)|\s[-–—]\s|\s=\s)"
POINT = re.compile(
    r"^\s*(?:\(?\d{1,2}[.):]+(?!\d)|\d{1,2}\.\d\s+(?=[A-Z])|\d{1,2}\s(?=[A-Z(])|\(?[ivxIVX]{1,4}[.)]|\(?[a-hA-H][.)](?!\d)"
    r"|[-*•◦▪–·‣]\s?(?=\S)|[☐✅✔➡▶]\s?)\s*(?=\S)"
)
POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[\dW] ?[A-Z\d]{4})\b")
"""Of the United Kingdom, and an Eircode."""

_MOST_BEFORE = 200
"""Characters before a picture that are looked at."""


@dataclass(frozen=True)
class Line:
    """A part of the text that is about one thing.

    Attributes:
        at: what it says, half-open; without its label.
        kind: one of `KINDS`, `head` (of a forwarded mail), `heading`, `sign-off` or empty.
        label: whether a label or a picture said so.
        point: whether it is a point of a list; `at` is then without its number or bullet.
        row: which line of the text it stands in.
    """

    at: tuple[int, int]
    kind: str = ""
    label: bool = False
    point: bool = False
    row: int = 0


@cache
def _names(words: Vocabulary) -> str:
    return "|".join(f"(?P<{kind}>{words.tables['labels'][kind]})" for kind in KINDS)


@cache
def _label(words: Vocabulary) -> re.Pattern[str]:
    lead = rf"(?:{words.pattern('text', 'our')}\s)?"
    both = r"(?:\w[\w ]{0,20}\s?/\s?)?"
    return re.compile(
        rf"\W{{0,4}}{lead}{both}(?:{_names(words)})(?:\s\([^)\n]{{0,40}}\))?{_LABEL_MARK}",
        re.IGNORECASE,
    )


@cache
def _shouted(words: Vocabulary) -> re.Pattern[str]:
    """Labels in capitals, as they stand where bold letters were."""
    names = "|".join(f"(?P<{kind}>{one})" for kind, one in words.tables["shouted"].items())
    return re.compile(rf"\W{{0,4}}(?:{names})\s+(?=\S)")


@cache
def _inner_label(words: Vocabulary) -> re.Pattern[str]:
    before = r"(?:(?<=[|;])|(?<=[.!?]\s)|(?<=,\s)|(?<=\s\s))\s{0,4}"
    return re.compile(rf"{before}(?:{_names(words)})\s?:(?=\s)", re.IGNORECASE)


@cache
def _heading(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_names(words)})\W*", re.IGNORECASE)


@cache
def _month(words: Vocabulary) -> re.Pattern[str]:
    return re.compile(rf"(?:{words.any_of('months')})(?!\w)", re.IGNORECASE)


def heading_kind(content: str, words: Vocabulary) -> str:
    """Return which kind a line names that says nothing else, empty where it is no such line."""
    match = _heading(words).fullmatch(content)
    return (match.lastgroup or "") if match else ""


@cache
def _markers(words: Vocabulary) -> dict[str, str]:
    return {char: kind for kind, chars in words.tables["markers"].items() for char in chars}


def pieces_of(text: str, start: int, end: int, words: Vocabulary) -> list[Line]:
    """Divide one line where several labels or pictures stand in it."""
    markers = _markers(words)
    cuts = {start}
    if not POINT.match(text[start:end]):
        inner = _inner_label(words).finditer(text[start:end])
        cuts |= {start + match.start() for match in inner}
    for at in range(start, end):
        if text[at] not in markers or text[at - 1 : at] in markers:
            continue
        if markers[text[at]] == "other" and text.count(text[at], start, end) > 1:
            # "🚌 Coach 🚌": for show alone.
            continue
        before = text[max(start, at - _MOST_BEFORE) : at]
        if before.strip(" ,;|-–•") and text[at + 1 : end].strip():
            cuts.add(at)
    edges = sorted(cuts)
    return [
        _piece(text, one, other, words) for one, other in zip(edges, [*edges[1:], end], strict=True)
    ]


def _piece(text: str, start: int, end: int, words: Vocabulary) -> Line:
    content, markers = text[start:end], _markers(words)
    lead = re.match(r"(?:(?![£€$])[\W_])*", content)
    decoration = lead.group() if lead else ""
    kind = next((markers[char] for char in decoration if char in markers), "")
    if kind == "other" and any(char in content[len(decoration) :] for char in decoration.strip()):
        kind = ""
    point = None if kind else POINT.match(content)
    if point and point.group()[-2:-1].isdigit() and _month(words).match(content, point.end()):
        # "1 Dec - committee".
        point = None
    match = _label(words).match(content)
    if not match:
        match = _shouted(words).match(content)
    if match and match.lastgroup:
        return Line(trimmed(text, start + match.end(), end), match.lastgroup, label=True)
    if kind:
        return Line(trimmed(text, start + len(decoration), end), kind, label=True)
    if point:
        return Line(trimmed(text, start + point.end(), end), "", point=True)
    return Line(trimmed(text, start, end))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a part of a text without blanks and separators around it."""
    while start < end and text[start] in " \t,;|":
        start += 1
    while end > start and text[end - 1] in " \t,;|":
        end -= 1
    return start, end
