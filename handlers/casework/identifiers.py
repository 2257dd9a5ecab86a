"""Seeing what an officer would rather not have sent: somebody's name, or a number.

It only ever leads to one more question, so it would rather ask once too often.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_ACCOUNT = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", re.IGNORECASE)
_DATE = re.compile(r"\b(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2}))\b")
_DIGITS = re.compile(r"\+?\(?\d(?:[\s().\-\u2010-\u2015/·_]{0,3}\d)*")
_SHORTEST_PHONE = 7
_SHORTEST_NAME = 3


@dataclass(frozen=True)
class _Piece:
    word: str
    written: str
    start: int
    end: int


def find_identifiers(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return what in a text looks like somebody's name or number, as it is written there.

    Args:
        text: what an officer is about to send.
        names: names and numbers to look for (`safeguarding.watch_names`). A part of a name counts
            where it is written with a capital letter.

    Returns:
        Each find once, in the order of the text. Any run of seven digits or more counts as a
        number unless it is a date, and so does an account id.
    """
    visible = unicodedata.normalize(
        "NFC", "".join(char for char in text if unicodedata.category(char) != "Cf")
    )
    wanted = tuple(names)
    spans = [
        *_accounts(visible),
        *_numbers(visible, {_digits(name) for name in wanted if _digits(name)}),
        *_names(visible, [[piece.word for piece in _pieces(name)] for name in wanted]),
    ]
    return tuple(dict.fromkeys(visible[start:end].strip() for start, end in _widest(spans)))


def _accounts(text: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _ACCOUNT.finditer(text))


def _numbers(text: str, wanted: set[str]) -> Iterator[tuple[int, int]]:
    # A date is not a number to ring, and what stands around it is not one with it.
    undated = _DATE.sub(lambda found: "x" * len(found[0]), text)
    for found in _DIGITS.finditer(undated):
        digits = _digits(found[0])
        if len(digits) >= _SHORTEST_PHONE or digits in wanted:
            yield found.span()


def _names(text: str, names: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    pieces = _pieces(text)
    for name in names:
        if not name or all(word.isdigit() for word in name):
            continue
        for index, piece in enumerate(pieces):
            run = pieces[index : index + len(name)]
            if [other.word for other in run] == list(name):
                yield piece.start, run[-1].end
            elif _is_part(piece, name):
                yield piece.start, piece.end


def _is_part(piece: _Piece, name: Sequence[str]) -> bool:
    return piece.written[0].isupper() and len(piece.word) >= _SHORTEST_NAME and piece.word in name


def _pieces(text: str) -> list[_Piece]:
    return [
        _Piece(_folded(found[0]), found[0], found.start(), found.end())
        for found in _WORD.finditer(text)
    ]


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def _digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(char)) for char in text if char.isdecimal())


def _widest(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans in order, without those that lie in another one."""
    reached = -1
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if end > reached:
            yield start, end
            reached = end
