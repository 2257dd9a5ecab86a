"""Carrying a change of a meeting out: kept, queued to all who were told before, reminded anew."""

from dataclasses import replace

from handlers.meetings.files import keep_calendar, keep_card
from handlers.meetings.notifier import MeetingNotifier
from handlers.meetings.planning import PlannedChange, questions_of
from handlers.meetings.public import post_text
from handlers.meetings.texts import ANSWERS, group_text, question_text
from handlers.services import Services
from relay.announcements.preview import PublicNotice
from relay.cards import NoticeKind
from relay.meetings.changes import next_version
from relay.meetings.meeting import Meeting, MeetingState, Occurrence
from relay.meetings.reminders import Reminders
from relay.meetings.service import MeetingService
from relay.meetings.tables import Meetings
from relay.store.announcements import Announcement, State
from relay.store.groups import KnownGroup


def reminders_of(services: Services) -> Reminders:
    """Return what plans and sends reminders in the words of this branch."""
    notifier = MeetingNotifier(services)
    return Reminders(services.store, services.clock, services.branches, notifier, services.mailings)


def desk_of(services: Services) -> MeetingService:
    """Return what puts changes of meetings in place."""
    return MeetingService(
        services.store,
        services.clock,
        services.announcements,
        reminders_of(services),
        questions_of(services),
    )


def publish(services: Services, meeting: Meeting) -> Meeting:
    """Make a meeting whose announcement was posted one that everybody sees; joins a transaction."""
    if meeting.state is not MeetingState.DRAFT:
        return meeting
    now = services.clock.now()
    scheduled = replace(meeting, state=MeetingState.SCHEDULED, changed_at=now)
    services.store[Meetings].save(scheduled)
    reminders_of(services).replan(scheduled)
    return scheduled


def take_down(services: Services, meeting: Meeting) -> None:
    """Cancel a meeting whose announcement was retracted; joins a transaction."""
    raised = next_version(replace(meeting, state=MeetingState.CANCELLED), services.clock.now())
    services.store[Meetings].save(raised)
    questions_of(services).end(raised)
    reminders_of(services).replan(raised)


def apply(services: Services, plan: PlannedChange, asked_by: str) -> None:
    """Keep the change and queue it everywhere; joins a transaction.

    Args:
        services: the parts of the relay.
        plan: what it makes of the meeting, planned just now.
        asked_by: account id of who gets the receipt.

    Raises:
        NotPosted: it stands nowhere.
    """
    # Groups and the public read the installation's words, whoever asked.
    services = services.in_public
    after = next_version(plan.after, services.clock.now())
    papers = _new_papers(services, after)
    _replace_files(services, after, plan.bar(after))
    services.store.announcements.say_in_public(after.id, post_text(services, after))
    desk, text = desk_of(services), group_text(services, after)
    again = questions_of(services).ending(after).again
    public = _public_notice(services, plan)
    if plan.change.is_on_card:
        desk.renew(after, text=text, post=plan.post(text), public=public, asked_by=asked_by)
    else:
        files = (*papers, keep_calendar(services, after))
        desk.change(
            after,
            text=text,
            notice=plan.notice,
            public=public,
            asked_by=asked_by,
            notice_files=files,
        )
    if again is not None:
        ask(services, again)
    services.record(asked_by, f"meeting-{plan.change.kind}", after.id)


def ask(services: Services, date: Occurrence) -> int:
    """Ask the groups who comes on a date; return how many groups; joins a transaction."""
    services = services.in_public
    answers = [services.words.say(answer) for answer in ANSWERS]
    return questions_of(services).ask(date, question_text(services, date), answers)


def groups_of(services: Services, meeting: Meeting) -> tuple[KnownGroup, ...]:
    """Return the groups in which a meeting stands or is about to."""
    configured = services.branches[meeting.branch].announcement_groups
    return services.store.groups.reach(configured).open


def is_posted(announcement: Announcement | None) -> bool:
    """Whether an announcement has been posted and not been taken down."""
    return announcement is not None and announcement.state is State.POSTED


def _public_notice(services: Services, plan: PlannedChange) -> PublicNotice:
    """What is replied in public, with its picture drawn and kept."""
    text, shown = plan.public.text, plan.public.shown
    if shown is None:
        return PublicNotice(text)
    card = keep_card(services, shown, plan.bar(shown))
    return PublicNotice(text, card.file, card.description)


def _new_papers(services: Services, after: Meeting) -> list[int]:
    """The files that a change adds: they come with its notice, as phones take none from an edit."""
    before = services.store[Meetings].get(after.id)
    known = () if before is None else before.papers
    return [one.file for one in after.papers if one.file is not None and one not in known]


def _replace_files(services: Services, meeting: Meeting, bar: NoticeKind | None) -> None:
    """Draw the card and write the calendar file anew, for what is posted from now on."""
    announcements = services.store.announcements
    announcements.detach_all(meeting.id)
    card = keep_card(services, meeting, bar)
    announcements.attach(meeting.id, card.file)
    announcements.describe(meeting.id, 1, card.description)
    announcements.attach(meeting.id, keep_calendar(services, meeting))
    for paper in meeting.papers:
        if paper.file is not None:
            announcements.attach(meeting.id, paper.file)
