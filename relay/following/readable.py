"""What another branch wrote, as this branch may show it: the words, and nothing that acts.

Who writes a feed may be hostile. Signs that nobody sees, that turn the direction of a line, stand
for a mention or heap up on one letter are left out; lines and links stay, because people need them.
"""

import re
import unicodedata

from relay.groups.harmless import INVISIBLE, harmless

MOST_NAME = 60
"""Characters of what a feed is called."""

_LINE_ENDS = frozenset("\u2028\u2029\x0b\x0c\x85")
_MARKS = frozenset({"Mn", "Me"})
_MOST_MARKS = 4
"""On one letter; Vietnamese and Hebrew need up to three."""
_JOINER = "\u200d"
"""Joins emoji, and letters of several scripts."""
_LOST = "\ufffc"
"""Where a mention stood: Signal would put another one in its place."""
_SPACES = re.compile(r"[ \t]+")
_EMPTY_LINES = re.compile(r"\n(?:[ ]*\n){2,}")


def readable(text: str, most: int) -> str:
    """Return a text of several lines that does nothing but say it.

    Args:
        text: as it came.
        most: how many characters of it are read.
    """
    said = unicodedata.normalize("NFC", text[:most].replace("\r\n", "\n").replace("\r", "\n"))
    kept: list[str] = []
    marks = 0
    for char in said:
        category = unicodedata.category(char)
        marks = marks + 1 if category in _MARKS else 0
        if char == "\n" or char in _LINE_ENDS:
            kept.append("\n")
        elif category.startswith("Z") or char == "\t":
            kept.append(" ")
        elif marks > _MOST_MARKS or char == _LOST:
            continue
        elif category not in INVISIBLE or (char == _JOINER and _joins(kept)):
            kept.append(char)
    lines = _SPACES.sub(" ", "".join(kept)).split("\n")
    return _EMPTY_LINES.sub("\n\n", "\n".join(line.strip() for line in lines)).strip()


def readable_name(name: str, instead: str) -> str:
    """Return what a feed is called as one short line, with `instead` in place of a link."""
    return harmless(name, MOST_NAME, instead)


def _joins(kept: list[str]) -> bool:
    return bool(kept) and not kept[-1].isascii() and kept[-1] != _JOINER
