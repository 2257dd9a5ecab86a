"""Who is answered, and how what cannot be done is said.

The page does everything that is asked of it, so nobody but the page itself may ask: another site
that is open in the same browser could otherwise, by its own name for this machine (DNS rebinding)
or by sending a form here.
"""

import ipaddress
from dataclasses import dataclass
from http import HTTPStatus

from aiohttp import web
from aiohttp.typedefs import Handler

from practice.narration import Narration
from practice.page.refused import Refused
from practice.refusals import Refusal

POLICY = (
    "default-src 'self'; img-src 'self' blob: data:; frame-src 'self'; frame-ancestors 'none';"
    " base-uri 'none'; form-action 'self'"
)
SAFETY = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

_BY_STATUS: dict[int, str] = {
    HTTPStatus.FORBIDDEN: "served-not-found",
    HTTPStatus.NOT_FOUND: "served-not-found",
    HTTPStatus.METHOD_NOT_ALLOWED: "served-not-found",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "served-too-large",
}


@dataclass(frozen=True)
class Served:
    """Where the page is served.

    Args:
        host: the address it listens on.
        port: its port.
    """

    host: str
    port: int

    @property
    def is_private(self) -> bool:
        """Whether only this machine can reach it."""
        return ipaddress.ip_address(self.host).is_loopback

    @property
    def url(self) -> str:
        """The address to open, without a slash at the end."""
        address = ipaddress.ip_address(self.host)
        if address.is_unspecified:
            return f"http://127.0.0.1:{self.port}"
        return f"http://{_bracketed(address)}:{self.port}"

    def answers_to(self, host: str) -> bool:
        """Whether a `Host` header names this server by its number, or as localhost."""
        name, _, port = host.rpartition(":")
        if port != str(self.port):
            return False
        try:
            asked = ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
        except ValueError:
            return name == "localhost" and self.is_private
        ours = ipaddress.ip_address(self.host)
        return asked == ours or ours.is_unspecified


class Guard:
    """Stands before every answer.

    Args:
        served: where the page is served.
        narration: how things are said.
    """

    def __init__(self, served: Served, narration: Narration) -> None:
        self._served = served
        self._tell = narration.tell

    @web.middleware
    async def only_us(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Refuse who asks by another name, or from another site."""
        if not self._served.answers_to(request.headers.get("Host", "")):
            return self._said(HTTPStatus.MISDIRECTED_REQUEST, "served-other-host")
        origin = request.headers.get("Origin")
        if origin is not None and origin != f"http://{request.headers['Host']}":
            return self._said(HTTPStatus.FORBIDDEN, "served-other-origin")
        return await handler(request)

    @web.middleware
    async def in_words(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Say what went wrong in a sentence."""
        try:
            return await handler(request)
        except Refused as refused:
            return self._said(refused.status, refused.message_id, **refused.details)
        except Refusal:
            return self._said(HTTPStatus.CONFLICT, "served-may-not-write")
        except ValueError:
            # Of pydantic, of text that is not UTF-8, of a multipart body that is none.
            return self._said(HTTPStatus.BAD_REQUEST, "served-malformed")
        except web.HTTPException as error:
            if error.status < HTTPStatus.BAD_REQUEST:
                raise
            return self._said(error.status, _BY_STATUS.get(error.status, "served-malformed"))

    def _said(self, status: int, message_id: str, **args: str | int) -> web.Response:
        return web.json_response({"error": self._tell(message_id, **args)}, status=status)


async def add_safety(_: web.Request, response: web.StreamResponse) -> None:
    """Add the headers that every answer has, unless it brings its own."""
    response.headers.setdefault("Cache-Control", "no-cache")
    for name, value in SAFETY.items():
        response.headers.setdefault(name, value)


def _bracketed(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> str:
    return f"[{address}]" if address.version == 6 else str(address)
