"""A buffering proxy: holds webhook calls while the relay is away, as HAProxy does in a branch.

signal-cli-rest-api calls its webhook once and forgets a call that fails; behind a proxy that waits
and tries again, it only sees a slow answer. Not for real use: it keeps nothing on disk and knows
only this one call.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

PAUSE_SECONDS = 0.05
"""How long it waits before it tries again."""

_LARGEST_BODY = 512 * 1024 * 1024
_PASSED_ON = ("Authorization", "Content-Type")
_BUSY = 503


@asynccontextmanager
async def buffering_proxy(relay_url: str) -> AsyncIterator[str]:
    """Run the proxy while the block lasts.

    Args:
        relay_url: the relay's address for webhook calls.

    Yields:
        Its own address for webhook calls, without user and password.
    """
    timeout = aiohttp.ClientTimeout(total=None, sock_connect=5)
    async with aiohttp.ClientSession(timeout=timeout) as session:

        async def hold(request: web.Request) -> web.Response:
            body = await request.read()
            headers = {name: request.headers[name] for name in _PASSED_ON}
            while True:
                with contextlib.suppress(aiohttp.ClientError, OSError):
                    async with session.post(relay_url, data=body, headers=headers) as response:
                        if response.status != _BUSY:
                            return web.Response(status=response.status)
                await asyncio.sleep(PAUSE_SECONDS)

        app = web.Application(client_max_size=_LARGEST_BODY)
        app.router.add_post("/signal/receive", hold)
        runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=0.1)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            yield f"http://127.0.0.1:{runner.addresses[0][1]}/signal/receive"
        finally:
            await runner.cleanup()
