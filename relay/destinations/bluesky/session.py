"""One signed-in account: signing in, keeping the session, and what failures mean.

Signing in with the password is limited to a few dozen times a day, so a session is kept for as long
as it can be refreshed, over restarts too. The `atproto` package is loaded at the first call: it
takes half a second and some 30 MB.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from relay.delivery.errors import DeliveryError, LaneBlocked
from relay.destinations.bluesky.failures import (
    LONGEST_RATE_LIMIT,
    delivery_error,
    is_stale_session,
    remaining_of,
    reset_of,
)
from relay.destinations.kind import SessionKeeper
from relay.time.clock import Clock

if TYPE_CHECKING:
    import httpx
    from atproto_client import AsyncClient

_T = TypeVar("_T")
_SECONDS = 60
"""How long a call may take; a picture over a slow line takes a while."""
_OK = 300


@dataclass(frozen=True)
class Credentials:
    """How to sign in.

    Args:
        service: address of the account's server, such as `https://bsky.social`.
        handle: the account's public name.
        password: an app password.
    """

    service: str
    handle: str = field(repr=False)
    password: str = field(repr=False)


class Account:
    """Makes calls as one account.

    Args:
        credentials: how to sign in.
        keeper: where the session is kept.
        clock: decides when a rate limit is over.
    """

    def __init__(self, credentials: Credentials, keeper: SessionKeeper, clock: Clock) -> None:
        self._credentials = credentials
        self._keeper = keeper
        self._clock = clock
        self._client: AsyncClient | None = None
        self._session: Any = None
        self._signing_in = asyncio.Lock()
        self._limits = _RateLimits(clock)

    async def call(self, use: Callable[["AsyncClient"], Awaitable[_T]]) -> _T:
        """Make a call with a signed-in client, renewing the session once if it has run out.

        Args:
            use: makes the call; may be run twice. What it raises itself passes through if it is a
                `DeliveryError`.

        Raises:
            DeliveryError: for everything that goes wrong.
        """
        return await self._mapped(self._with_session(use))

    async def did(self) -> str:
        """Return the account's permanent identifier."""
        await self._mapped(self._signed_in())
        return str(self._session.did)

    async def name(self) -> str:
        """Return the account's name in links: its handle, or its DID where that is broken."""
        did = await self.did()
        handle = str(self._session.handle)
        return did if handle == "handle.invalid" else handle

    async def close(self) -> None:
        """Let go of connections; the session stays good."""
        if self._client is not None:
            await self._client.request.close()
            self._client = None

    async def _with_session(self, use: Callable[["AsyncClient"], Awaitable[_T]]) -> _T:
        from atproto_client.exceptions import RequestErrorBase

        client = await self._signed_in()
        # Unlike this one, access tokens made within a second are the same.
        token = self._session.refresh_jwt
        try:
            return await use(client)
        except RequestErrorBase as problem:
            if not is_stale_session(problem):
                raise
        await self._renewed(token)
        return await use(client)

    async def _mapped(self, work: Coroutine[Any, Any, _T]) -> _T:
        # Loading it holds up nothing else this way.
        await asyncio.to_thread(import_module, "atproto_client")
        import httpx
        from atproto_core.exceptions import AtProtocolError

        try:
            return await work
        except DeliveryError:
            raise
        except (AtProtocolError, httpx.HTTPError, httpx.InvalidURL, ValueError) as problem:
            # What they say may quote what was sent, so it goes no further.
            raise delivery_error(problem, self._clock.now()) from None

    async def _signed_in(self) -> "AsyncClient":
        async with self._signing_in:
            if self._client is None:
                self._client = self._new_client()
                self._session = None
            if self._session is None and not await self._resumed(self._client):
                await self._created(self._client)
            return self._client

    def _new_client(self) -> "AsyncClient":
        from atproto_client import AsyncClient
        from atproto_client.request import AsyncRequest

        hooks = {"request": [self._limits.hold], "response": [self._limits.note]}
        client = AsyncClient(
            self._credentials.service, request=AsyncRequest(timeout=_SECONDS, event_hooks=hooks)
        )
        client.on_session_change(self._changed)
        return client

    def _changed(self, event: Any, session: Any) -> None:
        from atproto_client.client.session import SessionEvent

        self._session = session
        if event is not SessionEvent.IMPORT:
            self._keep(session.export())

    def _keep(self, session: str) -> None:
        self._keeper.save(json.dumps({**self._belongs_to(), "session": session}))

    def _belongs_to(self) -> dict[str, str]:
        return {"service": self._credentials.service, "handle": self._credentials.handle}

    async def _resumed(self, client: "AsyncClient") -> bool:
        """Take up the kept session, if there is one and it belongs to this account."""
        from atproto_core.exceptions import AtProtocolError

        kept = self._keeper.load()
        if kept is None:
            return False
        try:
            fields = json.loads(kept)
            session = fields.pop("session")
            if fields != self._belongs_to():
                return False
            await client.login(session_string=session, fetch_bsky_profile=False)
            return self._session.access_jwt_payload.exp is not None
        except (AtProtocolError, ValueError, KeyError, TypeError, AttributeError):
            return False

    async def _created(self, client: "AsyncClient") -> None:
        client.update_base_url(self._credentials.service)
        await client.login(
            self._credentials.handle, self._credentials.password, fetch_bsky_profile=False
        )

    async def _renewed(self, used_token: str) -> None:
        """Refresh the session; sign in again only where that is refused."""
        from atproto_client.exceptions import BadRequestError, UnauthorizedError

        async with self._signing_in:
            client = self._client
            if client is None or self._session.refresh_jwt != used_token:
                return
            try:
                fresh = await client.com.atproto.server.refresh_session(
                    headers={"Authorization": f"Bearer {self._session.refresh_jwt}"},
                    ignore_session_check=True,
                )
            except (BadRequestError, UnauthorizedError):
                await self._created(client)
                return
            session = self._session.copy()
            session.access_jwt, session.refresh_jwt = fresh.access_jwt, fresh.refresh_jwt
            session.handle = fresh.handle
            self._keep(session.export())
            await client.login(session_string=session.export(), fetch_bsky_profile=False)


class _RateLimits:
    """Remembers which calls have nothing left of their allowance, and does not make them.

    https://docs.bsky.app/docs/advanced-guides/rate-limits
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._used_up: dict[str, Mapping[str, str]] = {}

    async def hold(self, request: "httpx.Request") -> None:
        headers = self._used_up.get(request.url.path)
        if headers is None:
            return
        now = self._clock.now()
        until = reset_of(headers)
        if until is None or until <= now:
            del self._used_up[request.url.path]
            return
        raise LaneBlocked(
            "rate_limited",
            "nothing left of the allowance",
            retry_at=min(until, now + LONGEST_RATE_LIMIT),
        )

    async def note(self, response: "httpx.Response") -> None:
        if response.status_code < _OK and remaining_of(response.headers) == 0:
            self._used_up[response.request.url.path] = response.headers
