"""Documents as HTTP answers: the headers that keep readers safe, and answers of "not changed".

Conditional requests follow RFC 9110, section 13: `If-None-Match` wins over `If-Modified-Since`.
"""

from collections import OrderedDict
from datetime import datetime

from aiohttp import ETag, web

from relay.time.clock import Clock
from relay.web.pages.disposition import disposition
from relay.web.pages.documents import Document

# Nothing but our own style sheet and pictures; the JSON-LD is data, which no policy stops and no
# browser runs.
PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'"
)

# What `<iframe>` on any website may show; it has links and nothing else that could be clicked.
FRAMED_POLICY = PAGE_POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")

# A form that asks the page itself, and nobody else.
ASKING_POLICY = PAGE_POLICY.replace("form-action 'none'", "form-action 'self'")

# A file that somebody sent, cleaned or not, is never a part of these pages.
FILE_POLICY = (
    "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

SAFETY = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Permissions-Policy": (
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"
    ),
}

_POLICIES = {
    "inline": PAGE_POLICY,
    "asking": ASKING_POLICY,
    "framed": FRAMED_POLICY,
    "attachment": FILE_POLICY,
}

REMEMBERED = 4096
"""For how many addresses it is known since when they look as they do."""


class Responses:
    """Turns documents into answers.

    `Last-Modified` is when this process first saw the document as it is now: never too early, also
    after a change of the wording or an update of the program.

    Args:
        clock: the time.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._seen: OrderedDict[str, tuple[str, datetime]] = OrderedDict()

    def found(self, request: web.Request, document: Document) -> web.Response:
        """The document, or 304 where the reader has it already."""
        if document.is_gone:
            return safe(_whole(document, 410))
        tag = document.tag
        since = self._since(request.path, tag)
        if _is_known(request, tag, since):
            response = web.Response(status=304)
        else:
            response = _whole(document, 200)
        response.etag = tag
        response.last_modified = since
        return safe(response, _POLICIES[document.kind])

    def missing(self, document: Document) -> web.Response:
        """The document that says that there is none."""
        return safe(_whole(document, 404))

    def answered(self, document: Document, status: int = 200) -> web.Response:
        """The document that answers a question; nothing keeps it."""
        response = safe(_whole(document, status), _POLICIES[document.kind])
        response.headers["Cache-Control"] = "no-store"
        return response

    def _since(self, path: str, tag: str) -> datetime:
        seen = self._seen.pop(path, None)
        if seen is None or seen[0] != tag:
            seen = (tag, self._clock.now().replace(microsecond=0))
        self._seen[path] = seen
        if len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)
        return seen[1]


def safe(response: web.Response, policy: str = PAGE_POLICY) -> web.Response:
    """Add the headers that every answer has."""
    response.headers.update(SAFETY)
    response.headers["Content-Security-Policy"] = policy
    if policy == FRAMED_POLICY:
        # It knows no "everybody" (RFC 7034, 2.1): left out is how a page may be framed.
        del response.headers["X-Frame-Options"]
    # Kept by browsers, but asked for each time: a change of venue must not wait for a cache.
    response.headers["Cache-Control"] = "no-cache"
    return response


def _whole(document: Document, status: int) -> web.Response:
    headers = {"Content-Type": document.media_type}
    if document.name is not None:
        headers["Content-Disposition"] = disposition(document.kind, document.name)
    return web.Response(body=document.body, status=status, headers=headers)


def _is_known(request: web.Request, tag: str, since: datetime) -> bool:
    if "If-None-Match" in request.headers:
        shown = request.if_none_match or ()
        return any(_matches(one, tag) for one in shown)
    modified = request.if_modified_since
    return modified is not None and since <= modified


def _matches(shown: ETag, tag: str) -> bool:
    return shown.value in {"*", tag}
