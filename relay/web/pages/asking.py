"""The form on which anybody asks whether a branch has said something.

What is asked goes to this page alone: it is kept nowhere, is in no log, and nothing is loaded for
it. How often the page answers is limited for all together, because nothing is known of who asks.
"""

import asyncio
from datetime import timedelta
from functools import partial
from urllib.parse import parse_qs

from aiohttp import web

from relay.signed_feed.comparing import LONGEST
from relay.time.clock import Clock
from relay.time.limiter import SlidingWindowLimiter
from relay.web.expecting import expected
from relay.web.pages.documents import Document
from relay.web.pages.responses import Responses, safe
from relay.web.pages.site import Site

MOST_BYTES = 8 * LONGEST
"""Of a form: a character takes up to 12 bytes in it, but few texts have only such ones."""

MOST_A_MINUTE = 120
"""Questions that are answered, of everybody together, on all pages."""

_PATIENCE = 10.0
"""Seconds for a text to arrive."""

_MINUTE = timedelta(minutes=1)
_FORM = "application/x-www-form-urlencoded"
_FIELD = "text"


def add_asking(
    application: web.Application, path: str, site: Site, responses: Responses, clock: Clock
) -> None:
    """Add the page with the form, and what answers it.

    Args:
        application: has not started yet.
        path: of the page, with a `slug`.
        site: draws it.
        responses: makes answers of documents.
        clock: the time.
    """
    asking = _Asking(site, responses, clock)
    add = partial(application.router.add_route, path=path, expect_handler=expected)
    add("GET", handler=asking.show)
    add("HEAD", handler=asking.show)
    add("POST", handler=asking.answer)


class _Asking:
    def __init__(self, site: Site, responses: Responses, clock: Clock) -> None:
        self._site = site
        self._responses = responses
        self._limiter = SlidingWindowLimiter(clock, MOST_A_MINUTE, _MINUTE)

    async def show(self, request: web.Request) -> web.StreamResponse:
        document = self._site.signed.ask(_slug(request))
        if document is None:
            return self._responses.missing(self._site.missing)
        return self._responses.found(request, document)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        slug = _slug(request)
        if request.content_type != _FORM:
            return safe(web.Response(status=415))
        if not self._limiter.takes(""):
            later = self._answered(self._site.signed.too_many(slug), 429)
            later.headers["Retry-After"] = "60"
            return later
        try:
            async with asyncio.timeout(_PATIENCE):
                text = await _text_in(request)
        except TimeoutError:
            return safe(web.Response(status=408))
        if text is None:
            return safe(web.Response(status=413))
        return self._answered(self._site.signed.answer(slug, text), 200)

    def _answered(self, document: Document | None, status: int) -> web.Response:
        if document is None:
            return self._responses.missing(self._site.missing)
        return self._responses.answered(document, status)


async def _text_in(request: web.Request) -> str | None:
    """What the form holds; None where that is too much."""
    body = b""
    while piece := await request.content.read(MOST_BYTES + 1 - len(body)):
        body += piece
        if len(body) > MOST_BYTES:
            return None
    try:
        form = parse_qs(body.decode("ascii", "replace"), max_num_fields=10, errors="replace")
    except ValueError:
        return ""
    return form.get(_FIELD, [""])[0]


def _slug(request: web.Request) -> str:
    return request.match_info["slug"]
