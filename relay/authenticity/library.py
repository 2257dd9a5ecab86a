"""Known posts, laid out so that few of them have to be looked at closely.

To take a text apart costs some milliseconds, and a branch has posted for years: so of each post its
folded letters, its addresses and its words are held, and what may be meant is taken apart when it
is asked about. What people ask about is never held here. With 1,500 long posts it is laid out in
one second, and again, while all but the newest are known, in a seventh; a question takes a
twentieth, one of 8,000 characters half a second.
"""

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from relay.authenticity.known import KnownPost
from relay.authenticity.links import Address, addresses, as_written, bared
from relay.authenticity.particulars import Prepared, prepared
from relay.language.same_text import MOST, folded

_WORD = re.compile(r"[^\W\d_]{2,}")
_MAY_BE_ADDRESS = re.compile(r"\w\W{0,3}[.@\[。．]\W{0,3}\w|://")
_WARNS = re.compile(
    r"""
    \b(?:scam|phishing|fake|fraud|hoax|forged|bogus|beware|is\ false|ignore\ (?:it|this|that|them)\b
    |not\ (?:from\ us|by\ us|sent\ by|ours\b|us\b)
    |(?:do\ not|don['’]?t|never)\ (?:open|click|tap|trust))
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What a post says that has an address in it because somebody else's goes round."""
_COMMON = 0.3
"""Of all posts: a word that stands in more of them says little about which one is meant."""
_FEW = 40
"""With fewer posts than this, every word counts."""
_MOST_LIKE = 8
"""Posts that are compared word by word."""


@dataclass(frozen=True)
class Shelved:
    """A known post, with what it is found by.

    Attributes:
        post: it.
        folded: its letters and digits, as `prepared` folds them.
        addresses: the addresses in it.
        vouched: those of them that a post gives as real: none that is written so that nobody taps
            it, and none of a post that warns of something.
    """

    post: KnownPost
    folded: str = field(repr=False)
    addresses: tuple[Address, ...] = field(repr=False)
    vouched: tuple[Address, ...] = field(repr=False)

    @property
    def text(self) -> Prepared:
        """It, taken apart."""
        return _taken_apart(self.post.text)


class Library:
    """Everything that is known at one moment.

    Args:
        known: posts and warnings, the newest first.

    Attributes:
        posts: the same.
        all: the same, each with what it is found by.
    """

    def __init__(self, known: Iterable[KnownPost]) -> None:
        self.posts = list(known)
        self.all: Sequence[Shelved] = [_shelved(post) for post in self.posts]
        self._same: dict[str, list[Shelved]] = {}
        self._words: dict[str, array[int]] = {}
        for place, one in enumerate(self.all):
            self._same.setdefault(one.folded, []).append(one)
            for word in _words(one.post.text):
                self._words.setdefault(word, array("I")).append(place)

    def saying(self, letters: str) -> Sequence[Shelved]:
        """Return what has just these letters, folded."""
        return self._same.get(letters, ())

    def like(self, text: str) -> Sequence[Shelved]:
        """Return what shares the most words with a text, best first."""
        counts: Counter[int] = Counter()
        most = len(self.all) if len(self.all) < _FEW else _COMMON * len(self.all)
        for word in _words(text):
            places = self._words.get(word, ())
            if len(places) <= most:
                counts.update(places)
        return [self.all[place] for place, _ in counts.most_common(_MOST_LIKE)]


def _shelved(post: KnownPost) -> Shelved:
    return Shelved(post, *_found_by(post.text))


@lru_cache(maxsize=2_000)
def _found_by(text: str) -> tuple[str, tuple[Address, ...], tuple[Address, ...]]:
    """What a known text is found by."""
    plain = bared(text[:MOST])
    found = tuple(addresses(plain)) if _MAY_BE_ADDRESS.search(plain) else ()
    vouched = tuple(_tappable(as_written(text[:MOST]))) if found else ()
    return folded(plain), found, () if _WARNS.search(plain) else vouched


def _tappable(written: str) -> Iterator[Address]:
    """The addresses that a phone makes a link of; "hxxps://" is none."""
    for one in addresses(written):
        if not written[: one.start].endswith("//"):
            yield one


def _words(text: str) -> Collection[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text[:MOST]))


@lru_cache(maxsize=64)
def _taken_apart(text: str) -> Prepared:
    return prepared(text)
