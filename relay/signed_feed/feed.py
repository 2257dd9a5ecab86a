"""The feeds of this relay's branches: written in the transaction of what they tell."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime, timedelta

from relay.signed_feed.document import PublishedFeed
from relay.signed_feed.entry import Content, Entry, Kind, Origin, SignedEntry, signed
from relay.signed_feed.keys import PublicKey, SigningKey
from relay.signed_feed.models import LONGEST_NAME, LONGEST_TEXT
from relay.signed_feed.readable import PublicWords
from relay.signed_feed.tables import FeedRow, SignedFeeds
from relay.signed_feed.watermark import Watermark
from relay.store import Store
from relay.store.announcements import Announcement
from relay.time.clock import Clock

KEPT = timedelta(days=365)
"""How long the words of an announcement stand, as on the pages."""


UNNAMED = "?"
"""Whose words they are, where that has no name."""


def no_origin(announcement: int) -> Origin | None:
    """Say that an announcement is the branch's own."""
    return None


class SignedFeed:
    """Signs what branches say in public.

    Everything here that changes something joins the caller's transaction and reaches no network.

    Args:
        store: where it is kept.
        clock: the time.
        words: what everybody may read of an announcement.
        branches: slugs of the configured branches.
        language: the tag of what is written.

    Attributes:
        origin_of: says from where an announcement (its number) was taken over; None for the
            branch's own. Set by what takes announcements over.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        words: PublicWords,
        branches: Collection[str],
        language: str,
    ) -> None:
        self._store = store
        self._clock = clock
        self._words = words
        self._branches = tuple(branches)
        self._language = language
        self._watermark = Watermark(store.path)
        self._noted: int | None = None
        self.origin_of: Callable[[int], Origin | None] = no_origin

    @property
    def _table(self) -> SignedFeeds:
        return self._store[SignedFeeds]

    def key(self, branch: str) -> PublicKey | None:
        """Return the key that signs for a branch now; None where there is no feed."""
        row = self._table.of_branch(branch)
        return None if row is None else self._table.keys(row.feed)[-1]

    def current(self, branch: str) -> list[SignedEntry]:
        """Return the entries of a branch whose words stand, oldest first; warnings too."""
        row = self._table.of_branch(branch)
        return [] if row is None else self._table.standing_entries(row.feed)

    def version(self) -> int:
        """Return another number after every change of what is in a feed."""
        return self._table.version

    def published(self, slug: str) -> PublishedFeed | None:
        """Return the feed of a branch as it is now; None where it has no page, or no feed yet."""
        return published(self._store, slug) if self._words.has_pages else None

    def append(
        self,
        kind: Kind,
        branch: str,
        about: int | None,
        content: Content | None = None,
        *,
        origin: Origin | None = None,
    ) -> int:
        """Append an entry to the feed of a branch, which begins with it if there is none.

        Returns:
            the entry's number.
        """
        row = self._begun(branch)
        key = self._table.key(row.feed)
        entry = self._next(row, kind, about, content, origin=origin)
        self._table.add(signed(entry, key, content))
        return entry.number

    def changed(self, number: int) -> None:
        """Say what has become of an announcement, if everybody may or could read it.

        Args:
            number: of the announcement, which was posted, changed or taken back just now.
        """
        announcement = self._store.announcements.get(number)
        if announcement is None or announcement.branch not in self._branches:
            return
        self._tell(announcement, self._words.of(announcement))

    def warn(self, branch: str, text: str) -> int:
        """Warn everybody of something that is not the branch's, or not true.

        Args:
            branch: a slug.
            text: what it is, in the admins' words.

        Returns:
            by what the warning is known, for `withdraw`.
        """
        row = self._begun(branch)
        number = max(self._table.last(row.feed)[0], self._table.last_warning(branch)) + 1
        self.append(Kind.FALSE, branch, number, Content(text[:LONGEST_TEXT], self._language))
        return number

    def withdraw(self, branch: str, number: int) -> None:
        """Say that a warning was wrong, and destroy its words; pass over one that is unknown.

        Args:
            branch: a slug.
            number: from `warn`.
        """
        row = self._table.of_branch(branch)
        known = [] if row is None else self._table.warnings(row.feed)
        if any(one.number == number for one in known):
            self._forget(branch, number, Kind.FALSE)
            self.append(Kind.WITHDRAWN, branch, number)

    def wake(self) -> None:
        """Bring the feeds in line with what stands, at the start of the relay.

        A branch without a feed gets one, with what stands on its page now; one that came back from
        a backup, or from an older file, says so first; what a change of the settings has put on the
        page or taken off it is told.
        """
        if not self._words.has_pages:
            return
        came_back, noted = self._store.backups.came_back_at(), self._watermark.read()
        for branch in self._branches:
            row = self._begun(branch)
            number, digest = noted.get(row.feed, (0, None))
            is_older = number > 0 and self._table.digest_at(row.feed, number) != digest
            is_restored = came_back is not None and (
                row.restarted_at is None or row.restarted_at < came_back
            )
            if is_older or is_restored:
                self.append(Kind.RESTART, branch, None)
            if came_back is not None:
                self._table.restarted(row.feed, came_back)
            self._reconcile(branch, row)

    def note(self) -> None:
        """Note beside the store how far the feeds have come; between transactions, often."""
        if not self._words.has_pages or self._noted == self._table.version:
            return
        self._noted = self._table.version
        newest = {}
        for branch in self._branches:
            row = self._table.of_branch(branch)
            number, digest = (0, None) if row is None else self._table.last(row.feed)
            if row is not None and digest is not None:
                newest[row.feed] = (number, digest)
        self._watermark.write(newest)

    def rotate(self, branch: str) -> PublicKey:
        """Let a new key sign for a branch, which the one before and itself vouch for.

        Returns:
            the new one. The secret of the one before is destroyed.
        """
        row = self._begun(branch)
        key, following = self._table.key(row.feed), SigningKey.make()
        entry = self._next(row, Kind.KEY, None, None, following=following.public)
        self._table.add(signed(entry, key, following=following))
        self._table.change_key(row.feed, following)
        self._store.shredder.shred(self._clock.now())
        return following.public

    def replace(self, branch: str) -> PublicKey:
        """Begin another feed with a new key that nobody vouches for: the old one is lost.

        What stands now, warnings included, is said again in it. Whoever follows the branch stops,
        and is told to ask for the new key.
        """
        row = self._table.of_branch(branch)
        warnings = [] if row is None else self._table.warnings(row.feed)
        if row is not None:
            self._table.end(row.feed, self._clock.now())
            self._store.shredder.shred(self._clock.now())
        begun = self._begun(branch)
        self._reconcile(branch, begun)
        for one in warnings:
            content = Content(one.content.text, one.content.language)
            self.append(Kind.FALSE, branch, one.number, content)
        return self._table.keys(begun.feed)[-1]

    def tidy(self) -> None:
        """Destroy the words of announcements that are on the pages no longer, after a year."""
        if self._table.forget_older(self._clock.now() - KEPT):
            self._store.shredder.shred(self._clock.now())

    def _tell(self, announcement: Announcement, read: Content | None) -> None:
        """Append what an announcement has become, unless that was said."""
        branch, number = announcement.branch, announcement.id
        row = self._table.of_branch(branch)
        standing = None if row is None else self._table.standing(row.feed, number)
        if standing is None or standing.kind is Kind.RETRACTION:
            if read is not None:
                self.append(Kind.POST, branch, number, read, origin=self._origin(branch, number))
        elif read is None:
            self._forget(branch, number, Kind.RETRACTION)
            self.append(Kind.RETRACTION, branch, number)
        elif not read.says_the_same(standing.content):
            self._forget(branch, number, Kind.CORRECTION)
            origin = self._origin(branch, number)
            self.append(Kind.CORRECTION, branch, number, read, origin=origin)

    def _origin(self, branch: str, number: int) -> Origin | None:
        """From where an announcement comes; what was said of it once holds if nobody knows more."""
        found = self.origin_of(number) or self._table.origin(branch, number)
        # A name of signs that nobody sees may have nothing left.
        return found and replace(found, name=found.name[:LONGEST_NAME] or UNNAMED)

    def _reconcile(self, branch: str, row: FeedRow) -> None:
        since = self._clock.now() - KEPT
        standing = self._table.posted_since(branch, since)
        # What is older is on no page any more, and nothing is said about that.
        for number in dict.fromkeys((*self._table.announced(row.feed), *standing)):
            announcement = self._store.announcements.get(number)
            if announcement is None or announcement.posted_at is None:
                continue
            if announcement.posted_at > since:
                self._tell(announcement, self._words.of(announcement))

    def _begun(self, branch: str) -> FeedRow:
        row = self._table.of_branch(branch)
        return row or self._table.begin(branch, SigningKey.make(), self._clock.now())

    def _forget(self, branch: str, number: int, kind: Kind) -> None:
        self._table.forget_words(branch, number, of=kind)
        self._store.shredder.shred(self._clock.now())

    def _next(
        self,
        row: FeedRow,
        kind: Kind,
        about: int | None,
        content: Content | None,
        *,
        origin: Origin | None = None,
        following: PublicKey | None = None,
    ) -> Entry:
        number, previous = self._table.last(row.feed)
        return Entry(
            feed=row.feed,
            branch=row.branch,
            number=number + 1,
            previous=previous,
            kind=kind,
            about=about,
            at=whole_second(self._clock.now()),
            content=None if content is None else content.digest(),
            next_key=following,
            origin=origin,
        )


def published(store: Store, branch: str) -> PublishedFeed | None:
    """Return the feed of a branch as it is in a store, or None."""
    table = store[SignedFeeds]
    row = table.of_branch(branch)
    if row is None:
        return None
    return PublishedFeed(
        feed=row.feed,
        branch=branch,
        first_key=table.keys(row.feed)[0],
        rotations=tuple(table.rotations(row.feed)),
        entries=tuple(table.entries(row.feed)),
        key=table.key(row.feed),
    )


def whole_second(moment: datetime) -> datetime:
    """Return a moment as feeds can say it."""
    return moment.replace(microsecond=0)
