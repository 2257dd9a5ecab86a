"""Reading what a person typed: a command and the rest, or an answer.

People type on phones: capitals, slashes from other bots, full stops, a hash before a number and
invisible marks from copying are all understood.
"""

import difflib
import re
from collections.abc import Collection

from relay.language.vocabulary import Vocabulary, plain

_THUMB = "\N{THUMBS UP SIGN}"
_THUMB_DOWN = "\N{THUMBS DOWN SIGN}"
_NUMBER = re.compile(
    r"(?:no\.?\s*|number\s+)?#?(\d{1,9})(?=[\s.,:;!?]|$)(?![.,:]\d)[.,:;!?]*\s*", re.IGNORECASE
)


_LONG_ENOUGH = 5
"""Letters of a word that is still known by all but one of them."""


def read_number(text: str) -> tuple[int | None, str]:
    """Read `12 …`, `#12 …`, `no. 12 …`; return the number (or None) and what follows it."""
    found = _NUMBER.match(text)
    return (None, text) if found is None else (int(found[1]), text[found.end() :].strip())


def first_word(text: str) -> str:
    """Return the first word of a text, or nothing."""
    return next(iter(text.split(maxsplit=1)), "")


def is_thumb(emoji: str | None) -> bool:
    """Whether a reaction is a thumbs up, in any skin tone."""
    return plain(emoji) == _THUMB


def is_thumb_down(emoji: str | None) -> bool:
    """Return whether a reaction is a thumbs down, in any skin tone."""
    return plain(emoji) == _THUMB_DOWN


def nearest(word: str, known: Collection[str], cutoff: float) -> str:
    """Return which of the `known` a word is nearly, by a slip of the finger, or nothing.

    Args:
        word: as it was typed, however long.
        known: what it may have been meant as.
        cutoff: how alike they must be, as `difflib.SequenceMatcher.ratio` counts it.
    """
    longest = max(map(len, known), default=0)
    # Twice the shorter of two, by both, is the most that they can be alike. To compare the longest
    # that Signal carries takes a quarter of a second.
    if len(word) * cutoff > longest * (2 - cutoff):
        return ""
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=cutoff)), "")


def is_slip(word: str, meant: str) -> bool:
    """Whether a word is another one with a letter left out, doubled, swapped, or hit beside.

    Of short words only the first three: a letter changed makes `text` of `next`.
    """
    if word == meant or abs(len(word) - len(meant)) > 1:
        return False
    if len(word) != len(meant):
        short, long = sorted((word, meant), key=len)
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    wrong = [at for at, (one, other) in enumerate(zip(word, meant, strict=True)) if one != other]
    if len(wrong) == 1:
        return len(meant) >= _LONG_ENOUGH
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1
    return swapped and word[wrong[0] : wrong[1] + 1] == meant[wrong[0] : wrong[1] + 1][::-1]


def is_whole_command(vocabulary: Vocabulary, command: str, word: str, rest: str) -> bool:
    """Whether what follows a word for a command belongs to the command, and is no other text.

    Args:
        vocabulary: what is typed.
        command: the command's id.
        word: the word for it, without a slip.
        rest: what follows it.
    """
    number, after = read_number(rest)
    if not rest or (number is not None and not after):
        return True
    # "remind me": the one command that is more than its word.
    return command == "remind" and vocabulary.answers_with("remind", f"{word} {rest}")
