"""What limits the way into a group, and how it can end."""

from collections.abc import Callable
from datetime import timedelta
from enum import Enum

REFUSED_FOR = timedelta(days=14)
"""How long after a refusal the same person does not ask the same keepers again."""

NEW_FOR = timedelta(days=7)
"""How long whoever came in, in whatever way, cannot vouch for others: else one account lets in the
next."""
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MOST_COMINGS = 8
"""How often a day one person is let in or taken out."""
MOST_ASKINGS = 3
"""How often a day one person rings at doors with keepers."""
MOST_OPEN = 30
"""Requests of one group that wait for people at a time."""
MOST_RINGS = 10
"""Requests an hour of which the keepers of a group are told one by one."""
MOST_CODES = 5
"""Wrong codes a day of one person; after them even a right one is not looked up."""

CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 8


class No(Enum):
    """Why somebody cannot ask to be let in."""

    IN_ALREADY = "in"
    WAITS_ALREADY = "waits"
    SHUT = "shut"
    FULL = "full"
    REFUSED = "refused"
    TOO_OFTEN = "often"
    CROWDED = "crowded"
    AWAY = "away"
    """For a time: moderators have decided so, and told them until when."""
    REMOVED = "removed"
    """From all groups of the branch; moderators have told them."""


KeptOut = Callable[[str, str, int], No | None]
"""Why somebody is not let in, whoever would: by account id, branch and the group's number."""


def keep_nobody_out(person: str, branch: str, group: int) -> No | None:
    """Return why nobody decides that somebody is kept out: never."""
    return None


class Vouched(Enum):
    """What became of a code that somebody sent."""

    UNKNOWN = "unknown"
    TOO_NEW = "new"
    COUNTED = "counted"
    AGAIN = "again"
    ENOUGH = "enough"


class Answer(Enum):
    """What a keeper answers, as the audit trail calls it."""

    LET_IN = "let-in"
    TURN_AWAY = "turn-away"
