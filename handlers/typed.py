"""Reading what a person typed: a command and the rest, or an answer.

People type on phones: capitals, slashes from other bots, full stops, a hash before a number and
invisible marks from copying are all understood.
"""

import difflib
import re
from collections.abc import Collection
from dataclasses import dataclass, field

_FIRST_WORD = re.compile(r"[/!#]?([^\W\d_][\w'’-]*)[.,:;!?]*(?=\s|$)")
_WITHOUT_BLANK = re.compile(
    r"[/!#]?([^\W\d_][\w'’]*)(?:[:：](?!//)|(?<=announce)[-–—]+|(?<=announcement)[-–—]+)[.,:;!?]*",
    re.IGNORECASE,
)
"""`announce:Text`, and `Announce-The hall`; not `post-box` or `meeting-room`, which are words."""

_NUMBER = re.compile(
    r"(?:no\.?\s*|number\s+)?#?(\d{1,9})(?=[\s.,:;!?]|$)(?![.,:]\d)[.,:;!?]*\s*", re.IGNORECASE
)
_THUMB = "\N{THUMBS UP SIGN}"
_VARIATIONS = re.compile("[\U0001f3fb-\U0001f3ff\ufe0f]")
"""Skin tones, and the mark for "as a picture"."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e]")
"""Controls (category Cc of Unicode, which never grows) but tab and line feed, and the overrides of
direction. An expression, because every handler looks at every message, however long."""
_YES = frozenset({"yes", "y", "yes please", "yes pls", "yes plz", _THUMB})
_THANKS = frozenset(
    {"thanks", "thank you", "thanks a lot", "many thanks", "thank you so much", "thx", "ta"}
    | {"cheers", "great", "great thanks", "ok", "okay", "ok thanks", "ok thank you", "lovely"}
    | {_THUMB, "❤", "🙏", "👌", "👏", "🎉", "😊", "🙂", "😀", "✅"}
)
_NO = frozenset({"no", "n", "no thanks", "no thank you", "stop", "cancel", "drop", "drop it"})


@dataclass(frozen=True)
class Typed:
    """A message split into its first word (casefolded, bare) and the rest as it was typed."""

    command: str
    rest: str = field(repr=False)


def read_command(text: str | None) -> Typed:
    """Split a message. The command is empty where it does not begin with a word."""
    visible = clean(text)
    found = _WITHOUT_BLANK.match(visible) or _FIRST_WORD.match(visible)
    if found is None:
        return Typed("", visible)
    return Typed(found[1].casefold(), visible[found.end() :].strip())


def read_number(text: str) -> tuple[int | None, str]:
    """Read `12 …`, `#12 …`, `no. 12 …`; return the number (or None) and what follows it."""
    found = _NUMBER.match(text)
    return (None, text) if found is None else (int(found[1]), text[found.end() :].strip())


def is_yes(text: str | None) -> bool:
    """Whether a whole message means yes. Nothing vague counts: a yes may reach 300 people."""
    return _answer(text) in _YES


def is_no(text: str | None) -> bool:
    """Whether a whole message means no."""
    return _answer(text) in _NO


def is_thanks(text: str | None) -> bool:
    """Whether a whole message is only a courtesy, such as "thanks", "ok" or a heart."""
    return _answer(text) in _THANKS


def is_thumb(emoji: str | None) -> bool:
    """Whether a reaction is a thumbs up, in any skin tone."""
    return _answer(emoji) == _THUMB


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


def clean(text: str | None) -> str:
    """Return a text without invisible controls at its ends and without direction overrides.

    The marks that right-to-left scripts and emoji need stay; the overrides U+202D and U+202E, which
    can only make a text look like another one, go.
    """
    kept = _CONTROLS.sub("", text or "").strip()
    return kept.strip("\u200b\u200e\u200f\u2060\ufeff\ufffc").strip()


def _answer(text: str | None) -> str:
    return " ".join(_VARIATIONS.sub("", clean(text)).casefold().strip(" .,!").split())
