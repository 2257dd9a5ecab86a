"""What the entries of a feed say of its posts and warnings, as rows; joins a transaction."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from relay.following.readable import readable, readable_name
from relay.following.tables import FollowedPost, FollowedPosts, Here, There
from relay.following.tables import Kind as Posted
from relay.signed_feed.entry import Entry, Kind, SignedEntry
from relay.signed_feed.models import LONGEST_TEXT

_POSTS = frozenset({Kind.POST, Kind.CORRECTION, Kind.RETRACTION})
_FILES_KEPT = ("name", "media_type", "sha256")


class EntryReader:
    """Keeps what verified entries say.

    Args:
        posts: the table.
        instead: what stands in a name in place of a link.
    """

    def __init__(self, posts: FollowedPosts, instead: str = "…") -> None:
        self._posts = posts
        self._instead = instead

    def take(
        self, source: int, entries: Iterable[SignedEntry], here: Here, own_feeds: frozenset[str]
    ) -> bool:
        """Keep what entries say, oldest first.

        Args:
            source: number of the feed.
            entries: verified.
            here: what a new post becomes.
            own_feeds: ids of feeds whose posts are known from where they come from: what is passed
                on from one of them is nothing new.

        Returns:
            Whether words are gone that were kept.
        """
        gone = False
        for one in entries:
            kind = one.entry.kind
            if kind in _POSTS:
                gone |= self._take(source, one, Posted.POST, here, own_feeds)
            elif kind in (Kind.FALSE, Kind.WITHDRAWN):
                gone |= self._take(source, one, Posted.FALSE, here, own_feeds)
        return gone

    def _take(
        self,
        source: int,
        one: SignedEntry,
        kind: Posted,
        here: Here,
        own_feeds: frozenset[str],
    ) -> bool:
        entry = one.entry
        about = entry.number if entry.about is None else entry.about
        known = self._posts.known_as(source, kind, about)
        text, files = _said(one)
        if known is None:
            echo = entry.origin is not None and entry.origin.feed in own_feeds
            self._posts.add(
                source=source,
                kind=kind,
                about=about,
                entry=entry.number,
                at=entry.at,
                changed_at=entry.at,
                text=text,
                files=files,
                state=_state(entry),
                here=Here.OLD if echo else here,
                elsewhere=_elsewhere(entry, self._instead),
            )
            return False
        anew = known.state is There.RETRACTED and entry.kind is Kind.POST
        changed = _changed(_again(known, entry, here) if anew else known, entry, text, files)
        self._posts.save(changed)
        return known.text is not None and known.text != changed.text


def _again(known: FollowedPost, entry: Entry, here: Here) -> FollowedPost:
    """Return what was taken back and is posted once more: as if it were new."""
    return replace(
        known,
        entry=entry.number,
        at=entry.at,
        changed_at=entry.at,
        state=There.STANDS,
        here=here,
        announcement=None,
        created_at=None,
        said=None,
    )


def _changed(
    known: FollowedPost, entry: Entry, text: str | None, files: tuple[dict[str, str], ...]
) -> FollowedPost:
    """Return a post as it is after an entry about it."""
    if known.state is There.RETRACTED:
        return known
    # Who was told of a warning is told, too, that it was wrong.
    changed = known.here is Here.PASSED or known.told_at is not None
    return replace(
        known,
        text=text,
        files=files,
        state=_state(entry),
        changed_at=_later(known.changed_at, entry.at),
        changed=known.changed or changed,
    )


def _state(entry: Entry) -> There:
    if entry.kind in (Kind.RETRACTION, Kind.WITHDRAWN):
        return There.RETRACTED
    return There.CORRECTED if entry.kind is Kind.CORRECTION else There.STANDS


def _said(one: SignedEntry) -> tuple[str | None, tuple[dict[str, str], ...]]:
    if one.content is None:
        return None, ()
    files = tuple({name: getattr(file, name) for name in _FILES_KEPT} for file in one.content.files)
    return readable(one.content.text, LONGEST_TEXT) or None, files


def _elsewhere(entry: Entry, instead: str) -> dict[str, str | int]:
    if entry.origin is None:
        return {}
    origin = entry.origin
    name = readable_name(origin.name, instead)
    return {"feed": origin.feed, "number": origin.number, "name": name}


def _later(one: datetime, other: datetime) -> datetime:
    return max(one, other)
