"""Reading what signal-cli-rest-api answers. What is not as its source says is one clear error."""

from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from relay.signal.errors import CallRefused
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

T = TypeVar("T")

_FAILURES = {
    "NETWORK_FAILURE": FailureKind.NETWORK,
    "UNREGISTERED_FAILURE": FailureKind.UNREGISTERED,
    "IDENTITY_FAILURE": FailureKind.UNTRUSTED,
    "RATE_LIMIT_FAILURE": FailureKind.RATE_LIMITED,
    "INVALID_PRE_KEY_FAILURE": FailureKind.PRE_KEY,
}


class _Answer(BaseModel):
    model_config = ConfigDict(hide_input_in_errors=True)


class _About(_Answer):
    version: str = ""
    mode: str
    build: int | None = None


class _Timestamp(_Answer):
    timestamp: int


class _SendError(_Answer):
    reason: str = ""
    uuid: str = ""
    number: str = ""
    username: str = ""


class _SendErrors(_Answer):
    recipients: list[_SendError] = []


class _Sent(_Timestamp):
    errors: _SendErrors | None = None


class _Person(_Answer):
    uuid: str = ""
    number: str | None = ""


class _Permissions(_Answer):
    add_members: str = ""
    edit_group: str = ""
    send_messages: str = ""


class _Group(_Answer):
    id: str
    internal_id: str
    name: str = ""
    description: str = ""
    member: bool = False
    blocked: bool = False
    members: list[_Person | str] | None = None
    admins: list[_Person | str] | None = None
    pending_invites: list[_Person | str] | None = None
    pending_requests: list[_Person | str] | None = None
    permissions: _Permissions = Field(default_factory=_Permissions)
    invite_link: str = ""


class _Identity(_Answer):
    status: str
    uuid: str = ""
    number: str | None = ""
    safety_number: str = ""
    added: int = 0


class _Id(_Answer):
    id: str


class _DeviceLink(_Answer):
    device_link_uri: str = Field(min_length=1)


class _Username(_Answer):
    username: str
    username_link: str = ""


_ABOUT = TypeAdapter(_About)
_ACCOUNTS: TypeAdapter[list[str]] = TypeAdapter(list[str])
_SENT = TypeAdapter(list[_Sent] | _Sent)
_TIMESTAMP = TypeAdapter(_Timestamp)
_GROUP: TypeAdapter[_Group | None] = TypeAdapter(_Group | None)
_GROUPS = TypeAdapter(list[_Group])
_IDENTITIES = TypeAdapter(list[_Identity])
_ID = TypeAdapter(_Id)
_USERNAME = TypeAdapter(_Username)
_DEVICE_LINK = TypeAdapter(_DeviceLink)


def _parse(adapter: TypeAdapter[T], body: bytes) -> T:
    try:
        return adapter.validate_json(body)
    except ValidationError:
        # Never the error's text: it may quote the answer.
        raise bad_answer() from None


def bad_answer() -> CallRefused:
    """The answer cannot be read. Not to be tried again: what was asked for has happened."""
    return CallRefused("the API server's answer cannot be read", code="bad_answer")


def read_about(body: bytes) -> About:
    """`GET /v1/about`."""
    about = _parse(_ABOUT, body)
    return About(about.version, about.mode, about.build)


def read_accounts(body: bytes) -> tuple[str, ...]:
    """`GET /v1/accounts`."""
    numbers = _parse(_ACCOUNTS, body)
    return tuple(numbers)


def read_sent(body: bytes) -> Sent:
    """`POST /v2/send`: a list with one entry, or (older releases) the entry alone."""
    answer = _parse(_SENT, body)
    if isinstance(answer, list):
        if not answer:
            raise bad_answer()
        answer = answer[0]
    errors = answer.errors.recipients if answer.errors else []
    return Sent(
        answer.timestamp,
        tuple(
            RecipientFailure(
                _FAILURES.get(e.reason, FailureKind.OTHER),
                e.uuid or None,
                e.number or None,
                e.username or None,
            )
            for e in errors
        ),
    )


def read_timestamp(body: bytes) -> int:
    """An answer whose only content is a timestamp: remote deletion, a new poll."""
    return _parse(_TIMESTAMP, body).timestamp


def read_group(body: bytes, own_identifiers: tuple[str, ...]) -> Group:
    """`GET /v1/groups/{number}/{id}`. `own_identifiers` are the bot's number and account id.

    A group that the server does not know is meant to be 404, but comes as 200 with `null`
    (`GetGroup` in src/api/api.go compares a typed nil).
    """
    entry = _parse(_GROUP, body)
    if entry is None:
        raise CallRefused("group not found", code="unknown_group", status=200)
    return _group(entry, own_identifiers)


def read_groups(body: bytes, own_identifiers: tuple[str, ...]) -> tuple[Group, ...]:
    """`GET /v1/groups/{number}`."""
    return tuple(_group(entry, own_identifiers) for entry in _parse(_GROUPS, body))


def read_new_group(body: bytes) -> str:
    """`POST /v1/groups/{number}`: the new group's id, in the form for calls."""
    return _parse(_ID, body).id


def read_identities(body: bytes) -> tuple[Identity, ...]:
    """`GET /v1/identities/{number}`."""
    return tuple(
        Identity(e.status, e.uuid or None, e.number or None, e.safety_number, e.added)
        for e in _parse(_IDENTITIES, body)
    )


def read_username(body: bytes) -> Username:
    """`POST /v1/accounts/{number}/username`."""
    answer = _parse(_USERNAME, body)
    return Username(answer.username, answer.username_link)


def read_device_link(body: bytes) -> str:
    """`GET /v1/qrcodelink/raw`."""
    return _parse(_DEVICE_LINK, body).device_link_uri


def _group(entry: _Group, own_identifiers: tuple[str, ...]) -> Group:
    admins = _people(entry.admins)
    return Group(
        id=entry.id,
        internal_id=entry.internal_id,
        name=entry.name,
        description=entry.description,
        member=entry.member,
        admin=any(admin.is_called(own) for admin in admins for own in own_identifiers),
        blocked=entry.blocked,
        members=_people(entry.members),
        admins=admins,
        pending=_people(entry.pending_invites),
        requesting=_people(entry.pending_requests),
        permissions=Permissions(
            _permission(entry.permissions.add_members),
            _permission(entry.permissions.edit_group),
            _permission(entry.permissions.send_messages),
        ),
        invite_link=entry.invite_link,
    )


def _people(entries: list[_Person | str] | None) -> tuple[Member, ...]:
    # Without `expand=true` (an older server ignores it) people are plain strings: a number, or else
    # an id.
    return tuple(
        (Member(None, e) if e.startswith("+") else Member(e, None))
        if isinstance(e, str)
        else Member(e.uuid or None, e.number or None)
        for e in entries or ()
    )


def _permission(value: str) -> Permission | None:
    return Permission(value) if value in tuple(Permission) else None


def permissions_body(permissions: Permissions) -> dict[str, Any]:
    """`permissions` as the API takes them, without those that stay as they are."""
    wanted = {
        "add_members": permissions.add_members,
        "edit_group": permissions.edit_group,
        "send_messages": permissions.send_messages,
    }
    return {name: str(value) for name, value in wanted.items() if value is not None}
