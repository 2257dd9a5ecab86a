"""What strangers call themselves and write, before others read it: no links, no tricks.

A name or a reason stands within a message of the bot. So it is one line, short, without what turns
its direction or hides in it (Unicode TR36, 2.5 and 3.5), and nothing in it can be tapped.
"""

import re
import unicodedata

from relay.language.links import find_links

INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cn", "Cs"})
"""Categories of signs that nobody sees, or that turn the direction of a line."""
_LOST = "\ufffc"
_KEEPS = "\u200d"
"""Joins emoji, and letters of several scripts."""
_TAPPED = re.compile(
    r"\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}"
    r"|\b(?:[a-z0-9-]{1,63}\.){1,9}[a-z]{2,}(?:[/?#]\S*)?"
    r"|\+?\d(?:[\s().-]?\d){6,}",
    re.IGNORECASE,
)
"""What phones make a link of: addresses, names of sites, numbers to ring. The lengths are those of
RFC 1035, 2.3.4, and RFC 5321, 4.5.3.1; without them a long word takes time with its square."""
_READ = 1_000
"""Characters beyond those that are left which are looked at: what is cut off is not read."""
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "BENGALI", "CHEROKEE", "ARMENIAN")


def harmless(text: str | None, most: int, instead: str) -> str:
    """Return what somebody wrote as one line that does nothing but say it.

    Args:
        text: as it came.
        most: how many characters are left of it.
        instead: what stands in the place of a link or a number.
    """
    visible = "".join(
        char if char == _KEEPS or unicodedata.category(char) not in INVISIBLE else " "
        for char in unicodedata.normalize("NFC", (text or "")[: most + _READ]).replace(_LOST, " ")
    )
    line = " ".join(visible.split())
    for link in sorted(find_links(line), key=lambda one: -one.start):
        line = f"{line[: link.start]}{instead}{line[link.end :]}"
    line = _TAPPED.sub(instead, line)
    # It stands between quotes of the bot's own.
    line = " ".join(line.translate({ord("“"): "'", ord("”"): "'", ord('"'): "'"}).split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def is_deceptive(name: str) -> bool:
    """Whether a name hides something, can be tapped, or mixes letters that look alike."""
    if any(unicodedata.category(char) in INVISIBLE and char != _KEEPS for char in name):
        return True
    if _TAPPED.search(name) or next(iter(find_links(name)), None) is not None:
        return True
    letters = [unicodedata.name(char, "") for char in name if char.isalpha()]
    scripts = {script for one in letters for script in _SCRIPTS if one.startswith(script)}
    return "LATIN" in scripts and len(scripts) > 1


def alike(name: str) -> str:
    """Return a name as people compare it: without case, accents, spaces and signs."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(char for char in plain if char.isalnum())
