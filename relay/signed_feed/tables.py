"""The tables of the signed feeds: what was said, the words as long as they stand, and the keys.

All of them are in the dated file of a backup: a feed and its key come back together.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from relay.signed_feed.entry import Content, Entry, FileDigest, Kind, Origin, SignedEntry
from relay.signed_feed.keys import PublicKey, SigningKey
from relay.signed_feed.models import EntryModel
from relay.store.table import Rows, Table


@dataclass(frozen=True)
class FeedRow:
    """A feed of a branch.

    Attributes:
        feed: what it is called.
        branch: a slug.
        since: aware.
        ended_at: when another one took its place, because its key was lost; None for the one that
            goes on.
        restarted_at: up to which return from a backup it has said that it came back.
    """

    feed: str
    branch: str
    since: datetime
    ended_at: datetime | None = None
    restarted_at: datetime | None = None


@dataclass(frozen=True)
class Standing:
    """What a feed said last of an announcement.

    Attributes:
        kind: whether it was taken back.
        content: the words; None where they are gone, also with the year.
    """

    kind: Kind
    content: Content | None


@dataclass(frozen=True)
class Warned:
    """A warning that stands: what it is known by, and what it says."""

    number: int
    content: Content


@dataclass(frozen=True)
class _ContentRow:
    number: int
    about: int | None
    salt: str = field(repr=False)
    text: str = field(repr=False)
    language: str
    files: tuple[dict[str, Any], ...]

    @property
    def content(self) -> Content:
        files = tuple(FileDigest(**one) for one in self.files)
        return Content(self.text, self.language, files, self.salt)


_FEEDS = Rows(FeedRow)
_CONTENTS = Rows(_ContentRow)
_OPENED = "entry, key, signature, vouched"


class SignedFeeds(Table):
    """The tables signed_feeds, signed_feed_keys, signed_entries and signed_contents."""

    _version = 0

    @property
    def version(self) -> int:
        """Another number after every change of what is in a feed."""
        return self._version

    def of_branch(self, branch: str) -> FeedRow | None:
        """Return the feed of a branch that goes on, or None."""
        return self._one(
            _FEEDS, "FROM signed_feeds WHERE branch = ? AND ended_at IS NULL", [branch]
        )

    def begin(self, branch: str, key: SigningKey, now: datetime) -> FeedRow:
        """Begin a feed with its first key."""
        self._version += 1
        row = FeedRow(key.public.feed, branch, now, restarted_at=now)
        self._insert("signed_feeds", **_FEEDS.values(row))
        self._insert(
            "signed_feed_keys",
            feed=row.feed,
            position=0,
            public=key.public.raw,
            secret=key.secret,
        )
        return row

    def end(self, feed: str, now: datetime) -> None:
        """Let a feed go on no longer; its words and its secret key are destroyed."""
        self._version += 1
        self._run("UPDATE signed_feeds SET ended_at = ? WHERE feed = ?", [now, feed])
        self._run("UPDATE signed_feed_keys SET secret = NULL WHERE feed = ?", [feed])
        self._run("DELETE FROM signed_contents WHERE feed = ?", [feed])

    def restarted(self, feed: str, at: datetime) -> None:
        """Note that a feed has said that it came back from a backup."""
        self._run("UPDATE signed_feeds SET restarted_at = ? WHERE feed = ?", [at, feed])

    def key(self, feed: str) -> SigningKey:
        """Return what signs in a feed now."""
        secret = self._value(
            "SELECT secret FROM signed_feed_keys WHERE feed = ? ORDER BY position DESC LIMIT 1",
            [feed],
        )
        return SigningKey(bytes(secret))

    def keys(self, feed: str) -> list[PublicKey]:
        """Return all keys that have ever signed in a feed, in order."""
        found = self._values(
            "SELECT public FROM signed_feed_keys WHERE feed = ? ORDER BY position", [feed]
        )
        return [PublicKey(bytes(one)) for one in found]

    def change_key(self, feed: str, following: SigningKey) -> None:
        """Let another key sign from now on; the secret of the one before is destroyed."""
        self._version += 1
        self._run("UPDATE signed_feed_keys SET secret = NULL WHERE feed = ?", [feed])
        self._insert(
            "signed_feed_keys",
            feed=feed,
            position=len(self.keys(feed)),
            public=following.public.raw,
            secret=following.secret,
        )

    def add(self, one: SignedEntry) -> None:
        """Append an entry, with its words."""
        self._version += 1
        entry = one.entry
        self._insert(
            "signed_entries",
            feed=entry.feed,
            number=entry.number,
            kind=entry.kind,
            about=entry.about,
            entry=entry.canonical(),
            digest=entry.digest(),
            key=one.key.raw,
            signature=one.signature,
            vouched=one.vouched,
        )
        if one.content is not None:
            self._insert(
                "signed_contents",
                feed=entry.feed,
                number=entry.number,
                branch=entry.branch,
                about=entry.about,
                is_warning=entry.kind is Kind.FALSE,
                at=entry.at,
                salt=one.content.salt,
                text=one.content.text,
                language=one.content.language,
                files=[file.as_json() for file in one.content.files],
            )

    def forget_words(self, branch: str, about: int, *, of: Kind) -> int:
        """Destroy the words, and their salt, of what was said of an announcement or in a warning.

        Args:
            branch: a slug.
            about: the number of either.
            of: `Kind.FALSE` for a warning, any other for an announcement.
        """
        self._version += 1
        return self._run(
            "DELETE FROM signed_contents WHERE branch = ? AND about = ? AND is_warning = ?",
            [branch, about, of is Kind.FALSE],
        )

    def forget_older(self, moment: datetime) -> int:
        """Destroy the words of announcements that were said before a moment."""
        gone = self._run("DELETE FROM signed_contents WHERE at < ? AND NOT is_warning", [moment])
        self._version += bool(gone)
        return gone

    def last(self, feed: str) -> tuple[int, str | None]:
        """Return the number and the hash of the newest entry; 0 and None where there is none."""
        row = self._db.execute(
            "SELECT number, digest FROM signed_entries WHERE feed = ? ORDER BY number DESC LIMIT 1",
            [feed],
        ).fetchone()
        return (0, None) if row is None else (int(row[0]), str(row[1]))

    def digest_at(self, feed: str, number: int) -> str | None:
        """Return the hash of an entry; None where there is none."""
        found = self._value(
            "SELECT digest FROM signed_entries WHERE feed = ? AND number = ?", [feed, number]
        )
        return None if found is None else str(found)

    def standing(self, feed: str, about: int) -> Standing | None:
        """Return what a feed said last of an announcement, or None where it never did."""
        row = self._db.execute(
            "SELECT number, kind FROM signed_entries WHERE feed = ? AND about = ?"
            " AND kind IN ('post', 'correction', 'retraction') ORDER BY number DESC LIMIT 1",
            [feed, about],
        ).fetchone()
        if row is None:
            return None
        words = self._contents(feed, "AND number = ?", [row[0]])
        return Standing(Kind(row[1]), words[0].content if words else None)

    def origin(self, branch: str, about: int) -> Origin | None:
        """Return from where an announcement was taken over, as the branch's feeds said last."""
        found = self._value(
            "SELECT e.entry FROM signed_entries AS e JOIN signed_feeds AS f ON f.feed = e.feed"
            " WHERE f.branch = ? AND e.about = ? AND e.kind IN ('post', 'correction')"
            " ORDER BY f.since DESC, e.number DESC LIMIT 1",
            [branch, about],
        )
        return None if found is None else _entry(found).origin

    def announced(self, feed: str) -> list[int]:
        """Return the numbers of the announcements whose words stand in a feed."""
        found = self._contents(feed, "AND NOT is_warning ORDER BY number", [])
        return [one.about for one in found if one.about is not None]

    def posted_since(self, branch: str, moment: datetime) -> list[int]:
        """Return the numbers of the announcements of a branch that stand, in order.

        Args:
            branch: a slug.
            moment: what was posted before is left out (aware).
        """
        found = self._values(
            "SELECT id FROM announcements WHERE state = 'posted' AND branch = ? AND posted_at > ?"
            " ORDER BY posted_at, id",
            [branch, moment],
        )
        return [int(one) for one in found]

    def warnings(self, feed: str) -> list[Warned]:
        """Return the warnings that stand in a feed."""
        found = self._contents(feed, "AND is_warning ORDER BY number", [])
        return [Warned(one.about, one.content) for one in found if one.about is not None]

    def last_warning(self, branch: str) -> int:
        """Return the largest number by which a warning of a branch was ever known; 0 for none."""
        return self._count(
            "SELECT coalesce(max(e.about), 0) FROM signed_entries AS e JOIN signed_feeds AS f"
            " ON f.feed = e.feed WHERE f.branch = ? AND e.kind = 'false'",
            [branch],
        )

    def entries(self, feed: str) -> list[SignedEntry]:
        """Return all entries of a feed, oldest first, with the words that stand."""
        contents = {one.number: one.content for one in self._contents(feed, "", [])}
        rows = self._db.execute(
            f"SELECT {_OPENED}, number FROM signed_entries"  # noqa: S608 -- constants
            " WHERE feed = ? ORDER BY number",
            [feed],
        )
        return [
            replace(_read(row[:4]), content=contents.get(int(row[4]))) for row in rows.fetchall()
        ]

    def standing_entries(self, feed: str) -> list[SignedEntry]:
        """Return the entries of a feed whose words stand, oldest first."""
        contents = {one.number: one.content for one in self._contents(feed, "", [])}
        rows = self._db.execute(
            f"SELECT {_OPENED}, number FROM signed_entries"  # noqa: S608 -- constants
            " WHERE feed = ?1 AND number IN (SELECT number FROM signed_contents WHERE feed = ?1)"
            " ORDER BY number",
            [feed],
        )
        return [replace(_read(row[:4]), content=contents[int(row[4])]) for row in rows.fetchall()]

    def rotations(self, feed: str) -> list[SignedEntry]:
        """Return the entries of a feed that name another key."""
        rows = self._db.execute(
            f"SELECT {_OPENED} FROM signed_entries"  # noqa: S608 -- constants
            " WHERE feed = ? AND kind = 'key' ORDER BY number",
            [feed],
        )
        return [_read(row) for row in rows.fetchall()]

    def _contents(self, feed: str, rest: str, values: Sequence[Any]) -> list[_ContentRow]:
        return self._all(_CONTENTS, f"FROM signed_contents WHERE feed = ? {rest}", [feed, *values])


def _read(row: Sequence[Any]) -> SignedEntry:
    entry = _entry(row[0])
    vouched = None if row[3] is None else bytes(row[3])
    return SignedEntry(entry, PublicKey(bytes(row[1])), bytes(row[2]), vouched=vouched)


def _entry(kept: bytes) -> Entry:
    return EntryModel.model_validate(json.loads(bytes(kept))).entry()
