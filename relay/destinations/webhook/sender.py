"""One call of a webhook, and what its answer means.

Standard Webhooks 1.0.0, "Delivery success and failure": any 2xx is a success, redirects are not
followed, 410 means that nothing more is wanted, 429 and `Retry-After` are heeded, and everything
else is tried again. What the answer says is not read: only its status counts.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from http import HTTPStatus

import aiohttp

from relay.delivery.errors import DeliveryDelayed, DeliveryRefused, LaneBlocked
from relay.destinations.webhook.signing import signed_headers
from relay.fetching.retry_after import retry_after
from relay.time.clock import Clock

MOST_BYTES = 128 * 1024
"""Of a body. The longest announcement and the fullest meeting take about a third of it."""

TIMEOUT = timedelta(seconds=20)
"""Standard Webhooks 1.0.0, "Request timeouts": between 15 and 30 seconds."""

UNREACHABLE_RETRY = timedelta(minutes=1)
BUSY_RETRY = timedelta(minutes=5)

Failure = DeliveryDelayed | DeliveryRefused | LaneBlocked
"""Why a message was not taken."""

_UNWANTED = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.GONE}
_BUSY = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}
_REFUSED = {
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    HTTPStatus.UNPROCESSABLE_ENTITY,
}


class Sender:
    """Calls one webhook.

    Args:
        url: `https`, or `http` on this computer.
        keys: what to sign with, the newest first.
        clock: the time.
        timeout: how long a call may take until its status is there.
    """

    def __init__(
        self, url: str, keys: Sequence[bytes], clock: Clock, timeout: timedelta = TIMEOUT
    ) -> None:
        self._url = url
        self._keys = tuple(keys)
        self._clock = clock
        self._timeout = aiohttp.ClientTimeout(total=timeout.total_seconds())

    async def send(self, message_id: str, body: bytes) -> None:
        """Call once.

        Args:
            message_id: by which the other side knows a message that it has had.
            body: JSON in UTF-8.

        Raises:
            DeliveryError: a `Failure`: it was not taken.
        """
        if len(body) > MOST_BYTES:
            raise DeliveryRefused("it is too large to be sent", code="too_large")
        now = self._clock.now()
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "branch-relay",
            **signed_headers(message_id, body, self._keys, now),
        }
        try:
            # A connection for each call: announcements are rare, and one that the other side has
            # closed meanwhile would look like a failure.
            async with (
                aiohttp.ClientSession(
                    timeout=self._timeout,
                    cookie_jar=aiohttp.DummyCookieJar(),
                    connector=aiohttp.TCPConnector(force_close=True),
                    trust_env=True,
                ) as session,
                session.post(
                    self._url, data=body, headers=headers, allow_redirects=False
                ) as answer,
            ):
                failure: Failure | None = meaning(answer.status, answer.headers, now)
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            # Only its kind: the text of many of them holds the address.
            failure = LaneBlocked(
                "unreachable",
                f"no answer: {type(error).__name__}",
                retry_at=now + UNREACHABLE_RETRY,
            )
        if failure is not None:
            raise failure


def meaning(status: int, headers: Mapping[str, str], now: datetime) -> Failure | None:
    """Return what an answer means for the delivery; None for a success.

    Args:
        status: of the answer.
        headers: of the answer.
        now: this moment, aware.
    """
    reason = f"it answered {status}"
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return None
    if status in _UNWANTED:
        return LaneBlocked("signed_out", reason)
    asked = retry_after(headers.get("Retry-After"), now)
    if status in _BUSY and (asked is not None or status == HTTPStatus.TOO_MANY_REQUESTS):
        return LaneBlocked("rate_limited", reason, retry_at=asked or now + BUSY_RETRY)
    if status in _REFUSED:
        return DeliveryRefused(reason)
    return DeliveryDelayed(reason, retry_at=asked)
