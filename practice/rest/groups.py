"""`/v1/groups`: reading and changing groups."""

import base64
from collections.abc import Callable, Iterable
from typing import Any, Literal

from aiohttp import web

from practice import traffic
from practice.attachments import decode, sniff
from practice.cli_results import group_entry
from practice.groups import Group, LinkState, Permission, api_id_of, internal_id_of
from practice.outgoing import Forced
from practice.people import Account
from practice.refusals import INTERNAL_ERROR, Refusal
from practice.releases import Release, since
from practice.rest.call import Body, Call, Denied, answer, empty, rows
from practice.world import World

_FORBIDDEN = (
    "Failed to send message: [403] Authorization failed! (AuthorizationFailedException)"
    " (UnexpectedErrorException)"
)


Form = Literal["objects", "texts"]


class PermissionsBody(Body):
    """Who may do what; an empty text leaves it as it is."""

    add_members: str | None = None
    edit_group: str | None = None
    send_messages: str | None = None


class CreateBody(Body):
    """The body of POST /v1/groups/{number}."""

    name: str | None = None
    members: list[str] | None = None
    description: str | None = None
    permissions: PermissionsBody | None = None
    group_link: str | None = None
    expiration_time: int | None = None


class UpdateBody(Body):
    """The body of PUT /v1/groups/{number}/{groupid}."""

    base64_avatar: str | None = None
    description: str | None = None
    name: str | None = None
    expiration_time: int | None = None
    group_link: str | None = None
    permissions: PermissionsBody | None = None


_SHOWN = {"EVERY_MEMBER": "every-member", "ONLY_ADMINS": "only-admins"}


def _people(listed: list[dict[str, Any]], *, form: Form) -> list[Any]:
    found = [{"number": one["number"] or "", "uuid": one["uuid"] or ""} for one in listed]
    return found if form == "objects" else [one["number"] or one["uuid"] for one in found]


def shown(listed: dict[str, Any], release: Release, form: Form) -> dict[str, Any]:
    """A group as `/v1/groups` shows it.

    `edit_group` repeats `send_messages`: so does the real one
    (`signalCliGroupEntryToExpandedGroupEntry` reads the wrong field). 0.97 has no permissions, and
    swaps who was invited with who asks to join. Only the newest says `member`.

    Args:
        listed: the group in signal-cli's `listGroups`.
        release: the release that is played.
        form: whether people are objects, or texts: the number, or the account id of whoever hides
            theirs.
    """
    swapped = not since(release, "0.98")
    sending = _SHOWN[listed["permissionSendMessage"]]
    entry: dict[str, Any] = {
        "name": listed["name"] or "",
        "description": listed["description"] or "",
        "id": api_id_of(listed["id"]),
        "internal_id": listed["id"],
        "members": _people(listed["members"], form=form),
        "blocked": listed["isBlocked"],
    }
    if since(release, "0.101-dev"):
        entry["member"] = listed["isMember"]
    invited, asking = listed["pendingMembers"], listed["requestingMembers"]
    if swapped:
        invited, asking = asking, invited
    entry["pending_invites"] = _people(invited, form=form)
    entry["pending_requests"] = _people(asking, form=form)
    entry["invite_link"] = listed["groupInviteLink"] or ""
    entry["admins"] = _people(listed["admins"], form=form)
    if not swapped:
        entry["permissions"] = {
            "add_members": _SHOWN[listed["permissionAddMember"]],
            "edit_group": sending,
            "send_messages": sending,
        }
    return entry


def _permission(value: str | None, what: str) -> Permission | None:
    if not value:
        return None
    try:
        return Permission(value)
    except ValueError as error:
        raise Denied(
            f"Invalid {what} provided - only 'every-member' and 'only-admins' allowed!"
        ) from error


def _permissions(body: PermissionsBody | None) -> dict[str, Permission]:
    if body is None:
        return {}
    wanted = {
        "add_members": _permission(body.add_members, "add members permission"),
        "edit_group": _permission(body.edit_group, "edit group permissions"),
        "send_messages": _permission(body.send_messages, "send messages permissions"),
    }
    return {name: value for name, value in wanted.items() if value is not None}


def _link(value: str | None, when_empty: LinkState | None) -> LinkState | None:
    if value is None or (value == "" and when_empty):
        return None
    try:
        return LinkState(value)
    except ValueError as error:
        raise Denied(
            "Invalid group link provided - only 'enabled', 'enabled-with-approval' and 'disabled'"
            " allowed!"
        ) from error


def acis_of(world: World, identifiers: Iterable[str]) -> list[str]:
    """The account ids of numbers, account ids or usernames.

    Raises:
        Refusal: one of them is not on Signal.
    """
    found = []
    for identifier in identifiers:
        person = world.find(identifier)
        if person is None or not person.registered:
            raise Refusal(f"The user {identifier} is not registered.")
        found.append(person.aci)
    return found


def check_allowed(group: Group, account: Account, permission: Permission) -> None:
    """Raises the Refusal for an account that may not make a change in a group."""
    group.check_member(account.aci)
    if not group.allows(account.aci, permission):
        raise Refusal(_FORBIDDEN, code=INTERNAL_ERROR)


def _form(call: Call) -> Form:
    """How to show people: releases before 0.99 do not look at `expand`."""
    return "objects" if call.since("0.99") and call.flag("expand") == "true" else "texts"


async def listed_groups(call: Call) -> list[dict[str, Any]]:
    """Every group that signal-cli's store has, in its own form."""

    def work(_: Forced) -> list[dict[str, Any]]:
        account = call.account()
        groups = call.world.groups_of(account.aci)
        return [group_entry(call.world, group, account) for group in groups]

    return rows(await call.ask("listGroups", work), "SignalCliGroupEntry")


def decoded_picture(text: str) -> bytes:
    """A picture for a group or a profile.

    Raises:
        Denied: it is not base64.
    """
    try:
        return decode(text)
    except Refusal as refusal:
        raise Denied(f"Couldn't decode base64 encoded avatar: {refusal.text}") from refusal


async def list_groups(call: Call) -> web.Response:
    """GET /v1/groups/{number}."""
    form = _form(call)
    listed = await listed_groups(call)
    return answer(200, [shown(group, call.release, form) for group in listed])


async def show_group(call: Call) -> web.Response:
    """GET /v1/groups/{number}/{groupid}: 200, and for an unknown group 200 with `null`.

    The real one means to answer 404 there, and does up to 0.98; since then it compares a typed nil
    pointer with nil.
    """
    form = _form(call)
    wanted = call.part("groupid")
    for group in await listed_groups(call):
        if api_id_of(group["id"]) == wanted:
            return answer(200, shown(group, call.release, form))
    if not call.since("0.99"):
        raise Denied("No group with that id found", 404)
    return answer(200, None)


async def show_avatar(call: Call) -> web.Response:
    """GET /v1/groups/{number}/{groupid}/avatar."""
    group_id = internal_id_of(call.part("groupid"))

    def work(_: Forced) -> dict[str, str]:
        call.account()
        chat = call.world.chats.get(group_id)
        if chat is None or chat.group is None or chat.group.avatar is None:
            raise Refusal("Could not find avatar")
        return {"data": base64.b64encode(chat.group.avatar).decode()}

    return await picture(call, work, status=404)


async def picture(
    call: Call, work: Callable[[Forced], dict[str, str]], status: int
) -> web.Response:
    """The answer to a call for somebody's or a group's picture; `status` where there is none."""
    try:
        found = await call.ask("getAvatar", work)
    except Refusal as refusal:
        if refusal.text == "Could not find avatar":
            raise Denied("No avatar found.", status) from refusal
        raise
    data = base64.b64decode((found or {}).get("data") or "")
    return web.Response(body=data, headers={"Content-Type": sniff(data)[0]})


async def create_group(call: Call) -> web.Response:
    """POST /v1/groups/{number}: 201 with the new group's id."""
    body = call.body(CreateBody)
    permissions = _permissions(body.permissions)
    link = _link(body.group_link, LinkState.DISABLED)

    def work(_: Forced) -> dict[str, Any]:
        account = call.account()
        others = acis_of(call.world, body.members or ())
        group = Group(
            body.name or "",
            description=body.description or "",
            members={account.aci: None},
            admins={account.aci},
            link=link or LinkState.DISABLED,
            timer=body.expiration_time or 0,
        )
        for name, value in permissions.items():
            setattr(group, name, value)
        chat = call.world.add_group(group)
        for aci in others:
            call.world.add_or_invite(chat, aci)
        stamp = traffic.group_changed(call.world, account.self_, chat)
        return {"groupId": group.internal_id, "timestamp": stamp, "results": []}

    created = await call.ask("updateGroup", work)
    return answer(201, {"id": api_id_of((created or {}).get("groupId") or "")})


async def update_group(call: Call) -> web.Response:
    """PUT /v1/groups/{number}/{groupid}: 204, also when signal-cli refused.

    `UpdateGroup` in src/client/client.go assigns that error to a shadowed variable. An
    `expiration_time` of 0 is left out of its request, so that a timer cannot be turned off here.
    """
    group_id = internal_id_of(call.part("groupid"))
    body = call.body(UpdateBody)
    link = _link(body.group_link, None)
    permissions = _permissions(body.permissions)
    avatar = None if body.base64_avatar is None else decoded_picture(body.base64_avatar)

    def work(_: Forced) -> dict[str, Any]:
        account = call.account()
        chat = call.world.group_chat(group_id)
        group = chat.the_group()
        check_allowed(group, account, group.edit_group)
        if permissions or link:
            check_allowed(group, account, Permission.ONLY_ADMINS)
        for name, value in permissions.items():
            setattr(group, name, value)
        group.name = group.name if body.name is None else body.name
        group.description = group.description if body.description is None else body.description
        group.timer = body.expiration_time or group.timer
        group.link = link or group.link
        group.avatar = avatar or group.avatar
        traffic.group_changed(call.world, account.self_, chat)
        return {}

    try:
        await call.ask("updateGroup", work)
    except Refusal:
        return empty()
    return empty()
