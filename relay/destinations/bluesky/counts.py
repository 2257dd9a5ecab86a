"""How often posts were liked and reposted, as Bluesky's AppView counts it.

A PDS knows of its own accounts alone; who likes a post writes that into a repository elsewhere. The
AppView reads them all and answers without signing in (`app.bsky.feed.getPosts`: up to 25 addresses,
`likeCount` and `repostCount` of `app.bsky.feed.defs#postView`; lexicons of bluesky-social/atproto).
The one of Bluesky's company for who is not signed in is `public.api.bsky.app` (docs.bsky.app, "API
Hosts and Auth").
"""

from collections.abc import Sequence
from typing import Any

import aiohttp

from relay import __version__
from relay.destinations.base import Reactions

_MOST = 25
_LONGEST = 1024 * 1024
_TIMEOUT = aiohttp.ClientTimeout(total=15)
_HEADERS = {"User-Agent": f"branch-relay/{__version__}", "Accept": "application/json"}


async def reactions_to(appview: str, uris: Sequence[str]) -> Reactions | None:
    """Ask how often posts were liked and reposted, all together.

    Args:
        appview: the address of an AppView, without a slash at its end.
        uris: the posts' permanent addresses (`at://…`).

    Returns:
        None where it cannot be reached, or answers something else; nothing is raised.
    """
    views: list[Any] = []
    try:
        async with aiohttp.ClientSession(timeout=_TIMEOUT, headers=_HEADERS) as session:
            for start in range(0, len(uris), _MOST):
                query = [("uris", uri) for uri in uris[start : start + _MOST]]
                address = f"{appview}/xrpc/app.bsky.feed.getPosts"
                async with session.get(address, params=query) as answer:
                    if answer.status != 200 or (answer.content_length or 0) > _LONGEST:
                        return None
                    views += (await answer.json())["posts"]
        return Reactions(
            likes=sum(_count(view, "likeCount") for view in views),
            reposts=sum(_count(view, "repostCount") for view in views),
        )
    except (aiohttp.ClientError, TimeoutError, ValueError, KeyError, TypeError):
        return None


def _count(view: dict[str, Any], name: str) -> int:
    # Both are optional in the lexicon.
    value = view.get(name, 0)
    if not isinstance(value, int):
        raise TypeError(name)
    return value
