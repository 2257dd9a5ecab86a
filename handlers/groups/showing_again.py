"""After a restore: what waits at doors is shown again, since what showed it was not sent any more.

A backup keeps who asks and what was suggested, and no message that was on its way. Whoever had read
it before reads it twice, with the same number.
"""

from collections.abc import Collection
from dataclasses import replace

from handlers.groups.door_notices import DoorNotices
from handlers.groups.suggesting import show_suggestion
from handlers.services import Services
from relay.groups.requests import JoinMarks, JoinRequest, Waiting

MOST_SHOWN = 3
"""Requests that a keeper is shown one by one; of more they read how many."""


def show_again(services: Services) -> None:
    """Show all that waits to those who answer; joins a transaction."""
    requests = services.doors.requests.all()
    _ask_again([one for one in requests if one.shown], services)
    for request in requests:
        _go_on(request, services)
    for suggestion in services.suggestions.table.all():
        if suggestion.delivery is None:
            show_suggestion(services, suggestion)
        elif services.store.outbox.result(suggestion.delivery) is None:
            services.suggestions.make(suggestion)


def _ask_again(requests: Collection[JoinRequest], services: Services) -> None:
    pairs = [(one, services.doors.group_of(one)) for one in requests]
    known = [(one, group) for one, group in pairs if group is not None]
    if len(known) > MOST_SHOWN:
        keepers = frozenset(keeper for _, group in known for keeper in group.keepers)
        DoorNotices(services, keepers).sum_up()
        return
    for request, group in known:
        shown = DoorNotices(services).asked(request, group)
        services.doors.requests.save(replace(request, shown=dict(shown)))


def _go_on(request: JoinRequest, services: Services) -> None:
    """Have done again what Signal was not asked for any more, and written what was not sent."""
    marks = services.store[JoinMarks]
    if request.by_link:
        marks.forget(marks.mark("noticed", request.number, request.person))
    if request.state not in (Waiting.ADDING, Waiting.LEAVING) or request.delivery is None:
        return
    if services.store.outbox.result(request.delivery) is None:
        services.doors.carry_out(request)
