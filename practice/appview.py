"""A practice AppView: what Bluesky knows about the posts of the practice PDS.

The PDS passes `app.bsky.…` questions on to it, signed for the account that asks, as a real PDS does
with Bluesky's own. Everything it says is read from the PDS when it is asked, so it is never behind;
the real one can be, by seconds.
"""

from collections.abc import Callable
from typing import Any

from aiohttp import web

from practice.pds import PracticePds

_MOST_URIS = 25
_COUNTS = {"likeCount": "app.bsky.feed.like", "repostCount": "app.bsky.feed.repost"}


class PracticeAppView:
    """Answers `app.bsky.feed.getPosts`, and `/feed` for people who look on.

    Args:
        pds: gives the server, which may start after this.
    """

    def __init__(self, pds: Callable[[], PracticePds]) -> None:
        self._pds = pds

    def application(self) -> web.Application:
        """Return the web application to serve."""
        application = web.Application()
        application.router.add_get("/xrpc/app.bsky.feed.getPosts", self._get_posts)
        application.router.add_get("/feed", self._get_feed)
        return application

    async def feed(self) -> list[dict[str, Any]]:
        """Return every post of every account, newest first, as `app.bsky.feed.defs#postView`."""
        pds = self._pds()
        views = []
        for did in await self._accounts():
            account = await pds.ask("com.atproto.repo.describeRepo", {"repo": did})
            author = {"did": did, "handle": account["handle"]}
            views += [_view(record, author) for record in await pds.posts(did)]
        for view in views:
            view["replyCount"] = sum(_parent(other) == view["uri"] for other in views)
        return sorted(views, key=lambda view: str(view["indexedAt"]), reverse=True)

    async def _get_posts(self, request: web.Request) -> web.Response:
        # As the real one: who asks need not be signed in, and names up to 25 posts.
        asked = request.query.getall("uris", [])
        if not 1 <= len(asked) <= _MOST_URIS:
            return web.json_response({"error": "InvalidRequest"}, status=400)
        views = [view for view in await self.feed() if view["uri"] in asked]
        for name, collection in _COUNTS.items():
            subjects = await self._subjects(collection)
            for view in views:
                view[name] = subjects.count(view["uri"])
        return web.json_response({"posts": views})

    async def _subjects(self, collection: str) -> list[str]:
        """What all accounts have liked or reposted: the address of a post for each time."""
        found = []
        for did in await self._accounts():
            records = await self._pds().records(did, collection)
            found += [record["value"]["subject"]["uri"] for record in records]
        return found

    async def _accounts(self) -> list[str]:
        """The DIDs of all accounts."""
        listed = await self._pds().ask("com.atproto.sync.listRepos", {"limit": "1000"})
        return [repository["did"] for repository in listed["repos"]]

    async def _get_feed(self, request: web.Request) -> web.Response:
        return web.json_response({"posts": await self.feed()})


def _view(record: dict[str, Any], author: dict[str, str]) -> dict[str, Any]:
    return {
        "uri": record["uri"],
        "cid": record["cid"],
        "author": author,
        "record": record["value"],
        "indexedAt": record["value"]["createdAt"],
    }


def _parent(view: dict[str, Any]) -> str | None:
    reply = view["record"].get("reply")
    return None if reply is None else str(reply["parent"]["uri"])
