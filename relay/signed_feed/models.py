"""What a feed's JSON may hold, every length and count bounded; nothing in it is believed yet."""

from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from relay.signed_feed.entry import Content, Entry, FileDigest, Kind, Origin, said_moment
from relay.signed_feed.keys import (
    KEY_BYTES,
    SIGNATURE_BYTES,
    KeyUnreadable,
    PublicKey,
    from_base64,
)

MOST_ENTRIES = 100
"""On one page."""

MOST_ROTATIONS = 200
"""Of keys in the life of a feed."""

MOST_FILES = 20
LONGEST_NAME = 300
LONGEST_TEXT = 10_000
"""Characters of the words of one entry."""

_LARGEST = 2**53 - 1
"""RFC 8785 knows no larger number."""


def _is_moment(text: str) -> str:
    moment_of(text)
    return text


def _is_bytes(length: int) -> AfterValidator:
    def check(text: str) -> str:
        try:
            if len(from_base64(text)) == length:
                return text
        except KeyUnreadable:
            pass
        raise ValueError

    return AfterValidator(check)


_Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
_Salt = Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
_Slug = Annotated[str, Field(pattern="^[a-z0-9-]{1,100}$")]
_Number = Annotated[int, Field(ge=1, le=_LARGEST)]
_Moment = Annotated[str, Field(min_length=20, max_length=20), AfterValidator(_is_moment)]
_Key = Annotated[str, Field(max_length=44), _is_bytes(KEY_BYTES)]
_Signature = Annotated[str, Field(max_length=88), _is_bytes(SIGNATURE_BYTES)]
_Name = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
_Address = Annotated[str, Field(max_length=2000)]
_Language = Annotated[str, Field(pattern="^[A-Za-z0-9-]{1,35}$")]


class _Strict(BaseModel):
    """Knows no member but its own, and takes no value for another kind of value."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class _Open(BaseModel):
    """May have members that a later release brings; the signature of the page is over them too."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)


class OriginModel(_Strict):
    """See `relay.signed_feed.entry.Origin`."""

    feed: _Digest
    number: _Number
    name: _Name


class EntryModel(_Strict):
    """See `relay.signed_feed.entry.Entry`."""

    v: Literal[1]
    feed: _Digest
    branch: _Slug
    number: _Number
    previous: _Digest | None
    kind: Literal["post", "correction", "retraction", "false", "withdrawn", "key", "restart"]
    about: _Number | None
    at: _Moment
    content: _Digest | None
    next: _Key | None = None
    from_: OriginModel | None = Field(default=None, alias="from")

    def entry(self) -> Entry:
        """Return it as an entry."""
        origin = self.from_
        return Entry(
            feed=self.feed,
            branch=self.branch,
            number=self.number,
            previous=self.previous,
            kind=Kind(self.kind),
            about=self.about,
            at=moment_of(self.at),
            content=self.content,
            next_key=None if self.next is None else PublicKey.from_base64(self.next),
            origin=None if origin is None else Origin(origin.feed, origin.number, origin.name),
        )


class FileModel(_Strict):
    """See `relay.signed_feed.entry.FileDigest`."""

    name: _Name
    media_type: Annotated[str, Field(min_length=1, max_length=100)]
    sha256: _Digest


class RotationModel(_Strict):
    """An entry that names the next key, with what proves it."""

    entry: EntryModel
    key: _Key
    signature: _Signature
    vouched: _Signature


class SignedModel(_Strict):
    """What an item has beside what every reader of feeds knows."""

    entry: EntryModel
    salt: _Salt | None = None
    files: Annotated[list[FileModel], Field(max_length=MOST_FILES)] | None = None
    key: _Key
    signature: _Signature
    vouched: _Signature | None = None


class ItemModel(_Open):
    """One entry, as readers of feeds see it."""

    id: Annotated[str, Field(max_length=200)]
    url: _Address | None = None
    content_text: Annotated[str, Field(max_length=LONGEST_TEXT)]
    date_published: _Moment
    language: _Language | None = None
    signed: SignedModel = Field(alias="_signed")

    def content(self) -> Content | None:
        """Return the words that the entry may be about, or None where they are gone."""
        proof = self.signed
        if proof.salt is None:
            return None
        files = tuple(FileDigest(one.name, one.media_type, one.sha256) for one in proof.files or ())
        return Content(self.content_text, self.language or "", files, proof.salt)


class RelayModel(_Open):
    """What a page has beside what every reader of feeds knows."""

    v: Literal[1]
    feed: _Digest
    branch: _Slug
    name: _Name
    first_key: _Key
    rotations: Annotated[list[RotationModel], Field(max_length=MOST_ROTATIONS)]
    newest: Annotated[int, Field(ge=0, le=_LARGEST)]
    signature: _Signature


class DocumentModel(_Open):
    """A page of a feed."""

    version: Literal["https://jsonfeed.org/version/1.1"]
    title: Annotated[str, Field(max_length=500)]
    home_page_url: _Address | None = None
    feed_url: _Address | None = None
    next_url: _Address | None = None
    items: Annotated[list[ItemModel], Field(max_length=MOST_ENTRIES)]
    relay: RelayModel = Field(alias="_branch_relay")


def moment_of(text: str) -> datetime:
    """Return the moment that a feed writes; each has one spelling.

    Raises:
        ValueError: it is not written as `said_moment` writes.
    """
    moment = datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    if said_moment(moment) != text:
        raise ValueError
    return moment
