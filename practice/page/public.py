"""The relay's public pages, passed through below `/public`, so that they can be looked at here."""

import re
from http import HTTPStatus

import aiohttp
from aiohttp import web

from practice.page.refused import Refused
from practice.page.runs import Runs

_SLUG = "[a-z0-9-]{1,100}"
_PATHS = re.compile(
    r"/|/style\.css|/calendar\.ics"
    rf"|/b/{_SLUG}(/calendar\.ics|/feed\.atom)?"
    r"|/m/[1-9][0-9]{0,8}(\.ics|/card\.png)?"
)
_ASKED = ("If-None-Match", "If-Modified-Since")
_KEPT = (
    "Cache-Control",
    "Content-Disposition",
    "Content-Security-Policy",
    "Content-Type",
    "Cross-Origin-Opener-Policy",
    "Cross-Origin-Resource-Policy",
    "ETag",
    "Last-Modified",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
)
_PATIENCE = aiohttp.ClientTimeout(total=30)


class PublicPages:
    """Passes questions for public pages on to the relay, and nothing else.

    Args:
        runs: whose relay.
    """

    def __init__(self, runs: Runs) -> None:
        self._runs = runs

    def add_to(self, application: web.Application) -> None:
        """Add the routes; `HEAD` comes with `GET`."""
        application.router.add_get("/public{path:/.*}", self._pass_on)

    async def _pass_on(self, request: web.Request) -> web.Response:
        path = request.match_info["path"]
        if not _PATHS.fullmatch(path):
            raise web.HTTPNotFound
        relay = self._runs.run.rehearsal.relay
        asked = {name: request.headers[name] for name in _ASKED if name in request.headers}
        try:
            async with (
                aiohttp.ClientSession(timeout=_PATIENCE) as session,
                session.request(request.method, f"{relay.url}{path}", headers=asked) as answer,
            ):
                headers = {name: answer.headers[name] for name in _KEPT if name in answer.headers}
                body = await answer.read()
        except (aiohttp.ClientError, OSError, TimeoutError):
            raise Refused("served-page-away", HTTPStatus.BAD_GATEWAY) from None
        # The practice page shows them in a frame; nobody else may, here or outside.
        policy = headers.get("Content-Security-Policy", "")
        headers["Content-Security-Policy"] = policy.replace(
            "frame-ancestors 'none'", "frame-ancestors 'self'"
        )
        headers["X-Frame-Options"] = "SAMEORIGIN"
        return web.Response(status=answer.status, headers=headers, body=body)
