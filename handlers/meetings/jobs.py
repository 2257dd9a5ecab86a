"""What happens by itself: meetings come up, reminders go out."""

from collections.abc import Callable, Sequence

from handlers.meetings.apply import publish, reminders_of, take_down
from handlers.meetings.times import date_of
from handlers.services import Services
from relay.meetings.questions import ENDING
from relay.meetings.tables import Meetings, polls, reminders
from relay.meetings.unsettled import to_tell
from relay.store.topics import Failed


class MeetingJobs:
    """Goes round with the others. Each round may be repeated and changes nothing twice."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._reminders = reminders_of(services)

    def steps(self) -> tuple[Callable[[], None], ...]:
        """Return what to do in a round, in order. None needs that the one before it succeeded."""
        return (self.settle, self._reminders.tick, self.tell_of_open, self.tell_of_failures)

    def tidy(self) -> None:
        """Forget reminders of long ago, and who followed what is over; joins a transaction."""
        self._reminders.tidy()

    def settle(self) -> None:
        """Make what was posted a meeting that everybody sees, and forget what was dropped."""
        services = self._services
        for meeting, state in services.store[Meetings].undecided():
            with services.store.transaction():
                if state == "posted":
                    publish(services, meeting)
                else:
                    services.store[Meetings].discard(meeting.id)
        for meeting in services.store[Meetings].retracted(services.clock.now()):
            with services.store.transaction():
                take_down(services, meeting)

    def tell_of_open(self) -> None:
        """Tell a branch's admins some days before a date that its time or place is still open."""
        services, now = self._services, self._services.clock.now()
        for meeting, told in services.store[Meetings].still_open(now):
            date, branch = to_tell(meeting, told, now), services.branches.get(meeting.branch)
            if date is None or branch is None:
                continue
            with services.store.transaction():
                services.store[Meetings].told_open(meeting.id, date.start)
                for admin in branch.admins:
                    services.tell(
                        admin,
                        "meeting-still-open",
                        number=str(meeting.id),
                        title=meeting.title,
                        when=date_of(services, date),
                        lacks="both" if len(date.lacks) > 1 else date.lacks[0],
                    )

    def tell_of_failures(self) -> None:
        """Tell a branch's admins which group a reminder or a question did not get into or out of.

        Where all went well nothing is said: nobody wants a receipt of every reminder.
        """
        topics = self._services.store.topics
        for beginning, message in _OURS:
            if topics.has_failed(beginning):
                with self._services.store.transaction():
                    self._tell_failed(topics.failed(beginning), message)

    def _tell_failed(self, failures: Sequence[Failed], message: str) -> None:
        services = self._services
        numbers = {failed.topic: int(failed.topic.split(":")[1]) for failed in failures}
        for topic, number in numbers.items():
            meeting = services.store[Meetings].get(number)
            branch = None if meeting is None else services.branches.get(meeting.branch)
            if meeting is None or branch is None:
                continue
            lines = "\n".join(self._line(one) for one in failures if one.topic == topic)
            for admin in branch.admins:
                services.tell(admin, message, number=str(number), title=meeting.title, lines=lines)

    def _line(self, failed: Failed) -> str:
        say, name = self._services.words.say, self._services.group_name(failed.group)
        return say("place-line", place=name, state="failed", reason=failed.reason or "none")


_OURS = (
    (reminders.TOPIC, "reminder-failed"),
    (polls.TOPIC, "rsvp-failed"),
    (ENDING, "rsvp-end-failed"),
)
