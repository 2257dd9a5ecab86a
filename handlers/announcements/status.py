"""`status` and `status N`: where an announcement stands, and what waits."""

from datetime import timedelta

from signalbot import DataMessage, DataMessageContext, DataMessageHandler
from signalbot.messages import ReceivedMessage

from handlers.announcements.own import beginning, find_own
from handlers.meetings.rsvp import counts_text
from handlers.notices import place_lines
from handlers.services import Services
from handlers.typed import read_command
from relay.store.announcements import Announcement, State

_NEWEST = 3
_LATELY = timedelta(hours=24)


class Status(DataMessageHandler):
    """Answers `status`."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether an admin types the command."""
        return (
            isinstance(message, DataMessage)
            and read_command(message.text).command == "status"
            and self._services.is_admin(message.source_uuid)
        )

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Say where one announcement stands, or how the relay is."""
        services = self._services
        person = context.message.source_uuid or ""
        rest = read_command(context.message.text).rest
        if not rest:
            await services.say_text(context, self._overview(person))
            return
        found = await find_own(services, context, person, rest, example="status 12")
        if found is not None:
            await services.say_text(context, self._of(found[0]))

    def _overview(self, person: str) -> str:
        services = self._services
        say = services.words.say
        lines = [say("status-waiting", count=services.store.outbox.queued_for_operations())]
        lines += [
            say(
                "status-blocked",
                place=place_name(services, blockage.lane),
                since=services.time.spoken(blockage.since),
                cause=blockage.cause,
            )
            for blockage in services.store.blockages.all()
        ]
        now = services.clock.now()
        if phones := services.store.missed_messages.trusted_since(now - _LATELY):
            lines.append(say("status-new-phones", count=phones))
        own = {branch.slug for branch in services.branches_of(person)}
        newest = services.store.announcements.newest(own, _NEWEST)
        if newest:
            lines += [
                say("status-newest", count=len(newest)),
                *(self._line(announcement) for announcement in newest),
            ]
        return "\n".join(lines)

    def _line(self, announcement: Announcement) -> str:
        return self._services.words.say(
            "status-newest-line", number=str(announcement.id), text=beginning(announcement.text)
        )

    def _of(self, announcement: Announcement) -> str:
        services = self._services
        say = services.words.say
        number = announcement.id
        match announcement.state:
            case State.PROPOSED:
                return say("status-proposed", number=str(number))
            case State.DROPPED:
                return say("status-dropped", number=str(number))
            case State.SCHEDULED if announcement.post_at is not None:
                when = services.time.spoken(announcement.post_at)
                return say("status-scheduled", number=str(number), when=when)
        operation = services.store.operations.latest(number)
        if operation is None or announcement.posted_at is None:
            return say("status-dropped", number=str(number))
        heading = say(
            "status-posted",
            number=str(number),
            when=services.time.spoken(announcement.posted_at),
            kind=operation.kind,
        )
        meeting = services.store.meetings.get(number)
        counts = None if meeting is None else counts_text(services, meeting)
        return "\n".join(
            [heading, *place_lines(services, operation), *([counts] if counts else [])]
        )


def place_name(services: Services, lane: str) -> str:
    """Return what people call a lane."""
    if lane.startswith("bluesky:"):
        slug = lane.partition(":")[2]
        branch = services.branches.get(slug)
        return services.words.say("place-bluesky-of", branch=branch.name if branch else slug)
    return services.words.say("place-signal")
