"""What came of a request: who is in by now, who was only invited, and of whom nothing came."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from relay.groups.declared import DeclaredGroup
from relay.groups.door_notifier import DoorNotifier
from relay.groups.door_rules import DAY, NEW_FOR
from relay.groups.doors import Doors
from relay.groups.link_requests import LinkRequests
from relay.groups.requests import JoinRequest, Waiting
from relay.groups.rosters import Roster, Rosters
from relay.groups.tables import Standing
from relay.signal.outgoing import SIGNAL_LANE
from relay.signal.types import Group
from relay.store import Store
from relay.store.outbox import Delivery
from relay.time.clock import Clock

ACTION = "change_members"
MOST_TRIES = 3
"""How often Signal is asked for the same before both sides hear that it does not work."""
FIRST_REMINDER = timedelta(hours=24)
SECOND_REMINDER = timedelta(hours=48)
LONGEST = timedelta(days=14)
"""How long a request stays open, and an invitation that nobody accepts."""


class Arrivals:
    """Looks whether what was asked of Signal came about, and who has waited for too long.

    Args:
        doors: who asks.
        store: the outbox, and who was in each group at the last look.
        clock: the time.
    """

    def __init__(self, doors: Doors, store: Store, clock: Clock) -> None:
        self._doors = doors
        self._requests = doors.requests
        self._rosters = store[Rosters]
        self._store = store
        self._clock = clock
        self._links = LinkRequests(doors, store, clock)

    def look(self, groups: Sequence[Group], notifier: DoorNotifier) -> None:
        """See what came about since the last look, after the rosters were compared.

        Args:
            groups: all that the API knows.
            notifier: tells people.
        """
        self._doors.admins.note(groups)
        known = {kept.number: (kept, group) for kept, group in self._doors.known()}
        for request in self._requests.all():
            if request.group_number not in known:
                self._doors.forget(request)
                notifier.ended(request, None)
                continue
            kept, group = known[request.group_number]
            if kept.standing is Standing.HANDED_OVER:
                self._doors.forget(request)
                notifier.handed_over(request, group)
                continue
            roster = self._rosters.of(kept.number)
            if roster is not None:
                self._settle(request, group, roster, notifier)
            elif not request.is_open:
                self._try_again(request, group, notifier)
        self._links.look(groups, notifier)
        self._doors.standards.look(groups, {group.id: group for _, group in known.values()})

    def due(self) -> list[JoinRequest]:
        """Return the requests of which it is time to say that nobody has answered."""
        now = self._clock.now()
        return [one for one in self._requests.all() if _is_due(one, now)]

    def remind(self, request: JoinRequest, notifier: DoorNotifier) -> None:
        """Say that nobody has answered; end it where it has lasted too long."""
        group = self._doors.group_of(request)
        if group is None or self._clock.now() >= request.asked_at + LONGEST:
            self._doors.forget(request)
            if group is not None:
                self._doors.undo(request, group)
            notifier.ended(request, group)
            return
        told = replace(request, told=2 if self._is_late(request) else 1)
        self._requests.save(told)
        notifier.reminded(told, group)

    def refused_by_signal(self, delivery: Delivery) -> tuple[JoinRequest, DeclaredGroup] | None:
        """Forget what Signal refuses for good; return it, for both sides to be told."""
        if delivery.lane != SIGNAL_LANE or delivery.action != ACTION:
            return None
        request = next((r for r in self._requests.all() if r.delivery == delivery.id), None)
        group = None if request is None else self._doors.group_of(request)
        if request is None or group is None:
            return None
        self._give_up(request)
        return request, group

    def _settle(
        self, request: JoinRequest, group: DeclaredGroup, roster: Roster, notifier: DoorNotifier
    ) -> None:
        """Compare what somebody waits for with what is."""
        inside, person = roster.has_member(request.person), request.person
        if request.state is Waiting.LEAVING:
            if inside or roster.is_pending(person):
                self._try_again(request, group, notifier)
            else:
                self._doors.forget(request)
                notifier.settled(request, group)
        elif inside:
            self._doors.forget(request)
            self._doors.note(NEW_FOR, "new", request.group_number, person)
            if request.state in (Waiting.ASKED, Waiting.AGREEING):
                notifier.answered(request, group, "")
            notifier.settled(request, group)
        elif request.is_open:
            if request.by_link and not roster.is_asking(person):
                self._gone_from_signal(request, group, notifier)
        elif roster.is_pending(person):
            if request.state is not Waiting.PENDING:
                self._requests.save(replace(request, state=Waiting.PENDING))
                notifier.invited(request, group)
        elif request.state is Waiting.PENDING:
            self._doors.forget(request)
            notifier.uninvited(request, group)
        else:
            self._try_again(request, group, notifier)

    def _try_again(
        self, request: JoinRequest, group: DeclaredGroup, notifier: DoorNotifier
    ) -> None:
        """Ask Signal once more, if it has been asked and nothing came of it."""
        if request.delivery is not None and self._store.outbox.result(request.delivery) is None:
            return
        if request.tries < MOST_TRIES:
            self._doors.carry_out(request)
            return
        self._give_up(request)
        notifier.stuck(request, group, "")

    def _gone_from_signal(
        self, request: JoinRequest, group: DeclaredGroup, notifier: DoorNotifier
    ) -> None:
        """End what was asked in Signal and is no longer there; what was asked here goes on.

        Whether somebody has taken it back there or was turned away is not told.
        """
        if request.state is Waiting.VOUCHING:
            # Earlier releases noted so that somebody who gathers vouches has used the link too.
            self._requests.save(replace(request, by_link=False))
            return
        self._doors.forget(request)
        notifier.gone_from_signal(request, group)

    def _give_up(self, request: JoinRequest) -> None:
        """Forget what Signal does not do, and do not hear of it again the next moment."""
        self._doors.forget(request)
        self._doors.note(DAY, "heard", request.group_number, request.person)

    def _is_late(self, request: JoinRequest) -> bool:
        return self._clock.now() >= request.asked_at + SECOND_REMINDER


def _is_due(request: JoinRequest, now: datetime) -> bool:
    waits = now - request.asked_at
    if waits >= LONGEST:
        return True
    if not request.is_open:
        return False
    if request.state is Waiting.ASKED and request.told < 1 and waits >= FIRST_REMINDER:
        return True
    return request.told < 2 and waits >= SECOND_REMINDER
