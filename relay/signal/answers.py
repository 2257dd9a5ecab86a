"""Reading what signal-cli-rest-api answers, as any of its releases writes it.

Only what is used is wanted. A field that is left out, null or of another type, an unknown field and
an unknown kind change nothing; only where what was asked for is not there at all, that is one clear
error.
"""

import base64
import binascii
import json
from collections.abc import Iterable, Sequence
from typing import Any

from relay.signal.errors import CallRefused
from relay.signal.reading import (
    Part,
    flag_of,
    list_of,
    part_of,
    parts_of,
    text_of,
    whole_of,
    written_whole_of,
)
from relay.signal.types import (
    About,
    FailureKind,
    Group,
    Identity,
    Member,
    Permission,
    Permissions,
    RecipientFailure,
    Sent,
    Username,
)

_FAILURES = {
    "NETWORK_FAILURE": FailureKind.NETWORK,
    "UNREGISTERED_FAILURE": FailureKind.UNREGISTERED,
    "IDENTITY_FAILURE": FailureKind.UNTRUSTED,
    "RATE_LIMIT_FAILURE": FailureKind.RATE_LIMITED,
    "INVALID_PRE_KEY_FAILURE": FailureKind.PRE_KEY,
}

_GROUP_ID = "group."


def _decode(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        # Never the error's text: it may quote the answer.
        raise bad_answer() from None


def _object(body: bytes) -> Part:
    value = _decode(body)
    if not isinstance(value, dict):
        raise bad_answer()
    return value


def _list(body: bytes) -> list[Any]:
    """A list; Go writes one with nothing in it as `[]` or as `null`."""
    value = _decode(body)
    if value is not None and not isinstance(value, list):
        raise bad_answer()
    return value or []


def bad_answer() -> CallRefused:
    """The answer cannot be read. Not to be tried again: what was asked for has happened."""
    return CallRefused("the API server's answer cannot be read", code="bad_answer")


def read_about(body: bytes) -> About:
    """`GET /v1/about`."""
    about = _object(body)
    build = whole_of(about.get("build"))
    return About(text_of(about.get("version")), text_of(about.get("mode")), build)


def read_accounts(body: bytes) -> tuple[str, ...]:
    """`GET /v1/accounts`. One that has no number yet is listed as an empty text, and left out."""
    return tuple(number for number in map(text_of, _list(body)) if number)


def read_sent(body: bytes) -> Sent:
    """`POST /v2/send`: a list with one entry, or (up to 0.100) the entry alone.

    Raises:
        CallRefused: with code `bad_answer`: it does not say which timestamp the message has.
    """
    value = _decode(body)
    names_failures = isinstance(value, list)
    for entry in parts_of(value if names_failures else [value]):
        if timestamp := written_whole_of(entry.get("timestamp")):
            errors = parts_of(part_of(entry.get("errors")).get("recipients"))
            failures = tuple(_failure(one) for one in errors)
            return Sent(timestamp, failures, names_failures)
    raise bad_answer()


def _failure(error: Part) -> RecipientFailure:
    return RecipientFailure(
        _FAILURES.get(text_of(error.get("reason")), FailureKind.OTHER),
        text_of(error.get("uuid")) or None,
        text_of(error.get("number")) or None,
        text_of(error.get("username")) or None,
    )


def read_timestamp(body: bytes) -> int:
    """An answer whose only content is a timestamp: remote deletion, a new poll.

    A server that got no answer itself writes 0.
    """
    timestamp = written_whole_of(_object(body).get("timestamp"))
    if not timestamp:
        raise bad_answer()
    return timestamp


def group_entry(body: bytes) -> Part:
    """`GET /v1/groups/{number}/{id}`, to be read with `read_groups`.

    A group that the server does not know is 404 up to 0.98. Since then it is meant to be, but comes
    as 200 with `null` (`GetGroup` in src/api/api.go compares a typed nil).
    """
    value = _decode(body)
    if value is None:
        raise CallRefused("group not found", code="unknown_group", status=200)
    if not isinstance(value, dict) or not _is_named(value):
        raise bad_answer()
    return value


def group_entries(body: bytes) -> list[Part]:
    """`GET /v1/groups/{number}`, to be read with `read_groups`."""
    return [entry for entry in parts_of(_list(body)) if _is_named(entry)]


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


def read_new_group(body: bytes) -> str:
    """`POST /v1/groups/{number}`: the new group's id, in the form for calls."""
    answer = _object(body)
    if not _is_named(answer):
        raise bad_answer()
    return text_of(answer["id"])


def read_identities(body: bytes) -> tuple[Identity, ...]:
    """`GET /v1/identities/{number}`."""
    return tuple(
        Identity(
            text_of(entry.get("status")),
            text_of(entry.get("uuid")) or None,
            text_of(entry.get("number")) or None,
            text_of(entry.get("safety_number")),
            written_whole_of(entry.get("added")) or 0,
            text_of(entry.get("fingerprint")),
        )
        for entry in parts_of(_list(body))
    )


def read_username(body: bytes) -> Username:
    """`POST /v1/accounts/{number}/username`."""
    answer = _object(body)
    name = text_of(answer.get("username"))
    if not name:
        raise bad_answer()
    return Username(name, text_of(answer.get("username_link")))


def read_device_link(body: bytes) -> str:
    """`GET /v1/qrcodelink/raw`."""
    link = text_of(_object(body).get("device_link_uri"))
    if not link:
        raise bad_answer()
    return link


def _is_named(entry: Part) -> bool:
    return bool(text_of(entry.get("id")).removeprefix(_GROUP_ID))


def _group(entry: Part, own: Sequence[str]) -> Group:
    members, admins = _people(entry.get("members")), _people(entry.get("admins"))
    told = flag_of(entry.get("member"))
    permissions = part_of(entry.get("permissions"))
    group_id = text_of(entry.get("id"))
    return Group(
        id=group_id,
        internal_id=text_of(entry.get("internal_id")) or _internal(group_id),
        name=text_of(entry.get("name")),
        description=text_of(entry.get("description")),
        # Up to 0.100 the server does not say. Who has left a group is not among its members.
        member=_holds(members, own) if told is None else told,
        admin=_holds(admins, own),
        blocked=bool(flag_of(entry.get("blocked"))),
        members=members,
        admins=admins,
        pending=_people(entry.get("pending_invites")),
        requesting=_people(entry.get("pending_requests")),
        permissions=Permissions(
            _permission(permissions.get("add_members")),
            _permission(permissions.get("edit_group")),
            _permission(permissions.get("send_messages")),
        ),
        invite_link=text_of(entry.get("invite_link")),
    )


def _internal(group_id: str) -> str:
    """The form that envelopes carry: a group's id for calls is that one in base64."""
    try:
        return base64.b64decode(group_id.removeprefix(_GROUP_ID), validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        return ""


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
