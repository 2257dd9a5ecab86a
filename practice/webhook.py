"""The webhook call of signal-cli-rest-api: `postMessageToWebhook` in src/client/jsonrpc2.go."""

import logging
from types import TracebackType
from typing import Self

import aiohttp
from yarl import URL

_LOG = logging.getLogger(__name__)
_NO_TIMEOUT = aiohttp.ClientTimeout(total=None, sock_connect=30)
_ACCEPTED = (200, 201)
_FOLLOWED_BARE = (301, 302, 303)
_FOLLOWED_WHOLE = (307, 308)
_CALLS_AT_MOST = 10


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
        try:
            status = await self._called(self._session, URL(self.url), line.encode())
        except (aiohttp.ClientError, OSError) as error:
            self.forgotten += 1
            _LOG.warning("webhook not reached", extra={"error": type(error).__name__})
            return
        if status in _ACCEPTED:
            self.taken += 1
        else:
            self.forgotten += 1
            _LOG.warning("webhook refused a message", extra={"status": status})

    @staticmethod
    async def _called(session: aiohttp.ClientSession, url: URL, body: bytes) -> int:
        """The status in the end: a redirect is followed as Go does, and without the password."""
        method, data, status = "POST", body, 0
        for _ in range(_CALLS_AT_MOST):
            headers = {"Content-Type": "application/json"}
            async with session.request(
                method, url, data=data, headers=headers, allow_redirects=False
            ) as response:
                status, place = response.status, response.headers.get("Location")
            if status not in (*_FOLLOWED_BARE, *_FOLLOWED_WHOLE) or place is None:
                break
            url = url.with_user(None).join(URL(place))
            if status in _FOLLOWED_BARE:
                method, data = "GET", b""
        return status
