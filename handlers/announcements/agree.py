"""`agree N` and `refuse N`: the second admin's answer to a draft."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.announcements.decide import record, release
from handlers.announcements.own import find_own
from handlers.conversation.approval import take_agreement, take_refusal
from handlers.conversation.filters import admin
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from relay.store.announcements import Announcement, State

draft_approvals = Router("draft_approvals")


@dataclass(frozen=True)
class ProposedDraft:
    """Implements `handlers.conversation.approval.Proposal`."""

    own_message: ClassVar[str] = "agree-own"
    refused_message: ClassVar[str] = "agree-was-refused"

    announcement: Announcement

    @property
    def number(self) -> int:
        """The announcement's."""
        return self.announcement.id

    async def agree(self, heard: HeardMessage, author: str) -> None:
        """Post or schedule it."""
        services = heard.services
        record(services, heard.person, "agree", self.announcement)
        text = release(services, self.announcement, heard.person)
        services.tell(author, "agree-was-agreed", number=str(self.number))
        await heard.say_text(text)

    async def refuse(self, heard: HeardMessage, author: str) -> None:
        """Drop it."""
        services, person = heard.services, heard.person
        services.store.announcements.move_to(self.number, State.DROPPED, approver=person)
        record(services, person, "refuse", self.announcement)
        await heard.say("agree-refused", number=str(self.number))


@draft_approvals.command("agree", may=admin)
async def agree(heard: HeardMessage) -> None:
    """Post or schedule a proposal."""
    if (draft := await _proposed(heard, "agree")) is not None:
        await take_agreement(heard, draft.announcement.author, draft)


@draft_approvals.command("refuse", may=admin)
async def refuse(heard: HeardMessage) -> None:
    """Drop a proposal."""
    if (draft := await _proposed(heard, "refuse")) is not None:
        await take_refusal(heard, draft.announcement.author, draft)


async def _proposed(heard: HeardMessage, command: str) -> ProposedDraft | None:
    """The proposal that is named; None, and said, where there is none."""
    found = await find_own(heard, command)
    if found is None:
        return None
    announcement, _ = found
    if announcement.state is not State.PROPOSED:
        await heard.say("agree-already-decided", number=str(announcement.id))
        return None
    return ProposedDraft(announcement)
