"""Groups: their two ids, members, admins and permissions."""

import base64
import binascii
import os
from dataclasses import dataclass, field
from enum import StrEnum

from practice.refusals import Refusal

GROUP_PREFIX = "group."
GROUP_ID_BYTES = 32
MOST_PINNED = 3
"""Messages of one group (ts/util/pinnedMessages.dom.ts of Signal-Desktop)."""


class Permission(StrEnum):
    """Who may do something in a group, as the REST API writes it."""

    EVERY_MEMBER = "every-member"
    ONLY_ADMINS = "only-admins"


class LinkState(StrEnum):
    """State of a group's invitation link."""

    DISABLED = "disabled"
    ENABLED = "enabled"
    WITH_APPROVAL = "enabled-with-approval"


def new_internal_id() -> str:
    """A fresh group id as signal-cli writes it: base64 of 32 random bytes."""
    return base64.b64encode(os.urandom(GROUP_ID_BYTES)).decode()


def api_id_of(internal_id: str) -> str:
    """The REST API's id: `group.` and the base64 of the internal id's own base64 text."""
    return GROUP_PREFIX + base64.b64encode(internal_id.encode()).decode()


def internal_id_of(api_id: str) -> str:
    """The internal id inside a REST API id.

    Raises:
        Refusal: the part after `group.` is not base64.
    """
    try:
        return base64.b64decode(api_id.removeprefix(GROUP_PREFIX), validate=True).decode(
            errors="replace"
        )
    except (binascii.Error, ValueError) as error:
        raise Refusal("Invalid group id") from error


@dataclass
class Group:
    """A Signal group.

    Args:
        name: its title.
        members: account ids of everybody in it, admins included.
        admins: account ids of the admins.
        invited: those who were added by somebody that has no profile key of theirs; they are no
            members, and get nothing, until they accept.
        requesting: those who ask to join by the link.
        seen_requests: those of them whom signal-cli knows of. Nobody tells it: it fetches the group
            when a message in it has a later revision than it has stored, or when a change of its
            own is refused for that (`getOrMigrateGroup` in GroupHelper of signal-cli).
        banned: those whom no link lets in, until an admin adds them or takes them off the list.
        send_messages, add_members, edit_group: who may do these.
        revision: goes up with every change.
        timer: seconds after which messages disappear; 0 is never.
    """

    name: str
    internal_id: str = field(default_factory=new_internal_id)
    description: str = ""
    members: dict[str, None] = field(default_factory=dict)
    admins: set[str] = field(default_factory=set)
    invited: set[str] = field(default_factory=set)
    requesting: set[str] = field(default_factory=set)
    seen_requests: set[str] = field(default_factory=set)
    banned: set[str] = field(default_factory=set)
    send_messages: Permission = Permission.EVERY_MEMBER
    add_members: Permission = Permission.EVERY_MEMBER
    edit_group: Permission = Permission.EVERY_MEMBER
    link: LinkState = LinkState.DISABLED
    links_before: int = 0
    revision: int = 0
    timer: int = 0
    avatar: bytes | None = None
    pinned: dict[tuple[str, int], int] = field(default_factory=dict)

    def pin(self, target: tuple[str, int], seconds: int) -> None:
        """Pins a message; a fourth takes the place of the oldest (`getPinnedMessagesLimit`)."""
        self.pinned.pop(target, None)
        self.pinned[target] = seconds
        while len(self.pinned) > MOST_PINNED:
            del self.pinned[next(iter(self.pinned))]

    @property
    def api_id(self) -> str:
        """The id that the REST API uses: `group.…`."""
        return api_id_of(self.internal_id)

    @property
    def label(self) -> str:
        """Name and id, as signal-cli puts them into its errors."""
        return f"{self.name} ({self.internal_id})"

    @property
    def invite_link(self) -> str:
        """The invitation link, empty while links are off."""
        if self.link is LinkState.DISABLED:
            return ""
        number = f"-{self.links_before}" if self.links_before else ""
        return "https://signal.group/#" + self.internal_id.rstrip("=") + number

    def reset_link(self) -> None:
        """Gives it another link; whether links let anybody in stays as it is."""
        self.links_before += 1

    def turn_away(self, aci: str) -> None:
        """Refuses somebody's wish to join."""
        self.requesting.discard(aci)
        self.seen_requests.discard(aci)

    def allows(self, aci: str, permission: Permission) -> bool:
        """Whether a member may do what `permission` guards."""
        if aci not in self.members:
            return False
        return permission is Permission.EVERY_MEMBER or aci in self.admins

    def check_member(self, aci: str) -> None:
        """Raises the Refusal of signal-cli for somebody who is not in the group."""
        if aci not in self.members:
            raise Refusal(f"User is not a member in group: {self.label}")

    def check_may_send(self, aci: str) -> None:
        """Raises the Refusal of signal-cli for somebody who may not write here."""
        self.check_member(aci)
        if not self.allows(aci, self.send_messages):
            raise Refusal(f"User is not allowed to send message to group: {self.label}")
