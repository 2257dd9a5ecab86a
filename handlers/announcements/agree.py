"""`agree N` and `refuse N`: the second admin's answer to a proposal."""

from signalbot import DataMessage, DataMessageContext, DataMessageHandler
from signalbot.messages import ReceivedMessage

from handlers.announcements.decide import record, release
from handlers.announcements.own import find_own
from handlers.announcements.second import decide_edit, proposed_edit
from handlers.services import Services
from handlers.typed import read_command
from relay.store.announcements import State


class Agree(DataMessageHandler):
    """Decides a proposal. Nobody agrees to their own unless nobody else has to."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether an admin types one of the two commands."""
        return (
            isinstance(message, DataMessage)
            and read_command(message.text).command in ("agree", "refuse")
            and self._services.is_admin(message.source_uuid)
        )

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Post, schedule or drop the proposal."""
        services = self._services
        person = context.message.source_uuid or ""
        typed = read_command(context.message.text)
        found = await find_own(services, context, person, typed.rest, example=f"{typed.command} 12")
        if found is None:
            return
        announcement, _ = found
        branch = services.branches[announcement.branch]
        edit = proposed_edit(services, announcement)
        if edit is not None:
            await decide_edit(services, context, person, announcement, edit, typed.command)
        elif announcement.state is not State.PROPOSED:
            await services.say(context, "agree-already-decided", number=str(announcement.id))
        elif typed.command == "refuse":
            services.store.announcements.move_to(announcement.id, State.DROPPED, approver=person)
            record(services, person, "refuse", announcement)
            if announcement.author != person:
                services.tell(announcement.author, "agree-was-refused", number=str(announcement.id))
            await services.say(context, "agree-refused", number=str(announcement.id))
        elif person == announcement.author and announcement.author in branch.admins:
            await services.say(context, "agree-own", number=str(announcement.id))
        else:
            record(services, person, "agree", announcement)
            text = release(services, announcement, person)
            if announcement.author != person:
                services.tell(announcement.author, "agree-was-agreed", number=str(announcement.id))
            await services.say_text(context, text)
