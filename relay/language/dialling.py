"""Which numbers of a text are dialled into a call of everybody's, and so are nobody's own.

Teams, Zoom, Google Meet, Webex, GoTo and Jitsi put them into the invitations that they offer for
copying: below a line such as "Dial in by phone" or "One tap mobile", one or more to a line with the
name of a country, or with the call's own number behind commas ("+44 20 …,,123456789#").
"""

import re
from functools import cache

from relay.language.vocabulary import Vocabulary

_KEYED_IN = re.compile(r"[ \t]{0,3}(?:,,|;|,\*)[ \t]{0,3}[\d*]{3,20}")
"""What a phone dials by itself after the number."""

_DIGITS = re.compile(r"\+?\(?\d[\d ().‑–-]{6,20}\d")
_MOST_LINES = 40
"""Of a list of numbers below a line that says what they are for."""

_LONGEST_LINE = 200
_CODES = ("UK", "GB", "USA", "US", "IE")
_CAPITAL = re.compile(r"(?<![^\W_])[A-Z][\w’'-]*")


def keys_in_a_code(text: str, end: int) -> bool:
    """Whether what a phone dials by itself stands behind a number that ends there."""
    return _KEYED_IN.match(text, end) is not None


def is_dial_in(text: str, at: tuple[int, int], known: Vocabulary) -> bool:
    """Whether a number is dialled into a call, and no name of somebody stands before it.

    Args:
        text: in which it stands.
        at: where, half-open.
        known: the vocabulary, whose phrase `dials_in` says how such numbers are announced.
    """
    start = text.rfind("\n", 0, at[0]) + 1
    before = text[max(start, at[0] - _LONGEST_LINE) : at[0]]
    if _names_somebody(before, known):
        return False
    phrase = known.phrase("dials_in")
    return phrase.search(before) is not None or _is_listed(text[:start], known)


def _is_listed(above: str, known: Vocabulary) -> bool:
    """Whether a line stands in a list of numbers below a line that says what they are for."""
    phrase = known.phrase("dials_in")
    for line in reversed(above[-_MOST_LINES * _LONGEST_LINE :].split("\n")[-_MOST_LINES:-1]):
        said = line.strip(" \t-–—_•*·")[:_LONGEST_LINE]
        if phrase.search(said):
            return True
        number = _DIGITS.search(said)
        if said and (number is None or _names_somebody(said[: number.start()], known)):
            return False
    return False


def _names_somebody(before: str, known: Vocabulary) -> bool:
    """Whether a word with a capital stands there that is no country's and not of an invitation."""
    if not _CAPITAL.search(before):
        return False
    words = " ".join(known.phrase("beside_dial_in").sub(" ", before).split())
    for name in _countries():
        if len(name) <= len(words) and name in words:
            words = words.replace(name, " ")
    return _CAPITAL.search(words) is not None


@cache
def _countries() -> tuple[str, ...]:
    """The names of countries in English, the longest first, and their codes; see CLDR."""
    from babel import Locale

    names = {str(name) for name in Locale("en").territories.values()}
    return (*sorted(names, key=len, reverse=True), *_CODES)
