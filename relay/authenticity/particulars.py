"""What of a text must not be another: amounts, dates, accounts, telephone numbers, addresses.

A copy that has been altered is mostly altered in these. Each is found where it stands and made
comparable, so that "£1,240.00" is "£1240" and "7 pm" is "19:00". What is in another
language than English is compared word by word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from relay.authenticity.finders import FINDERS, Kind, Value
from relay.authenticity.links import addresses, whole_bared
from relay.language.same_text import MOST, folded

__all__ = ["PLACE", "Particular", "Prepared", "leads_on", "prepared"]

_LEADING = frozenset({Kind.ACCOUNT, Kind.DOMAIN, Kind.LINK, Kind.PHONE, Kind.AMOUNT})
_LONG_NUMBER = re.compile(r"\d(?:[\s-]?\d){5}")


@dataclass(frozen=True)
class Particular:
    """One of them.

    Attributes:
        kind: what it is; `LINK` for all addresses on the web and of mailboxes.
        start: offset of its first character.
        end: offset after its last one.
        value: it as it is compared; None in a place says that this is left open.
        shown: it as it may be shown to others.
    """

    kind: Kind
    start: int
    end: int
    value: Value
    shown: str = field(repr=False)

    def agrees_with(self, other: "Particular") -> bool:
        """Whether both say the same, as far as both say it: "Thursday" and "3 December" may."""
        if self.kind is not other.kind:
            return False
        if self.kind not in (Kind.DATE, Kind.TIME):
            return self.value == other.value
        pairs = list(zip(self.value, other.value, strict=True))
        both = [(one, two) for one, two in pairs if one is not None and two is not None]
        return bool(both) and all(one == two for one, two in both)

    def is_said_by(self, other: "Particular") -> bool:
        """Whether another one says all that this one does: "3 December" does not "Thursday"."""
        says = zip(self.value, other.value, strict=False)
        return self.agrees_with(other) and all(one is None or two is not None for one, two in says)


@dataclass(frozen=True)
class Prepared:
    """A text, taken apart for comparing.

    Attributes:
        text: as addresses in it would be opened.
        folded: what of it has to be the same, words and digits alone.
        particulars: in the order in which they stand.
        words: the other words, folded, with where each stands; `PLACE` and its kind for
            each particular.
        spans: where each of those stands.
        unread: what is not compared, and makes any other text of it: what is beyond `MOST`
            characters, or signs that show what follows in another order.
    """

    text: str = field(repr=False)
    folded: str = field(repr=False)
    particulars: tuple[Particular, ...] = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    spans: tuple[tuple[int, int], ...] = field(repr=False)
    unread: str = field(default="", repr=False)

    @property
    def canonical(self) -> str:
        """What is the same in every copy that says the same, for a keyed hash."""
        values = (f"{one.kind}={one.value}" for one in self.particulars)
        return "\n".join((self.folded, *values, *([f"…{self.unread}"] if self.unread else ())))


PLACE = "\0"
"""Begins what stands among the words for a particular."""

_MOST_RAW = 5 * MOST
"""Characters that are read at all: one may stand for 18 (NFKC)."""
_TURNING = re.compile("[\u202b\u202d\u202e\u2067]")
"""UAX 9, 2.1 to 2.5: a number between them is read backwards, or its groups are."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def prepared(text: str) -> Prepared:
    """Take a text apart.

    Args:
        text: as it came; no more than `MOST` characters are looked at closely.
    """
    whole = whole_bared(text[:_MOST_RAW])
    plain, rest = whole[:MOST], whole[MOST:] + text[_MOST_RAW:]
    unread = rest if any(map(str.isalnum, rest)) else "".join(_TURNING.findall(text))
    taken = bytearray(len(plain) + 1)
    found = tuple(sorted(_found(plain, taken), key=lambda one: one.start))
    places = [(one.start, one.end, f"{PLACE}{one.kind}") for one in found]
    places.extend(
        (word.start(), word.end(), folded(word[0]))
        for word in _WORD.finditer(plain)
        if not any(taken[word.start() : word.end()])
    )
    places.sort()
    words = tuple(word for *_, word in places)
    spans = tuple((start, end) for start, end, _ in places)
    return Prepared(plain, folded(plain), found, words, spans, unread)


def leads_on(text: str) -> bool:
    """Whether a text has in it what leads to money or to somebody: an account, a link, a number."""
    found = prepared(text).particulars
    return any(one.kind in _LEADING for one in found) or bool(_LONG_NUMBER.search(text))


def _found(text: str, taken: bytearray) -> Iterator[Particular]:
    """Find them, and mark in `taken` which characters are theirs."""
    for address in addresses(text):
        taken[address.start : address.end] = b"\1" * (address.end - address.start)
        value = (address.host, address.value)
        yield Particular(Kind.LINK, address.start, address.end, value, address.shown)
    for kind, pattern, value_of in FINDERS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                yield Particular(kind, start, end, value_of(match), match[0].strip())
