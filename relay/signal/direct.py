"""What is asked of signal-cli itself: deleting, banning, links, and how a group is now.

| call | command | first in |
|---|---|---|
| `version` | `version` | 0.10 or earlier |
| `delete_theirs` | `sendAdminDelete` (SendAdminDeleteCommand.java) | 0.14.0 |
| `ban`, `unban` | `updateGroup` with `ban`, `unban` (UpdateGroupCommand.java) | 0.10.5 |
| `reset_link` | `updateGroup` with `resetLink` | 0.8.4 |
| `refresh` | `listGroups` with `groupId` (ListGroupsCommand.java) | 0.13.19 |

`listGroups` is older, and then tells what signal-cli has stored (`getGroups` in GroupHelper.java).
Parameters are the options of the command line in camel case, and a list may be one value
(JsonRpcNamespace.java). Each of these calls may be made twice.
"""

from dataclasses import dataclass, field
from typing import Any

from relay.signal.answers import FAILURES, bad_answer
from relay.signal.errors import CallRefused
from relay.signal.fields import Part, flag_of, part_of, parts_of, text_of, whole_of
from relay.signal.group_answers import internal_form
from relay.signal.priority import Priority
from relay.signal.rpc import RpcCall, RpcSocket
from relay.signal.types import FailureKind, RecipientFailure, Sent, Timeouts

DELETES_OTHERS = (0, 14, 0)
REMOVES_WHOM_IT_BANS = (0, 14, 2)
"""0.14.1 takes nobody out of a group whom it is told to, and says that it did (`updateGroupV2` in
GroupHelper.java compares people with members there; the changelog of 0.14.2 has it)."""
FETCHES = (0, 13, 19)


@dataclass(frozen=True, slots=True)
class GroupNow:
    """A group as signal-cli has just fetched it.

    Where Signal could not be reached it is as signal-cli had stored it, and nothing tells
    (`getDecryptedGroup` in its GroupV2Helper.java).

    Args:
        member: whether the bot is in it.
        admin: whether the bot is an admin of it; None where it is not among its members.
        members, banned: account ids, or numbers where no account id is known.
        link: by which people can join; empty where there is none.
    """

    member: bool
    admin: bool | None
    members: frozenset[str] = field(repr=False)
    banned: frozenset[str] = field(repr=False)
    link: str = field(repr=False)


class Direct:
    """Calls to signal-cli on behalf of one number. All raise a `SignalApiError`.

    Not for what signal-cli-rest-api can do: that goes by `SignalClient`, which has one of these
    where the settings say where the socket is.

    Args:
        socket: the way there.
        number: the bot's.
        timeouts: how long to wait for what.
    """

    def __init__(self, socket: RpcSocket, number: str, timeouts: Timeouts) -> None:
        self._socket = socket
        self._number = number
        self._timeouts = timeouts

    @property
    def release(self) -> tuple[int, ...] | None:
        """The numbers of the release that was last spoken with, as far as it has told them."""
        return parsed_release(self._socket.release)

    async def version(self, *, priority: Priority = Priority.BACKGROUND) -> str:
        """The release that is there, such as `0.14.5`."""
        result = await self._ask("version", {}, priority)
        return text_of(part_of(result).get("version"))

    async def delete_theirs(
        self, group_id: str, author: str, timestamp: int, *, priority: Priority = Priority.REPLY
    ) -> Sent:
        """Delete somebody's message in a group for everybody there.

        signal-cli sends it to the members without a look at who may: phones pass over it unless it
        comes from an admin, within two days (`isValidAdminDeleteReceive` in MessageConstraintsUtil
        of Signal-Android; the apps themselves stop after one, `isValidAdminDeleteSend`), and older
        ones in any case. So nothing here says that it was deleted.

        Args:
            group_id: of the group, `group.…`.
            author: the account id of whoever wrote it.
            timestamp: of the message as it was first sent, in milliseconds.
            priority: before what it goes.
        """
        params = {
            "groupId": _form(group_id),
            "targetAuthor": author,
            "targetTimestamp": timestamp,
        }
        return _sent(await self._tell("sendAdminDelete", params, priority))

    async def ban(self, group_id: str, person: str, *, priority: Priority = Priority.REPLY) -> None:
        """Take somebody out of a group, refuse their wish to join, and let no link let them in.

        To be in the list of the banned alone takes nobody out (`updateGroupV2` in GroupHelper.java:
        only together with people to remove). Signal keeps a limited number of banned people in a
        group; the oldest goes for one too many (`createBanServiceIdsChange` in GroupsV2Operations).
        """
        params = {"removeMember": [person], "ban": [person]}
        await self._update(group_id, params, priority)

    async def unban(
        self, group_id: str, person: str, *, priority: Priority = Priority.REPLY
    ) -> None:
        """Take somebody off the list of the banned. It does not let them in."""
        await self._update(group_id, {"unban": [person]}, priority)

    async def reset_link(self, group_id: str, *, priority: Priority = Priority.REPLY) -> None:
        """Give a group another link. Whether links let anybody in stays as it is."""
        await self._update(group_id, {"resetLink": True}, priority)

    async def refresh(self, group_id: str, *, priority: Priority = Priority.BACKGROUND) -> GroupNow:
        """Have signal-cli fetch a group from Signal, and return how it is.

        Raises:
            CallRefused: with code `unknown_group`.
        """
        wanted = _form(group_id)
        result = await self._ask("listGroups", {"groupId": [wanted]}, priority)
        if not isinstance(result, list):
            raise bad_answer()
        entry = next((one for one in parts_of(result) if one.get("id") == wanted), None)
        if entry is None:
            raise CallRefused("group not found", code="unknown_group")
        own = [one for one in parts_of(entry.get("members")) if one.get("number") == self._number]
        return GroupNow(
            member=bool(flag_of(entry.get("isMember"))),
            admin=bool(flag_of(own[0].get("isAdmin"))) if own else None,
            members=_people(entry.get("members")),
            banned=_people(entry.get("banned")),
            link=text_of(entry.get("groupInviteLink")),
        )

    async def _update(self, group_id: str, change: Part, priority: Priority) -> None:
        # Whom the news of the change did not reach is told by Signal when they next look.
        await self._tell("updateGroup", {"groupId": _form(group_id), **change}, priority)

    async def _ask(self, method: str, params: Part, priority: Priority) -> Any:
        call = RpcCall(method, params, self._timeouts.call, only_asks=True)
        return await self._socket.call(call, priority)

    async def _tell(self, method: str, params: Part, priority: Priority) -> Any:
        return await self._socket.call(RpcCall(method, params, self._timeouts.send), priority)


def parsed_release(version: str) -> tuple[int, ...] | None:
    """Return the numbers that a version of signal-cli begins with; None where there are none.

    Args:
        version: such as `0.14.5` or `0.14.7-SNAPSHOT`.
    """
    found = []
    for part in version.partition("-")[0].split(".")[:4]:
        if not (part.isascii() and part.isdecimal() and len(part) < 6):
            break
        found.append(int(part))
    return tuple(found) if len(found) > 1 else None


def _form(group_id: str) -> str:
    form = internal_form(group_id)
    if not form:
        raise CallRefused("not a possible id", code="unknown_group")
    return form


def _sent(result: Any) -> Sent:
    """What `SendMessageResultUtils.outputResult` writes: a timestamp, and a result a recipient."""
    told = part_of(result)
    timestamp = whole_of(told.get("timestamp"))
    if timestamp is None:
        reason = "signal-cli's answer cannot be read; it may have done what was asked"
        raise CallRefused(reason, code="bad_answer")
    kinds = (text_of(one.get("type")) for one in parts_of(told.get("results")))
    failures = (FAILURES.get(kind, FailureKind.OTHER) for kind in kinds if kind != "SUCCESS")
    return Sent(timestamp, tuple(RecipientFailure(kind) for kind in failures))


def _people(listed: Any) -> frozenset[str]:
    found = (text_of(one.get("uuid")) or text_of(one.get("number")) for one in parts_of(listed))
    return frozenset(one for one in found if one)
