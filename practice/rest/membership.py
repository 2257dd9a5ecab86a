"""`/v1/groups/{number}/{groupid}/…`: who is in a group, who runs it, and what is pinned."""

from collections.abc import Iterable
from typing import Any

from aiohttp import web

from practice import traffic
from practice.chats import Chat
from practice.groups import Permission, api_id_of, internal_id_of
from practice.outgoing import Forced, to_group
from practice.refusals import Refusal
from practice.releases import OLDEST, Release
from practice.rest.call import Body, Call, Denied, empty, not_found
from practice.rest.groups import acis_of, check_allowed, listed_groups


class MembersBody(Body):
    """The body of …/members."""

    members: list[str] | None = None


class AdminsBody(Body):
    """The body of …/admins."""

    admins: list[str] | None = None


class PinBody(Body):
    """The body of …/pin-message."""

    target_author: str | None = None
    timestamp: int | None = None
    duration: int | None = None


async def _known_group(call: Call, identifiers: Iterable[str]) -> str | None:
    """The real one lists all groups first, and looks for this one among them."""
    wanted = call.part("groupid")
    if not identifiers:
        return None
    for group in await listed_groups(call):
        if api_id_of(group["id"]) == wanted:
            return str(group["id"])
    raise Denied(f"No group with that group id ({wanted}) found", 404)


async def _change_members(call: Call, identifiers: list[str], action: str) -> web.Response:
    group_id = await _known_group(call, identifiers)
    if group_id is None:
        return empty()

    def work(_: Forced) -> dict[str, Any]:
        account, chat = call.account(), call.world.group_chat(group_id)
        group = chat.the_group()
        adding = action == "add"
        check_allowed(group, account, group.add_members if adding else Permission.ONLY_ADMINS)
        for aci in acis_of(call.world, identifiers):
            if adding:
                call.world.add_or_invite(chat, aci)
            else:
                # It refuses who asks and takes invitations back, too (`refuseJoinRequestMembers`
                # and `revokeInvitedMembers` in `updateGroupV2` of signal-cli's GroupHelper).
                for waiting in (group.requesting, group.seen_requests, group.invited):
                    waiting.discard(aci)
                call.world.leave(chat, aci)
        traffic.group_changed(call.world, account.self_, chat)
        return {}

    await call.ask("updateGroup", work, heard_since="0.98")
    return empty()


async def add_members(call: Call) -> web.Response:
    """POST /v1/groups/{number}/{groupid}/members."""
    members = call.body(MembersBody).members
    if not members and call.since("0.99"):
        raise Denied("Couldn't process request - group members missing")
    return await _change_members(call, members or [], "add")


async def remove_members(call: Call) -> web.Response:
    """DELETE /v1/groups/{number}/{groupid}/members."""
    return await _change_members(call, call.body(MembersBody).members or [], "remove")


async def _change_admins(call: Call, action: str) -> web.Response:
    identifiers = call.body(AdminsBody).admins or []
    group_id = await _known_group(call, identifiers)
    if group_id is None:
        return empty()

    def work(_: Forced) -> dict[str, Any]:
        account, chat = call.account(), call.world.group_chat(group_id)
        group = chat.the_group()
        check_allowed(group, account, Permission.ONLY_ADMINS)
        for aci in acis_of(call.world, identifiers):
            if action == "add" and aci in group.members:
                group.admins.add(aci)
            elif action == "remove":
                group.admins.discard(aci)
        traffic.group_changed(call.world, account.self_, chat)
        return {}

    await call.ask("updateGroup", work, heard_since="0.98")
    return empty()


async def add_admins(call: Call) -> web.Response:
    """POST /v1/groups/{number}/{groupid}/admins."""
    return await _change_admins(call, "add")


async def remove_admins(call: Call) -> web.Response:
    """DELETE /v1/groups/{number}/{groupid}/admins."""
    return await _change_admins(call, "remove")


async def _quit(call: Call, heard_since: Release) -> None:
    group_id = internal_id_of(call.part("groupid"))

    def work(_: Forced) -> dict[str, Any]:
        account = call.account()
        try:
            chat = call.world.group_chat(group_id)
        except Refusal as refusal:
            raise Refusal(f"Failed to send to group: {refusal.text}") from refusal
        group = chat.the_group()
        if account.aci not in group.members:
            return {}
        if group.admins == {account.aci} and len(group.members) > 1:
            raise Refusal(
                "You need to specify a new admin with --admin:"
                f" User is last admin in group: {group.label}"
            )
        call.world.leave(chat, account.aci)
        traffic.group_changed(call.world, account.self_, chat)
        return {}

    await call.ask("quitGroup", work, heard_since=heard_since)


async def quit_group(call: Call) -> web.Response:
    """POST /v1/groups/{number}/{groupid}/quit."""
    await _quit(call, "0.99")
    return empty()


async def delete_group(call: Call) -> web.Response:
    """DELETE /v1/groups/{number}/{groupid}: the bot leaves; 200 without a body."""
    await _quit(call, OLDEST)
    return empty(200)


async def block_group(call: Call) -> web.Response:
    """POST /v1/groups/{number}/{groupid}/block."""
    group_id = internal_id_of(call.part("groupid"))

    def work(_: Forced) -> dict[str, Any]:
        call.account().blocked_groups.add(group_id)
        return {}

    await call.ask("block", work, heard_since="0.99")
    return empty()


async def join_group(call: Call) -> web.Response:
    """POST /v1/groups/{number}/{groupid}/join: accepts an invitation.

    For a member it changes nothing, but signal-cli looks at the group as it is now before it sees
    that (`getGroupForUpdating` in its GroupHelper).
    """
    group_id = internal_id_of(call.part("groupid"))

    def work(_: Forced) -> dict[str, Any]:
        account = call.account()
        chat = call.world.group_chat(group_id)
        group = chat.the_group()
        if account.aci not in group.invited:
            group.check_member(account.aci)
            call.world.fetch_group(chat)
            return {}
        call.world.join(chat, account.aci)
        traffic.group_changed(call.world, account.self_, chat)
        return {}

    await call.ask("updateGroup", work, heard_since="0.99")
    return empty()


async def _pin(call: Call, body: PinBody, seconds: int | None) -> web.Response:
    group_id = internal_id_of(call.part("groupid"))
    author = call.world.find(body.target_author or "")
    target = (author.aci if author else body.target_author or "", body.timestamp or 0)

    def act(chat: Chat, stamp: int, missed: frozenset[str]) -> int:
        if seconds is None:
            chat.the_group().pinned.pop(target, None)
        else:
            chat.the_group().pin(target, seconds)
        return stamp

    def work(forced: Forced) -> dict[str, Any]:
        account = call.account()
        sent = to_group(call.world, account, group_id, act, forced, itself="does not count")
        return sent.as_json

    await call.ask("sendUnpinMessage" if seconds is None else "sendPinMessage", work)
    return empty(201)


async def pin_message(call: Call) -> web.Response:
    """POST /v1/groups/{number}/{groupid}/pin-message, which came with 0.99."""
    if not call.since("0.99"):
        return not_found()
    body = call.body(PinBody)
    return await _pin(call, body, -1 if body.duration is None else body.duration)


async def unpin_message(call: Call) -> web.Response:
    """DELETE /v1/groups/{number}/{groupid}/pin-message, which came with 0.99."""
    if not call.since("0.99"):
        return not_found()
    body = call.body(PinBody)
    if not body.target_author:
        raise Denied("Couldn't process request - target author missing")
    if not body.timestamp:
        raise Denied("Couldn't process request - timestamp missing")
    return await _pin(call, body, None)
