"""What is known: posts that can be real, and warnings of what is not. Plain values, no I/O."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class PostState(StrEnum):
    """How a post stands now."""

    POSTED = "posted"
    CORRECTED = "corrected"
    """Its words are no longer the first ones; `KnownPost.text` has those that hold now."""
    RETRACTED = "retracted"
    """Taken back. Its text may be empty: then it is known by its marks alone."""
    FALSE = "false"
    """No post but a warning: the text says what is false, in the words of whoever warns."""


@dataclass(frozen=True)
class KnownFile:
    """A file of a post.

    Attributes:
        media_type: what it is.
        sha256: of its bytes as everybody got it, lower case hexadecimal.
        store: its id in this store; None for one that is only known by its hash.
    """

    media_type: str
    sha256: str
    store: int | None = None


@dataclass(frozen=True)
class KnownPost:
    """A post of this branch or of one that it follows, or a warning of theirs, as it stands now.

    Attributes:
        source: what tells its source from all others: a branch's slug, or the id of a feed.
        source_name: of the branch or the body that posted it, as people read it.
        own: whether a branch of this relay posted it.
        number: what its source calls it: an announcement's number, or that of an entry of a feed.
        at: when it was posted, aware, UTC.
        changed_at: when it was last corrected or taken back, aware, UTC; None if it never was.
        text: what it says now.
        files: what came with it.
        state: how it stands.
        is_public: whether everybody may read it: else nobody but members hears what it says.
    """

    source: str
    source_name: str
    own: bool
    number: int
    at: datetime
    text: str = field(repr=False)
    files: tuple[KnownFile, ...] = ()
    state: PostState = PostState.POSTED
    is_public: bool = True
    changed_at: datetime | None = None


class Sources(Protocol):
    """Where known posts come from. What is followed implements it too; nothing here waits.

    A warning that was taken back (`withdrawn` in a signed feed) is in no answer any more: whoever
    was told of it is told so, when it was there and is gone.
    """

    @property
    def version(self) -> int:
        """Another number whenever `current` may answer something else; costs nothing to ask."""

    def current(self) -> Iterable[KnownPost]:
        """Return all that is known now, the newest first."""
