"""The page's web server: what the page is made of, what it is told, and what it asks for."""

import asyncio
import contextlib
from pathlib import Path

import aiohttp
from aiohttp import web

from practice.narration import Narration
from practice.page.actions import PhoneActions, file_response
from practice.page.found import FoundPage
from practice.page.group_actions import GroupActions
from practice.page.guard import Guard, Served, add_safety
from practice.page.hub import Hub
from practice.page.poster import Poster
from practice.page.powers import Powers
from practice.page.public import PublicPages
from practice.page.runs import Runs
from practice.page.seen import SeenPage
from practice.page.words import page_words

LARGEST_BODY = 64 * 1024 * 1024
"""Bytes; as much as a volunteer's pictures take."""

STATIC = Path(__file__).parent / "static"
VENDOR = Path(__file__).parents[2] / "var" / "page" / "node_modules"
"""Where `make page` puts what the page takes from others."""


class PageMissing(RuntimeError):
    """What draws the page is not installed."""


def build_application(
    served: Served, runs: Runs, hub: Hub, narration: Narration
) -> web.Application:
    """Return the page's web application.

    Args:
        served: where it will be served.
        runs: what is rehearsed.
        hub: tells of changes.
        narration: how things are said.

    Raises:
        PageMissing: what draws the page is not installed.
    """
    guard = Guard(served, narration)
    application = web.Application(
        client_max_size=LARGEST_BODY, middlewares=[guard.only_us, guard.in_words]
    )
    application.on_response_prepare.append(add_safety)
    _Pages(runs, hub).add_to(application)
    PhoneActions(runs).add_to(application)
    GroupActions(runs).add_to(application)
    Powers(runs).add_to(application)
    PublicPages(runs).add_to(application)
    SeenPage(runs, narration).add_to(application)
    FoundPage(runs, narration).add_to(application)
    Poster(runs).add_to(application)
    if not VENDOR.is_dir():
        raise PageMissing("the practice page is not installed; run `make page`")
    application.router.add_static("/static/vendor", VENDOR)
    application.router.add_static("/static", STATIC)
    return application


class _Pages:
    def __init__(self, runs: Runs, hub: Hub) -> None:
        self._runs = runs
        self._hub = hub

    def add_to(self, application: web.Application) -> None:
        add = application.router.add_get
        add("/", self._page)
        add("/words.json", self._words)
        add("/state", self._state)
        add("/events", self._events)
        add("/pictures/{did}/{cid}", self._picture)

    async def _page(self, _: web.Request) -> web.FileResponse:
        return web.FileResponse(STATIC / "index.html", headers={"Cache-Control": "no-store"})

    async def _words(self, _: web.Request) -> web.Response:
        return web.json_response(page_words())

    async def _state(self, _: web.Request) -> web.Response:
        return web.json_response(self._runs.state())

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        with self._hub.listening() as listener:
            listener.put("state", "", self._runs.state())
            # Whoever closes the page ends this.
            with contextlib.suppress(ConnectionError):
                async for text in listener.read():
                    await response.write(text.encode())
        return response

    async def _picture(self, request: web.Request) -> web.Response:
        bluesky = self._runs.run.rehearsal.bluesky
        try:
            async with asyncio.timeout(5):
                data = await bluesky.picture(request.match_info["did"], request.match_info["cid"])
        except (aiohttp.ClientError, TimeoutError):
            raise web.HTTPNotFound from None
        response = file_response(data, "image/jpeg")
        # It is named by what is in it, and must still be seen while Bluesky is down.
        response.headers["Cache-Control"] = "private, max-age=86400, immutable"
        return response
