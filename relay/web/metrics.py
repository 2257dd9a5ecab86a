"""The page that Prometheus reads: for this computer, or for who shows the token."""

import hmac
from ipaddress import IPv4Address, IPv6Address, ip_address

from aiohttp import web
from aiohttp.typedefs import Handler
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

_PASSED_ON = ("Forwarded", "Via", "X-Forwarded-For", "X-Real-IP")
"""What a proxy says of whom it calls for. Who comes through one does not come from here."""


def metrics_page(registry: CollectorRegistry, token: str | None) -> Handler:
    """Return the handler of `GET /metrics`.

    Args:
        registry: what is shown.
        token: opens it from anywhere, as `Authorization: Bearer TOKEN`; without one, it opens only
            to this computer.
    """
    expected = None if token is None else f"Bearer {token}".encode()

    async def metrics(request: web.Request) -> web.Response:
        if not _shows(request, expected) and not _comes_from_here(request):
            return web.Response(status=401, headers={"WWW-Authenticate": "Bearer"})
        body = generate_latest(registry)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})

    return metrics


def is_here(caller: str, called: str) -> bool:
    """Return whether a caller is on this computer: loopback, or the very address it called.

    Args:
        caller: its IP address.
        called: the address of ours that it called. In a container that is the container's own.
    """
    try:
        from_, to = _plain(caller), _plain(called)
    except ValueError:
        return False
    return from_.is_loopback or from_ == to


def _shows(request: web.Request, expected: bytes | None) -> bool:
    # Compared in full whatever was shown, so that time tells nothing.
    shown = request.headers.get("Authorization", "").encode("utf-8", "surrogateescape")
    return expected is not None and hmac.compare_digest(shown, expected)


def _comes_from_here(request: web.Request) -> bool:
    if request.transport is None or any(name in request.headers for name in _PASSED_ON):
        return False
    caller = request.transport.get_extra_info("peername")
    called = request.transport.get_extra_info("sockname")
    return bool(caller) and bool(called) and is_here(str(caller[0]), str(called[0]))


def _plain(address: str) -> IPv4Address | IPv6Address:
    found = ip_address(address)
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return mapped or found
