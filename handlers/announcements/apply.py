"""Yes and no to a draft, and the second admin's agreement."""

from dataclasses import dataclass
from typing import Any, ClassVar

from signalbot import Context

from handlers.announcements.arriving import is_night, wakes_people
from handlers.announcements.preview import body
from handlers.announcements.styled import shown
from handlers.conversation.approval import ask_others
from handlers.conversation.heard import HeardMessage
from handlers.conversation.rounds import rounds_of
from handlers.services import Services
from relay.formatting import StyledText
from relay.settings import Branch
from relay.store.announcements import Announcement, State


async def accept(services: Services, context: Context[Any], person: str, number: int) -> None:
    """Post the draft, schedule it, or ask another admin, as the branch wants it."""
    services.store.conversations.end(person)
    announcement = services.store.announcements.get(number)
    branch = None if announcement is None else services.branches.get(announcement.branch)
    if announcement is None or branch is None or person not in branch.admins:
        await services.say(context, "announce-nothing-open")
        return
    announcement = services.announcements.pages.agreed(announcement)
    if branch.approvals > 1:
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
        services.record(person, "schedule", announcement.id)
        return services.words.say(
            "announce-scheduled",
            number=str(announcement.id),
            when=services.time.spoken(post_at),
        )
    if approver is not None:
        services.store.announcements.move_to(announcement.id, State.PROPOSED, approver=approver)
    branch = services.branches[announcement.branch]
    gone = announcement.author not in branch.admins
    services.announcements.post(announcement, asked_by=person if gone else announcement.author)
    for listener in services.listeners:
        listener.posted(services, announcement.id)
    return services.words.say("announce-posting", number=str(announcement.id))


async def drop(services: Services, context: Context[Any], person: str, number: int) -> None:
    """Forget a draft; one that is kept for later stays."""
    services.store.conversations.end(person)
    announcement = services.store.announcements.get(number)
    if announcement is not None and announcement.kept_at is not None:
        await services.say(context, "draft-stays", number=str(number))
        return
    services.store.announcements.discard(number)
    await services.say(context, "announce-dropped")


@dataclass(frozen=True)
class ProposedDraft:
    """Implements `handlers.conversation.approval.Proposal`."""

    own_message: ClassVar[str] = "agree-own"
    refused_message: ClassVar[str] = "agree-was-refused"
    answers_message: ClassVar[str] = "proposal-answers"

    announcement: Announcement

    @property
    def number(self) -> int:
        """The announcement's."""
        return self.announcement.id

    def shown_text(self, services: Services) -> StyledText:
        """Return what would be posted, where and when."""
        announcement = services.store.announcements.get(self.number) or self.announcement
        say, when = services.words.say, announcement.post_at
        branch = services.branches[announcement.branch]
        text = "\n\n".join(
            [
                say("proposal-heading", branch=branch.name, number=str(self.number)),
                *([] if when is None else [say("proposal-when", when=services.time.spoken(when))]),
                *body(
                    services,
                    announcement,
                    announcement.text,
                    services.announcements.preview(announcement),
                ),
            ]
        )
        return shown(services, announcement, text)

    def shown_files(self, services: Services) -> tuple[int, ...]:
        """Return what would be posted with it."""
        return self.announcement.file_ids

    def is_as_shown(self, services: Services) -> bool:
        """Whether its time is still ahead, and it does not wake people who would sleep by now."""
        return not self._is_over(services) and not self._is_night_by_now(services)

    def show_again(self, services: Services, author: str) -> str:
        """Let it be posted at once."""
        if self._is_over(services):
            services.store.announcements.reschedule(self.number, None)
            return "agree-time-over"
        return "agree-at-night" if self._is_night_by_now(services) else "agree-look-again"

    def _is_over(self, services: Services) -> bool:
        when = self.announcement.post_at
        return when is not None and when <= services.clock.now()

    def _is_night_by_now(self, services: Services) -> bool:
        """Whether it was last shown by day, and would be posted at night."""
        if not wakes_people(services, self.announcement):
            return False
        shown = rounds_of(services, self.number).shown_at
        return shown is None or not is_night(services, shown)

    async def agree(self, heard: HeardMessage, author: str) -> None:
        """Post or schedule it."""
        services = heard.services
        branch = services.branches[self.announcement.branch]
        if branch.approvals > 1 and author not in branch.admins:
            # Only one of those who decide now has seen it. It is theirs from here on.
            services.store.announcements.adopt(self.number, heard.person)
            announcement = services.store.announcements.get(self.number) or self.announcement
            await _propose(services, heard.signal, announcement, branch)
            return
        services.record(heard.person, "agree", self.announcement.id)
        text = release(services, self.announcement, heard.person)
        if heard.person != author:
            services.tell(author, "agree-was-agreed", number=str(self.number))
        await heard.say_text(text)

    async def refuse(self, heard: HeardMessage, author: str) -> None:
        """Drop it."""
        services, person = heard.services, heard.person
        services.store.announcements.move_to(self.number, State.DROPPED, approver=person)
        services.record(person, "refuse", self.announcement.id)
        await heard.say("agree-refused", number=str(self.number))


async def _propose(
    services: Services, context: Context[Any], announcement: Announcement, branch: Branch
) -> None:
    services.store.announcements.move_to(announcement.id, State.PROPOSED)
    services.record(announcement.author, "propose", announcement.id)
    others = ask_others(services, branch, announcement.author, ProposedDraft(announcement))
    await services.say(context, "announce-proposed", number=str(announcement.id), others=others)
