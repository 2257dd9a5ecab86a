"""The text of an invitation, made plain, with the way back to what was pasted.

Styled letters (𝗕𝗼𝗹𝗱) become letters, marks for bold and italics go, tags of HTML go, what is
struck out (`~so~`) becomes blanks, keycaps (1️⃣) become "1.". Each character of the plain text knows
its place in the text as it was pasted.
"""

import html
import re
import unicodedata
from dataclasses import dataclass

_DROPPED = re.compile(
    "[\u200b-\u200f\u2060-\u2064\ufe0e\ufe0f\u00ad\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef]"
)
_SAME = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "：": ":",
    "‑": "-",
    "\t": " ",
}
_STRUCK = re.compile(r"(?<![\w~])(~~?)(?=\S)([^~\n]+?)(?<=\S)\1(?![\w~])")
_MARKS = re.compile(r"(?<![\w*])(\*\*?\*?|__?|`{1,3})(?=\S)([^*_`\n]+?)(?<=\S)\1(?![\w*])")
_STAMP = re.compile(r"\b\d{4}-\d\d-\d\d(T)\d\d:\d\d")
_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
_TAG = re.compile(
    r"</?(?P<name>b|i|u|s|em|strong|span|font|p|br|div|li|ul|ol|h[1-6])(?:\s[^<>\n]{0,200})?/?>",
    re.IGNORECASE,
)
_INLINE = frozenset({"b", "i", "u", "s", "em", "strong", "span", "font"})
_ENTITY = re.compile(r"&(?:amp|nbsp|quot|apos|lt|gt|pound|ndash|mdash|rsquo|lsquo|#39|#163);")
_KEYCAP = "\u20e3"
_JOINED = re.compile("\u200d(?P<part>[^\\w\\s])")
"""A picture that is a part of the one before it: a teacher is a woman and a school."""

_TAKEN = "\ufdd2"
"""A noncharacter in place of a mark: Unicode keeps it for a program's own use."""

_MOST_NESTED = 4


@dataclass(frozen=True)
class Source:
    """A plain text and, for each of its characters, where it stood in what was pasted.

    Attributes:
        plain: same lines, single kinds of quotes and blanks.
        places: for each character of `plain` its index in the pasted text.
    """

    plain: str
    places: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of the plain text stood, as half-open indices."""
        if start >= end or end > len(self.places):
            return (0, 0)
        return self.places[start], self.places[end - 1] + 1


def read_source(text: str) -> Source:
    """Make a pasted text plain."""
    instead = _replaced(text)
    out: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        plain = instead.get(place)
        if plain is None:
            plain = _plain(char)
        out.extend(plain)
        places.extend([place] * len(plain))
    bare = _without_marks("".join(out))
    kept = [at for at, char in enumerate(bare) if char != _TAKEN]
    return Source("".join(bare[at] for at in kept), tuple(places[at] for at in kept))


def _replaced(text: str) -> dict[int, str]:
    """What stands instead of single characters, by their place, because of what is around them."""
    instead: dict[int, str] = {}
    for one in _STRUCK.finditer(text):
        instead |= {at: "\n" if text[at] == "\n" else " " for at in range(*one.span())}
    for one in _JOINED.finditer(text):
        instead[one.start("part")] = ""
    for one in _STAMP.finditer(text):
        instead[one.start(1)] = " "
    for one in _TAG.finditer(text):
        instead |= dict.fromkeys(range(*one.span()), "")
        instead[one.start()] = "" if one["name"].lower() in _INLINE else "\n"
    for one in _ENTITY.finditer(text):
        instead |= dict.fromkeys(range(*one.span()), "")
        instead[one.start()] = "".join(_plain(char) for char in html.unescape(one.group()))
    for one in _QUOTED.finditer(text):
        instead |= dict.fromkeys(range(*one.span()), "")
    return instead


def _plain(char: str) -> str:
    if char == _KEYCAP:
        return "."
    if char == "\r" or _DROPPED.match(char):
        return ""
    if char in _SAME:
        return _SAME[char]
    if ord(char) > 0x2000 and (plain := unicodedata.normalize("NFKC", char)).isalnum():
        return plain
    return char


def _without_marks(plain: str) -> str:
    """Put `_TAKEN` in the place of marks for bold, italics and code, also of nested ones."""
    for _ in range(_MOST_NESTED):
        chars = list(plain)
        for match in _MARKS.finditer(plain):
            width = len(match[1])
            chars[match.start() : match.start() + width] = [_TAKEN] * width
            chars[match.end() - width : match.end()] = [_TAKEN] * width
        if plain == (plain := "".join(chars)):
            break
    return plain
