"""Signing in to an account for a moment, and out again: the one place where that is done.

What posts keeps its session (`relay.destinations.bluesky.session`); this is for what looks once.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import aiohttp

_TIMEOUT = aiohttp.ClientTimeout(total=60, sock_connect=10)


class AccountAway(Exception):
    """The account's server did not answer, or not as one does; nothing more was changed."""

    safe_to_log = True


@dataclass(frozen=True)
class SigningIn:
    """What a server says to somebody who signs in.

    Attributes:
        http: what it was asked with.
        status: of its answer.
        said: the answer, empty where it is no object.
    """

    http: aiohttp.ClientSession
    status: int
    said: Mapping[str, Any]

    @property
    def is_open(self) -> bool:
        """Whether the account is open now."""
        return self.status == HTTPStatus.OK and isinstance(self.said.get("refreshJwt"), str)


@asynccontextmanager
async def signing_in(service: str, handle: str, password: str) -> AsyncIterator[SigningIn]:
    """Sign in for as long as the block lasts, as far as the server lets one in.

    Args:
        service: address of the account's server.
        handle: the account's public name.
        password: an app password, or what somebody takes for one.

    Raises:
        AccountAway: the server does not answer, or with something that is no answer.
    """
    server = f"{service}/xrpc/com.atproto.server"
    login = {"identifier": handle, "password": password}
    async with aiohttp.ClientSession(timeout=_TIMEOUT, trust_env=True) as http:
        try:
            async with http.post(f"{server}.createSession", json=login) as answer:
                said = await answer.json(content_type=None)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise AccountAway from error
        one = SigningIn(http, answer.status, said if isinstance(said, dict) else {})
        try:
            yield one
        finally:
            # A session that is not ended ends by itself.
            if one.is_open:
                token = {"Authorization": f"Bearer {one.said['refreshJwt']}"}
                with suppress(aiohttp.ClientError, TimeoutError):
                    async with http.post(f"{server}.deleteSession", headers=token):
                        pass
