"""Reads the phone numbers of a list that a branch has from elsewhere. Nothing else of it is kept.

The file is whatever a spreadsheet made of it: any common encoding, separator and heading. Its cells
are never carried out, shown or logged. A number that a spreadsheet has rounded (`4.477E+11`) is
lost, and none is guessed.
"""

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

MOST_BYTES = 2_000_000
MOST_ROWS = 2_000
"""At the fastest pace there is, these take six weeks to ask."""

_SEPARATORS = (",", ";", "\t", "|")
_LOOKED_AT = 30
_LONGEST_CELL = 60
_MOST_COLUMNS = 100
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
_FORMULA = re.compile(r"""=\s*["(]*\s*\+?(?P<digits>[\d\s().-]+?)\s*[")]*""")
_ROUNDED = re.compile(r"\+?\d+(?:[.,]\d+)?e\+?\d+", re.IGNORECASE)
_BRITISH_MOBILE = re.compile(r"447\d{9}")


class Unusable(StrEnum):
    """Why a whole file is refused."""

    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    SPREADSHEET = "spreadsheet"
    UNREADABLE = "unreadable"
    NO_NUMBERS = "no-numbers"


class Passed(StrEnum):
    """Why a row is passed over."""

    EMPTY = "empty"
    ROUNDED = "rounded"
    UNREADABLE = "unreadable"
    LANDLINE = "landline"
    TWICE = "twice"


class ListUnusable(Exception):
    """The file is refused, and nothing of it was taken.

    Attributes:
        why: for choosing the words.
    """

    def __init__(self, why: Unusable) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True)
class PhoneList:
    """What was read.

    Attributes:
        numbers: mobile numbers (E.164), each once, in the order of the file.
        column: from which column they are, counted from 1.
        rows: how many there are, headings and empty ones included.
        passed: how many rows were passed over, by the reason.
    """

    numbers: tuple[str, ...] = field(repr=False)
    column: int
    rows: int
    passed: dict[Passed, int]


def read_phone_list(data: bytes, region: str) -> PhoneList:
    """Return the numbers of a file.

    Args:
        data: the file as it is.
        region: where numbers without a country code are (ISO 3166).

    Raises:
        ListUnusable: it is refused as a whole.
    """
    if len(data) > MOST_BYTES:
        raise ListUnusable(Unusable.TOO_LARGE)
    rows = _rows(_text(data))
    column, read = _column(rows, region)
    passed: Counter[Passed] = Counter()
    numbers: dict[str, None] = {}
    for at, cell in enumerate(read):
        if isinstance(cell, Passed):
            # A heading is no row that went wrong.
            if at or cell is not Passed.UNREADABLE:
                passed[cell] += 1
        elif cell in numbers:
            passed[Passed.TWICE] += 1
        else:
            numbers[cell] = None
    return PhoneList(tuple(numbers), column + 1, len(rows), dict(passed))


def _text(data: bytes) -> str:
    if data.startswith(_SPREADSHEETS):
        raise ListUnusable(Unusable.SPREADSHEET)
    encodings = ("utf-8-sig", "cp1252")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ("utf-16", "utf-16")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "\0" not in text:
            return text
    raise ListUnusable(Unusable.UNREADABLE)


def _rows(text: str) -> list[list[str]]:
    """Return the cells of each row, with the separator that makes most of them."""
    lines = text.splitlines(keepends=True)
    # Excel writes a first line that only says which separator there is.
    stated = re.fullmatch(r"sep=(.)\s*", lines[0], re.IGNORECASE) if lines else None
    if stated is not None:
        lines = lines[1:]
    if len(lines) > MOST_ROWS + 1:
        raise ListUnusable(Unusable.TOO_MANY)
    separators = (stated[1],) if stated is not None else _SEPARATORS
    try:
        return list(
            csv.reader(lines, delimiter=max(separators, key=lambda one: _width(lines, one)))
        )
    except (csv.Error, TypeError, ValueError):
        raise ListUnusable(Unusable.UNREADABLE) from None


def _width(lines: Iterable[str], separator: str) -> int:
    """Return how many columns most of the first rows have."""
    try:
        widths = Counter(map(len, csv.reader(islice(lines, _LOOKED_AT), delimiter=separator)))
    except csv.Error:
        return 0
    return widths.most_common(1)[0][0] if widths else 0


def _column(rows: Sequence[Sequence[str]], region: str) -> tuple[int, list[str | Passed]]:
    """Return the column that has most mobile numbers, the first of them, and its cells as read."""
    widest = min(max(map(len, rows), default=0), _MOST_COLUMNS)
    best: tuple[int, int, list[str | Passed]] = (0, 0, [])
    for column in range(widest):
        read = list(_read(rows, column, region))
        found = sum(not isinstance(one, Passed) for one in read)
        if found > best[0]:
            best = (found, column, read)
    if not best[0]:
        raise ListUnusable(Unusable.NO_NUMBERS)
    return best[1], best[2]


def _read(rows: Iterable[Sequence[str]], column: int, region: str) -> Iterator[str | Passed]:
    for row in rows:
        yield _mobile(row[column] if column < len(row) else "", region)


def _mobile(cell: str, region: str) -> str | Passed:
    """Return the mobile number in a cell, or why there is none."""
    kept = (char for char in cell[: 2 * _LONGEST_CELL] if unicodedata.category(char) != "Cf")
    said = " ".join("".join(kept).split()).lstrip("'’").removeprefix("tel:").strip()
    if not said:
        return Passed.EMPTY
    formula = _FORMULA.fullmatch(said)
    if formula is not None:
        said = f"+{formula['digits']}" if "+" in said else formula["digits"]
    if _ROUNDED.fullmatch(said.replace(" ", "")):
        return Passed.ROUNDED
    if len(said) > _LONGEST_CELL or said.startswith(("=", "@", "-")):
        return Passed.UNREADABLE
    if any(char.isalpha() for char in said):
        return Passed.UNREADABLE
    return _dialled(said, region)


def _dialled(said: str, region: str) -> str | Passed:
    # Loaded by the one command that needs it here.
    import phonenumbers
    from phonenumbers import PhoneNumberFormat, PhoneNumberType

    try:
        number = phonenumbers.parse(said, region)
    except phonenumbers.NumberParseException:
        return Passed.UNREADABLE
    if number.extension or not phonenumbers.is_possible_number(number):
        return Passed.UNREADABLE
    written: str = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    kind = phonenumbers.number_type(number)
    if kind in (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE):
        return written
    # New ranges are no numbers to the library yet.
    if kind == PhoneNumberType.UNKNOWN:
        return written if _BRITISH_MOBILE.fullmatch(written[1:]) else Passed.UNREADABLE
    return Passed.LANDLINE
