"""The tables of what a branch follows: the feeds, and what was posted in them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from relay.store.table import Rows, Table


class Stage(StrEnum):
    """How far it has come that a feed is followed."""

    LOOKING = "looking"
    """An admin has given its link; it is yet to be read."""
    SHOWN = "shown"
    """It was read, and an admin is to compare its key."""
    PROPOSED = "proposed"
    """One admin has said yes; the branch wants two."""
    FOLLOWED = "followed"


class Kind(StrEnum):
    """What was posted."""

    POST = "post"
    FALSE = "false"
    """A warning: something that goes round is not theirs, or not true."""


class There(StrEnum):
    """What has become of a post where it was posted."""

    STANDS = "stands"
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    """Also of a warning that was wrong."""


class Here(StrEnum):
    """What has become of it in the branch that follows."""

    OLD = "old"
    """It was there before the branch followed: nobody is asked about it."""
    NEW = "new"
    """Admins are yet to hear of it, or it is yet to be posted at once."""
    OFFERED = "offered"
    PASSED = "passed"
    """It is an announcement of the branch, at least as a draft."""
    IGNORED = "ignored"


@dataclass(frozen=True)
class FollowedFeed:
    """A feed that a branch follows or is about to.

    Attributes:
        number: by which admins know it.
        branch: slug of who follows.
        url: of its newest page.
        stage: how far it has come.
        since: since when it is there.
        asked_by: account id of the admin who asked for it, until it is followed.
        replaces: number of the feed of which this one is read anew because its key is another.
        feed: the feed's id.
        name: of whose it is, as admins have agreed to it; harmless.
        key: pinned public key, in base64.
        trusted: whether what is posted there is posted here at once.
        trusted_by: account id of the admin who gets receipts of that, or who asked for it.
        last_number: of the last entry that is known; None before the first.
        last_digest: its digest.
        earlier: those of entries before it, by number, as far as they are kept.
        etag: of the newest page, as it was last read.
        next_at: when it is looked at next.
        failures: how often in a row it could not be read.
        read_at: when it was read last, and was in order.
        trouble: id of what is wrong with it; empty for nothing.
        trouble_at: since when.
        trouble_told: id of what admins have been told is wrong.
        trouble_said_at: when they were last told that something is wrong.
        told_at: when admins were told of new posts, of late.
        posted_at: when posts of it were posted at once, of late.
    """

    number: int
    branch: str
    url: str
    stage: Stage
    since: datetime
    asked_by: str | None = field(repr=False)
    replaces: int | None
    feed: str
    name: str
    key: str = field(repr=False)
    trusted: bool
    trusted_by: str | None = field(repr=False)
    last_number: int | None
    last_digest: str | None
    earlier: dict[str, str] = field(repr=False)
    etag: str | None
    next_at: datetime
    failures: int
    read_at: datetime | None
    trouble: str
    trouble_at: datetime | None
    trouble_told: str
    told_at: tuple[str, ...]
    posted_at: tuple[str, ...]
    trouble_said_at: datetime | None


@dataclass(frozen=True)
class FollowedPost:
    """A post, or a warning, of a followed feed, as it stands there now.

    Attributes:
        number: by which admins know it.
        source: number of the feed.
        kind: what it is.
        about: by which it is known there: the announcement's number, of a warning its entry's.
        entry: number of the entry by which it came to be known.
        at: when it was posted there.
        changed_at: when it was last changed there.
        text: as it stands; None once it does not.
        files: what goes with it there, each with `name`, `media_type` and `sha256`.
        state: what has become of it there.
        here: what has become of it here.
        changed: whether it changed there since that was last acted on here.
        elsewhere: whom they have it from themselves (`feed`, `number`, `name`); empty for nobody.
        announcement: what it has become.
        created_at: of that announcement; a number alone may mean another one after a restore.
        said: SHA-256 of its text as it was made here, to know whether admins have changed it.
        told_at: of a warning, when admins were told.
    """

    number: int
    source: int
    kind: Kind
    about: int
    entry: int
    at: datetime
    changed_at: datetime
    text: str | None = field(repr=False)
    files: tuple[dict[str, Any], ...] = field(repr=False)
    state: There
    here: Here
    changed: bool
    elsewhere: dict[str, Any]
    announcement: int | None
    created_at: datetime | None
    said: str | None
    told_at: datetime | None


_FEEDS = Rows(FollowedFeed)
_POSTS = Rows(FollowedPost)


class FollowedFeeds(Table):
    """The table followed_feeds."""

    def add(self, **values: Any) -> FollowedFeed:
        """Enter a feed, by column; what is not given is empty."""
        number = self._insert("followed_feeds", **values)
        found = self.get(number)
        assert found is not None  # noqa: S101 -- it was entered just now
        return found

    def get(self, number: int) -> FollowedFeed | None:
        """Return a feed, or None."""
        return self._one(_FEEDS, "FROM followed_feeds WHERE number = ?", [number])

    def save(self, feed: FollowedFeed) -> None:
        """Keep a feed as it is now."""
        self._save("followed_feeds", _FEEDS, feed)

    def forget(self, number: int) -> None:
        """Forget a feed and all that was posted in it; its number is not given again."""
        self._run("DELETE FROM followed_posts WHERE source = ?", [number])
        self._run("DELETE FROM followed_feeds WHERE number = ?", [number])

    def all(self) -> list[FollowedFeed]:
        """Return all feeds of all branches, by number."""
        return self._all(_FEEDS, "FROM followed_feeds ORDER BY number")

    def of(self, branch: str) -> list[FollowedFeed]:
        """Return the feeds of a branch, by number, also those that are not followed yet."""
        rest = "FROM followed_feeds WHERE branch = ? ORDER BY number"
        return self._all(_FEEDS, rest, [branch])

    def due(self, now: datetime) -> list[FollowedFeed]:
        """Return the feeds that are to be looked at, the one that waits longest first."""
        rest = "FROM followed_feeds WHERE next_at <= ? ORDER BY next_at, number"
        return self._all(_FEEDS, rest, [now])

    def next_due(self) -> datetime | None:
        """Return when the next feed is to be looked at, None for none."""
        return self._moment("SELECT min(next_at) FROM followed_feeds")


class FollowedPosts(Table):
    """The table followed_posts."""

    _version = 0

    @property
    def version(self) -> int:
        """Another number whenever `current` may answer something else."""
        return self._version

    def change(self) -> None:
        """Note that `current` may answer something else."""
        self._version += 1

    def add(self, **values: Any) -> int:
        """Enter a post, by column; return its number."""
        return self._insert("followed_posts", **values)

    def get(self, number: int) -> FollowedPost | None:
        """Return a post, or None."""
        return self._one(_POSTS, "FROM followed_posts WHERE number = ?", [number])

    def save(self, post: FollowedPost) -> None:
        """Keep a post as it is now."""
        self._save("followed_posts", _POSTS, post)

    def known_as(self, source: int, kind: Kind, about: int) -> FollowedPost | None:
        """Return what is known in a feed under a number, or None."""
        rest = "FROM followed_posts WHERE source = ? AND kind = ? AND about = ?"
        return self._one(_POSTS, rest, [source, kind, about])

    def of(self, source: int, here: Here) -> list[FollowedPost]:
        """Return what has become something of the posts of a feed, oldest first."""
        rest = "FROM followed_posts WHERE source = ? AND here = ? ORDER BY number"
        return self._all(_POSTS, rest, [source, here])

    def of_feed(self, source: int) -> list[FollowedPost]:
        """Return all posts of a feed, oldest first."""
        return self._all(_POSTS, "FROM followed_posts WHERE source = ? ORDER BY number", [source])

    def move(self, post: FollowedPost, source: int) -> None:
        """Let a post be one of another feed."""
        self._run(
            "DELETE FROM followed_posts WHERE source = ? AND kind = ? AND about = ?",
            [source, post.kind, post.about],
        )
        self._run("UPDATE followed_posts SET source = ? WHERE number = ?", [source, post.number])

    def count(self, source: int, here: Here) -> int:
        """Return how many of the posts of a feed have become something."""
        return self._count(
            "SELECT count(*) FROM followed_posts WHERE source = ? AND here = ?", [source, here]
        )

    def sources_of_new(self) -> list[int]:
        """Return the numbers of the feeds in which there is something new."""
        return self._values(
            "SELECT DISTINCT source FROM followed_posts WHERE here = ? ORDER BY source", [Here.NEW]
        )

    def passed(self) -> list[FollowedPost]:
        """Return what has become an announcement, oldest first."""
        rest = "FROM followed_posts WHERE here = ? ORDER BY number"
        return self._all(_POSTS, rest, [Here.PASSED])

    def warned_since(self, source: int, moment: datetime) -> int:
        """Return of how many warnings of a feed admins were told since a moment."""
        return self._count(
            "SELECT count(*) FROM followed_posts WHERE source = ? AND kind = ? AND told_at > ?",
            [source, Kind.FALSE, moment],
        )

    def changed(self) -> list[FollowedPost]:
        """Return what has changed there and was not acted on here, oldest first."""
        return self._all(_POSTS, "FROM followed_posts WHERE changed = 1 ORDER BY number")

    def that_became(self, announcement: int) -> FollowedPost | None:
        """Return what has become an announcement, or None."""
        rest = "FROM followed_posts WHERE announcement = ?"
        return self._one(_POSTS, rest, [announcement])

    def current(self) -> list[FollowedPost]:
        """Return all of which it may be asked whether it is real, oldest first."""
        return self._all(_POSTS, "FROM followed_posts ORDER BY number")

    def forget_before(self, moment: datetime) -> int:
        """Forget what was posted and last changed before a moment, and is nothing here.

        Returns:
            How many that were.
        """
        return self._run(
            "DELETE FROM followed_posts WHERE changed_at < ? AND announcement IS NULL"
            " AND here IN ('old', 'ignored', 'offered')",
            [moment],
        )
