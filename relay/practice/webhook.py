"""The webhook call of signal-cli-rest-api: `postMessageToWebhook` in src/client/jsonrpc2.go."""

import logging
from types import TracebackType
from typing import Self

import aiohttp

_LOG = logging.getLogger(__name__)
_NO_TIMEOUT = aiohttp.ClientTimeout(total=None, sock_connect=30)
_ACCEPTED = (200, 201)


class Webhook:
    """Posts one notification at a time and forgets what was not taken.

    Args:
        url: where to; its `user:password@` becomes HTTP Basic. None is no webhook.
    """

    def __init__(self, url: str | None = None) -> None:
        self.url = url
        self.taken = 0
        self.forgotten = 0
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            timeout=_NO_TIMEOUT, headers={"User-Agent": "Go-http-client/1.1"}
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session:
            await self._session.close()

    async def post(self, line: str) -> None:
        """Calls the webhook and waits for its answer, however long that takes."""
        if self.url is None or self._session is None:
            return
        headers = {"Content-Type": "application/json"}
        try:
            async with self._session.post(
                self.url, data=line.encode(), headers=headers
            ) as response:
                status = response.status
        except (aiohttp.ClientError, OSError) as error:
            self.forgotten += 1
            _LOG.warning("webhook not reached", extra={"error": type(error).__name__})
            return
        if status in _ACCEPTED:
            self.taken += 1
        else:
            self.forgotten += 1
            _LOG.warning("webhook refused a message", extra={"status": status})
