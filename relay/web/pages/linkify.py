"""Texts that admins typed, cut into paragraphs, lines and links for a page to show."""

from collections.abc import Iterator
from dataclasses import dataclass

from relay.language.links import find_links
from relay.web.pages.addresses import web_link


@dataclass(frozen=True)
class Piece:
    """A part of a line: plain text, or a link with the address it leads to."""

    text: str
    link: str | None = None


Line = tuple[Piece, ...]
Paragraph = tuple[Line, ...]


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Cut a text at its blank lines, and make links of what is one.

    Args:
        text: plain; nothing in it is read as markup.

    Returns:
        only `http` and `https` links that are written out in full; the rest stays text.
    """
    found: list[Paragraph] = []
    lines: list[Line] = []
    for line in [*readable(text).splitlines(), ""]:
        if line.strip():
            lines.append(_pieces(line.strip()))
        elif lines:
            found.append(tuple(lines))
            lines = []
    return tuple(found)


def web_links(line: str) -> Iterator[tuple[int, int, str]]:
    """Where each link of a line begins and ends, and where it leads; see `paragraphs`."""
    for found in find_links(line):
        link = web_link(found.address) if found.written_out else None
        if link is not None:
            yield found.start, found.end, link


def readable(text: str) -> str:
    """The text without characters that no page, feed or calendar may contain."""
    return "".join(
        character
        for character in text
        if character in "\t\n"
        or (
            character >= " "
            and not "\x7f" <= character <= "\x9f"
            and not "\ud800" <= character <= "\udfff"
            and character not in "\ufffe\uffff"
        )
    )


def one_line(text: str) -> str:
    """The text with every gap, line breaks included, as one space."""
    return " ".join(readable(text).split())


def _pieces(line: str) -> Line:
    pieces: list[Piece] = []
    done = 0
    for start, end, link in web_links(line):
        if start > done:
            pieces.append(Piece(line[done:start]))
        pieces.append(Piece(line[start:end], link))
        done = end
    if done < len(line):
        pieces.append(Piece(line[done:]))
    return tuple(pieces)
