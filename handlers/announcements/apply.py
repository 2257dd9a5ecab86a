"""Yes and no to a draft, and the second admin's agreement."""

from functools import partial
from typing import Any

from signalbot import Context

from handlers.announcements.preview import body
from handlers.conversation.approval import ask_others
from handlers.services import Services
from relay.settings import Branch
from relay.store.announcements import Announcement, State


async def accept(services: Services, context: Context[Any], person: str, number: int) -> None:
    """Post the draft, schedule it, or ask another admin, as the branch wants it."""
    services.store.conversations.end(person)
    announcement = services.store.announcements.get(number)
    branch = None if announcement is None else services.branches.get(announcement.branch)
    if announcement is None or branch is None or person not in branch.admins:
        await services.say(context, "announce-nothing-open")
    elif branch.approvals > 1:
        await _propose(services, context, announcement, branch)
    else:
        await services.say_text(context, release(services, announcement, person))


def release(services: Services, announcement: Announcement, person: str) -> str:
    """Post an announcement, or schedule it; return what to say to who decided it.

    Args:
        services: the parts of the relay.
        announcement: a draft or a proposal.
        person: the account id of the last admin whose yes it needed.
    """
    approver = None if person == announcement.author else person
    post_at = announcement.post_at
    if post_at is not None and post_at > services.clock.now():
        services.store.announcements.move_to(announcement.id, State.SCHEDULED, approver=approver)
        record(services, person, "schedule", announcement)
        return services.words.say(
            "announce-scheduled",
            number=str(announcement.id),
            when=services.time.spoken(post_at),
        )
    if approver is not None:
        services.store.announcements.move_to(announcement.id, State.PROPOSED, approver=approver)
    services.announcements.post(announcement, asked_by=announcement.author)
    for listener in services.listeners:
        listener.posted(services, announcement.id)
    return services.words.say("announce-posting", number=str(announcement.id))


async def drop(services: Services, context: Context[Any], person: str, number: int) -> None:
    """Forget a draft."""
    services.store.conversations.end(person)
    services.store.announcements.discard(number)
    await services.say(context, "announce-dropped")


def record(services: Services, person: str, action: str, announcement: Announcement) -> None:
    """Note an act in the audit trail."""
    services.store.audit.record(
        actor=person,
        action=action,
        subject=f"announcement {announcement.id}",
        now=services.clock.now(),
    )


async def _propose(
    services: Services, context: Context[Any], announcement: Announcement, branch: Branch
) -> None:
    services.store.announcements.move_to(announcement.id, State.PROPOSED)
    record(services, announcement.author, "propose", announcement)
    asked = partial(proposal_text, announcement=announcement)
    others = ask_others(services, branch, announcement.author, asked)
    await services.say(context, "announce-proposed", number=str(announcement.id), others=others)


def proposal_text(services: Services, announcement: Announcement) -> str:
    """Return what another admin is shown and asked."""
    say = services.words.say
    preview = services.announcements.preview(announcement)
    branch = services.branches[announcement.branch]
    when = announcement.post_at
    return "\n\n".join(
        [
            say("proposal-heading", branch=branch.name, number=str(announcement.id)),
            *([] if when is None else [say("proposal-when", when=services.time.spoken(when))]),
            *body(services, announcement, announcement.text, preview),
            say("proposal-answers", number=str(announcement.id)),
        ]
    )
