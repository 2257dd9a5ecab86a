"""Whoever asks in Signal to be let in reads that it was noticed: one after the other, behind all.

Nobody of them has written to the bot, and Signal asks who writes to many strangers at once for a
captcha.
"""

from handlers.groups.door_notices import DoorNotices
from handlers.services import Services
from relay.groups.arrivals import LONGEST
from relay.groups.newcomers import APART
from relay.groups.requests import JoinMarks, JoinRequest, Waiting
from relay.signal.outgoing import SIGNAL_LANE, SUBSCRIBERS_LANE


class LinkNotices:
    """Writes to the next of them, if it is time.

    Args:
        services: the parts of the relay.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._marks = services.store[JoinMarks]
        self._next = services.clock.now()

    def go_on(self) -> None:
        """Write to whoever has waited longest and was not written to."""
        services, now = self._services, self._services.clock.now()
        if now < self._next:
            return
        waiting = (one for one in services.doors.requests.all() if self._is_new(one))
        request = next(waiting, None)
        group = None if request is None else services.doors.group_of(request)
        lanes = (SIGNAL_LANE, SUBSCRIBERS_LANE)
        if request is None or group is None or any(map(services.store.breakers.of, lanes)):
            return
        with services.store.transaction():
            self._marks.note(self._mark(request), now + LONGEST)
            DoorNotices(services).noticed(request, group)
        self._next = now + APART

    def _is_new(self, request: JoinRequest) -> bool:
        if not request.by_link or request.state not in (Waiting.AGREEING, Waiting.ASKED):
            return False
        return not self._marks.count(self._mark(request), self._services.clock.now())

    def _mark(self, request: JoinRequest) -> bytes:
        return self._marks.mark("noticed", request.number, request.person)
