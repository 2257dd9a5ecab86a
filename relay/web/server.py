"""The aiohttp application: the webhook, health, metrics. Public pages join it later."""

from aiohttp import web
from aiohttp.typedefs import Handler
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from relay.web.health import Health
from relay.web.webhook import Webhook


def build_application(
    *,
    webhook: Webhook,
    health: Health,
    registry: CollectorRegistry,
    max_body_bytes: int,
) -> web.Application:
    """Return the relay's web application.

    Args:
        webhook: answers `POST /signal/receive`.
        health: answers `GET /healthz` (ready or not) and `GET /healthz/live`.
        registry: what `GET /metrics` shows.
        max_body_bytes: larger calls are refused with 413.
    """
    application = web.Application(client_max_size=max_body_bytes, middlewares=[_no_details])
    application.router.add_post("/signal/receive", webhook.receive)
    application.router.add_get("/healthz", health.ready)
    application.router.add_get("/healthz/live", health.live)
    application.router.add_get("/metrics", _metrics(registry))
    return application


def _metrics(registry: CollectorRegistry) -> Handler:
    async def metrics(_: web.Request) -> web.Response:
        body = generate_latest(registry)
        return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})

    return metrics


@web.middleware
async def _no_details(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer errors with a bare status: an error page must not tell what was in the request."""
    try:
        return await handler(request)
    except web.HTTPException as error:
        headers = {"Allow": error.headers["Allow"]} if "Allow" in error.headers else {}
        return web.Response(status=error.status, headers=headers)
