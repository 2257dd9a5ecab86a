"""Reading what a person typed: a command and the rest, or an answer.

People type on phones: capitals, slashes from other bots, full stops, a hash before a number and
invisible marks from copying are all understood.
"""

import re
import unicodedata
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
_SKIN_TONES = {chr(code) for code in range(0x1F3FB, 0x1F400)}
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


def clean(text: str | None) -> str:
    """Return a text without invisible controls at its ends and without direction overrides.

    The marks that right-to-left scripts and emoji need stay; the overrides U+202D and U+202E, which
    can only make a text look like another one, go.
    """
    kept = (
        char
        for char in text or ""
        if char in "\n\t" or (char not in "\u202d\u202e" and unicodedata.category(char) != "Cc")
    )
    return "".join(kept).strip().strip("\u200b\u200e\u200f\u2060\ufeff\ufffc").strip()


def _answer(text: str | None) -> str:
    bare = "".join(char for char in clean(text) if char not in _SKIN_TONES and char != "\ufe0f")
    return " ".join(bare.casefold().strip(" .,!").split())
