"""Changes of a published meeting, and the question who comes: shown, and carried out at a yes."""

from functools import partial
from typing import Any, ClassVar

from pydantic import model_validator

from handlers.announcements.preview import left_out_text
from handlers.conversation.approval import Proposed, propose, proposed_in
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.state import Pending
from handlers.meetings.apply import apply, groups_of, is_posted, publish
from handlers.meetings.files import draw, hold, notice_of
from handlers.meetings.planning import PlannedChange, plan
from handlers.meetings.rsvp import (
    ask_groups,
    asked_already,
    next_to_ask,
    preview_parts,
    question_lines,
    say_counts,
)
from handlers.meetings.states import AboutMeeting
from handlers.public_places import replies_shown, say_of
from handlers.services import Services
from relay.announcements.preview import PublicNotice
from relay.announcements.service import NotPosted
from relay.meetings.changes import AddPapers, AnyRequest, AskWhoComes, Cancel, MeetingChange
from relay.meetings.meeting import Meeting, MeetingState
from relay.meetings.tables import Meetings
from relay.settings import Branch
from relay.store.announcements import Announcement


class ChangesMeeting(AboutMeeting):
    """A change of a published meeting, whatever is asked about it.

    Attributes:
        number: the meeting's.
    """

    number: int

    def say_expired(self, services: Services, person: str) -> None:
        """Say so."""
        services.tell(person, "meeting-change-expired", number=str(self.number))

    def say_left(self, services: Services, person: str) -> None:
        """Say so."""
        services.tell(person, "meeting-change-left", number=str(self.number))


class RequestedChange(ChangesMeeting):
    """A request that was shown.

    Attributes:
        what: it.
    """

    what: AnyRequest

    @model_validator(mode="before")
    @classmethod
    def _with_kind(cls, data: Any) -> Any:
        """Read what was stored with its kind beside it."""
        if isinstance(data, dict) and isinstance(what := data.get("what"), dict):
            return {**data, "what": {"kind": data.get("kind"), **what}}
        return data

    async def carry_out(self, heard: Heard[Any], author: str) -> None:
        """Carry it out, planned anew, once everybody said yes who has to."""
        services, number, what = heard.services, str(self.number), self.what
        meeting = own_meeting(services, author, self.number)
        if meeting is None:
            await heard.say("meeting-number-unknown", number=number)
        elif meeting.is_cancelled:
            await heard.say("meeting-is-off", number=number)
        elif isinstance(what, AskWhoComes):
            await ask_groups(heard, meeting, what, author)
        elif (planned := plan(services, meeting, what)) is None:
            await heard.say("meeting-date-gone", number=number)
        else:
            await _apply(heard, planned, author)
        self.let_go(services)


class ConfirmChange(RequestedChange, Pending):
    """It waits for a yes."""

    name: ClassVar[str] = "meeting.change"

    async def accept(self, heard: Heard[Any]) -> None:
        """Carry it out, or ask another admin."""
        heard.leave()
        meeting = own_meeting(heard.services, heard.person, self.number)
        branch = None if meeting is None else heard.services.branches.get(meeting.branch)
        wants_two = branch is not None and branch.approvals > 1 and self.what.needs_two
        if meeting is not None and branch is not None and wants_two:
            await _propose(heard, branch, meeting, self)
        else:
            await self.carry_out(heard, heard.person)

    async def refuse(self, heard: Heard[Any]) -> None:
        """Leave the meeting as it is."""
        heard.leave()
        self.let_go(heard.services)
        asks = isinstance(self.what, AskWhoComes)
        await heard.say("rsvp-left" if asks else "meeting-change-left", number=str(self.number))

    async def widen(self, heard: HeardMessage) -> None:
        """Take "all": every date of what is called off, and else a yes."""
        meeting = heard.services.store[Meetings].get(self.number)
        if isinstance(self.what, Cancel) and meeting is not None:
            await show_change(heard, meeting, self.what.model_copy(update={"all": True}))
        else:
            await self.accept(heard)


class ProposedChange(RequestedChange, Proposed):
    """It waits for another admin. Calling a meeting off takes one: what is off cannot wait."""

    name: ClassVar[str] = "meeting.proposed"

    async def agree(self, heard: HeardMessage, author: str) -> None:
        """Carry it out."""
        heard.services.tell(author, "agree-was-agreed", number=str(self.number))
        await self.carry_out(heard, author)

    async def refuse(self, heard: HeardMessage, author: str) -> None:
        """Leave the meeting as it is."""
        self.let_go(heard.services)
        await heard.say("meeting-change-left", number=str(self.number))


def own_meeting(services: Services, person: str, number: int) -> Meeting | None:
    """Return a meeting that is published and of a branch the person looks after, or None.

    One that was posted a moment ago comes up here and now; joins a transaction.
    """
    meeting = services.store[Meetings].get(number)
    if meeting is None or meeting.branch not in services.slugs_of(person):
        return None
    if meeting.state is MeetingState.DRAFT:
        posted = is_posted(services.store.announcements.get(number))
        return publish(services, meeting) if posted else None
    return meeting


def proposed_change(services: Services, branch: Branch, number: int) -> str | None:
    """Return who wants a change of a meeting that waits for another admin, or None."""
    found = proposed_in(services, branch, number)
    return found[0] if found is not None and isinstance(found[1], ProposedChange) else None


async def say_waits(heard: Heard[Any], author: str, number: int) -> None:
    """Say that a change of the same meeting waits already: two could not be told apart."""
    message = "meeting-waits-own" if author == heard.person else "meeting-waits-other"
    await heard.say(message, number=str(number))


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
    papers = change if isinstance(change, AddPapers) else AddPapers()
    one = isinstance(change, Cancel) and change.is_of_one(meeting)
    parts = [
        planned.heading,
        *([left_out_text(services, papers.refused)] if papers.refused else []),
        *([say("meeting-cancel-one-date", number=number)] if one else []),
        _who_is_told(services, meeting, planned),
        say("meeting-change-answers"),
    ]
    holder = hold(services, heard.person, None, [file[0] for file in papers.files])
    dated = change.model_copy(update={"date": date.original})
    await _wait(heard, meeting, dated, parts, holder)


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


async def _propose(
    heard: Heard[Any], branch: Branch, meeting: Meeting, asked: ConfirmChange
) -> None:
    """Ask the other admins of the branch, and wait for one of them."""
    services, what = heard.services, asked.what
    if what.date_in(meeting, services.clock.now()) is None:
        await heard.say("meeting-date-gone", number=str(meeting.id))
        asked.let_go(services)
        return
    if (author := proposed_change(services, branch, meeting.id)) is not None:
        await say_waits(heard, author, meeting.id)
        asked.let_go(services)
        return
    services.store.audit.record(
        actor=heard.person,
        action="propose-meeting-change",
        subject=f"announcement {meeting.id}",
        now=services.clock.now(),
    )
    shown = partial(_for_others, meeting=meeting, branch=branch.name, what=what)
    await propose(heard, branch, asked.becomes(ProposedChange), shown)


def _for_others(services: Services, meeting: Meeting, branch: str, what: AnyRequest) -> str:
    """What another admin reads who has to agree."""
    say, number = services.words.say, str(meeting.id)
    if isinstance(what, AskWhoComes):
        heading, date = "rsvp-proposal", what.date_in(meeting, services.clock.now())
        parts = [] if date is None else preview_parts(services, date)
    else:
        heading, planned = "meeting-change-proposal", plan(services, meeting, what)
        told = [] if planned is None else [_who_is_told(services, meeting, planned)]
        parts = [] if planned is None else [planned.heading, *told]
    return "\n\n".join(
        [
            say(heading, branch=branch, number=number),
            *parts,
            say("meeting-proposal-answers", number=number),
        ]
    )


async def _apply(heard: Heard[Any], planned: PlannedChange, author: str) -> None:
    number = str(planned.after.id)
    try:
        apply(heard.services, planned, author)
    except NotPosted:
        await heard.say("change-not-posted", number=number)
        return
    off = planned.after.is_cancelled
    await heard.say(
        "meeting-cancel-under-way" if off else "meeting-change-under-way", number=number
    )


def _who_is_told(services: Services, meeting: Meeting, planned: PlannedChange) -> str:
    """Who reads what: each group, Bluesky, the pages, and the notice itself."""
    say = services.words.say
    announcement = services.store.announcements.get(meeting.id)
    message = _told_in_groups(services, announcement, planned.change)
    lines = [
        say(message, group=group.name, people=group.members)
        for group in groups_of(services, meeting)
    ]
    shown = planned.public.shown
    picture = "" if shown is None else draw(services.in_public, shown, notice_of(shown)).description
    reply = PublicNotice(planned.public.text, description=picture)
    replies = [] if announcement is None else services.announcements.replies(announcement, reply)
    lines += [say_of(services, public.lane, "told") for public in replies]
    lines.append(say("meeting-told-page"))
    lines += question_lines(services, planned.after)
    told = say("meeting-who-is-told", lines="\n".join(lines))
    parts = [told, say("meeting-told-notice", notice=planned.notice)]
    return "\n".join([*parts, *replies_shown(services, replies)])


def _told_in_groups(
    services: Services, announcement: Announcement | None, change: MeetingChange
) -> str:
    """Which sentence says what becomes of the post in a group."""
    reach = services.announcements.reach
    if change.is_on_card:
        deletes = announcement is not None and reach.lets_delete(announcement)
        return "meeting-told-group-anew" if deletes else "meeting-told-group-anew-late"
    edits = announcement is not None and reach.lets_edit(announcement)
    return "meeting-told-group" if edits else "meeting-told-group-late"
