"""The second admin's word on a correction, in a branch that wants two.

What two agreed to must not be changed by one of them. Deleting it takes only one: what is gone
misleads nobody.
"""

from functools import partial
from typing import Any, ClassVar

from handlers.announcements.changing import AnnouncementChange
from handlers.announcements.decide import record
from handlers.announcements.preview import body
from handlers.conversation.approval import Proposed, propose
from handlers.conversation.heard import Heard, HeardMessage
from handlers.services import Services
from relay.announcements.service import NotPosted
from relay.store.announcements import Announcement


class ProposedEdit(AnnouncementChange, Proposed):
    """A correction of one's own waits for another admin.

    Attributes:
        text: the new text.
    """

    name: ClassVar[str] = "change.proposed"

    text: str

    async def agree(self, heard: HeardMessage, author: str) -> None:
        """Correct what was posted."""
        services, number = heard.services, str(self.number)
        announcement = services.store.announcements.get(self.number)
        correction = services.in_public.words.say("correction", text=self.text)
        if announcement is None:
            return
        try:
            services.announcements.correct(
                announcement, self.text, correction=correction, asked_by=author
            )
        except NotPosted:
            await heard.say("change-not-posted", number=number)
            return
        record(services, heard.person, "agree-edit", announcement)
        services.tell(author, "agree-was-agreed", number=number)
        await heard.say("edit-under-way", number=number)

    async def refuse(self, heard: HeardMessage, author: str) -> None:
        """Leave it as it was posted."""
        announcement = heard.services.store.announcements.get(self.number)
        if announcement is not None:
            record(heard.services, heard.person, "refuse-edit", announcement)
        await heard.say("change-dropped", number=str(self.number))


async def propose_edit(heard: Heard[Any], announcement: Announcement, text: str) -> None:
    """Ask the other admins of the branch, and wait for one of them."""
    services = heard.services
    changed = announcement.with_text(text)
    record(services, heard.person, "propose-edit", announcement)
    proposed = ProposedEdit(number=announcement.id, text=text)
    branch = services.branches[announcement.branch]
    await propose(heard, branch, proposed, partial(_asked, changed=changed))


def _asked(services: Services, changed: Announcement) -> str:
    say, number = services.words.say, str(changed.id)
    branch = services.branches[changed.branch]
    return "\n\n".join(
        [
            say("edit-proposal-heading", branch=branch.name, number=number),
            *body(services, changed, changed.text, services.announcements.preview(changed)),
            say("edit-proposal-answers", number=number),
        ]
    )
