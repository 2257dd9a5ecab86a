"""What signal-cli-rest-api is given and what it answers, as plain values.

Identifiers, names and texts are kept out of every `repr`, so that none of them reaches a log or a
traceback by way of these types.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class About:
    """What the API server says of itself. The relay needs the `mode` to be `json-rpc`."""

    version: str
    mode: str
    build: int | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to send. `name` is what people see; `media_type` such as `image/png`."""

    data: bytes = field(repr=False)
    media_type: str
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """The message that is answered: its author, its timestamp (Signal's milliseconds), its text."""

    author: str = field(repr=False)
    timestamp: int
    text: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in the text. `start` and `length` count UTF-16 code units, as Signal does."""

    start: int
    length: int
    author: str = field(repr=False)


class FailureKind(StrEnum):
    """Why one recipient of a message did not get it (signal-cli's `SendMessageResult` types).

    `OTHER` is a reason that is not known here; `UNKNOWN`, that the answer speaks of failures in a
    way that is not.
    """

    NETWORK = "network"
    UNREGISTERED = "unregistered"
    UNTRUSTED = "untrusted"
    RATE_LIMITED = "rate_limited"
    PRE_KEY = "pre_key"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RecipientFailure:
    """One recipient whom a message did not reach, though it reached others."""

    kind: FailureKind
    account_id: str | None = field(repr=False, default=None)
    number: str | None = field(repr=False, default=None)
    username: str | None = field(repr=False, default=None)


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that Signal took. `timestamp` (milliseconds) is its id for edits and deletion.

    `failures` are those whom it did not reach; in a group usually people who left Signal.
    `names_failures` is whether the server names them at all: up to 0.100 it never does.
    """

    timestamp: int
    failures: tuple[RecipientFailure, ...] = ()
    names_failures: bool = True


class ReceiptKind(StrEnum):
    """The two receipts the API can send."""

    READ = "read"
    VIEWED = "viewed"


@dataclass(frozen=True, slots=True)
class Member:
    """A person in a group. The server may know the account id, the number, or both."""

    account_id: str | None = field(repr=False, default=None)
    number: str | None = field(repr=False, default=None)

    def is_called(self, identifier: str) -> bool:
        """Whether `identifier` is this person's account id or number."""
        return bool(identifier) and identifier in (self.account_id, self.number)


class Permission(StrEnum):
    """Who may do a thing in a group."""

    EVERY_MEMBER = "every-member"
    ONLY_ADMINS = "only-admins"


@dataclass(frozen=True, slots=True)
class Permissions:
    """Who may do what in a group; None where the server does not say, or (on writing) no change.

    `edit_group` as read is not to be relied on: the server fills it from the permission to send.
    """

    add_members: Permission | None = None
    edit_group: Permission | None = None
    send_messages: Permission | None = None


class LinkState(StrEnum):
    """Whether a group has an invitation link."""

    ENABLED = "enabled"
    ENABLED_WITH_APPROVAL = "enabled-with-approval"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class Group:
    """A Signal group as the API lists it.

    Args:
        id: the form for calls, `group.…`.
        internal_id: the form that envelopes carry.
        member: whether the bot is in it.
        admin: whether the bot is an admin of it.
        pending: people who were invited and have not accepted.
        requesting: people who asked to be let in.
        invite_link: empty where there is none.
    """

    id: str = field(repr=False)
    internal_id: str = field(repr=False)
    name: str = field(repr=False)
    description: str = field(repr=False)
    member: bool
    admin: bool
    blocked: bool
    members: tuple[Member, ...] = field(repr=False)
    admins: tuple[Member, ...] = field(repr=False)
    pending: tuple[Member, ...] = field(repr=False)
    requesting: tuple[Member, ...] = field(repr=False)
    permissions: Permissions
    invite_link: str = field(repr=False, default="")


class PollChoice(StrEnum):
    """How many answers one person may choose in a poll."""

    ONE = "one"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Identity:
    """A key that the server knows for a person. `status` is signal-cli's trust level.

    The safety number is made of both sides' keys, the fingerprint of this one alone: it stays as it
    is where the bot itself is registered anew.
    """

    status: str
    account_id: str | None = field(repr=False, default=None)
    number: str | None = field(repr=False, default=None)
    safety_number: str = field(repr=False, default="")
    added: int = 0
    fingerprint: str = field(repr=False, default="")

    @property
    def is_untrusted(self) -> bool:
        """Whether it took the place of another key, and nobody has accepted it since.

        signal-cli then neither sends to its owner nor hands over what they write (trust on first
        use: `IdentityKeyStore.isTrustedIdentity`, `TrustLevel` in AsamK/signal-cli).
        """
        return self.status == "UNTRUSTED"


def newest_keys(identities: Iterable[Identity]) -> dict[str, Identity]:
    """Return the newest key of each person, by account id; of those who have a safety number."""
    newest: dict[str, Identity] = {}
    for identity in identities:
        person = identity.account_id
        if person is None or not identity.safety_number:
            continue
        before = newest.get(person)
        if before is None or identity.added >= before.added:
            newest[person] = identity
    return newest


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody whose account id (ACI) is known. `number` is None where it is not told."""

    account_id: str = field(repr=False)
    number: str | None = field(repr=False)
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Username:
    """The bot's Signal username, with its number at the end, and the link that leads to it."""

    name: str
    link: str


@dataclass(frozen=True, slots=True)
class Timeouts:
    """How long to wait, in seconds.

    `send` is for everything that goes out to people: a large group can take minutes. A call that is
    given up may still be under way in the server, so these are long on purpose.

    Args:
        connect: for the TCP connection.
        send: for calls that reach other people's phones.
        call: for the rest.
        close: for the call in flight when the client is closed.
    """

    connect: float = 5.0
    send: float = 300.0
    call: float = 60.0
    close: float = 5.0
