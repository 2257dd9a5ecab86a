"""Wishes to join a caucus that its keepers run alone: passed on to them, and not kept.

The bot is not in such a group and can let nobody in. All that is left of a wish is a mark: that it
was passed on, for as long as the same wish is not passed on again.
"""

import re

from relay.groups.door_rules import DAY, MOST_ASKINGS, MOST_RINGS, REFUSED_FOR, No
from relay.groups.doors import Doors
from relay.groups.requests import JoinMarks
from relay.groups.tables import KeptGroup, Standing
from relay.store import Store
from relay.time.clock import Clock

_CONTACT = re.compile(
    r"(?<![\w.@])@?(?P<name>[A-Za-z_][A-Za-z0-9_]{2,31}\.\d{2,9})(?![\w.])"
    r"|(?P<phone>\+?\d(?:[\s().-]?\d){6,14})(?!\d)"
)
"""A username of Signal (`Username` in signalapp/libsignal, rust/usernames/src/constants.rs: 3 to 32
characters, a dot, at least two digits) or a phone number."""


def contact_in(text: str) -> str:
    """Return the first username of Signal, or phone number, of a text; empty for none."""
    found = _CONTACT.search(text)
    return "" if found is None else (found["name"] or found["phone"]).strip()


def is_passed_on(kept: KeptGroup) -> bool:
    """Return whether wishes to join a group can only be passed on to its keepers."""
    return kept.standing is Standing.HANDED_OVER


class Wishes:
    """Limits what is passed on. Joins a transaction.

    Args:
        store: where the marks are.
        clock: the time.
        doors: whom moderators keep out, and who has asked how often.
    """

    def __init__(self, store: Store, clock: Clock, doors: Doors) -> None:
        self._marks = store[JoinMarks]
        self._clock = clock
        self._doors = doors

    def why_not(self, kept: KeptGroup, person: str) -> No | None:
        """Return why a wish cannot be passed on now, or None."""
        if (why := self._doors.kept_out(person, kept.branch, kept.number)) is not None:
            return why
        if self._count("wish", kept.number, person):
            return No.WAITS_ALREADY
        if self._count("asked", person) >= MOST_ASKINGS:
            return No.TOO_OFTEN
        return No.CROWDED if self._count("wishes", kept.number) >= MOST_RINGS else None

    def passed_on(self, kept: KeptGroup, person: str) -> None:
        """Note that a wish was passed on."""
        self._doors.note(DAY, "asked", person)
        self._doors.note(DAY, "wishes", kept.number)
        self._doors.note(REFUSED_FOR, "wish", kept.number, person)

    def _count(self, *what: str | int) -> int:
        return self._marks.count(self._marks.mark(*what), self._clock.now())


def without_contact(text: str) -> str:
    """Return a text without what `contact_in` finds in it, which is shown apart."""
    return " ".join(_CONTACT.sub(" ", text, count=1).split())
