"""What is said in danger although it reads like a command, a number or an answer."""

import re

from relay.language.folding import folded
from relay.language.known import known, spaced

_EMERGENCY = re.compile(r"(?<!\d)(?:999|112|911|101)(?!\d)")
"""Numbers of emergency services that people in Britain type. No question has so many answers."""

_SHORT = 5
"""Words of what is a cry and nothing more."""


def may_call_out(text: str | None) -> bool:
    """Whether a whole message may be a cry for help, although it is a command or a number.

    Such as "999", "help me", "HELP" and "help!". What is answered begins with what to do in danger.
    """
    said = (text or "").strip()
    words = spaced(said).split()
    shouts = "!" in said or (said.isupper() and len(words) == 1 and len(said) > 2)
    helps = bool(words) and words[0] == "help"
    asks = helps and (shouts or len(words) > 1)
    return asks or " ".join(words) in known().cries or _EMERGENCY.search(folded(said)) is not None


def cries_out(text: str | None) -> bool:
    """Whether a message is such a cry and little more, perhaps after a yes or a no.

    What is longer may tell of one: "I called 999 and nobody came, and on Friday".
    """
    words = (text or "").split()
    if not 0 < len(words) <= _SHORT:
        return False
    return any(may_call_out(one) or _begins(one) for one in (text, " ".join(words[1:])))


def _begins(text: str | None) -> bool:
    """Whether it begins with what is said in danger, in two words at least."""
    words = spaced(text).split()
    return any(" ".join(words[:count]) in known().cries for count in range(2, len(words) + 1))
