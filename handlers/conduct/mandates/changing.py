"""What is the same in every proposal to change a mandate: which one it is, and why not."""

from typing import Any

from handlers.conduct.mandates.naming import hindered, say_which_branch
from handlers.conduct.mandates.preview import MandatePreview
from handlers.conversation.heard import Heard, HeardMessage
from handlers.services import Services
from relay.conduct.mandates.moderators import Mandate, Origin
from relay.conduct.tables.admin_proposals import ProposalKind
from relay.settings import Branch


class MandateChange(MandatePreview):
    """A change of a mandate is shown.

    Attributes:
        branch: slug.
        mandate: number.
    """

    branch: str
    mandate: int

    async def still_there(self, heard: Heard[Any], kind: ProposalKind) -> Mandate | None:
        """Return the mandate, if its change may still be proposed; else say why not."""
        services = heard.services
        mandate = services.moderators.numbered(self.branch, self.mandate)
        if self.branch not in services.slugs_of(heard.person) or mandate is None:
            await heard.say("mandate-number-unknown", number=str(self.mandate))
            return None
        if (why := why_not(services, heard.person, mandate, kind)) is not None:
            await heard.say(why, branch=services.branches[self.branch].name)
            return None
        return mandate


async def find_mandate(
    heard: HeardMessage, number: int | None, branch: Branch | None
) -> Mandate | None:
    """Return the mandate that an admin means; None where that is unclear, which is said."""
    if branch is None:
        await say_which_branch(heard)
        return None
    moderators = heard.services.moderators
    mandate = None if number is None else moderators.numbered(branch.slug, number)
    if mandate is None:
        await heard.say("mandate-number-unknown", number="–" if number is None else str(number))
    return mandate


def why_not(services: Services, author: str, mandate: Mandate, kind: ProposalKind) -> str | None:
    """Return the message that says why an admin can propose nothing about a mandate, or None."""
    person = mandate.person
    if person is None or mandate.origin is Origin.SETTINGS:
        return "mandate-of-settings"
    if person == author:
        return "mandate-not-your-own"
    return hindered(services, mandate.branch, person, kind)
