"""Showing a change of a meeting, and what follows the yes."""

from typing import Any

from signalbot import Context

from handlers.announcements.preview import left_out_text
from handlers.meetings.carry import carry_out, come_up, groups_of, is_posted
from handlers.meetings.files import draw, hold, notice_of
from handlers.meetings.plans import CANCEL, PAPERS, SHOWN, Plan, What, date_meant, plan
from handlers.meetings.rsvp import (
    RSVP,
    ask_groups,
    asked_already,
    next_to_ask,
    preview_parts,
    question_lines,
    say_counts,
    what_of,
)
from handlers.services import Services
from relay.announcements.preview import PublicNotice
from relay.announcements.service import NotPosted
from relay.meetings.meeting import Meeting, MeetingState
from relay.meetings.tables import Meetings
from relay.store.announcements import Announcement
from relay.store.conversations import Conversation

STATE = "meeting.change"


def own_meeting(services: Services, person: str, number: int) -> Meeting | None:
    """Return a meeting that is published and of a branch the person looks after, or None.

    One that was posted a moment ago comes up here and now; joins a transaction.
    """
    meeting = services.store[Meetings].get(number)
    own = {branch.slug for branch in services.branches_of(person)}
    if meeting is None or meeting.branch not in own:
        return None
    if meeting.state is MeetingState.DRAFT:
        posted = is_posted(services.store.announcements.get(number))
        return come_up(services, meeting) if posted else None
    return meeting


def waiting_change(services: Services, person: str | None) -> Conversation | None:
    """Return the change that waits for a person's yes, or None."""
    return services.waiting(person, STATE)


async def show_change(
    services: Services,
    context: Context[Any],
    person: str,
    meeting: Meeting,
    kind: str,
    what: What,
) -> None:
    """Show what would change and who is told, and wait for a yes."""
    say, number = services.words.say, str(meeting.id)
    date = date_meant(services, meeting, what)
    planned = None if date is None else plan(services, meeting, kind, what)
    if date is None or planned is None:
        await services.say(context, "meeting-is-over", number=number)
        return
    what = {**what, "date": date.original.isoformat()}
    if planned.after == meeting:
        await services.say(context, "meeting-same-already", number=number)
        return
    held = [file[0] for file in what["files"]] if kind == PAPERS else []
    holder = hold(services, person, None, held)
    one_of_many = kind == CANCEL and meeting.recurs and not what["all"]
    refused = what.get("refused", ())
    parts = [
        planned.heading,
        *([left_out_text(services, refused)] if refused else []),
        *([say("meeting-cancel-one-date", number=number)] if one_of_many else []),
        who_is_told(services, meeting, kind, planned),
        say("meeting-change-answers"),
    ]
    sent = await services.say_text(context, "\n\n".join(parts))
    services.wait_for(
        person,
        STATE,
        number=meeting.id,
        kind=kind,
        what=dict(what),
        holder=holder,
        preview=sent.delivery,
    )


def who_is_told(services: Services, meeting: Meeting, kind: str, planned: Plan) -> str:
    """Return who reads what: each group, Bluesky, the pages, and the notice itself."""
    say = services.words.say
    announcement = services.store.announcements.get(meeting.id)
    message = _told_in_groups(services, announcement, kind)
    lines = [
        say(message, group=group.name, people=group.members)
        for group in groups_of(services, meeting)
    ]
    shown = planned.public.shown
    picture = "" if shown is None else draw(services, shown, notice_of(shown)).description
    reply = PublicNotice(planned.public.text, description=picture)
    replies = [] if announcement is None else services.announcements.replies(announcement, reply)
    if replies:
        lines.append(say("meeting-told-bluesky"))
    lines.append(say("meeting-told-page"))
    lines += question_lines(services, planned.after)
    told = say("meeting-who-is-told", lines="\n".join(lines))
    parts = [told, say("meeting-told-notice", notice=planned.notice)]
    for public in replies:
        text = "\n\n".join(post.text for post in public.plan.posts)
        parts.append(say("meeting-told-reply", text=text))
        parts += [say("preview-picture", description=one) for one in public.plan.pictures]
    return "\n".join(parts)


def _told_in_groups(services: Services, announcement: Announcement | None, kind: str) -> str:
    """Which sentence says what becomes of the post in a group."""
    reach = services.announcements.reach
    if kind in SHOWN:
        deletes = announcement is not None and reach.lets_delete(announcement)
        return "meeting-told-group-anew" if deletes else "meeting-told-group-anew-late"
    edits = announcement is not None and reach.lets_edit(announcement)
    return "meeting-told-group" if edits else "meeting-told-group-late"


async def show_question(
    services: Services, context: Context[Any], person: str, meeting: Meeting
) -> None:
    """Show what the groups would be asked and wait for a yes; or what they have answered."""
    date = next_to_ask(services, meeting)
    if date is None:
        await services.say(context, "meeting-is-over", number=str(meeting.id))
    elif asked_already(services, date) is not None:
        await say_counts(services, context, meeting)
    elif not groups_of(services, meeting):
        await services.say(context, "rsvp-no-group")
    else:
        parts = [*preview_parts(services, date), services.words.say("rsvp-answers")]
        sent = await services.say_text(context, "\n\n".join(parts))
        services.wait_for(
            person,
            STATE,
            number=meeting.id,
            kind=RSVP,
            what=what_of(date),
            holder=None,
            preview=sent.delivery,
        )


def parts_for_others(services: Services, meeting: Meeting, waiting: Conversation) -> list[str]:
    """Return what another admin reads who has to agree; nothing where there is no date left."""
    kind, what = waiting.data["kind"], waiting.data["what"]
    if kind == RSVP:
        date = date_meant(services, meeting, what)
        return [] if date is None else preview_parts(services, date)
    planned = plan(services, meeting, kind, what)
    if planned is None:
        return []
    return [planned.heading, who_is_told(services, meeting, kind, planned)]


async def carry_on(services: Services, context: Context[Any], waiting: Conversation) -> None:
    """Carry a change out that everybody said yes to who has to, planned anew."""
    data = waiting.data
    number, kind = data["number"], data["kind"]
    meeting = own_meeting(services, waiting.person, number)
    if meeting is None:
        await services.say(context, "meeting-number-unknown", number=str(number))
    elif meeting.is_cancelled:
        await services.say(context, "meeting-is-off", number=str(number))
    elif kind == RSVP:
        await ask_groups(services, context, meeting, data["what"], waiting.person)
    elif (planned := plan(services, meeting, kind, data["what"])) is None:
        await services.say(context, "meeting-date-gone", number=str(number))
    else:
        await _tell_all(services, context, kind, planned, waiting.person)
    drop_holder(services, waiting)


def drop_holder(services: Services, waiting: Conversation) -> None:
    """Let go of what kept the files of a meeting or a change until it was decided."""
    if (holder := waiting.data.get("holder")) is not None:
        services.store.announcements.discard(holder)


async def _tell_all(
    services: Services, context: Context[Any], kind: str, planned: Plan, asked_by: str
) -> None:
    number = str(planned.after.id)
    try:
        carry_out(services, kind, planned, asked_by)
    except NotPosted:
        await services.say(context, "change-not-posted", number=number)
        return
    off = planned.after.is_cancelled
    message = "meeting-cancel-under-way" if off else "meeting-change-under-way"
    await services.say(context, message, number=number)
