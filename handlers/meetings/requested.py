"""A change of a published meeting that was shown: who is told of it, and how it is carried out."""

from typing import Any

from pydantic import model_validator

from handlers.conversation.heard import Heard
from handlers.meetings.apply import apply, groups_of, is_posted, publish
from handlers.meetings.files import draw
from handlers.meetings.planning import PlannedChange, plan
from handlers.meetings.rsvp import ask_groups, question_lines
from handlers.meetings.states import AboutMeeting
from handlers.public_places import replies_shown, say_of
from handlers.services import Services
from relay.announcements.preview import PublicNotice
from relay.announcements.service import NotPosted
from relay.meetings.changes import AnyRequest, AskWhoComes, Explain, MeetingChange
from relay.meetings.meeting import Meeting, MeetingState
from relay.meetings.tables import Meetings
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

    async def carry_out(self, heard: Heard[Any], author: str) -> bool:
        """Carry it out, planned anew, once everybody said yes who has to; return whether it was."""
        services, number, what = heard.services, str(self.number), self.what
        meeting, done = own_meeting(services, author, self.number), False
        if meeting is None:
            await heard.say("meeting-number-unknown", number=number)
        elif meeting.is_cancelled and not isinstance(what, Explain):
            await heard.say("meeting-is-off", number=number)
        elif isinstance(what, AskWhoComes):
            await ask_groups(heard, meeting, what, author)
        elif (planned := plan(services, meeting, what)) is None:
            await heard.say("meeting-date-gone", number=number)
        else:
            done = await _apply(heard, planned, author)
        self.let_go(services)
        return done


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


def who_is_told(services: Services, meeting: Meeting, planned: PlannedChange) -> str:
    """Who reads what: each group, Bluesky, the pages, and the notice itself."""
    say = services.words.say
    announcement = services.store.announcements.get(meeting.id)
    message = _told_in_groups(services, announcement, planned.change)
    lines = [
        say(message, group=group.name, people=group.members)
        for group in groups_of(services, meeting)
    ]
    shown = planned.public.shown
    drawn = None if shown is None else draw(services.in_public, shown, planned.bar(shown))
    picture = "" if drawn is None else drawn.description
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


async def _apply(heard: Heard[Any], planned: PlannedChange, author: str) -> bool:
    number = str(planned.after.id)
    try:
        apply(heard.services, planned, author)
    except NotPosted:
        await heard.say("change-not-posted", number=number)
        return False
    off = planned.after.is_cancelled and not isinstance(planned.change, Explain)
    await heard.say(
        "meeting-cancel-under-way" if off else "meeting-change-under-way", number=number
    )
    return True
