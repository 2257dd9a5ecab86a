"""The relay's own address while `relay setup` uses the API server.

Two things need it. A message may be held there for the relay, and until it is taken the API server
answers nothing else. And one-time codes come in by it. Every other message is kept in the store
just as the relay keeps it, and is answered when the relay starts.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

from aiohttp import web

from relay.settings import Address
from relay.setup.codes import OneTimeCode
from relay.signal.notification import MalformedNotification, Notification, read_notification
from relay.store import Store
from relay.time.clock import SystemClock
from relay.web.webhook import PATH, Webhook

_LARGEST = 1024 * 1024
_LOOK_AGAIN = timedelta(seconds=5)


class WebhookServer:
    """Takes webhook calls, and looks in them for a code.

    Args:
        store: where messages are kept.
        account: the bot's number.
        token: what the API server has to show.
    """

    def __init__(self, store: Store, account: str, token: str) -> None:
        self._account = account
        self._webhook = Webhook(
            store, SystemClock(), account=account, token=token, on_group_change=_nothing
        )
        self._code: OneTimeCode | None = None
        self._sender: str | None = None
        self._shown = asyncio.Event()

    async def receive(self, request: web.Request) -> web.Response:
        """Answer one call. A code is not kept: it goes no further than this."""
        if self._code is not None and self._webhook.authorised(request):
            sender = self._sender_of(await request.read(), self._code)
            if sender is not None:
                self._code, self._sender = None, sender
                self._shown.set()
                return web.Response(status=200)
        return await self._webhook.receive(request)

    async def sender_of(self, code: OneTimeCode) -> str | None:
        """Wait until somebody sends the code. Returns their account id, or None if it is void."""
        self._code, self._sender = code, None
        self._shown.clear()
        try:
            while code.is_open:
                with suppress(TimeoutError):
                    async with asyncio.timeout(_LOOK_AGAIN.total_seconds()):
                        await self._shown.wait()
            return self._sender
        finally:
            self._code = None

    def _sender_of(self, body: bytes, code: OneTimeCode) -> str | None:
        try:
            notification = read_notification(json.loads(body))
        except (ValueError, RecursionError, MalformedNotification):
            return None
        if notification.account != self._account or not notification.is_for_us:
            return None
        return notification.source if code.is_shown_in(_text(notification)) else None


def _text(notification: Notification) -> str:
    content = notification.params["envelope"].get("dataMessage")
    text = content.get("message") if isinstance(content, dict) else None
    return text if isinstance(text, str) else ""


@asynccontextmanager
async def webhook_server(
    store: Store, listen: Address, account: str, token: str
) -> AsyncIterator[WebhookServer]:
    """Take calls at the relay's address for as long as this lasts.

    Raises:
        OSError: the address cannot be used.
    """
    taking = WebhookServer(store, account, token)
    app = web.Application(client_max_size=_LARGEST)
    app.router.add_post(PATH, taking.receive)
    runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, *listen).start()
        yield taking
    finally:
        await runner.cleanup()


def _nothing() -> None:
    """The relay reads all groups when it starts."""
