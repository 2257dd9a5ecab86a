"""What of ours stands in a chat: messages, each known by the timestamps of all its versions.

An edit is sent with a timestamp of its own, and so every version has one. Which of them another
message has to name differs:

- An edit names the version before it. Signal-iOS changes the row that holds the named version, and
  shows nothing new if that is an earlier one ("we should only ever be targeting a latest revision",
  `EditMessageWrapper.swift`; `EditMessageStore.editTarget`). Signal-Android and Signal-Desktop find
  the message by any (`MessageTable.getMessageFor`, `DataReader.getMessagesBySentAt`).
- A deletion may name any of them, and then all are gone (`TSMessage.remotelyDeleteMessage` in
  Signal-iOS, `MessageTable.markAsRemoteDelete` in Signal-Android, `Deletes.onDelete` in
  Signal-Desktop). The newest is named: older releases of Signal-iOS delete just the one they find.
- What people quote or react to is the version that their phone showed: any.

Files in an edit are ignored: phones keep those of the message (`EditMessageProcessor` in
Signal-Android takes none but long texts, `handleEditMessage` in Signal-Desktop copies the old ones,
`EditManagerImpl.processIncomingEditMessage` in Signal-iOS changes text alone).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Self

from relay.store.moments import maybe_from_ms, maybe_to_ms

SIGNAL_WINDOW = timedelta(hours=24)
"""How long after sending Signal's apps let people edit and delete a message; theirs obey for a day
more (`MessageConstraintsUtil` in Signal-Android, `EditManagerImpl.Constants` in Signal-iOS)."""

MOST_EDITS = 10
"""How often Signal's apps let people edit one message (the same two files)."""


@dataclass(frozen=True)
class Reference:
    """One message.

    Attributes:
        versions: Signal's timestamp of each version, in milliseconds, the original first.
        sent_at: when the original went out, aware; None where that is no longer known.
    """

    versions: tuple[int, ...]
    sent_at: datetime | None = None

    @classmethod
    def read(cls, kept: Mapping[str, Any], sent_at: datetime | None = None) -> Self:
        """Return what was kept of a message; `sent_at` where that does not say it."""
        versions = kept.get("versions") or (kept["timestamp"],)
        return cls(tuple(versions), maybe_from_ms(kept.get("sent_at")) or sent_at)

    @property
    def newest(self) -> int:
        """The version that an edit and a deletion name."""
        return self.versions[-1]

    def edited(self, timestamp: int) -> Self:
        """Return it with one more version."""
        return replace(self, versions=(*self.versions, timestamp))

    def is_young(self, at: datetime) -> bool:
        """Whether Signal lets it be changed and deleted at a moment."""
        return self.sent_at is not None and at - self.sent_at < SIGNAL_WINDOW

    def may_be_edited(self, at: datetime) -> bool:
        """Whether Signal lets its text be changed once more at a moment."""
        return self.is_young(at) and len(self.versions) <= MOST_EDITS

    def to_json(self) -> dict[str, Any]:
        """Return what is kept of it."""
        return {
            "timestamp": self.newest,
            "versions": list(self.versions),
            "sent_at": maybe_to_ms(self.sent_at),
        }


@dataclass(frozen=True)
class References:
    """What stands of one announcement in one group.

    Attributes:
        post: the announcement itself, which edits change.
        beside: what followed it as messages of their own: notices and corrections.
        outdated: what a newer post has taken the place of, until it is deleted.
    """

    post: Reference | None = None
    beside: tuple[Reference, ...] = ()
    outdated: tuple[Reference, ...] = ()

    @classmethod
    def read(cls, kept: Mapping[str, Any] | None, posted_at: datetime | None = None) -> Self:
        """Return what was kept of it.

        Args:
            kept: from `to_json`, or what earlier versions kept: the post's timestamp.
            posted_at: when the announcement was posted, for those.
        """
        if kept is None:
            return cls()
        return cls(
            Reference.read(kept, posted_at) if "timestamp" in kept else None,
            tuple(Reference.read(one) for one in kept.get("beside", ())),
            tuple(Reference.read(one) for one in kept.get("outdated", ())),
        )

    @property
    def everything(self) -> tuple[Reference, ...]:
        """All messages, oldest first."""
        return (*self.outdated, *(() if self.post is None else (self.post,)), *self.beside)

    def edited(self, timestamp: int) -> Self:
        """Return it after an edit of the post."""
        return self if self.post is None else replace(self, post=self.post.edited(timestamp))

    def followed(self, message: Reference) -> Self:
        """Return it with one more message beside the post."""
        return replace(self, beside=(*self.beside, message))

    def renewed(self, post: Reference) -> Self:
        """Return it with a new post, which everything before has to give way to."""
        return type(self)(post, outdated=self.everything)

    def replaced(self, post: Reference) -> Self:
        """Return it with the same post sent anew; what stands beside it stays."""
        old = () if self.post is None else (self.post,)
        return replace(self, post=post, outdated=(*self.outdated, *old))

    def to_json(self) -> dict[str, Any] | None:
        """Return what is kept of it; None for nothing."""
        if not self.everything:
            return None
        return {
            **({} if self.post is None else self.post.to_json()),
            "beside": [one.to_json() for one in self.beside],
            "outdated": [one.to_json() for one in self.outdated],
        }
