"""HTTP to signal-cli-rest-api: one request at a time, and what its failures mean."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import quote

import aiohttp
from yarl import URL

from relay.signal.error_mapping import UNREACHABLE_PAUSE, Subject, map_error, read_failure
from relay.signal.errors import (
    MOST_LOST,
    MOST_SLOW,
    AnswerLost,
    ApiUnreachable,
    CallRefused,
    SignalApiError,
)
from relay.signal.in_flight import CallCut, InFlight
from relay.signal.priority import Priority, PriorityLock
from relay.signal.types import Timeouts
from relay.time.clock import Clock

MAX_ANSWER = 32 * 1024 * 1024
"""Bytes of an answer that is not a file. A thousand large groups with all members fit."""

MAX_FAILURE = 1024 * 1024
"""Bytes of a failed answer: a sentence, and at most the names of a whole group."""

KEEP_ALIVE = 5.0
"""Seconds for which an idle connection is used again. Enough for a fan-out, and too short for one
that has died unseen (a firewall, a container network) to swallow a call until its timeout."""

Method = Literal["GET", "POST", "PUT", "DELETE"]


@dataclass(frozen=True, slots=True)
class Call:
    """One request. `path` holds unquoted segments; `timeout` and `max_bytes` bound the answer."""

    method: Method
    path: Sequence[str] = field(repr=False)
    timeout: float  # seconds
    body: dict[str, Any] | None = field(repr=False, default=None)
    query: dict[str, str] = field(repr=False, default_factory=dict)
    max_bytes: int = MAX_ANSWER

    @property
    def only_asks(self) -> bool:
        """Whether making it twice changes nothing."""
        return self.method == "GET"

    @property
    def subject(self) -> Subject:
        """What a refusal is about: a group that is changed here, or else the account."""
        changes_group = not self.only_asks and "groups" in self.path[:2]
        return "a group" if changes_group else "the account"


class Transport:
    """The connection to one API server. Knows HTTP and the priority_lock; knows no endpoint.

    The server would crash if two calls overlapped, and cannot be told to stop: see `InFlight`.
    """

    def __init__(
        self, api_url: str, timeouts: Timeouts, priority_lock: PriorityLock | None, clock: Clock
    ) -> None:
        self._base = URL(api_url.rstrip("/"))
        self._timeouts = timeouts
        self._clock = clock
        self._in_flight = InFlight(priority_lock or PriorityLock())
        self._session: aiohttp.ClientSession | None = None

    @property
    def priority_lock(self) -> PriorityLock:
        """The gate."""
        return self._in_flight.priority_lock

    async def open(self) -> None:
        """Make the session. Sends nothing."""
        connector = aiohttp.TCPConnector(limit=1, keepalive_timeout=KEEP_ALIVE)
        self._session = aiohttp.ClientSession(connector=connector, trust_env=False)

    async def rest(self) -> None:
        """Wait until the call in flight has its answer, for a moment at most.

        The server can only give it while its webhook calls are taken.
        """
        await self._in_flight.rest(self._timeouts.close)

    async def close(self) -> None:
        """Let the call in flight finish for a moment, then close the session."""
        session, self._session = self._session, None
        await self._in_flight.end(self._timeouts.close)
        if session is not None:
            await session.close()

    async def request(self, call: Call, priority: Priority) -> bytes:
        """Wait for the turn, make the call, and return the body of a successful answer.

        Raises:
            SignalApiError: of the kind that fits.
        """
        url = self._url(call)
        try:
            return await self._in_flight.carry(lambda: self._exchange(url, call), priority)
        except CallCut:
            raise self._lost(call, "closed", MOST_LOST) from None

    def _url(self, call: Call) -> URL:
        if any(segment in ("", ".", "..") for segment in call.path):
            raise CallRefused("not a possible id", code="not_found")
        return self._base.joinpath(*(quote(s, safe="+=") for s in call.path), encoded=True)

    async def _exchange(self, url: URL, call: Call) -> bytes:
        session = self._session
        if session is None:
            raise ApiUnreachable("the Signal client is closed", retry_at=None)
        timeout = aiohttp.ClientTimeout(total=call.timeout, sock_connect=self._timeouts.connect)
        try:
            async with session.request(
                call.method,
                url,
                json=call.body,
                params=call.query or None,
                timeout=timeout,
                allow_redirects=False,
            ) as response:
                body = await _read(response, call)
                status = response.status
        except (
            aiohttp.ClientConnectorError,
            aiohttp.ConnectionTimeoutError,
            aiohttp.InvalidURL,
        ) as error:
            raise self._not_reached(type(error).__name__) from None
        except (aiohttp.ClientError, OSError) as error:
            # A total timeout is a TimeoutError, which is an OSError.
            slow = isinstance(error, TimeoutError)
            most = MOST_SLOW if slow else MOST_LOST
            raise self._lost(call, type(error).__name__, most) from None
        if 200 <= status < 300:
            return body
        failure = read_failure(status, body)
        raise map_error(failure, about=call.subject, now=self._clock.now())

    # Only the kind of an error goes into a reason: its text names the address, which may hold a
    # password.

    def _not_reached(self, kind: str) -> ApiUnreachable:
        return ApiUnreachable(
            f"the API server cannot be reached ({kind})",
            retry_at=self._clock.now() + UNREACHABLE_PAUSE,
        )

    def _lost(self, call: Call, kind: str, most_attempts: int) -> SignalApiError:
        if call.only_asks:
            return self._not_reached(kind)
        return AnswerLost(
            f"no answer from the API server ({kind}); it may have done what was asked",
            most_attempts=most_attempts,
        )


async def _read(response: aiohttp.ClientResponse, call: Call) -> bytes:
    is_wanted = 200 <= response.status < 300
    limit = call.max_bytes if is_wanted else MAX_FAILURE
    done = "" if call.only_asks else "; it may have done what was asked"
    reason = f"larger than {limit} bytes{done}"
    too_large = CallRefused(reason, code="too_large", status=response.status)
    if is_wanted and (response.content_length or 0) > limit:
        raise too_large
    body = bytearray()
    async for chunk in response.content.iter_chunked(65536):
        body += chunk
        if len(body) > limit:
            if is_wanted:
                raise too_large
            # Its status says enough: a long page is something else's in between.
            return b""
    return bytes(body)
