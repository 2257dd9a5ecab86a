"""The second admin's word on a change of a meeting, in a branch that wants two.

As with a correction of an announcement; calling a meeting off takes one, since what is off misleads
nobody and cannot wait.

State of the conversation of who wants it:

    meeting.proposed   as `meeting.change`, waiting for another admin
"""

from typing import Any

from signalbot import Context, DataMessage, DataMessageContext, DataMessageHandler, EditMessage
from signalbot.messages import ReceivedMessage

from handlers.meetings.changing import carry_on, drop_holder, parts_for_others
from handlers.meetings.rsvp import RSVP
from handlers.services import Services
from handlers.typed import read_command, read_number
from relay.meetings.meeting import Meeting
from relay.meetings.tables import Meetings
from relay.settings import Branch
from relay.store.conversations import Conversation

PROPOSED = "meeting.proposed"


async def propose(
    services: Services, context: Context[Any], waiting: Conversation, meeting: Meeting
) -> None:
    """Ask the other admins of the branch, and wait for one of them."""
    say, number, person = services.words.say, str(meeting.id), waiting.person
    branch = services.branches[meeting.branch]
    shown = parts_for_others(services, meeting, waiting)
    if not shown:
        await services.say(context, "meeting-date-gone", number=number)
        drop_holder(services, waiting)
        return
    if (standing := proposed_change(services, branch, meeting.id)) is not None:
        await say_waits(services, context, standing, person)
        drop_holder(services, waiting)
        return
    asks = waiting.data["kind"] == RSVP
    heading = "rsvp-proposal" if asks else "meeting-change-proposal"
    parts = [
        say(heading, branch=branch.name, number=number),
        *shown,
        say("meeting-proposal-answers", number=number),
    ]
    others = [admin for admin in branch.admins if admin != person]
    for admin in others:
        services.tell_text(admin, lambda _: "\n\n".join(parts))
    services.store.audit.record(
        actor=person,
        action="propose-meeting-change",
        subject=f"announcement {meeting.id}",
        now=services.clock.now(),
    )
    services.wait_for(person, PROPOSED, **waiting.data)
    until = services.time.spoken(services.clock.now() + services.patience)
    await services.say(context, "edit-proposed", number=number, others=len(others), until=until)


async def say_waits(
    services: Services, context: Context[Any], standing: Conversation, person: str
) -> None:
    """Say that a change of the same meeting waits already: two could not be told apart."""
    message = "meeting-waits-own" if standing.person == person else "meeting-waits-other"
    await services.say(context, message, number=str(standing.data["number"]))


class AgreeToChange(DataMessageHandler):
    """`agree 12` and `refuse 12` where a change of meeting 12 waits."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether an admin of the branch answers a change that waits."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        typed = read_command(message.text)
        number, _ = read_number(typed.rest)
        if typed.command not in ("agree", "refuse") or number is None:
            return False
        return _proposed(self._services, message.source_uuid or "", number) is not None

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Carry it out or drop it; nobody agrees to their own."""
        services = self._services
        person = context.message.source_uuid or ""
        typed = read_command(context.message.text)
        number, _ = read_number(typed.rest)
        proposed = None if number is None else _proposed(services, person, number)
        if proposed is None:
            return
        name = str(number)
        if typed.command == "agree" and person == proposed.person:
            await services.say(context, "edit-own", number=name)
            return
        services.store.conversations.end(proposed.person)
        if typed.command == "agree":
            services.tell(proposed.person, "agree-was-agreed", number=name)
            await carry_on(services, context, proposed)
            return
        drop_holder(services, proposed)
        if person != proposed.person:
            services.tell(proposed.person, "edit-was-refused", number=name)
        await services.say(context, "meeting-change-left", number=name)


def _proposed(services: Services, person: str, number: int) -> Conversation | None:
    meeting = services.store[Meetings].get(number)
    branch = None if meeting is None else services.branches.get(meeting.branch)
    if branch is None or person not in branch.admins:
        return None
    return proposed_change(services, branch, number)


def proposed_change(services: Services, branch: Branch, number: int) -> Conversation | None:
    """Return the change of a meeting that waits for another admin, or None."""
    for admin in branch.admins:
        waiting = services.store.conversations.of(admin)
        if (
            waiting is not None
            and waiting.name == PROPOSED
            and waiting.data["number"] == number
            and waiting.expires_at > services.clock.now()
        ):
            return waiting
    return None
