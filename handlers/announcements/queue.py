"""`queue` and `cancel N`: what waits for its time or for another admin."""

from signalbot import DataMessage, DataMessageContext, DataMessageHandler
from signalbot.messages import ReceivedMessage

from handlers.announcements.decide import record
from handlers.announcements.own import beginning, find_own
from handlers.services import Services
from handlers.typed import read_command
from relay.store.announcements import Announcement, State


class Queue(DataMessageHandler):
    """Lists what waits."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether an admin types the command."""
        return (
            isinstance(message, DataMessage)
            and read_command(message.text).command == "queue"
            and self._services.is_admin(message.source_uuid)
        )

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Answer with one line for each."""
        services = self._services
        branches = services.branches_of(context.message.source_uuid)
        waiting = services.store.announcements.scheduled({branch.slug for branch in branches})
        if not waiting:
            await services.say(context, "queue-empty")
            return
        lines = "\n".join(self._line(announcement) for announcement in waiting)
        await services.say(context, "queue-list", count=len(waiting), lines=lines)

    def _line(self, announcement: Announcement) -> str:
        services = self._services
        branch = services.branches[announcement.branch].name
        text = beginning(announcement.text)
        if announcement.state is State.PROPOSED:
            return services.words.say(
                "queue-line-proposed", number=str(announcement.id), branch=branch, text=text
            )
        assert announcement.post_at is not None  # noqa: S101 -- nothing is scheduled without
        return services.words.say(
            "queue-line",
            number=str(announcement.id),
            branch=branch,
            when=services.time.spoken(announcement.post_at),
            text=text,
        )


class CancelQueued(DataMessageHandler):
    """Drops one that waits. Not for what has been posted: that is `retract`."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether an admin types the command with a number."""
        if not isinstance(message, DataMessage) or not self._services.is_admin(message.source_uuid):
            return False
        return read_command(message.text).command == "cancel"

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Drop it and say so."""
        services = self._services
        person = context.message.source_uuid or ""
        rest = read_command(context.message.text).rest
        found = await find_own(services, context, person, rest, example="cancel 12")
        if found is None:
            return
        announcement, _ = found
        if announcement.state not in (State.SCHEDULED, State.PROPOSED):
            await services.say(context, "cancel-too-late", number=str(announcement.id))
            return
        services.store.announcements.move_to(announcement.id, State.DROPPED)
        record(services, person, "cancel", announcement)
        await services.say(context, "cancel-done", number=str(announcement.id))
