"""What happens to the contact list by itself: a question once a year, and an end without answer."""

from datetime import datetime, timedelta

from handlers.contact_list.texts import branch_name, command_of
from handlers.services import Services
from handlers.unasked import tell_late
from relay.contact_list.entries import Entry
from relay.signal.outgoing import SIGNAL_LANE, SUBSCRIBERS_LANE

APART = timedelta(seconds=15)
"""Between two questions: those who came on one day are not all asked within a minute."""


class ContactJobs:
    """Asks and ends, one at a time; each in a transaction of its own.

    Args:
        services: the parts of the relay.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._next = services.clock.now()

    def go_on(self) -> None:
        """Do what is due; called every round."""
        services = self._services
        self._end(services.contacts.next_closed(), "contact-closed")
        self._end(services.contacts.next_ended(), "contact-ended")
        self._ask()
        services.letters.go_on()
        services.invitations.go_on()

    def tidy(self) -> None:
        """Forget what is over; joins a transaction."""
        self._services.invitations.tidy()

    def _end(self, entry: Entry | None, message: str) -> None:
        services = self._services
        if entry is None:
            return
        with services.store.transaction():
            services.contacts.remove(entry)
            branch = branch_name(services, entry.branch)
            tell_late(
                services,
                entry.given.person,
                lambda to: to.words.say(message, branch=branch, command=command_of(to)),
            )

    def _ask(self) -> None:
        services, now = self._services, self._services.clock.now()
        if now < self._next or self._has_to_wait(now):
            return
        entry = services.contacts.next_to_ask()
        if entry is None:
            return
        with services.store.transaction():
            ends = services.contacts.asked(entry)
            branch = branch_name(services, entry.branch)
            tell_late(
                services,
                entry.given.person,
                lambda to: to.words.say(
                    "contact-stay",
                    branch=branch,
                    since=to.time.day(entry.agreed),
                    ends=to.time.day(ends),
                    command=command_of(to),
                ),
            )
        self._next = now + APART

    def _has_to_wait(self, now: datetime) -> bool:
        settings, breakers = self._services.settings, self._services.store.breakers
        is_night = settings.announcements.is_night(now, settings.timezone)
        return is_night or any(breakers.of(lane) for lane in (SIGNAL_LANE, SUBSCRIBERS_LANE))
