"""Groups: listing, making, changing, who is in them, what is pinned in them."""

import contextlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from relay.signal.answers import read_contacts, read_identities
from relay.signal.errors import CallRefused
from relay.signal.fields import Part
from relay.signal.group_answers import (
    group_entries,
    group_entry,
    numbers_alone,
    own_account_id,
    permissions_body,
    read_groups,
    read_new_group,
    tell_membership,
    with_account_ids,
)
from relay.signal.priority import Priority
from relay.signal.resource import ApiResource
from relay.signal.types import Group, LinkState, Member, Permissions
from relay.time.clock import Clock, SystemClock

NOBODY_FOR = timedelta(minutes=5)
"""How long a number that the server cannot name is not asked about again."""


class Groups(ApiResource):
    """A group's `id` is always the form `group.…`. All methods raise a `SignalApiError`."""

    _account_id: str | None = None
    _by_number: Mapping[str, str] = MappingProxyType({})
    _nobodys: frozenset[str] = frozenset()
    _nobodys_until: datetime = datetime.min.replace(tzinfo=UTC)
    _clock: Clock = SystemClock()

    async def groups(self, *, priority: Priority = Priority.BACKGROUND) -> tuple[Group, ...]:
        """All groups that the server knows, also those the bot has left (`member` is false)."""
        path = ("v1", "groups", self._number)
        entries = group_entries(await self._ask(*path, priority=priority, expand="true"))
        groups = read_groups(entries, await self._own_names(entries, priority))
        return await self._named(groups, priority)

    async def _named(self, groups: tuple[Group, ...], priority: Priority) -> tuple[Group, ...]:
        """Say the account id of whoever is told of by their number alone, as far as it is known.

        Up to 0.98 that is everybody who shows it. What the server knows of people is asked for when
        a number appears that was in no answer before, and again after a while: it may have learned.
        """
        unnamed = numbers_alone(groups) - {self._number}
        if not unnamed:
            return groups
        if self._clock.now() >= self._nobodys_until:
            self._nobodys = frozenset()
        if not unnamed <= self._by_number.keys() | self._nobodys:
            path = ("v1", "contacts", self._number)
            with contextlib.suppress(CallRefused):
                known = await self._ask(*path, priority=priority, all_recipients="true")
                self._by_number = {
                    one.number: one.account_id for one in read_contacts(known) if one.number
                }
            self._nobodys = unnamed - self._by_number.keys()
            self._nobodys_until = self._clock.now() + NOBODY_FOR
        return tuple(with_account_ids(group, self._by_number) for group in groups)

    async def group(self, group_id: str, *, priority: Priority = Priority.REPLY) -> Group:
        """One group. The server reads all of them for it: for several, ask for `groups`.

        Raises:
            CallRefused: with code `unknown_group`.
        """
        path = ("v1", "groups", self._number, group_id)
        entry = group_entry(await self._ask(*path, priority=priority, expand="true"))
        return read_groups([entry], await self._own_names([entry], priority))[0]

    def is_own(self, member: Member) -> bool:
        """Whether somebody in a group is the bot, as far as that is known."""
        return member.is_called(self._number) or member.is_called(self._account_id or "")

    async def _own_names(self, entries: Sequence[Part], priority: Priority) -> tuple[str, ...]:
        """The bot's number and, as far as it is needed and known, its account id.

        Up to 0.100 an answer does not say in which groups the bot is; one has to look for it among
        the members, and there it may stand by its account id alone. The same answer tells that id
        where the number is beside it, and signal-cli has a key for its own account as for others.
        """
        if self._account_id is None:
            self._account_id = own_account_id(entries, self._number)
        if self._account_id is None and not tell_membership(entries):
            with contextlib.suppress(CallRefused):
                known = await self._ask("v1", "identities", self._number, priority=priority)
                keys = read_identities(known)
                own = (key.account_id for key in keys if key.number == self._number)
                self._account_id = next((one for one in own if one), None)
        return (self._number, self._account_id) if self._account_id else (self._number,)

    async def create_group(
        self,
        name: str,
        *,
        members: Sequence[str] = (),
        description: str = "",
        permissions: Permissions | None = None,
        link: LinkState | None = None,
        expiration_seconds: int | None = None,
        priority: Priority = Priority.REPLY,
    ) -> str:
        """Make a group with the bot as its admin. Returns its id."""
        body = {
            "name": name,
            "members": list(members),
            "description": description,
            "permissions": permissions_body(permissions or Permissions()),
            "group_link": link,
            "expiration_time": expiration_seconds,
        }
        path = ("v1", "groups", self._number)
        return read_new_group(await self._deliver("POST", *path, body=body, priority=priority))

    async def update_group(
        self,
        group_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        permissions: Permissions | None = None,
        link: LinkState | None = None,
        expiration_seconds: int | None = None,
        priority: Priority = Priority.REPLY,
    ) -> None:
        """Change what is given and leave the rest.

        The server answers with success even if Signal refused (`UpdateGroup` in its
        src/client/client.go loses the error). Where it matters, look at `group` afterwards.

        Raises:
            ValueError: `expiration_seconds` is below 1: the server drops a zero without a word, so
                that a timer cannot be switched off through it.
        """
        if expiration_seconds is not None and expiration_seconds < 1:
            raise ValueError("an expiration timer cannot be switched off through the API")
        body = {
            "name": name,
            "description": description,
            "permissions": permissions_body(permissions) if permissions else None,
            "group_link": link,
            "expiration_time": expiration_seconds,
        }
        path = ("v1", "groups", self._number, group_id)
        await self._deliver("PUT", *path, body=body, priority=priority)

    async def add_members(
        self, group_id: str, members: Sequence[str], *, priority: Priority = Priority.REPLY
    ) -> None:
        """Invite people (account ids, numbers or usernames)."""
        path = ("v1", "groups", self._number, group_id, "members")
        await self._deliver("POST", *path, body={"members": list(members)}, priority=priority)

    async def remove_members(
        self, group_id: str, members: Sequence[str], *, priority: Priority = Priority.REPLY
    ) -> None:
        """Take people out of the group."""
        path = ("v1", "groups", self._number, group_id, "members")
        await self._deliver("DELETE", *path, body={"members": list(members)}, priority=priority)

    async def add_admins(
        self, group_id: str, admins: Sequence[str], *, priority: Priority = Priority.REPLY
    ) -> None:
        """Make members admins."""
        path = ("v1", "groups", self._number, group_id, "admins")
        await self._deliver("POST", *path, body={"admins": list(admins)}, priority=priority)

    async def fetch_group(self, group_id: str, *, priority: Priority = Priority.BACKGROUND) -> None:
        """Have the server ask Signal how a group is now, of which the bot is a member.

        To join a group that one is in changes nothing, and signal-cli looks at the group before it
        sees that (`getGroupForUpdating` in `updateGroup`, its GroupHelper.java). The answer is
        empty, and up to 0.98 also where that failed.
        """
        path = ("v1", "groups", self._number, group_id, "join")
        await self._tell("POST", *path, priority=priority)

    async def pin_message(
        self, group_id: str, timestamp: int, *, priority: Priority = Priority.REPLY
    ) -> None:
        """Pin a message of ours for everybody in its group, until it is taken off.

        Came with 0.99 (`pin-message` in its src/api/api.go).

        Args:
            group_id: of the group.
            timestamp: of the message as it was first sent, in milliseconds.
            priority: before what it goes.

        Raises:
            CallRefused: with code `not_found` where the release cannot do it.
        """
        path = ("v1", "groups", self._number, group_id, "pin-message")
        body = {"target_author": self._number, "timestamp": timestamp}
        await self._deliver("POST", *path, body=body, priority=priority)

    async def unpin_message(
        self, group_id: str, timestamp: int, *, priority: Priority = Priority.REPLY
    ) -> None:
        """Take the pin off a message of ours; see `pin_message`."""
        path = ("v1", "groups", self._number, group_id, "pin-message")
        body = {"target_author": self._number, "timestamp": timestamp}
        await self._deliver("DELETE", *path, body=body, priority=priority)

    async def quit_group(self, group_id: str, *, priority: Priority = Priority.REPLY) -> None:
        """Leave a group."""
        path = ("v1", "groups", self._number, group_id, "quit")
        await self._deliver("POST", *path, priority=priority)
