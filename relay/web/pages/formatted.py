"""Formatted texts as HTML in which nothing but our own few elements can stand.

Everything that somebody typed is escaped; links lead to `http` and `https` alone. The same goes
into a page and, escaped once more, into a feed (RFC 4287, 3.1.1.3), whose readers keep elements
such as these and drop the rest. What is covered (a spoiler) each of them shows in its own way.
"""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby

from relay.formatting import Style, StyledText
from relay.formatting.styles import Span
from relay.web.pages.linkify import one_line, readable, web_links

_ELEMENTS = {
    Style.BOLD: "strong",
    Style.ITALIC: "em",
    Style.STRIKETHROUGH: "s",
    Style.MONOSPACE: "code",
}

Cover = Callable[[str], str]
"""Makes HTML of covered words, which it is given as HTML."""

_Line = tuple[str, Sequence[frozenset[Style]]]
"""A line without the blanks at its ends, and the styles of each of its characters."""


def as_html(styled: StyledText, cover: Cover) -> str:
    """Return a text as HTML, a paragraph for each stretch between blank lines.

    Args:
        styled: what somebody wrote.
        cover: makes what stands for covered words.
    """
    paragraphs: list[str] = []
    for blank, lines in groupby(_lines(styled), key=lambda line: not line[0]):
        if not blank:
            inner = "<br>".join(_line_html(line, cover) for line in lines)
            # Something that opens is no part of a paragraph (HTML, the `p` element).
            element = "div" if "<details" in inner else "p"
            paragraphs.append(f'<{element} dir="auto">{inner}</{element}>')
    return "\n".join(paragraphs)


def as_plain(styled: StyledText, covered: str) -> str:
    """Return a text without its formatting, with `covered` in the place of covered words."""
    text, cursor = "", 0
    for start, end in _spoilers(styled.spans):
        text += styled.text[cursor:start] + covered
        cursor = end
    return readable(text + styled.text[cursor:])


def first_line(plain: str) -> str:
    """Return the first line of a text that says anything, in one line."""
    return next((line for line in map(one_line, plain.splitlines()) if line), "")


def _lines(styled: StyledText) -> Iterator[_Line]:
    begin, spans = 0, styled.spans
    for line in styled.text.splitlines(keepends=True):
        start, end = begin + len(line) - len(line.lstrip()), begin + len(line.rstrip())
        styles: list[set[Style]] = [set() for _ in range(start, end)]
        for one in spans:
            for place in range(max(one.start, start), min(one.end, end)):
                styles[place - start].add(one.style)
        yield styled.text[start:end], [frozenset(one) for one in styles]
        begin += len(line)


def _line_html(line: _Line, cover: Cover) -> str:
    text, styles = line
    shown = ""
    for covered, places in groupby(range(len(text)), key=lambda at: Style.SPOILER in styles[at]):
        chosen = list(places)
        inner = _linked_html(text, styles, chosen[0], chosen[-1] + 1)
        shown += cover(inner) if covered else inner
    return shown


def _linked_html(text: str, styles: Sequence[frozenset[Style]], start: int, end: int) -> str:
    shown, cursor = "", start
    for begin, after, link in web_links(text[start:end]):
        shown += _runs_html(text, styles, cursor, start + begin)
        cursor = start + after
        words = _runs_html(text, styles, start + begin, cursor)
        shown += f'<a rel="nofollow noopener noreferrer" href="{escape(link)}">{words}</a>'
    return shown + _runs_html(text, styles, cursor, end)


def _runs_html(text: str, styles: Sequence[frozenset[Style]], start: int, end: int) -> str:
    shown = ""
    for run, places in groupby(range(start, end), key=lambda at: styles[at] - {Style.SPOILER}):
        words = escape(readable("".join(text[at] for at in places)))
        for style, element in _ELEMENTS.items():
            if style in run and words.strip():
                words = f"<{element}>{words}</{element}>"
        shown += words
    return shown


def _spoilers(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    return ((one.start, one.end) for one in spans if one.style is Style.SPOILER)
