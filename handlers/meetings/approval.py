"""The second admin's word on changes of meetings, in a branch that wants two."""

from hashlib import sha256
from typing import Any, ClassVar, Self

from handlers.conversation.approval import Proposed, propose, proposed_in, waits_already
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.state import State
from handlers.meetings.planning import plan
from handlers.meetings.requested import RequestedChange, who_is_told
from handlers.meetings.rsvp import preview_parts
from handlers.meetings.texts import question_text
from handlers.services import Services
from relay.meetings.changes import AddPapers, AnyRequest, AskWhoComes
from relay.meetings.meeting import Meeting
from relay.meetings.tables import Meetings
from relay.settings import Branch


class ProposedChange(RequestedChange, Proposed):
    """It waits for another admin. Calling a meeting off takes one: what is off cannot wait.

    Attributes:
        seen: a hash of what people would read of it, as it was shown.
    """

    name: ClassVar[str] = "meeting.proposed"
    answers_message: ClassVar[str] = "meeting-proposal-answers"

    seen: str = ""

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say so, whatever takes its place: others have been asked."""
        self.let_go(services)
        if not coming.is_discreet:
            self.say_left(services, person)

    def shown_text(self, services: Services) -> str:
        """Return what would change, who is told and what they read."""
        meeting = services.store[Meetings].get(self.number)
        return "" if meeting is None else _for_others(services, meeting, self.what)

    def shown_files(self, services: Services) -> tuple[int, ...]:
        """Return the papers that would be added."""
        return (
            tuple(file[0] for file in self.what.files) if isinstance(self.what, AddPapers) else ()
        )

    def is_as_shown(self, services: Services) -> bool:
        """Whether people would read what was shown; what is over or off says so itself."""
        now = _seen(services, self.number, self.what)
        return now is None or now == self.seen

    def bound(self, services: Services) -> Self:
        """Return it, bound to what people would read of it now."""
        return self.but(seen=_seen(services, self.number, self.what) or "")

    def show_again(self, services: Services, author: str) -> str:
        """Bind it to what people would read of it now."""
        services.revise(author, self.bound(services))
        return "agree-look-again"

    async def agree(self, heard: HeardMessage, author: str) -> None:
        """Carry it out."""
        heard.services.record(heard.person, "agree-meeting-change", self.number)
        heard.services.tell(author, "agree-was-agreed", number=str(self.number))
        await self.carry_out(heard, author)

    async def refuse(self, heard: HeardMessage, author: str) -> None:
        """Leave the meeting as it is."""
        self.let_go(heard.services)
        heard.services.record(heard.person, "refuse-meeting-change", self.number)
        await heard.say("meeting-change-left", number=str(self.number))


async def propose_change(
    heard: Heard[Any],
    branch: Branch,
    meeting: Meeting,
    proposed: ProposedChange,
    waits: str = "edit-proposed",
) -> None:
    """Ask the other admins of the branch, and wait for one of them."""
    services = heard.services
    if proposed.what.date_in(meeting, services.clock.now()) is None:
        await heard.say("meeting-date-gone", number=str(meeting.id))
        proposed.let_go(services)
        return
    if await waits_already(heard, branch, meeting.id):
        proposed.let_go(services)
        return
    services.record(heard.person, "propose-meeting-change", meeting.id)
    await propose(heard, branch, proposed.bound(services), waits)


def drop_moot(services: Services, branch: Branch, number: int) -> None:
    """End a change that waits of a meeting that is off now, and tell who asked for it."""
    found = proposed_in(services, branch, number)
    if found is not None and isinstance(found[1], ProposedChange):
        services.store.conversations.end(found[0])
        found[1].let_go(services)
        services.tell(found[0], "meeting-is-off", number=str(number))


def _seen(services: Services, number: int, what: AnyRequest) -> str | None:
    """Return a hash of what people would read of a request now, None where it is over or off."""
    meeting = services.store[Meetings].get(number)
    date = None if meeting is None else what.date_in(meeting, services.clock.now())
    if meeting is None or date is None:
        return None
    if isinstance(what, AskWhoComes):
        read = question_text(services.in_public, date)
    else:
        planned = plan(services, meeting, what)
        read = "" if planned is None else f"{planned.notice}\0{planned.public.text}"
    return sha256(read.encode()).hexdigest()


def _for_others(services: Services, meeting: Meeting, what: AnyRequest) -> str:
    """What another admin reads who has to agree."""
    say, branch = services.words.say, services.branches[meeting.branch]
    if isinstance(what, AskWhoComes):
        heading, date = "rsvp-proposal", what.date_in(meeting, services.clock.now())
        parts = [] if date is None else preview_parts(services, date)
    else:
        heading, planned = "meeting-change-proposal", plan(services, meeting, what)
        told = [] if planned is None else [who_is_told(services, meeting, planned)]
        parts = [] if planned is None else [planned.heading, *told]
    return "\n\n".join([say(heading, branch=branch.name, number=str(meeting.id)), *parts])
