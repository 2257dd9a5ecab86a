"""Reading what signal-cli-rest-api answers of groups; see `relay.signal.answers`."""

import base64
import binascii
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from relay.signal.answers import (
    bad_answer,
    decoded,
    decoded_list,
    decoded_object,
    of_a_change,
    some_of,
)
from relay.signal.errors import CallRefused
from relay.signal.fields import Part, flag_of, list_of, part_of, parts_of, text_of
from relay.signal.types import Group, Member, Permission, Permissions

_GROUP_ID = "group."


def group_entry(body: bytes) -> Part:
    """`GET /v1/groups/{number}/{id}`, to be read with `read_groups`.

    A group that the server does not know is 404 up to 0.98. Since then it is meant to be, but comes
    as 200 with `null` (`GetGroup` in src/api/api.go compares a typed nil).
    """
    value = decoded(body)
    if value is None:
        raise CallRefused("group not found", code="unknown_group", status=200)
    if not isinstance(value, dict) or not _is_named(value):
        raise bad_answer()
    return value


def group_entries(body: bytes) -> list[Part]:
    """`GET /v1/groups/{number}`, to be read with `read_groups`."""
    entries = decoded_list(body)
    return some_of(entries, [entry for entry in parts_of(entries) if _is_named(entry)])


def read_groups(entries: Iterable[Part], own: Sequence[str]) -> tuple[Group, ...]:
    """What the server says of groups. `own` are the bot's number and, if known, account id."""
    return tuple(_group(entry, own) for entry in entries)


def own_account_id(entries: Iterable[Part], number: str) -> str | None:
    """The account id that stands beside the bot's number among the members, or None."""
    for entry in entries:
        for member in _people(entry.get("members")):
            if member.number == number and member.account_id:
                return member.account_id
    return None


def tell_membership(entries: Iterable[Part]) -> bool:
    """Whether the server says of each group whether the bot is in it: not up to 0.100."""
    return all(flag_of(entry.get("member")) is not None for entry in entries)


@of_a_change
def read_new_group(body: bytes) -> str:
    """`POST /v1/groups/{number}`: the new group's id, in the form for calls."""
    answer = decoded_object(body)
    if not _is_named(answer):
        raise bad_answer()
    return text_of(answer["id"])


def numbers_alone(groups: Iterable[Group]) -> frozenset[str]:
    """The numbers of those of whom nothing else is told."""
    return frozenset(
        person.number
        for group in groups
        for person in (*group.members, *group.pending, *group.requesting)
        if person.account_id is None and person.number is not None
    )


def with_account_ids(group: Group, by_number: Mapping[str, str]) -> Group:
    """A group whose people have the account ids that are known of their numbers."""

    def named(people: Iterable[Member]) -> tuple[Member, ...]:
        return tuple(
            Member(one.account_id or by_number.get(one.number or ""), one.number) for one in people
        )

    return replace(
        group,
        members=named(group.members),
        admins=named(group.admins),
        pending=named(group.pending),
        requesting=named(group.requesting),
    )


def internal_form(group_id: str) -> str:
    """The form that envelopes carry: a group's id for calls is that one in base64.

    Empty for what is no group's id.
    """
    try:
        return base64.b64decode(group_id.removeprefix(_GROUP_ID), validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        return ""


def _is_named(entry: Part) -> bool:
    return bool(text_of(entry.get("id")).removeprefix(_GROUP_ID))


def _group(entry: Part, own: Sequence[str]) -> Group:
    members, admins = _people(entry.get("members")), _people(entry.get("admins"))
    told = flag_of(entry.get("member"))
    permissions = part_of(entry.get("permissions"))
    pending, requesting = (
        _people(entry.get("pending_invites")),
        _people(entry.get("pending_requests")),
    )
    if "permissions" not in entry:
        # 0.97, which knows no permissions, says each of these for the other
        # (`signalCliGroupEntryToGroupEntry` in its src/client/client.go).
        pending, requesting = requesting, pending
    group_id = text_of(entry.get("id"))
    return Group(
        id=group_id,
        internal_id=text_of(entry.get("internal_id")) or internal_form(group_id),
        name=text_of(entry.get("name")),
        description=text_of(entry.get("description")),
        # Up to 0.100 the server does not say. Who has left a group is not among its members.
        member=_holds(members, own) if told is None else told,
        admin=_holds(admins, own),
        blocked=bool(flag_of(entry.get("blocked"))),
        members=members,
        admins=admins,
        pending=pending,
        requesting=requesting,
        permissions=Permissions(
            _permission(permissions.get("add_members")),
            _permission(permissions.get("edit_group")),
            _permission(permissions.get("send_messages")),
        ),
        invite_link=text_of(entry.get("invite_link")),
    )


def _holds(people: Iterable[Member], own: Sequence[str]) -> bool:
    return any(person.is_called(name) for person in people for name in own)


def _people(entries: Any) -> tuple[Member, ...]:
    # Without `expand=true`, and up to 0.98 in any case, people are plain strings: a number, or
    # else an id.
    found = []
    for entry in list_of(entries):
        if isinstance(entry, str) and entry:
            is_number = entry.startswith("+")
            found.append(Member(None, entry) if is_number else Member(entry, None))
        elif isinstance(entry, dict):
            account_id, number = text_of(entry.get("uuid")), text_of(entry.get("number"))
            if account_id or number:
                found.append(Member(account_id or None, number or None))
    return tuple(found)


def _permission(value: Any) -> Permission | None:
    return Permission(value) if value in tuple(Permission) else None


def permissions_body(permissions: Permissions) -> dict[str, Any]:
    """`permissions` as the API takes them, without those that stay as they are."""
    wanted = {
        "add_members": permissions.add_members,
        "edit_group": permissions.edit_group,
        "send_messages": permissions.send_messages,
    }
    return {name: str(value) for name, value in wanted.items() if value is not None}
