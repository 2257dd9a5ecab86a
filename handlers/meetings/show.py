"""From facts to a meeting with its preview, which the announcement's own yes and no answer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta
from typing import Any
from urllib.parse import urlsplit

from handlers.announcements.drafts import ConfirmDraft
from handlers.announcements.preview import body, left_out
from handlers.conversation.heard import Heard
from handlers.meetings.facts import GUESSED, Facts
from handlers.meetings.files import keep_calendar, keep_card
from handlers.meetings.public import as_read, post_text
from handlers.meetings.texts import group_text, paper_lines
from handlers.meetings.times import other_half, when_of
from handlers.services import Services
from relay.announcements.service import MAX_TEXT
from relay.meetings.calendar import new_uid
from relay.meetings.meeting import Meeting
from relay.meetings.tables import Contacts, Meetings

_HOST = "branch-relay.invalid"
"""In identities of meetings where there are no public pages (RFC 2606 keeps it free)."""


async def show(heard: Heard[Any], facts: Facts) -> None:
    """Make the meeting and show what will be posted, and ask."""
    services, person = heard.services, heard.person
    heard.leave()
    if not services.store.groups.known() and services.branches[facts.branch].announcement_groups:
        facts.let_go(services)
        await heard.say("meeting-groups-unknown")
        return
    meeting, description = _make(services.in_public, person, facts)
    announcement = services.store.announcements.get(meeting.id)
    assert announcement is not None  # noqa: S101 -- made above
    if len(announcement.text) > MAX_TEXT:
        services.store.announcements.discard(meeting.id)
        await heard.say("announce-too-long", length=len(announcement.text), most=MAX_TEXT)
        return
    preview = services.announcements.preview(announcement)
    if preview.reaches_nobody:
        services.store.announcements.discard(meeting.id)
        await heard.say("announce-reaches-nobody", kept="no")
        return
    until = services.clock.now() + services.patience
    say, branch = services.words.say, services.branches[meeting.branch]
    left = [code for code in facts.notes if code != GUESSED]
    # The pictures and files of the announcement are described here instead of listed.
    bare = replace(announcement, files=())
    parts = [
        say("meeting-preview-heading", branch=branch.name),
        say("meeting-preview-check-date", when=when_of(services, meeting)),
        *([_guess(services, meeting)] if GUESSED in facts.notes else []),
        *body(services, bare, announcement.text, preview),
        say("meeting-preview-files", papers=sum(p.file is not None for p in meeting.papers)),
        say("meeting-preview-picture", description=description),
        *_for_members(services, meeting),
        *_contact(services, facts),
        *_unread(services, facts),
        *left_out(services, announcement, preview, left),
        *([say("preview-needs-second-admin")] if branch.approvals > 1 else []),
        say("meeting-preview-answers", until=services.time.spoken(until)),
    ]
    sent = await heard.say_text("\n\n".join(parts), announcement.file_ids)
    heard.enter(
        ConfirmDraft(
            number=meeting.id, origins=facts.origins, notes=facts.notes, preview=sent.delivery
        )
    )


def _access(services: Services, facts: Facts, doors: timedelta | None) -> str:
    """Who can come, below when the doors open where that is no time before it begins."""
    if not facts.doors or doors is not None:
        return facts.access
    today = services.clock.now().astimezone(services.time.zone)
    opens = time.fromisoformat(facts.doors)
    at = services.time.time(today.replace(hour=opens.hour, minute=opens.minute))
    line = services.words.say("meeting-doors", time=at)
    return "\n".join(part for part in (line, facts.access) if part)


def _contact(services: Services, facts: Facts) -> list[str]:
    """Whom only admins may know."""
    if not facts.private_contact:
        return []
    return [services.words.say("meeting-preview-contact", contact=facts.private_contact)]


def _unread(services: Services, facts: Facts) -> list[str]:
    """What of a pasted text went into nothing."""
    if not facts.unread:
        return []
    say = services.words.say
    lines = [say("meeting-preview-members-line", line=line) for line in facts.unread]
    return [say("meeting-preview-unread", lines="\n".join(lines))]


def _guess(services: Services, meeting: Meeting) -> str:
    """Say which half of the day was guessed, and how to put it right."""
    time = services.time.time(meeting.start)
    if meeting.recurs:
        return services.words.say("meeting-preview-guess-recurring", time=time)
    other = other_half(services, meeting.start, meeting.local_zone)
    return services.words.say("meeting-preview-guess", time=time, other=other)


def _make(services: Services, person: str, facts: Facts) -> tuple[Meeting, str]:
    """Draw a number, keep the meeting as a draft and attach what goes with it."""
    announcements, now = services.store.announcements, services.clock.now()
    begins = facts.begins
    assert begins is not None  # noqa: S101 -- the question cannot be skipped
    title = facts.title or services.words.say(
        "meeting-default-title", branch=services.branches[facts.branch].name
    )
    number = _number(services, person, facts)
    doors = facts.doors_before(services.time.zone)
    meeting = Meeting(
        id=number,
        branch=facts.branch,
        title=title,
        start=begins,
        zone=services.time.zone.key,
        uid=new_uid(_host(services)),
        created_at=now,
        changed_at=now,
        length=facts.length,
        doors=doors,
        times=facts.times,
        rule=facts.rule,
        place=facts.place,
        access=_access(services, facts, doors),
        cost=facts.cost,
        tickets=facts.tickets,
        contact=facts.contact,
        programme=facts.sessions(services.time.zone),
        agenda=facts.agenda,
        papers=facts.papers,
    )
    services.store[Meetings].add(meeting)
    services.store[Contacts].keep(number, facts.private_contact)
    announcements.rewrite(number, group_text(services, meeting))
    announcements.say_in_public(number, post_text(services, meeting))
    card = keep_card(services, meeting)
    announcements.attach(number, card.file)
    announcements.describe(number, 1, card.description)
    for file in (keep_calendar(services, meeting), *_paper_files(meeting)):
        announcements.attach(number, file)
    return meeting, card.description


def _for_members(services: Services, meeting: Meeting) -> list[str]:
    """What the public does not get to read: the link, and lines that could let strangers in."""
    say, read = services.words.say, as_read(services, meeting)
    parts = []
    if read.place.has_private_link:
        parts.append(say("meeting-preview-link-private"))
    lines = [
        line.strip()
        for whole, public in (
            (meeting.place.address, read.place.address),
            (meeting.access, read.access),
            (meeting.cost, read.cost),
            (meeting.tickets, read.tickets),
            (meeting.contact, read.contact),
            (_programme(meeting), _programme(read)),
            (meeting.agenda, read.agenda),
        )
        for line in whole.splitlines()
        if line.strip() and line not in public.splitlines()
    ]
    if lines:
        shown = "\n".join(say("meeting-preview-members-line", line=line) for line in lines)
        parts.append(say("meeting-preview-members-only", lines=shown, count=len(lines)))
    if read.title != meeting.title:
        parts.append(say("meeting-preview-public-title", title=read.title))
    kept = {paper.position for paper in read.papers}
    if left := [paper for paper in meeting.papers if paper.position not in kept]:
        parts.append(say("meeting-preview-members-papers", lines=paper_lines(services, left)))
    return parts


def _programme(meeting: Meeting) -> str:
    return "\n".join(session.what for session in meeting.programme)


def _number(services: Services, person: str, facts: Facts) -> int:
    """Draw a number, or take the one under which files, or the preview before, were kept."""
    announcements, now = services.store.announcements, services.clock.now()
    if facts.holder is None:
        return announcements.draft(branch=facts.branch, text="", author=person, now=now)
    announcements.detach_all(facts.holder)
    announcements.assign(facts.holder, facts.branch)
    services.store[Meetings].discard(facts.holder)
    return facts.holder


def _paper_files(meeting: Meeting) -> Sequence[int]:
    return [paper.file for paper in meeting.papers if paper.file is not None]


def _host(services: Services) -> str:
    public = services.settings.web.public_url
    return (urlsplit(public).hostname if public else None) or _HOST
