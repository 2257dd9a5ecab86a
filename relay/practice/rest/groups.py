"""`/v1/groups`: reading and changing groups."""

import base64
import binascii
from collections.abc import Iterable
from typing import Any

from aiohttp import web

from relay.practice import traffic
from relay.practice.attachments import sniff
from relay.practice.groups import Group, LinkState, Permission, api_id_of, internal_id_of
from relay.practice.outgoing import Forced
from relay.practice.people import Account, Person
from relay.practice.refusals import Refusal
from relay.practice.rest.call import Body, Call, Denied, answer, empty
from relay.practice.world import World

_FORBIDDEN = (
    "Failed to send message: [403] Authorization failed! (AuthorizationFailedException)"
    " (UnexpectedErrorException)"
)


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


def _permission_name(permission: Permission) -> str:
    return permission.value


def _address(person: Person, account: Account) -> dict[str, str]:
    # signal-cli always knows the number of its own account.
    number = person.number if person.aci == account.aci else person.visible_number
    return {"number": number or "", "uuid": person.aci}


def entry(world: World, group: Group, account: Account, expand: str) -> dict[str, Any]:
    """A group as `/v1/groups` shows it.

    `edit_group` repeats `send_messages`: so does the real one
    (`signalCliGroupEntryToExpandedGroupEntry` reads the wrong field).
    """

    def people(acis: Iterable[str]) -> list[Any]:
        found = [_address(world.people[aci], account) for aci in acis]
        return found if expand == "true" else [a["number"] or a["uuid"] for a in found]

    return {
        "name": group.name,
        "description": group.description,
        "id": group.api_id,
        "internal_id": group.internal_id,
        "members": people(group.members),
        "blocked": group.internal_id in account.blocked_groups,
        "member": account.aci in group.members,
        "pending_invites": people(sorted(group.invited)),
        "pending_requests": people(sorted(group.requesting)),
        "invite_link": group.invite_link,
        "admins": people(sorted(group.admins)),
        "permissions": {
            "add_members": _permission_name(group.add_members),
            "edit_group": _permission_name(group.send_messages),
            "send_messages": _permission_name(group.send_messages),
        },
    }


def _shown(call: Call, group: Group, account: Account, expand: str) -> dict[str, Any]:
    shown = entry(call.world, group, account, expand)
    if call.signal_cli.tuning.release == "0.100":
        del shown["member"]
    return shown


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
        raise Refusal(_FORBIDDEN)


async def list_groups(call: Call) -> web.Response:
    """GET /v1/groups/{number}."""
    expand = call.flag("expand")

    def work(_: Forced) -> list[dict[str, Any]]:
        account = call.account()
        groups = call.world.groups_of(account.aci)
        return [_shown(call, group, account, expand) for group in groups]

    return answer(200, await call.ask(work))


async def show_group(call: Call) -> web.Response:
    """GET /v1/groups/{number}/{groupid}: 200, and for an unknown group 200 with `null`.

    The real one means to answer 404 there, but compares a typed nil pointer with nil.
    """
    expand = call.flag("expand")
    wanted = call.part("groupid")

    def work(_: Forced) -> dict[str, Any] | None:
        account = call.account()
        for group in call.world.groups_of(account.aci):
            if group.api_id == wanted:
                return _shown(call, group, account, expand)
        return None

    return answer(200, await call.ask(work))


async def show_avatar(call: Call) -> web.Response:
    """GET /v1/groups/{number}/{groupid}/avatar."""
    group_id = internal_id_of(call.part("groupid"))

    def work(_: Forced) -> bytes:
        call.account()
        chat = call.world.chats.get(group_id)
        if chat is None or chat.group is None or chat.group.avatar is None:
            raise Refusal("Could not find avatar")
        return chat.group.avatar

    try:
        data = await call.ask(work)
    except Refusal as refusal:
        if refusal.text == "Could not find avatar":
            raise Denied("No avatar found.", 404) from refusal
        raise
    return web.Response(body=data, content_type=sniff(data)[0].split(";")[0])


async def create_group(call: Call) -> web.Response:
    """POST /v1/groups/{number}: 201 with the new group's id."""
    body = call.body(CreateBody)
    permissions = _permissions(body.permissions)
    link = _link(body.group_link, LinkState.DISABLED)

    def work(_: Forced) -> str:
        account = call.account()
        members = [account.aci, *acis_of(call.world, body.members or ())]
        group = Group(
            body.name or "",
            description=body.description or "",
            members=dict.fromkeys(members),
            admins={account.aci},
            link=link or LinkState.DISABLED,
            timer=body.expiration_time or 0,
        )
        for name, value in permissions.items():
            setattr(group, name, value)
        chat = call.world.add_group(group)
        traffic.group_changed(call.world, account.self_, chat)
        return group.internal_id

    return answer(201, {"id": api_id_of(await call.ask(work))})


async def update_group(call: Call) -> web.Response:
    """PUT /v1/groups/{number}/{groupid}: 204, also when signal-cli refused.

    `UpdateGroup` in src/client/client.go assigns that error to a shadowed variable. An
    `expiration_time` of 0 is left out of its request, so that a timer cannot be turned off here.
    """
    group_id = internal_id_of(call.part("groupid"))
    body = call.body(UpdateBody)
    link = _link(body.group_link, None)
    permissions = _permissions(body.permissions)
    avatar = None
    if body.base64_avatar is not None:
        try:
            avatar = base64.b64decode(body.base64_avatar, validate=True)
        except (binascii.Error, ValueError) as error:
            raise Denied(f"Couldn't decode base64 encoded avatar: {error}") from error

    def work(_: Forced) -> None:
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

    try:
        await call.ask(work)
    except Refusal:
        return empty()
    return empty()
