"""The second admin's word on drafts and corrections, in a branch that wants two.

What two agreed to must not be changed by one of them. Deleting it takes only one: what is gone
misleads nobody.
"""

from typing import Any, ClassVar

from handlers.announcements.apply import ProposedDraft
from handlers.announcements.changing import AnnouncementChange, correct
from handlers.announcements.lookup import find_own
from handlers.announcements.preview import body
from handlers.announcements.publicly import with_public
from handlers.announcements.styled import shown
from handlers.conversation.approval import (
    Proposed,
    propose,
    take_agreement,
    take_refusal,
    waits_already,
)
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.conversation.state import State as Coming
from handlers.services import Services
from relay.announcements.service import NotPosted
from relay.formatting import StyledText, StyleRange
from relay.store.announcements import Announcement, State

draft_approvals = Router("draft_approvals")


class ProposedEdit(AnnouncementChange, Proposed):
    """A correction of one's own waits for another admin.

    Attributes:
        text: the new text.
        styles: how it is formatted.
        public: what everybody reads instead; empty for the same, None as it is.
    """

    name: ClassVar[str] = "change.proposed"

    text: str
    styles: tuple[StyleRange, ...] = ()
    public: str | None = None

    def left(self, services: Services, person: str, coming: Coming) -> None:
        """Say so, whatever takes its place: others have been asked."""
        services.tell(person, "change-dropped", number=str(self.number))

    def shown_text(self, services: Services) -> str | StyledText:
        """Return what would stand instead, and where."""
        announcement = services.store.announcements.get(self.number)
        if announcement is None:
            return ""
        changed = with_public(announcement.with_text(self.text, self.styles), self.public)
        branch, preview = services.branches[changed.branch], services.announcements.preview(changed)
        heading = services.words.say(
            "edit-proposal-heading", branch=branch.name, number=str(self.number)
        )
        text = "\n\n".join([heading, *body(services, changed, self.text, preview)])
        return shown(services, changed, text)

    async def agree(self, heard: HeardMessage, author: str) -> None:
        """Correct what was posted."""
        services, number = heard.services, str(self.number)
        announcement = services.store.announcements.get(self.number)
        if announcement is None:
            return
        try:
            new = StyledText(self.text, self.styles)
            correct(services, announcement, new, self.public, author)
        except NotPosted:
            await heard.say("change-not-posted", number=number)
            return
        services.record(heard.person, "agree-edit", announcement.id)
        services.tell(author, "agree-was-agreed", number=number)
        await heard.say("edit-under-way", number=number)

    async def refuse(self, heard: HeardMessage, author: str) -> None:
        """Leave it as it was posted."""
        announcement = heard.services.store.announcements.get(self.number)
        if announcement is not None:
            heard.services.record(heard.person, "refuse-edit", announcement.id)
        await heard.say("change-dropped", number=str(self.number))


async def propose_edit(
    heard: Heard[Any], announcement: Announcement, new: StyledText, public: str | None
) -> None:
    """Ask the other admins of the branch, and wait for one of them."""
    branch = heard.services.branches[announcement.branch]
    if await waits_already(heard, branch, announcement.id):
        return
    heard.services.record(heard.person, "propose-edit", announcement.id)
    proposed = ProposedEdit(number=announcement.id, text=new.text, styles=new.styles, public=public)
    await propose(heard, branch, proposed)


@draft_approvals.command("agree", may=admin, section=Section.RUNNING, usages=((Follows.NUMBER,),))
async def agree(heard: HeardMessage) -> None:
    """Post or schedule a proposal."""
    if (draft := await _proposed(heard, "agree")) is not None:
        await take_agreement(heard, draft.announcement.author, draft)


@draft_approvals.command("refuse", may=admin, section=Section.RUNNING, usages=((Follows.NUMBER,),))
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
