"""The kinds of answers that the client reads, where they were recorded, and what they need.

`tests/relay/signal/test_answers.py` changes them in every way.
"""

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from recordings import RELEASES, cases

from relay.signal.answers import (
    read_about,
    read_accounts,
    read_contacts,
    read_device_link,
    read_identities,
    read_sent,
    read_timestamp,
    read_username,
)
from relay.signal.errors import CallRefused
from relay.signal.group_answers import group_entries, group_entry, read_groups, read_new_group

OWN = ("+447700900000", "b0700000-0000-4000-8000-000000000000")

Step = str | int
Where = tuple[Step, ...]

ODD: tuple[Any, ...] = (
    None,
    5,
    -1,
    2**64,
    1.5,
    True,
    "odd",
    "\ud83d half of a pair",
    [],
    {},
    [None, 5, "odd", {}],
    {"x": 1},
)


def groups(body: bytes) -> Any:
    return read_groups(group_entries(body), OWN)


def group(body: bytes) -> Any:
    return read_groups([group_entry(body)], OWN)


@dataclass(frozen=True)
class Kind:
    """One kind of answer.

    Attributes:
        endpoints: where it was recorded.
        read: what reads it.
        needed: names of the fields without which that cannot be read, or its entry is left out.
        feeds: by name of a field, what of the reading it alone fills, and with what where it is
            missing. Fields in neither are not read at all.
    """

    endpoints: tuple[str, ...]
    read: Callable[[bytes], Any]
    needed: frozenset[str] = frozenset()
    feeds: dict[str, dict[str, Any]] = field(default_factory=dict)


def of(*names: str) -> frozenset[str]:
    return frozenset(names)


GROUP: dict[str, dict[str, Any]] = {
    "internal_id": {"internal_id": ...},
    "name": {"name": ""},
    "description": {"description": ""},
    "member": {"member": ...},
    "blocked": {"blocked": False},
    "members": {"members": ..., "member": ...},
    "admins": {"admins": ..., "admin": ...},
    # 0.97, which has no permissions, says each of these two for the other.
    "pending_invites": {"pending": ..., "requesting": ...},
    "pending_requests": {"requesting": ..., "pending": ...},
    "permissions": {"permissions": ..., "pending": ..., "requesting": ...},
    "invite_link": {"invite_link": ""},
}
"""`...`: what it is then is in `test_what_is_read_of_a_group_claims_nothing`."""

KINDS = {
    "about": Kind(
        ("about",),
        read_about,
        feeds={"version": {"version": ""}, "mode": {"mode": ""}, "build": {"build": None}},
    ),
    "accounts": Kind(("accounts-list",), read_accounts),
    "sent": Kind(("v2-send", "v1-send"), read_sent, of("timestamp"), {"errors": {"failures": ...}}),
    "timestamp": Kind(("remote-delete", "polls-create"), read_timestamp, of("timestamp")),
    "groups": Kind(("groups-list",), groups, of("id"), GROUP),
    "group": Kind(("groups-show",), group, of("id"), GROUP),
    "new group": Kind(("groups-create",), read_new_group, of("id")),
    "identities": Kind(
        ("identities-list",),
        read_identities,
        feeds={
            "uuid": {"account_id": None},
            "number": {"number": None},
            "status": {"status": ""},
            "safety_number": {"safety_number": ""},
            "fingerprint": {"fingerprint": ""},
            "added": {"added": 0},
        },
    ),
    "contacts": Kind(
        ("contacts-list",),
        read_contacts,
        of("uuid"),
        {
            "number": {"number": None},
            **{key: {"name": ...} for key in ("profile", "profile_name", "name", "username")},
        },
    ),
    "username": Kind(
        ("username-set",), read_username, of("username"), {"username_link": {"link": ""}}
    ),
    "device link": Kind(("qrcodelink-raw",), read_device_link, of("device_link_uri")),
}

READ_AS_BYTES = {"attachments-get"}
"""A file, which is looked at elsewhere."""

NOT_READ = {
    *("configuration", "contacts-show", "devices", "groups-avatar", "search", "sticker-packs"),
    *("attachments-list", "not-found", "timeouts"),
}
"""What the client never asks for."""

ONLY_WHETHER = {
    *("account-settings", "attachments-delete", "contacts-sync", "contacts-update", "health"),
    *("groups-admins-delete", "groups-admins-post", "groups-block", "groups-delete", "groups-join"),
    *("groups-members-delete", "groups-members-post", "groups-pin-message-delete"),
    *("groups-pin-message-post", "groups-quit", "groups-update", "identities-trust", "pin-delete"),
    *("pin-set", "polls-close", "polls-vote", "profiles", "rate-limit-challenge"),
    *("reactions-delete", "reactions-post", "receive", "receipts", "register"),
    *("typing-indicator-delete", "typing-indicator-put", "unregister", "username-delete", "verify"),
}
"""Whose status says all."""


def answers(kind: str) -> list[Any]:
    """Every distinct successful answer of a kind that can be read."""
    found = {
        case.content: case.json
        for release in RELEASES
        for name in KINDS[kind].endpoints
        for case in cases(release, name)
        if case.status in (200, 201) and case.method + name not in ("GETgroups-create",)
    }
    return [value for body, value in found.items() if is_read(kind, body)]


def is_read(kind: str, body: bytes) -> bool:
    """Whether it can be; else it must be one of two errors, which quote nothing of it."""
    try:
        KINDS[kind].read(body)
    except CallRefused as error:
        if error.code not in ("bad_answer", "unknown_group") or "odd" in str(error):
            raise
        return False
    return True


def wire(value: Any) -> bytes:
    return json.dumps(value).encode()


def places(value: Any, at: Where = ()) -> Iterator[Where]:
    """Where every value is, those of objects and lists themselves included; not the whole."""
    if isinstance(value, dict | list):
        for step, inner in list(value.items() if isinstance(value, dict) else enumerate(value)):
            yield (*at, step)
            yield from places(inner, (*at, step))


def parent_of(value: Any, at: Where) -> Any:
    for step in at[:-1]:
        value = value[step]
    return value


def without(value: Any, at: Where) -> Any:
    changed = copy.deepcopy(value)
    del parent_of(changed, at)[at[-1]]
    return changed


def instead(value: Any, at: Where, other: Any) -> Any:
    changed = copy.deepcopy(value)
    parent_of(changed, at)[at[-1]] = other
    return changed


def of_another_type(value: Any, name: Step) -> list[Any]:
    """Odd values that cannot be taken for one like `value`."""
    if name in ("timestamp", "added"):
        return [odd for odd in ODD if odd != 5 or isinstance(odd, bool)]
    return [odd for odd in ODD if type(odd) is not type(value)]
