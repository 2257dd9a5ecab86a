"""The queued actions that go to signal-cli itself, and what is remembered of them."""

from typing import Any

from relay.delivery.errors import DeliveryRefused
from relay.signal.direct import Direct
from relay.signal.errors import CallRefused
from relay.signal.outgoing import Ban, DeleteTheirs, Refresh, ResetLink, Unban
from relay.signal.priority import Priority

DirectAction = DeleteTheirs | Ban | Unban | ResetLink | Refresh


class DirectActions:
    """Carries them out.

    Each may be carried out again after a crash or a lost answer. Phones pass over the deletion of
    what is deleted. signal-cli fetches the group and changes only what is not so yet
    (`updateGroupV2` in its GroupHelper.java), and a ban that was broken off after the removal is
    finished by the next. A link is changed once more: who has read the one in between finds it
    closed, as they would have found the first.

    Args:
        direct: the calls; None where there is no way. What was queued while there was is refused.
    """

    def __init__(self, direct: Direct | None) -> None:
        self._direct = direct

    async def carry_out(
        self, group: str, action: DirectAction, priority: Priority
    ) -> dict[str, Any]:
        """Do what a delivery says; return what to remember of it.

        Returns:
            For `DeleteTheirs` what a message has, `{"timestamp": ms, "missed": [{"kind": kind}]}`;
            else `{}`.

        Raises:
            DeliveryError: one of its kinds.
        """
        direct = self._direct
        if direct is None:
            raise DeliveryRefused("there is no way to signal-cli itself", code="no_rpc")
        match action:
            case DeleteTheirs(author=author, timestamp=timestamp):
                await _check_admin(direct, group, priority)
                sent = await direct.delete_theirs(group, author, timestamp, priority=priority)
                missed = [{"kind": failure.kind.value} for failure in sent.failures]
                return {"timestamp": sent.timestamp, "missed": missed}
            case Ban(person=person):
                await direct.ban(group, person, priority=priority)
            case Unban(person=person):
                await direct.unban(group, person, priority=priority)
            case ResetLink():
                await direct.reset_link(group, priority=priority)
            case Refresh():
                await direct.refresh(group, priority=priority)
        return {}


async def _check_admin(direct: Direct, group: str, priority: Priority) -> None:
    """Signal would take a deletion of anybody, and phones would pass over it without a word."""
    now = await direct.refresh(group, priority=priority)
    if not now.member:
        raise CallRefused("not a member of the group", code="not_a_member")
    if now.admin is False:
        raise CallRefused("not an admin of the group", code="not_allowed")
