"""Whoever asks with Signal's own link to be let in goes the same way as others, within its limits.

Signal's answers do not say what came about, and a request there is told of once, when it is new. So
who still asks there although nobody waits for an answer is heard again, once an hour at most. All
here joins the caller's transaction.
"""

from collections.abc import Sequence

from relay.groups.door_notifier import DoorNotifier
from relay.groups.door_rules import DAY, HOUR, No
from relay.groups.doors import Doors
from relay.groups.requests import JoinMarks, Waiting
from relay.groups.tables import KeptGroup, Standing
from relay.signal.types import Group
from relay.store import Store
from relay.time.clock import Clock

_REFUSED = (No.REFUSED, No.AWAY, No.REMOVED)


class LinkRequests:
    """Hears who asks in Signal.

    Args:
        doors: who asks in either way.
        store: where it is noted who was heard.
        clock: the time.
    """

    def __init__(self, doors: Doors, store: Store, clock: Clock) -> None:
        self._doors = doors
        self._marks = store[JoinMarks]
        self._clock = clock

    def hear_of(self, kept: KeptGroup, person: str, notifier: DoorNotifier) -> None:
        """Ask the keepers for somebody who asks with Signal's own link.

        Whoever was refused before, or is kept out, is refused again in silence: else the link would
        lead round that. Where somebody could not ask through the bot either they stay as they are,
        and are heard again later. Who has asked through the bot already waits for that answer. Who
        has not agreed to the standards is told how, and nobody is asked before they have.

        Args:
            kept: the group.
            person: account id.
            notifier: tells keepers.
        """
        doors, group = self._doors, self._doors.declared(kept)
        if doors.request_of(kept, person) is not None:
            return
        doors.note(HOUR, "heard", kept.number, person)
        why = doors.why_not(kept, group, person)
        if why in _REFUSED:
            doors.change(kept.id, remove=person)
        elif why is None and not doors.standards.has_agreed(kept.branch, person):
            doors.note(DAY, "asked", person)
            request = doors.enter(kept, person, "", Waiting.AGREEING, by_link=True)
            if not doors.needs_nobody(kept, group, person):
                doors.ring(request, notifier)
        elif why is None and group.entry == "open":
            doors.note(DAY, "came", person)
            doors.carry_out(doors.enter(kept, person, "", Waiting.ADDING, by_link=True))
        elif why is None:
            doors.note(DAY, "asked", person)
            doors.ring(doors.enter(kept, person, "", Waiting.ASKED, by_link=True), notifier)

    def look(self, groups: Sequence[Group], notifier: DoorNotifier) -> None:
        """Hear again who still asks and waits for nobody: what was done about them did not help.

        Args:
            groups: all that the API knows.
            notifier: tells keepers.
        """
        found = {group.id: group for group in groups if group.member and group.requesting}
        for kept, _ in self._doors.known():
            if kept.id not in found or not kept.agreed or kept.standing is not Standing.KEPT:
                continue
            for one in found[kept.id].requesting:
                if one.account_id is not None and self._is_forgotten(kept, one.account_id):
                    self._hear_again(kept, one.account_id, notifier)

    def _is_forgotten(self, kept: KeptGroup, person: str) -> bool:
        waits = self._doors.request_of(kept, person) is not None
        return not waits and not self._is_noted("heard", kept, person)

    def _hear_again(self, kept: KeptGroup, person: str, notifier: DoorNotifier) -> None:
        if self._is_noted("over", kept, person):
            # They have taken it back, or it has ended, and Signal did not do it.
            self._doors.note(HOUR, "heard", kept.number, person)
            self._doors.change(kept.id, remove=person)
        else:
            self.hear_of(kept, person, notifier)

    def _is_noted(self, what: str, kept: KeptGroup, person: str) -> bool:
        mark = self._marks.mark(what, kept.number, person)
        return self._marks.count(mark, self._clock.now()) > 0
