"""What is signed in a feed, and what stands beside it.

An entry is signed for ever; the words are not in it, only their hash with a salt. So a chain of
entries still holds when the words, and the salt with them, were destroyed, and nobody can try out
which words they were.
"""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import rfc8785

from relay.signed_feed.keys import PublicKey, SigningKey, to_base64

VERSION = 1
_SALT_BYTES = 16


class Kind(StrEnum):
    """What an entry says."""

    POST = "post"
    CORRECTION = "correction"
    """The announcement reads otherwise now."""
    RETRACTION = "retraction"
    """The announcement was taken back."""
    FALSE = "false"
    """A warning: what its words say is not ours, or not true."""
    WITHDRAWN = "withdrawn"
    """A warning was wrong."""
    KEY = "key"
    """What follows is signed with another key."""
    RESTART = "restart"
    """The branch came back from a backup: what had these numbers before is gone."""

    @property
    def has_words(self) -> bool:
        """Whether such an entry says something in words."""
        return self in {Kind.POST, Kind.CORRECTION, Kind.FALSE}


def canonical(value: Any) -> bytes:
    """Return a value as the one text that stands for it (RFC 8785)."""
    return rfc8785.dumps(value)


def digest_of(value: Any) -> str:
    """Return the SHA-256 of a value's one text, in hexadecimal digits."""
    return hashlib.sha256(canonical(value)).hexdigest()


@dataclass(frozen=True)
class FileDigest:
    """A file that goes with the words: what it is called, and the SHA-256 of its bytes."""

    name: str
    media_type: str
    sha256: str

    def as_json(self) -> dict[str, Any]:
        """Return it as feeds write it."""
        return {"name": self.name, "media_type": self.media_type, "sha256": self.sha256}


@dataclass(frozen=True)
class Content:
    """The words of an entry, and the files that go with them.

    Attributes:
        text: the words.
        language: a language tag (BCP 47).
        files: in order.
        salt: 32 hexadecimal digits that are destroyed with the words.
    """

    text: str = field(repr=False)
    language: str
    files: tuple[FileDigest, ...] = ()
    salt: str = field(default_factory=lambda: secrets.token_hex(_SALT_BYTES), repr=False)

    def digest(self) -> str:
        """Return what an entry says of it."""
        files = [one.as_json() for one in self.files]
        said = {"salt": self.salt, "text": self.text, "language": self.language, "files": files}
        return digest_of(said)

    def says_the_same(self, other: "Content | None") -> bool:
        """Whether another content reads the same, whatever its salt.

        The language is what the settings say it is: another one there corrects nothing.
        """
        return other is not None and (self.text, self.files) == (other.text, other.files)


@dataclass(frozen=True)
class Origin:
    """Where words come from that a branch passes on: another feed's entry.

    Attributes:
        feed: what that feed is called.
        number: of the entry there.
        name: of whoever said it, as people read it.
    """

    feed: str
    number: int
    name: str

    def as_json(self) -> dict[str, Any]:
        """Return it as feeds write it."""
        return {"feed": self.feed, "number": self.number, "name": self.name}


@dataclass(frozen=True)
class Entry:
    """What is signed.

    Attributes:
        feed: what the feed is called: the hash of its first key (`PublicKey.feed`).
        branch: a slug.
        number: from 1, without gaps.
        previous: the hash of the entry before it (`digest`), None for the first.
        kind: what it says.
        about: the number of the announcement, or of the warning, that it is about, or None.
        at: when, aware; whole seconds.
        content: the hash of its words (`Content.digest`), or None.
        next_key: for `Kind.KEY`, the key that signs what follows.
        origin: where the words come from, None for the branch's own.
    """

    feed: str
    branch: str
    number: int
    previous: str | None
    kind: Kind
    about: int | None
    at: datetime
    content: str | None = None
    next_key: PublicKey | None = None
    origin: Origin | None = None

    def as_json(self) -> dict[str, Any]:
        """Return it as feeds write it."""
        more: dict[str, Any] = {}
        if self.next_key is not None:
            more["next"] = self.next_key.base64
        if self.origin is not None:
            more["from"] = self.origin.as_json()
        return {
            "v": VERSION,
            "feed": self.feed,
            "branch": self.branch,
            "number": self.number,
            "previous": self.previous,
            "kind": self.kind.value,
            "about": self.about,
            "at": said_moment(self.at),
            "content": self.content,
            **more,
        }

    def canonical(self) -> bytes:
        """Return what is signed."""
        return canonical(self.as_json())

    def digest(self) -> str:
        """Return what the next entry says of this one."""
        return hashlib.sha256(self.canonical()).hexdigest()


@dataclass(frozen=True)
class SignedEntry:
    """An entry as it stands in a feed.

    Attributes:
        entry: what is signed.
        key: whose signature it is.
        signature: of `Entry.canonical`.
        content: the words; None where there are none, or where they were taken away since.
        vouched: for `Kind.KEY`, the signature of the next key, which shows that it is held.
    """

    entry: Entry
    key: PublicKey
    signature: bytes
    content: Content | None = None
    vouched: bytes | None = None

    def signed_json(self) -> Mapping[str, Any]:
        """Return the entry with what proves it, as feeds write it; without words and salt."""
        proof: dict[str, Any] = {
            "entry": self.entry.as_json(),
            "key": self.key.base64,
            "signature": to_base64(self.signature),
        }
        if self.vouched is not None:
            proof["vouched"] = to_base64(self.vouched)
        return proof


def signed(
    entry: Entry,
    key: SigningKey,
    content: Content | None = None,
    following: SigningKey | None = None,
) -> SignedEntry:
    """Sign an entry.

    Args:
        entry: what is signed.
        key: the key of the feed at its number.
        content: its words.
        following: for `Kind.KEY`, the key that signs from then on.
    """
    said = entry.canonical()
    vouched = None if following is None else following.sign(said)
    return SignedEntry(entry, key.public, key.sign(said), content, vouched)


def said_moment(moment: datetime) -> str:
    """Return a moment as feeds write it (RFC 3339): UTC, whole seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
