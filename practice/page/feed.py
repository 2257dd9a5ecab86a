"""Bluesky as the page shows it: what stands there, newest first."""

import asyncio
from collections.abc import Callable
from typing import Any

import aiohttp

from practice.bluesky import PracticeBluesky

Json = dict[str, Any]

_LOOK_AGAIN = 0.5


class FeedWatch:
    """Knows what stands on Bluesky, also while it does not answer.

    Args:
        bluesky: what is watched.
        changed: called when something is different.
    """

    def __init__(self, bluesky: PracticeBluesky, changed: Callable[[], None]) -> None:
        self._bluesky = bluesky
        self._changed = changed
        self._posts: list[Json] = []

    @property
    def view(self) -> Json:
        """The feed, as JSON."""
        return {"up": not self._bluesky.paused, "posts": self._posts}

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there."""
        return not self._posts

    async def watch(self) -> None:
        """Look whenever Bluesky says that something happened, for ever."""
        while True:
            try:
                async for _ in self._bluesky.changes():
                    await self._look()
            except (aiohttp.ClientError, OSError):
                pass
            await asyncio.sleep(_LOOK_AGAIN)

    async def _look(self) -> None:
        posts = [post_view(view) for view in await self._bluesky.views()]
        if posts != self._posts:
            self._posts = posts
            self._changed()


def post_view(view: Json) -> Json:
    """A post as JSON, from `app.bsky.feed.defs#postView`."""
    record = view["record"]
    embed = record.get("embed", {})
    did = view["author"]["did"]
    external = embed.get("external")
    reply = record.get("reply")
    return {
        "uri": view["uri"],
        "handle": view["author"]["handle"],
        "text": record["text"],
        "pictures": [
            {"url": _picture(did, image["image"]), "alt": image["alt"]}
            for image in embed.get("images", ())
        ],
        "card": None if external is None else _card(did, external),
        "reply_to": reply["parent"]["uri"] if reply else None,
        "at": record["createdAt"],
        "links": _links(record),
    }


def _card(did: str, external: Json) -> Json:
    thumb = external.get("thumb")
    return {
        "url": external["uri"],
        "title": external.get("title", ""),
        "description": external.get("description", ""),
        "picture": None if thumb is None else _picture(did, thumb),
    }


def _picture(did: str, blob: Json) -> str:
    return f"/pictures/{did}/{blob['ref']['$link']}"


def _links(record: Json) -> list[Json]:
    """Where links and tags are; Bluesky counts bytes of UTF-8, the page units of UTF-16."""
    raw = record["text"].encode()

    def units(end: int) -> int:
        return len(raw[:end].decode(errors="replace").encode("utf-16-le")) // 2

    return [
        {
            "start": units(facet["index"]["byteStart"]),
            "end": units(facet["index"]["byteEnd"]),
            "url": feature.get("uri"),
        }
        for facet in record.get("facets", ())
        for feature in facet["features"][:1]
    ]
