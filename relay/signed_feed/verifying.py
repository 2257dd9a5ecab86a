"""Finding out whether the pages of a feed are as the branch made them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from relay.signed_feed.entry import Kind, SignedEntry
from relay.signed_feed.keys import PublicKey
from relay.signed_feed.reading import (
    FeedBroken,
    FeedPage,
    Known,
    OlderPagesNeeded,
    Reason,
    Verified,
)


def verify(
    pages: Sequence[FeedPage], pinned: PublicKey | None = None, last: Known | None = None
) -> Verified:
    """Find out whether a feed is as the branch made it.

    Args:
        pages: newest first; at least one.
        pinned: the key that is known to be the branch's; None takes what the feed says, as whoever
            looks at it for the first time must.
        last: what was known of it the last time.

    Raises:
        OlderPagesNeeded: with pages before these it may hold.
        FeedBroken: it is not.
    """
    newest = pages[0]
    for page in pages:
        if (page.feed, page.branch) != (newest.feed, newest.branch):
            raise FeedBroken(Reason.ANOTHER_FEED)
    timeline = _Timeline(newest)
    if pinned is not None and pinned not in timeline.keys:
        raise FeedBroken(Reason.KEY_UNVOUCHED)
    if last is not None and last.feed != newest.feed:
        raise FeedBroken(Reason.ANOTHER_FEED)
    entries = _merged(pages)
    _check_chain(entries)
    for one in entries:
        timeline.check_entry(one)
        _check_content(one)
    timeline.check_rotations(entries)
    # Last, so that it is said of an entry what is wrong with it.
    for page in pages:
        timeline.check_page(page)
    new, restarted = _news(entries, newest, last)
    return Verified(
        newest.feed,
        newest.branch,
        newest.name,
        new,
        entries,
        timeline.keys[-1],
        timeline.keys,
        restarted,
    )


class _Timeline:
    """Which key signs which numbers, as the newest page says it and its keys vouch for it."""

    def __init__(self, page: FeedPage) -> None:
        self._page = page
        if page.first_key.feed != page.feed:
            raise FeedBroken(Reason.KEY_UNVOUCHED)
        keys, number = [page.first_key], 0
        for one in page.rotations:
            entry, following = one.entry, one.entry.next_key
            said = entry.canonical()
            vouched = (
                entry.kind is Kind.KEY
                and following is not None
                and one.vouched is not None
                and one.key == keys[-1]
                and following not in keys
                and (entry.feed, entry.branch) == (page.feed, page.branch)
                and number < entry.number
                and one.key.verifies(one.signature, said)
                and following.verifies(one.vouched, said)
            )
            if not vouched or following is None:
                raise FeedBroken(Reason.KEY_UNVOUCHED, entry.number)
            keys.append(following)
            number = entry.number
        self.keys = tuple(keys)

    def at(self, number: int) -> PublicKey:
        """Return the key that signs the entry with a number."""
        passed = sum(one.entry.number < number for one in self._page.rotations)
        return self.keys[passed]

    def check_page(self, page: FeedPage) -> None:
        """Check that a page was made by one of the keys, when it was the newest."""
        known = self._page.rotations[: len(page.rotations)]
        if page.first_key != self._page.first_key or page.rotations != known:
            raise FeedBroken(Reason.KEY_UNVOUCHED)
        if not page.key.verifies(page.signature, page.body):
            raise FeedBroken(Reason.PAGE)

    def check_entry(self, one: SignedEntry) -> None:
        """Check whose signature an entry has, and that it is one."""
        entry = one.entry
        if (entry.feed, entry.branch) != (self._page.feed, self._page.branch):
            raise FeedBroken(Reason.ANOTHER_FEED, entry.number)
        if one.key != self.at(entry.number):
            raise FeedBroken(Reason.KEY_UNVOUCHED, entry.number)
        if not one.key.verifies(one.signature, entry.canonical()):
            raise FeedBroken(Reason.SIGNATURE, entry.number)

    def check_rotations(self, entries: Sequence[SignedEntry]) -> None:
        """Check that the keys changed where the entries say so, and nowhere else."""
        named = {one.entry.number: one for one in self._page.rotations}
        for one in entries:
            said = replace(one, content=None) if one.entry.kind is Kind.KEY else None
            if named.get(one.entry.number) != said:
                raise FeedBroken(Reason.KEY_UNVOUCHED, one.entry.number)


def _merged(pages: Sequence[FeedPage]) -> tuple[SignedEntry, ...]:
    """All entries in order; pages may overlap, where they say the same."""
    found: dict[int, SignedEntry] = {}
    for page in pages:
        begins_later = bool(page.entries) and page.entries[0].entry.number > 1
        if begins_later != (page.next_url is not None):
            raise FeedBroken(Reason.GAP)
        for before, after in pairwise(page.entries):
            if after.entry.number <= before.entry.number:
                raise FeedBroken(Reason.ORDER, after.entry.number)
        for one in page.entries:
            number = one.entry.number
            if number > page.newest:
                raise FeedBroken(Reason.ORDER, number)
            known = found.setdefault(number, one)
            if known.entry != one.entry:
                raise FeedBroken(Reason.FORK, number)
    entries = tuple(found[number] for number in sorted(found))
    if pages[0].newest != (entries[-1].entry.number if entries else 0):
        raise FeedBroken(Reason.GAP, pages[0].newest)
    return entries


def _check_chain(entries: Sequence[SignedEntry]) -> None:
    if entries and (entries[0].entry.number == 1) != (entries[0].entry.previous is None):
        raise FeedBroken(Reason.CHAIN, entries[0].entry.number)
    for before, after in pairwise(entries):
        if after.entry.number != before.entry.number + 1:
            raise FeedBroken(Reason.GAP, before.entry.number + 1)
        if after.entry.previous != before.entry.digest():
            raise FeedBroken(Reason.CHAIN, after.entry.number)


def _check_content(one: SignedEntry) -> None:
    if one.content is not None and one.content.digest() != one.entry.content:
        raise FeedBroken(Reason.CONTENT, one.entry.number)


def _news(
    entries: tuple[SignedEntry, ...], page: FeedPage, last: Known | None
) -> tuple[tuple[SignedEntry, ...], int | None]:
    """What a follower does not know yet, and from where on it knew something else."""
    if last is None:
        return entries, None
    by_number = {one.entry.number: one for one in entries}
    known = by_number.get(last.number)
    if known is not None and known.entry.digest() == last.digest:
        return tuple(one for one in entries if one.entry.number > last.number), None
    follows = by_number.get(last.number + 1)
    if known is None and follows is not None:
        if follows.entry.previous != last.digest:
            raise OlderPagesNeeded(Reason.FORK, follows.entry.number)
        return entries, None
    return _after_restart(entries, page, last)


def _after_restart(
    entries: tuple[SignedEntry, ...], page: FeedPage, last: Known
) -> tuple[tuple[SignedEntry, ...], int]:
    """What follows the one place where numbers may repeat."""
    earlier = {**last.earlier, last.number: last.digest}
    for one in entries:
        number = one.entry.number
        known = earlier.get(number)
        if number > last.number or known == one.entry.digest():
            continue
        if one.entry.kind is Kind.RESTART and earlier.get(number - 1) in {None, one.entry.previous}:
            return tuple(each for each in entries if each.entry.number >= number), number
        if known is not None:
            raise FeedBroken(Reason.FORK, number)
    if entries and entries[0].entry.number > 1:
        raise OlderPagesNeeded(Reason.GAP)
    raise FeedBroken(Reason.ROLLED_BACK if page.newest < last.number else Reason.FORK)
