"""`/v1/groups/{number}/{groupid}/…`: who is in a group, who runs it, and what is pinned."""

from collections.abc import Iterable

from aiohttp import web

from relay.practice import traffic
from relay.practice.chats import Chat
from relay.practice.groups import Permission, internal_id_of
from relay.practice.outgoing import Forced
from relay.practice.refusals import Refusal
from relay.practice.rest.call import Body, Call, Denied, empty
from relay.practice.rest.groups import acis_of, check_allowed


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


async def _known_chat(call: Call, identifiers: Iterable[str]) -> Chat | None:
    """The real one lists all groups first, and looks for this one among them."""
    wanted = call.part("groupid")
    if not identifiers:
        return None

    def work(_: Forced) -> Chat | None:
        for group in call.world.groups_of(call.account().aci):
            if group.api_id == wanted:
                return call.world.chats[group.internal_id]
        return None

    chat = await call.ask(work)
    if chat is None:
        raise Denied(f"No group with that group id ({wanted}) found", 404)
    return chat


async def _change_members(call: Call, identifiers: list[str], action: str) -> web.Response:
    chat = await _known_chat(call, identifiers)
    if chat is None:
        return empty()

    def work(_: Forced) -> None:
        account, group = call.account(), chat.the_group()
        adding = action == "add"
        check_allowed(group, account, group.add_members if adding else Permission.ONLY_ADMINS)
        for aci in acis_of(call.world, identifiers):
            if adding:
                call.world.join(chat, aci)
            else:
                call.world.leave(chat, aci)
        traffic.group_changed(call.world, account.self_, chat)

    await call.ask(work)
    return empty()


async def add_members(call: Call) -> web.Response:
    """POST /v1/groups/{number}/{groupid}/members."""
    members = call.body(MembersBody).members
    if not members:
        raise Denied("Couldn't process request - group members missing")
    return await _change_members(call, members, "add")


async def remove_members(call: Call) -> web.Response:
    """DELETE /v1/groups/{number}/{groupid}/members."""
    return await _change_members(call, call.body(MembersBody).members or [], "remove")


async def _change_admins(call: Call, action: str) -> web.Response:
    identifiers = call.body(AdminsBody).admins or []
    chat = await _known_chat(call, identifiers)
    if chat is None:
        return empty()

    def work(_: Forced) -> None:
        account, group = call.account(), chat.the_group()
        check_allowed(group, account, Permission.ONLY_ADMINS)
        for aci in acis_of(call.world, identifiers):
            if action == "add" and aci in group.members:
                group.admins.add(aci)
            elif action == "remove":
                group.admins.discard(aci)
        traffic.group_changed(call.world, account.self_, chat)

    await call.ask(work)
    return empty()


async def add_admins(call: Call) -> web.Response:
    """POST /v1/groups/{number}/{groupid}/admins."""
    return await _change_admins(call, "add")


async def remove_admins(call: Call) -> web.Response:
    """DELETE /v1/groups/{number}/{groupid}/admins."""
    return await _change_admins(call, "remove")


async def _quit(call: Call) -> None:
    group_id = internal_id_of(call.part("groupid"))

    def work(_: Forced) -> None:
        account = call.account()
        try:
            chat = call.world.group_chat(group_id)
        except Refusal as refusal:
            raise Refusal(f"Failed to send to group: {refusal.text}") from refusal
        group = chat.the_group()
        if account.aci not in group.members:
            return
        if group.admins == {account.aci} and len(group.members) > 1:
            raise Refusal(
                "You need to specify a new admin with --admin:"
                f" User is last admin in group: {group.label}"
            )
        call.world.leave(chat, account.aci)
        traffic.group_changed(call.world, account.self_, chat)

    await call.ask(work)


async def quit_group(call: Call) -> web.Response:
    """POST /v1/groups/{number}/{groupid}/quit."""
    await _quit(call)
    return empty()


async def delete_group(call: Call) -> web.Response:
    """DELETE /v1/groups/{number}/{groupid}: the bot leaves; 200 without a body."""
    await _quit(call)
    return empty(200)


async def block_group(call: Call) -> web.Response:
    """POST /v1/groups/{number}/{groupid}/block."""
    group_id = internal_id_of(call.part("groupid"))

    def work(_: Forced) -> None:
        account = call.account()
        call.world.group_chat(group_id)
        account.blocked_groups.add(group_id)

    await call.ask(work)
    return empty()


async def join_group(call: Call) -> web.Response:
    """POST /v1/groups/{number}/{groupid}/join: accepts an invitation."""
    group_id = internal_id_of(call.part("groupid"))

    def work(_: Forced) -> None:
        account = call.account()
        chat = call.world.group_chat(group_id)
        group = chat.the_group()
        if account.aci not in group.invited:
            group.check_member(account.aci)
            return
        call.world.join(chat, account.aci)
        traffic.group_changed(call.world, account.self_, chat)

    await call.ask(work)
    return empty()


async def _pin(call: Call, body: PinBody, seconds: int | None) -> web.Response:
    group_id = internal_id_of(call.part("groupid"))

    def work(_: Forced) -> None:
        account = call.account()
        chat = call.world.group_chat(group_id)
        group = chat.the_group()
        group.check_member(account.aci)
        author = call.world.find(body.target_author or "")
        target = (author.aci if author else body.target_author or "", body.timestamp or 0)
        if seconds is None:
            group.pinned.pop(target, None)
        else:
            group.pinned[target] = seconds

    await call.ask(work)
    return empty(201)


async def pin_message(call: Call) -> web.Response:
    """POST /v1/groups/{number}/{groupid}/pin-message."""
    body = call.body(PinBody)
    return await _pin(call, body, -1 if body.duration is None else body.duration)


async def unpin_message(call: Call) -> web.Response:
    """DELETE /v1/groups/{number}/{groupid}/pin-message."""
    body = call.body(PinBody)
    if not body.target_author:
        raise Denied("Couldn't process request - target author missing")
    if not body.timestamp:
        raise Denied("Couldn't process request - timestamp missing")
    return await _pin(call, body, None)
