"""What may stand round a text that somebody passes on, without making another one of it."""

import re

from relay.authenticity.finders import Kind
from relay.authenticity.particulars import prepared
from relay.language.same_text import folded

_MOST = 45
"""Letters that people and phones put round what they pass on; with more it is not the same."""
_DRESS = re.compile(
    r"^(?:from|sent|to|cc|date|subject|forwarded message)\b.*$|^(?:sent from|get outlook).*$|^-+$"
    r"|^\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?\]?(?: -)?",
    re.IGNORECASE | re.MULTILINE,
)
"""Lines that mail programs put round a forwarded message, and when it was sent in a chat."""
_HARMLESS = frozenset({Kind.NUMBER})


def is_dress(text: str) -> bool:
    """Whether some words are only what people and phones put round what they pass on.

    Money, an address, a day, a time or a place are none: they may turn round what was posted.
    """
    said = _DRESS.sub("", text)
    if len(folded(said)) > _MOST:
        return False
    return all(one.kind in _HARMLESS for one in prepared(said).particulars)
