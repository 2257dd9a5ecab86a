"""What is known from followed feeds, for whoever asks whether something is real."""

from collections.abc import Iterable

from relay.authenticity.known import KnownFile, KnownPost, PostState
from relay.following.tables import (
    FollowedFeed,
    FollowedFeeds,
    FollowedPost,
    FollowedPosts,
    Kind,
    Stage,
    There,
)

_STATES = {
    There.STANDS: PostState.POSTED,
    There.CORRECTED: PostState.CORRECTED,
    There.RETRACTED: PostState.RETRACTED,
}


class FollowedSources:
    """Implements `relay.authenticity.known.Sources`.

    Args:
        feeds, posts: the tables.
    """

    def __init__(self, feeds: FollowedFeeds, posts: FollowedPosts) -> None:
        self._feeds = feeds
        self._posts = posts

    @property
    def version(self) -> int:
        """Another number whenever `current` may answer something else."""
        return self._posts.version

    def current(self) -> Iterable[KnownPost]:
        """Return what was posted there, newest first, each once."""
        followed = {one.number: one for one in self._feeds.all() if one.stage is Stage.FOLLOWED}
        found: dict[tuple[str, Kind, int], KnownPost] = {}
        for post in self._posts.current():
            feed = followed.get(post.source)
            if feed is not None and post.about > 0 and not _is_withdrawn(post):
                found[feed.feed, post.kind, post.about] = _known(feed, post)
        return sorted(found.values(), key=lambda one: one.at, reverse=True)


def _is_withdrawn(post: FollowedPost) -> bool:
    return post.kind is Kind.FALSE and post.state is There.RETRACTED


def _known(feed: FollowedFeed, post: FollowedPost) -> KnownPost:
    return KnownPost(
        source=feed.feed,
        source_name=feed.name,
        own=False,
        number=post.about,
        at=post.at,
        text=post.text or "",
        files=tuple(KnownFile(str(one["media_type"]), str(one["sha256"])) for one in post.files),
        state=PostState.FALSE if post.kind is Kind.FALSE else _STATES[post.state],
        changed_at=None if post.changed_at == post.at else post.changed_at,
    )
