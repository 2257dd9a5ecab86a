"""The aiohttp application: the webhook, health, metrics. Public pages join it later."""

from aiohttp import web
from aiohttp.typedefs import Handler
from prometheus_client import CollectorRegistry

from relay.web.expecting import expected
from relay.web.health import Health
from relay.web.metrics import metrics_page
from relay.web.webhook import PATH, Webhook


def build_application(
    *,
    webhook: Webhook,
    health: Health,
    registry: CollectorRegistry,
    max_body_bytes: int,
    metrics_token: str | None = None,
) -> web.Application:
    """Return the relay's web application.

    Args:
        webhook: answers `POST /signal/receive`.
        health: answers `GET /healthz` (ready or not) and `GET /healthz/live`.
        registry: what `GET /metrics` shows.
        max_body_bytes: larger calls are refused with 413.
        metrics_token: opens `/metrics` to other computers; without one it is open only to this one.
    """
    application = web.Application(client_max_size=max_body_bytes, middlewares=[_no_details])
    application.router.add_post(PATH, webhook.receive, expect_handler=expected)
    application.router.add_get("/healthz", health.ready, expect_handler=expected)
    application.router.add_get("/healthz/live", health.live, expect_handler=expected)
    application.router.add_get("/metrics", metrics_page(registry, metrics_token))
    return application


@web.middleware
async def _no_details(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer errors with a bare status: an error page must not tell what was in the request."""
    try:
        return await handler(request)
    except web.HTTPException as error:
        headers = {"Allow": error.headers["Allow"]} if "Allow" in error.headers else {}
        return web.Response(status=error.status, headers=headers)
