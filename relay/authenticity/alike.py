"""Whether a site's name is made to look like one that is known, and by which trick."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from relay.authenticity.links import SHARED_HOSTS, Address

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_FEWEST = 5
"""Letters of a name that a slip of one letter is looked for in; shorter ones are like too many."""
_LONG = 10
"""Letters of a name that is still known by all but two."""
_JOINED = 8
"""Letters of a name that is looked for within a longer one."""
_SEQUENCES = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("nn", "m"))
_DIGITS = str.maketrans("0135789", "olesrbg")


class Trick(StrEnum):
    """How a name is made to look like another one."""

    LETTERS = "letters"
    """Letters of another script, or that look like others: rn for m, 1 for l."""
    SLIP = "slip"
    """A letter or two more, fewer, changed or swapped; hyphens count for nothing."""
    ENDING = "ending"
    """The same name with another ending: .org for .org.uk."""
    WITHIN = "within"
    """The known name stands before the real one, or within it."""
    USER = "user"
    """The known name stands before an @, and the site is what follows."""


@dataclass(frozen=True)
class Likeness:
    """A name that looks like a known one.

    Attributes:
        host: what was asked about.
        known: what it looks like.
        trick: how.
    """

    host: str
    known: str
    trick: Trick


def likeness(address: Address, known: Iterable[str]) -> Likeness | None:
    """Return which known site an address pretends to be of, or None.

    Args:
        address: what was asked about.
        known: names of sites, whole.
    """
    names = [one for one in known if one not in SHARED_HOSTS]
    site = site_of(address.host)
    if any(site == site_of(one) for one in names):
        return None
    for one in names:
        if address.pretends and site_of(one) in address.pretends.casefold():
            return Likeness(address.host, one, Trick.USER)
    for one in names:
        trick = _trick(address.host, one)
        if trick is not None:
            return Likeness(address.host, one, trick)
    return None


@lru_cache(maxsize=4_000)
def site_of(host: str) -> str:
    """Return the part of a name that somebody has registered (public suffix list), or all of it."""
    return _suffixes().privatesuffix(host) or host


def _trick(host: str, known: str) -> Trick | None:
    asked, meant = site_of(host), site_of(known)
    name, meant_name = asked.partition(".")[0], meant.partition(".")[0]
    if name == meant_name:
        return Trick.ENDING
    if len(meant_name) < _FEWEST:
        return None
    looks, meant_looks = skeleton(name), skeleton(meant_name)
    if looks == meant_looks and _bare(name) != _bare(meant_name):
        return Trick.LETTERS
    labels = host.split(".")
    if any(label in (meant_name, known.replace(".", "-")) for label in labels):
        return Trick.WITHIN
    if len(meant_looks) >= _JOINED and meant_looks in skeleton(host):
        return Trick.SLIP if looks == meant_looks else Trick.WITHIN
    return Trick.SLIP if _slips(looks, meant_looks) else None


def _slips(name: str, meant: str) -> bool:
    from rapidfuzz.distance import OSA

    most = 2 if len(meant) >= _LONG else 1
    if len(name) < _FEWEST or name[:1] != meant[:1]:
        most = 1
    return int(OSA.distance(name, meant, score_cutoff=most)) <= most


def _bare(name: str) -> str:
    return name.replace("-", "")


@lru_cache(maxsize=4_000)
def skeleton(name: str) -> str:
    """Return a name as it looks at a glance: one form for all letters that look alike.

    Sources: UTS 39, section 4, and its table of confusables, by `confusable_homoglyphs`.
    """
    seen = "".join(_latin(char) for char in name.casefold() if char not in "-.")
    seen = seen.translate(_DIGITS)
    for one, other in _SEQUENCES:
        seen = seen.replace(one, other)
    return seen.replace("i", "l")


@lru_cache(maxsize=4_000)
def _latin(char: str) -> str:
    if char.isascii():
        return char
    from confusable_homoglyphs.confusables import confusables_data

    for one in confusables_data.get(char, ()):
        if one["c"].isascii() and one["c"].isalnum():
            return str(one["c"]).casefold()
    import unicodedata

    return unicodedata.normalize("NFKD", char)[:1]


@cache
def _suffixes() -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
