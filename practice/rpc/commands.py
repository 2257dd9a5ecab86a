"""The commands that the relay uses by signal-cli's own socket, as signal-cli carries them out.

Read at `c26e063` of signal-cli; nothing of it was recorded, because no live account was at hand.
"""

import base64
import binascii
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from practice import rare_traffic, traffic
from practice.chats import Chat
from practice.cli_results import group_entry
from practice.groups import GROUP_ID_BYTES, Permission
from practice.outgoing import Forced, Sent, to_group
from practice.outgoing import Result as ForOne
from practice.people import Account
from practice.refusals import METHOD_NOT_FOUND, Refusal
from practice.rest.groups import acis_of, check_allowed
from practice.rpc.params import Params
from practice.world import World

Version = tuple[int, ...]

_OLD_ID_BYTES = 16
_FETCHES_SINCE = (0, 13, 19)
_TAKES_NOBODY_OUT = (0, 14, 1)


@dataclass(frozen=True)
class Asked:
    """One call to signal-cli.

    Args:
        world: the practice Signal.
        account: for which it is made.
        params: its parameters.
        forced: the failures that a test wants.
        version: of the signal-cli that is played.
    """

    world: World
    account: Account
    params: Params
    forced: Forced
    version: Version


def say_version(asked: Asked) -> Any:
    """`VersionCommand.java`."""
    return {"version": ".".join(map(str, asked.version))}


def list_groups(asked: Asked) -> Any:
    """`ListGroupsCommand.java`: those named are fetched since 0.13.19, unknown ones left out."""
    wanted = {_group_id(text) for text in asked.params.texts("group-id")}
    groups = [
        group
        for group in asked.world.groups_of(asked.account.aci)
        if not wanted or group.internal_id in wanted
    ]
    if wanted and asked.version >= _FETCHES_SINCE:
        for group in groups:
            if asked.account.aci in group.members:
                asked.world.fetch_group(asked.world.group_chat(group.internal_id))
    return [group_entry(asked.world, group, asked.account) for group in groups]


def send_admin_delete(asked: Asked) -> Any:
    """`SendAdminDeleteCommand.java`, which does not ask whether the account is an admin."""
    groups = {_group_id(text) for text in asked.params.texts("group-id")}
    if not groups:
        raise Refusal("Admin delete requires group IDs")
    author = asked.params.text("target-author")
    timestamp = asked.params.long("target-timestamp")
    [aci] = acis_of(asked.world, [author or ""])

    def act(chat: Chat, stamp: int, missed: frozenset[str]) -> int:
        return rare_traffic.erase_as_admin(asked.world, asked.account.self_, chat, (aci, timestamp))

    for group in sorted(groups):
        sent = to_group(
            asked.world, asked.account, group, act, asked.forced, itself="does not count"
        )
    return sent.as_json


def update_group(asked: Asked) -> Any:
    """`UpdateGroupCommand.java`: of its options those by which members come to harm, and links.

    Each part is a change of its own (`updateGroupV2` in GroupHelper.java). What is so already is no
    change, and then Signal is not asked whether it may be made.
    """
    world, account, params = asked.world, asked.account, asked.params
    given = params.text("group-id")
    if given is None:
        raise Refusal("Practice makes no groups by this socket")
    chat = world.group_chat(_group_id(given))
    group = chat.the_group()
    group.check_member(account.aci)
    world.fetch_group(chat)
    removed = acis_of(world, params.texts("remove-member"))
    banned = acis_of(world, params.texts("ban"))
    unbanned = acis_of(world, params.texts("unban"))
    out = (
        [aci for aci in dict.fromkeys(removed + banned) if aci in group.members] if removed else []
    )
    if asked.version == _TAKES_NOBODY_OUT:
        out = []
    changes: list[tuple[Iterable[str], Callable[[str], None]]] = [
        (out, lambda aci: world.leave(chat, aci)),
        ([aci for aci in removed if aci in group.invited], group.invited.discard),
        ([aci for aci in removed if aci in group.requesting], group.turn_away),
        ([aci for aci in banned if aci not in group.banned], group.banned.add),
        ([aci for aci in unbanned if aci in group.banned], group.banned.discard),
        ([account.aci] if params.is_set("reset-link") else [], lambda _: group.reset_link()),
    ]
    told: Sent | None = None
    for people, change in changes:
        for aci in people:
            check_allowed(group, account, Permission.ONLY_ADMINS)
            change(aci)
        if people:
            told = _told(asked, chat)
    return {} if told is None else told.as_json


def _told(asked: Asked, chat: Chat) -> Sent:
    """The news of a change goes to every member; whom it misses makes it no failure."""
    stamp = traffic.group_changed(asked.world, asked.account.self_, chat)
    reasons = asked.forced.reasons
    results = []
    for aci in chat.others(asked.account.aci):
        person = asked.world.people[aci]
        kind = reasons.get(aci) or asked.world.trouble_with(person) or "SUCCESS"
        results.append(ForOne(person.visible_number, aci, person.username, kind))
    return Sent(stamp, tuple(results))


def _group_id(text: str) -> str:
    """An id of a group, as `GroupId.fromBase64` takes it.

    Raises:
        Refusal: it is none.
    """
    try:
        size = len(base64.b64decode(text, validate=True))
    except (binascii.Error, ValueError):
        size = 0
    if size not in (_OLD_ID_BYTES, GROUP_ID_BYTES):
        raise Refusal(f'Invalid group id: Failed to decode groupId (must be base64) "{text}"')
    return text


_COMMANDS: dict[str, tuple[Version, Callable[[Asked], Any]]] = {
    "version": ((0,), say_version),
    "listGroups": ((0,), list_groups),
    "updateGroup": ((0,), update_group),
    "sendAdminDelete": ((0, 14, 0), send_admin_delete),
}


def command(method: str, version: Version) -> Callable[[Asked], Any]:
    """The command of a name.

    Raises:
        Refusal: this version has none.
    """
    first, carry_out = _COMMANDS.get(method, (None, None))
    if first is None or carry_out is None or version < first:
        raise Refusal("Method not implemented", code=METHOD_NOT_FOUND)
    return carry_out
