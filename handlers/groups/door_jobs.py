"""What happens at the doors of groups by itself: what came about, and who waited too long."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from handlers.groups.door_notices import DoorNotices
from handlers.groups.link_notices import LinkNotices
from handlers.groups.suggesting import tell_admins
from handlers.services import Services
from handlers.unasked import tell_late, tell_unasked
from relay.delivery.observers import QuietObserver
from relay.groups.arrivals import Arrivals
from relay.groups.door_rules import HOUR
from relay.groups.requests import JoinRequest, Waiting
from relay.groups.suggestions import Suggestion
from relay.signal.types import Group
from relay.store.outbox import Delivery

_RUNG = (Waiting.AGREEING, Waiting.ASKED)
"""Of what keepers were told."""
MOST_REMINDERS = 3
"""Requests of which a keeper is reminded one by one in an hour; of more they read how many."""


class DoorJobs(QuietObserver):
    """Calls what is due, and hears what Signal refuses.

    Args:
        services: the parts of the relay.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._arrivals = Arrivals(services.doors, services.store, services.clock)
        self._links = LinkNotices(services)
        self._remind_next = services.clock.now()

    def look(self, groups: Sequence[Group]) -> None:
        """See what came about; joins the transaction of a look at the groups."""
        self._arrivals.look(groups, DoorNotices(self._services))

    def remind(self) -> None:
        """Say of each request that nobody has answered, when it is time."""
        self._links.go_on()
        if self._services.clock.now() >= self._remind_next and (due := self._arrivals.due()):
            self._remind_next = self._services.clock.now() + HOUR
            with self._services.store.transaction():
                self._remind_all(due)

        suggestions = self._services.suggestions
        for suggestion in suggestions.due():
            with self._services.store.transaction():
                self._remind_of(suggestion)

    def _remind_all(self, due: Sequence[JoinRequest]) -> None:
        """Remind keepers of each request, or of all at once where they are many."""
        services = self._services
        rung = [(one, services.doors.group_of(one)) for one in due if one.state in _RUNG]
        counts = Counter(keeper for _, group in rung if group for keeper in group.keepers)
        told_at_once = frozenset(one for one, count in counts.items() if count > MOST_REMINDERS)
        notices = DoorNotices(services, told_at_once)
        for request in due:
            self._arrivals.remind(request, notices)
        notices.sum_up()

    def _remind_of(self, suggestion: Suggestion) -> None:
        """Say of a suggestion that nobody has answered, or that it has ended."""
        services = self._services
        over = services.suggestions.is_over(suggestion)
        if over:
            services.suggestions.table.forget(suggestion)
        else:
            services.suggestions.table.save(replace(suggestion, told=True))
        to_proposer = "suggest-ended" if over else "suggest-unanswered"
        name = suggestion.name
        to_admins = "suggest-ended-admins" if over else "suggest-reminder"
        tell_late(services, suggestion.person, lambda to: to.words.say(to_proposer, name=name))
        tell_admins(services, suggestion, to_admins, but=suggestion.person)

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """A group was made: tell who suggested it, and who agreed."""
        services = self._services
        suggestion = services.suggestions.made(delivery, result)
        if suggestion is not None:
            tell_unasked(services, suggestion.person, "suggest-made", name=suggestion.name)
            tell_admins(services, suggestion, "suggest-made-admins", but=suggestion.person)

    def failed(self, delivery: Delivery, reason: str) -> None:
        """Signal refuses for good: tell both sides."""
        services = self._services
        suggestion = services.suggestions.made_by(delivery)
        if suggestion is not None:
            services.suggestions.table.forget(suggestion)
            tell_unasked(services, suggestion.person, "suggest-failed", name=suggestion.name)
            tell_admins(services, suggestion, "suggest-failed-admins", but=suggestion.person)
        ended = self._arrivals.refused_by_signal(delivery)
        if ended is not None:
            DoorNotices(self._services).stuck(*ended, reason)
