"""Reading what signal-cli-rest-api answers, as any of its releases writes it.

Only what is used is wanted. A field that is left out, null or of another type, an unknown field and
an unknown kind change nothing else; only where what was asked for is not there at all, that is one
clear error (`bad_answer`).

| answer | needed | what is read where the rest is not there |
|---|---|---|
| about | nothing | no version, no mode: `relay check` says that it is not known |
| accounts | nothing | an entry that is no number is left out |
| a message that was sent | `timestamp` | unreadable `errors` are somebody who was not reached |
| a deletion, a poll | `timestamp` | |
| a group | `id` | not a member, not an admin, nobody in it, no link: nothing is claimed |
| a new group | `id` | |
| a key | `uuid` | no `safety_number`: passed over by who compares keys, and never trusted |
| a contact | `uuid` | no name, no number |
| a username | `username` | no link |
| the link of a QR code | `device_link_uri` | |

An entry of a list without what is needed is left out. Where that leaves none of several, the list
cannot be read: "in no group at all" would be a claim that nobody has made.
"""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from relay.signal.errors import CallRefused
from relay.signal.fields import (
    Part,
    list_of,
    part_of,
    parts_of,
    text_of,
    whole_of,
    written_whole_of,
)
from relay.signal.types import (
    About,
    Contact,
    FailureKind,
    Identity,
    RecipientFailure,
    Sent,
    Username,
)

FAILURES = {
    "NETWORK_FAILURE": FailureKind.NETWORK,
    "UNREGISTERED_FAILURE": FailureKind.UNREGISTERED,
    "IDENTITY_FAILURE": FailureKind.UNTRUSTED,
    "RATE_LIMIT_FAILURE": FailureKind.RATE_LIMITED,
    "INVALID_PRE_KEY_FAILURE": FailureKind.PRE_KEY,
}
"""By the names in `JsonSendMessageResult.java` of signal-cli, which the API server passes on."""

BAD_ANSWER = "bad_answer"
"""The code of what is raised where an answer cannot be read."""

T = TypeVar("T")


def decoded(body: bytes) -> Any:
    """The JSON of an answer."""
    try:
        value = json.loads(body)
        # Half of a pair cannot be stored or sent on. Go writes none; it is looked for all the same.
        return _without_halves(value) if b"\\ud" in body.lower() else value
    except (ValueError, RecursionError):
        # Never the error's text: it may quote the answer.
        raise bad_answer() from None


def _without_halves(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_without_halves(one) for one in value]
    if isinstance(value, dict):
        return {_without_halves(name): _without_halves(one) for name, one in value.items()}
    return value


def decoded_object(body: bytes) -> Part:
    """An answer that is an object."""
    value = decoded(body)
    if not isinstance(value, dict):
        raise bad_answer()
    return value


def decoded_list(body: bytes) -> list[Any]:
    """A list; Go writes one with nothing in it as `[]` or as `null`."""
    value = decoded(body)
    if value is not None and not isinstance(value, list):
        raise bad_answer()
    return value or []


def some_of(entries: list[Any], found: list[Part]) -> list[Part]:
    """Those `found` among the entries of a list, of which one at least must be there."""
    if entries and not found:
        raise bad_answer()
    return found


def bad_answer() -> CallRefused:
    """The answer cannot be read. Not to be tried again: what was asked for may have happened."""
    return CallRefused("the API server's answer cannot be read", code=BAD_ANSWER)


def of_a_change(read: Callable[[bytes], T]) -> Callable[[bytes], T]:
    """Says of an answer that cannot be read, too, that it is one to something that was done."""

    @wraps(read)
    def reading(body: bytes) -> T:
        try:
            return read(body)
        except CallRefused as error:
            reason = f"{error.reason}; it may have done what was asked"
            raise CallRefused(reason, code=error.code) from None

    return reading


def read_about(body: bytes) -> About:
    """`GET /v1/about`."""
    about = decoded_object(body)
    build = whole_of(about.get("build"))
    return About(text_of(about.get("version")), text_of(about.get("mode")), build)


def read_accounts(body: bytes) -> tuple[str, ...]:
    """`GET /v1/accounts`. One that has no number yet is listed as an empty text, and left out."""
    return tuple(number for number in map(text_of, decoded_list(body)) if number)


@of_a_change
def read_sent(body: bytes) -> Sent:
    """`POST /v2/send`: a list with one entry, or (up to 0.100) the entry alone.

    Raises:
        CallRefused: with code `bad_answer`: it does not say which timestamp the message has.
    """
    value = decoded(body)
    entries = parts_of(value if isinstance(value, list) else [value])
    failures = tuple(failure for entry in entries for failure in _failures(entry.get("errors")))
    for entry in entries:
        if timestamp := written_whole_of(entry.get("timestamp")):
            return Sent(timestamp, failures, isinstance(value, list) or bool(failures))
    raise bad_answer()


def _failures(errors: Any) -> list[RecipientFailure]:
    """Those who were not reached. What cannot be read there may be one of them."""
    if not errors:
        return []
    recipients = list_of(part_of(errors).get("recipients"))
    return [_failure(one) for one in recipients or [None]]


def _failure(value: Any) -> RecipientFailure:
    error = part_of(value)
    if not error:
        return RecipientFailure(FailureKind.UNKNOWN)
    return RecipientFailure(
        FAILURES.get(text_of(error.get("reason")), FailureKind.OTHER),
        text_of(error.get("uuid")) or None,
        text_of(error.get("number")) or None,
        text_of(error.get("username")) or None,
    )


@of_a_change
def read_timestamp(body: bytes) -> int:
    """An answer whose only content is a timestamp: remote deletion, a new poll.

    A server that got no answer itself writes 0.
    """
    timestamp = written_whole_of(decoded_object(body).get("timestamp"))
    if not timestamp:
        raise bad_answer()
    return timestamp


def read_identities(body: bytes) -> tuple[Identity, ...]:
    """`GET /v1/identities/{number}`. Some are of people who are known by their number alone."""
    entries = decoded_list(body)
    some_of(entries, [one for one in parts_of(entries) if _is_known(one)])
    return tuple(
        Identity(
            text_of(entry.get("status")),
            text_of(entry.get("uuid")) or None,
            text_of(entry.get("number")) or None,
            text_of(entry.get("safety_number")),
            written_whole_of(entry.get("added")) or 0,
            text_of(entry.get("fingerprint")),
        )
        for entry in parts_of(entries)
    )


def _is_known(person: Part) -> bool:
    return bool(text_of(person.get("uuid")) or text_of(person.get("number")))


def read_contacts(body: bytes) -> tuple[Contact, ...]:
    """`GET /v1/contacts/{number}`. Who is known by their number alone is left out."""
    entries = decoded_list(body)
    return tuple(
        Contact(account_id, text_of(one.get("number")) or None, _name(one))
        for one in some_of(entries, parts_of(entries))
        if (account_id := text_of(one.get("uuid")))
    )


def _name(contact: Part) -> str:
    profile = part_of(contact.get("profile"))
    parts = (text_of(profile.get(part)).strip() for part in ("given_name", "lastname"))
    whole = " ".join(part for part in parts if part)
    others = (text_of(contact.get(key)).strip() for key in ("profile_name", "name", "username"))
    return whole or next((name for name in others if name), "")


@of_a_change
def read_username(body: bytes) -> Username:
    """`POST /v1/accounts/{number}/username`."""
    answer = decoded_object(body)
    name = text_of(answer.get("username"))
    if not name:
        raise bad_answer()
    return Username(name, text_of(answer.get("username_link")))


def read_device_link(body: bytes) -> str:
    """`GET /v1/qrcodelink/raw`."""
    link = text_of(decoded_object(body).get("device_link_uri"))
    if not link:
        raise bad_answer()
    return link
