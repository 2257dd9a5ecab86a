"""Changes of a published meeting, and the question who comes: shown, and carried out at a yes."""

from typing import Any, ClassVar

from handlers.announcements.arriving import is_night, night_change_text
from handlers.announcements.preview import left_out_text
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.state import Pending
from handlers.meetings.apply import groups_of
from handlers.meetings.approval import ProposedChange, drop_moot, propose_change
from handlers.meetings.files import hold
from handlers.meetings.planning import plan
from handlers.meetings.privacy import personal_lines
from handlers.meetings.requested import RequestedChange, own_meeting, who_is_told
from handlers.meetings.rsvp import asked_already, next_to_ask, preview_parts, say_counts
from handlers.services import Services
from relay.meetings.changes import (
    AddPapers,
    AnyRequest,
    AskWhoComes,
    CallingOff,
    Cancel,
    Explain,
    MeetingChange,
)
from relay.meetings.meeting import Meeting
from relay.meetings.tables import Meetings
from relay.settings import Branch


class ConfirmChange(RequestedChange, Pending):
    """It waits for a yes."""

    name: ClassVar[str] = "meeting.change"

    async def accept(self, heard: Heard[Any]) -> None:
        """Carry it out, or ask another admin; at night, ask first whether it can wait."""
        meeting = heard.services.store[Meetings].get(self.number)
        if meeting is not None and self._wakes_people(heard.services, meeting):
            heard.enter(self)
            await heard.say_text(night_change_text(heard.services))
            return
        await self.settle(heard)

    def _wakes_people(self, services: Services, meeting: Meeting) -> bool:
        """Whether groups would get it at night: what is off cannot wait, and is not asked about."""
        if isinstance(self.what, CallingOff) or not groups_of(services, meeting):
            return False
        return is_night(services, services.clock.now())

    async def settle(self, heard: Heard[Any]) -> None:
        """Carry it out, or ask another admin."""
        heard.leave()
        meeting = own_meeting(heard.services, heard.person, self.number)
        branch = None if meeting is None else heard.services.branches.get(meeting.branch)
        wants_two = branch is not None and branch.approvals > 1 and self.what.needs_two
        if meeting is not None and branch is not None and wants_two:
            await propose_change(heard, branch, meeting, self.becomes(ProposedChange))
        elif branch is not None and _reason_waits(branch, self.what):
            await self._call_off_first(heard, branch)
        elif await self.carry_out(heard, heard.person) and branch is not None:
            self._drop_moot(heard, branch)

    async def refuse(self, heard: Heard[Any]) -> None:
        """Leave the meeting as it is."""
        heard.leave()
        self.let_go(heard.services)
        asks = isinstance(self.what, AskWhoComes)
        await heard.say("rsvp-left" if asks else "meeting-change-left", number=str(self.number))

    async def _call_off_first(self, heard: Heard[Any], branch: Branch) -> None:
        """Call it off at once, and ask another admin whether people may read why."""
        what = self.what
        if not isinstance(what, Cancel):
            return
        unsaid = self.but(what=what.model_copy(update={"reason": ""}))
        if not await unsaid.carry_out(heard, heard.person):
            return
        self._drop_moot(heard, branch)
        meeting = heard.services.store[Meetings].get(self.number)
        if meeting is not None:
            why = Explain(date=what.date, reason=what.reason, all=what.all)
            proposed = ProposedChange(number=self.number, what=why)
            await propose_change(heard, branch, meeting, proposed, "meeting-reason-proposed")

    def _drop_moot(self, heard: Heard[Any], branch: Branch) -> None:
        meeting = heard.services.store[Meetings].get(self.number)
        if meeting is not None and meeting.is_cancelled:
            drop_moot(heard.services, branch, self.number)

    async def widen(self, heard: HeardMessage) -> None:
        """Take "all": every date of what is called off, and else a yes."""
        meeting = heard.services.store[Meetings].get(self.number)
        if isinstance(self.what, Cancel) and meeting is not None:
            await show_change(heard, meeting, self.what.model_copy(update={"all": True}))
        else:
            await self.accept(heard)


async def show_change(heard: Heard[Any], meeting: Meeting, change: MeetingChange) -> None:
    """Show what would change and who is told, and wait for a yes."""
    services, number = heard.services, str(meeting.id)
    say = services.words.say
    date = change.date_in(meeting, services.clock.now())
    planned = None if date is None else plan(services, meeting, change)
    if date is None or planned is None:
        await heard.say("meeting-is-over", number=number)
        return
    if planned.after == meeting:
        await heard.say("meeting-same-already")
        return
    branch = services.branches[meeting.branch]
    papers = change if isinstance(change, AddPapers) else AddPapers()
    one = isinstance(change, Cancel) and change.is_of_one(meeting)
    parts = [
        planned.heading,
        *([left_out_text(services, papers.refused)] if papers.refused else []),
        *([say("meeting-cancel-one-date", number=number)] if one else []),
        who_is_told(services, meeting, planned),
        *([say("meeting-reason-waits")] if _reason_waits(branch, change) else []),
        say("meeting-change-answers"),
    ]
    holder = hold(services, heard.person, None, [file[0] for file in papers.files])
    dated = change.model_copy(update={"date": date.original})
    await _wait(heard, meeting, dated, parts, holder)


class AskPublicChange(RequestedChange):
    """May everybody read what may be somebody's own in a change?"""

    name: ClassVar[str] = "meeting.change.public"


async def show_or_ask(heard: Heard[Any], meeting: Meeting, change: MeetingChange) -> None:
    """Show what would change; first ask about what in it may be somebody's own."""
    lines = personal_lines(heard.services, change)
    if not lines:
        await show_change(heard, meeting, change)
        return
    heard.enter(AskPublicChange(number=meeting.id, what=change))
    said = "\n".join(lines)
    await heard.say("meeting-change-ask-public", lines=said, count=len(lines))


async def show_question(heard: Heard[Any], meeting: Meeting) -> None:
    """Show what the groups would be asked and wait for a yes; or what they have answered."""
    services = heard.services
    date = next_to_ask(services, meeting)
    if date is None:
        await heard.say("meeting-is-over", number=str(meeting.id))
    elif asked_already(services, date) is not None:
        await say_counts(heard, meeting)
    elif not groups_of(services, meeting):
        await heard.say("rsvp-no-group")
    else:
        parts = [*preview_parts(services, date), services.words.say("rsvp-answers")]
        question = AskWhoComes(date=date.original, start=date.start)
        await _wait(heard, meeting, question, parts, None)


async def _wait(
    heard: Heard[Any], meeting: Meeting, what: Any, parts: list[str], holder: int | None
) -> None:
    sent = await heard.say_text("\n\n".join(parts))
    heard.enter(ConfirmChange(number=meeting.id, what=what, holder=holder, preview=sent.delivery))


def _reason_waits(branch: Branch, what: AnyRequest | MeetingChange) -> bool:
    """Whether it is called off at once and its reason only once another admin agrees."""
    return branch.approvals > 1 and isinstance(what, Cancel) and bool(what.reason)
