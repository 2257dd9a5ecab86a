"""The relay's address while something keeps the relay from starting.

Whoever looks is told why, and what Signal hands over is asked to come again, so that the proxy in
front holds it.
"""

from collections.abc import Sequence

from aiohttp import web

from relay.web.webhook import PATH, come_again


def waiting_application(reasons: Sequence[str]) -> web.Application:
    """Return a web application that says why nothing works yet.

    Args:
        reasons: sentences for a host, which hold no value of a setting.
    """

    async def live(_: web.Request) -> web.Response:
        return web.json_response({"live": True})

    async def ready(_: web.Request) -> web.Response:
        body = {"live": True, "ready": False, "waiting": list(reasons)}
        return web.json_response(body, status=503)

    async def webhook(_: web.Request) -> web.Response:
        return await come_again()

    async def anything_else(_: web.Request) -> web.Response:
        return web.Response(status=503)

    application = web.Application()
    application.router.add_post(PATH, webhook)
    application.router.add_get("/healthz", ready)
    application.router.add_get("/healthz/live", live)
    application.router.add_route("*", "/{path:.*}", anything_else)
    return application
