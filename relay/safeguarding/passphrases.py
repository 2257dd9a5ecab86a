"""Passphrases: words that are said, not typed, so only the words count.

Kept as an Argon2id hash (RFC 9106, its second recommended setting: 64 MiB, three passes).
"""

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from relay.safeguarding.codes import PhraseVerdict

if TYPE_CHECKING:
    from argon2 import PasswordHasher

MIN_WORDS = 3
MIN_LETTERS = 12
LONGEST = 300
"""Characters that are looked at; hashing more takes time and helps nobody."""


def spoken(phrase: str) -> str:
    """Return the words of a phrase as they are heard: no case, accents, or punctuation."""
    plain = unicodedata.normalize("NFKD", phrase[:LONGEST]).casefold()
    # An apostrophe joins what is said as one word; every other sign parts words.
    joined = "".join(c for c in plain if c not in "'’‘" and not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in joined).split())


def judge(phrase: str, name: str) -> PhraseVerdict:
    """Return whether a phrase can be kept.

    Args:
        phrase: as it was typed.
        name: the case's name, which must not help to guess it.
    """
    words = spoken(phrase).split()
    of_name = set(spoken(name).split())
    own = [word for word in words if word not in of_name]
    if len(words) < MIN_WORDS or sum(len(word) for word in words) < MIN_LETTERS:
        return PhraseVerdict.TOO_SHORT
    if len(set(own)) < MIN_WORDS or all(word.isdigit() for word in own):
        return PhraseVerdict.TOO_EASY
    return PhraseVerdict.OK


def hash_phrase(phrase: str) -> str:
    """Return the hash that is kept of a phrase."""
    return _hasher().hash(spoken(phrase))


def fits(phrase: str, kept: str | None) -> bool:
    """Return whether a phrase is the one that is kept. None takes as long and never fits."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(kept or _nobodys(), spoken(phrase)) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    return _hasher().hash("a phrase that nobody has chosen")


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher  # late: most who write choose no phrase

    return PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
