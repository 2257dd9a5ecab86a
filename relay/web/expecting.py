"""The header `Expect`: what a caller wants to hear before it sends a body."""

from aiohttp import web


async def expected(request: web.Request) -> web.Response | None:
    """Say that the body may come, or that nothing else can be expected (RFC 9110, 10.1.1).

    aiohttp's own answer repeats the header, and breaks where it is not UTF-8.
    """
    if request.headers.get("Expect", "").lower() != "100-continue":
        return web.Response(status=417)
    if request.transport is not None:
        request.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
    return None
