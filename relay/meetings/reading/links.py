"""Links of an invitation: which of them is the way in, and which are papers, tickets or pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from relay.meetings.reading.layout import Layout
from relay.meetings.reading.vocabulary import Vocabulary

_LINK = re.compile(
    r"(?<![\w@.-])(?:https?://[^\s<>\"|]+|(?:[a-z0-9-]{1,63}\.){1,8}"
    r"(?:org|com|net|uk|ie|us|io|co|eu|app|info|coop|scot|wales|cymru|gov|edu|tv|be|si|gg)"
    r"(?:/[^\s<>\"|]*|\b(?![\w@])))",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
    r"|(?<!\w)@[\w.]{1,64}(?:@[\w.]{1,64})?"
)
_PHONE = re.compile(
    r"(?<![\w.:/-])(?:\+\d[\d ().-]{7,20}|\(?0[\d ()]{7,20})\d(?!\w)"
    r"(?:,,[\d#*,]{3,40}[^\n]{0,60})?"
)
_LISTED = re.compile(
    r"^[ \t•*·–-]{0,12}\+\d[\d ().-]{7,20}\d[ \t]{1,4}[^\W\d_][\w ,()-]{2,60}$", re.MULTILINE
)
"""A number to dial with its country, as calls of everybody's list them."""

_BEFORE = 80
"""Characters before a link in which it is said what it is for."""

_CLOSING = ".,;:!?)'"
_NOT_JOINED = frozenset({"agenda", "papers", "other", "head", "sign-off"})
_At = tuple[int, int]


@dataclass(frozen=True)
class Links:
    """What of a text is an address of some kind.

    Attributes:
        join: the link to take part, half-open, or None.
        tickets: the link to book, half-open, or None; never the one to take part.
        meeting_id: the digits of an online meeting, half-open, or None.
        masked: all links, mail addresses, phone numbers and codes.
    """

    join: _At | None
    tickets: _At | None
    meeting_id: _At | None
    masked: tuple[_At, ...]


@cache
def _regex(words: Vocabulary) -> dict[str, re.Pattern[str]]:
    get = words.pattern
    online = rf"(?:{get('labels', 'online')}|{get('places', 'online_words')}|{get('links', 'way')})"
    return {
        "join": re.compile(get("links", "join"), re.IGNORECASE),
        "tickets": re.compile(get("links", "tickets"), re.IGNORECASE),
        "booking": re.compile(
            rf"(?<!\w){get('links', 'book')}(?:[^\w\n]|(?<!\w){get('links', 'to_book')}(?!\w)"
            r"|[£€]?\d[\d./]{0,6}){0,12}\n?$",
            re.IGNORECASE,
        ),
        "other": re.compile(get("links", "not_join"), re.IGNORECASE),
        "surely": re.compile(get("links", "surely_join"), re.IGNORECASE),
        "lead": re.compile(rf"{online}[^\w\n]*{get('links', 'to')}?[^\w\n]*$", re.IGNORECASE),
        "id": re.compile(
            rf"\b{get('links', 'id')}[:\s]{{0,4}}((?:\d[ -]?){{9,12}})\b", re.IGNORECASE
        ),
        "code": re.compile(rf"\b{get('links', 'code')}[:\s]{{1,4}}\S{{1,64}}", re.IGNORECASE),
    }


def find_links(text: str, layout: Layout, words: Vocabulary) -> Links:
    """Find them. A link is the way in by its site, by its label, or by the words before it."""
    regex = _regex(words)
    links = list(links_in(text))
    best = min(_joins(text, links, layout, regex), default=None)
    masked = list(links)
    for pattern in (_MAIL, _LISTED, _PHONE, regex["code"]):
        masked += [match.span() for match in pattern.finditer(text)]
    meeting_id = regex["id"].search(text)
    if meeting_id:
        masked.append(meeting_id.span())
    return Links(
        None if best is None else best[1],
        next(_bookings(text, links, None if best is None else best[1], regex), None),
        None if meeting_id is None else meeting_id.span(1),
        tuple(masked),
    )


def ticket_links_in(text: str, words: Vocabulary) -> Iterator[_At]:
    """Return where links to book stand in a plain text, half-open, by their site or their words."""
    return _bookings(text, list(links_in(text)), None, _regex(words))


def without_bookings(text: str, words: Vocabulary) -> str:
    """Return a text without its links to book, and without the words that lead to them."""
    lead = _regex(words)["booking"]
    for start, end in sorted(ticket_links_in(text, words), reverse=True):
        row = text.rfind("\n", 0, start) + 1
        led = lead.search(text[row:start])
        text = text[: start if led is None else row + led.start()].rstrip(" ,;(") + text[end:]
    return text.strip()


def links_in(text: str) -> Iterator[_At]:
    """Return where links stand in a plain text, half-open, without the marks that follow them."""
    for match in _LINK.finditer(text):
        yield match.start(), match.start() + len(match.group().rstrip(_CLOSING))


def _joins(
    text: str, links: list[_At], layout: Layout, regex: dict[str, re.Pattern[str]]
) -> Iterator[tuple[bool, _At]]:
    """The links that may be the way in; those whose site says so sort first."""
    kinds = {at: line.kind for line in layout.lines for at in range(*line.at)}
    for start, end in links:
        kind = kinds.get(start, "")
        if kind in _NOT_JOINED:
            continue
        url = text[start:end]
        row = text.rfind("\n", 0, start) + 1
        before = text[max(row, start - _BEFORE) : start]
        known, other = (regex[name].search(url) is not None for name in ("join", "other"))
        named = kind in ("online", "where") or regex["lead"].search(before) is not None
        sure = known and (not other or regex["surely"].search(url) is not None)
        if sure or (named and not other):
            yield not known, (start, end)


def way_in(text: str, words: Vocabulary) -> _At | None:
    """Return where the first link stands that is the way in by its site, or None."""
    regex = _regex(words)
    for start, end in links_in(text):
        url = text[start:end]
        if regex["join"].search(url) and (
            regex["surely"].search(url) or not regex["other"].search(url)
        ):
            return start, end
    return None


def _bookings(
    text: str, links: list[_At], join: _At | None, regex: dict[str, re.Pattern[str]]
) -> Iterator[_At]:
    """The links to book; those that words lead to come first."""
    others = [at for at in links if at != join]
    led = [at for at in others if regex["booking"].search(_before(text, at[0]))]
    yield from led
    yield from (at for at in others if at not in led and regex["tickets"].search(text[slice(*at)]))


def _before(text: str, start: int) -> str:
    """What stands before a link in its line, or in the line above where it stands alone."""
    row = text.rfind("\n", 0, start) + 1
    if not text[row:start].strip() and row:
        row = text.rfind("\n", 0, row - 1) + 1
    return text[max(row, start - _BEFORE) : start]
