"""The bridge to the fediverse: whether an account asks Bridgy Fed to carry its posts to Mastodon.

Bridgy Fed watches what an account's repository says of the bridge's own account, `ap.brid.gy`: a
follow asks for the bridge, a block ends it and has the copies deleted; a follow that is taken back
changes nothing, and after a block only a new follow counts. An account without a profile picture is
not bridged, and older posts are not either. (https://fed.brid.gy/docs#bluesky-get-started, #opt-out
and #troubleshooting; `User.status` in `models.py` of github.com/snarfed/bridgy-fed.)
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from typing import Any

import aiohttp

from relay.destinations.bluesky.signing_in import AccountAway, signing_in

BRIDGE = "ap.brid.gy"
_FOLLOWS = "app.bsky.graph.follow"
_BLOCKS = "app.bsky.graph.block"
_PROFILE = "app.bsky.actor.profile"
_PAGE = 100
_MOST_PAGES = 50
"""An account that follows more than 5,000 others is looked through no further."""


class Bridging(Enum):
    """What an account's repository says to the bridge."""

    ASKED_FOR = "asked for"
    ENDED = "ended"
    NOT_ASKED_FOR = "not asked for"


class BridgeNotFound(Exception):
    """The account's server cannot say who `ap.brid.gy` is."""

    safe_to_log = True


@dataclass(frozen=True)
class _Said:
    """The records about the bridge, by their keys."""

    follows: tuple[str, ...]
    blocks: tuple[str, ...]


class BridgedAccount:
    """An account that somebody has signed in to.

    Args:
        http: makes the calls.
        service: address of the account's server.
        did: of the account.
        token: its access token.
    """

    def __init__(self, http: aiohttp.ClientSession, service: str, did: str, token: str) -> None:
        self._http = http
        self._service = service
        self._did = did
        self._headers = {"Authorization": f"Bearer {token}"}

    async def bridging(self) -> Bridging:
        """Look what the account says to the bridge.

        Raises:
            BridgeNotFound: its server does not know the bridge.
            AccountAway: its server does not answer.
        """
        said = await self._said(await self._bridge())
        if said.blocks:
            return Bridging.ENDED
        return Bridging.ASKED_FOR if said.follows else Bridging.NOT_ASKED_FOR

    async def has_picture(self) -> bool:
        """Whether its profile has a picture.

        Raises:
            AccountAway: its server does not answer.
        """
        where = {"repo": self._did, "collection": _PROFILE, "rkey": "self"}
        status, answer = await self._get("com.atproto.repo.getRecord", where)
        # A profile that was never filled in is no record: RecordNotFound.
        if status == HTTPStatus.BAD_REQUEST:
            return False
        value = _record(status, answer).get("value")
        return isinstance(value, Mapping) and bool(value.get("avatar"))

    async def ask(self, now: str) -> None:
        """Ask for the bridge: take back what ended it, and follow it.

        Args:
            now: the moment, in ISO 8601.

        Raises:
            BridgeNotFound: its server does not know the bridge.
            AccountAway: its server does not answer.
        """
        bridge = await self._bridge()
        said = await self._said(bridge)
        if said.follows and not said.blocks:
            return
        for key in said.blocks:
            await self._delete(_BLOCKS, key)
        for key in said.follows:
            await self._delete(_FOLLOWS, key)
        await self._create(_FOLLOWS, bridge, now)

    async def end(self, now: str) -> None:
        """End the bridge: block it, and follow it no longer.

        Args:
            now: the moment, in ISO 8601.

        Raises:
            BridgeNotFound: its server does not know the bridge.
            AccountAway: its server does not answer.
        """
        bridge = await self._bridge()
        said = await self._said(bridge)
        if not said.blocks:
            await self._create(_BLOCKS, bridge, now)
        for key in said.follows:
            await self._delete(_FOLLOWS, key)

    async def _bridge(self) -> str:
        status, answer = await self._get("com.atproto.identity.resolveHandle", {"handle": BRIDGE})
        if HTTPStatus.BAD_REQUEST <= status < HTTPStatus.INTERNAL_SERVER_ERROR:
            raise BridgeNotFound
        did = _record(status, answer).get("did")
        if not isinstance(did, str):
            raise BridgeNotFound
        return did

    async def _said(self, bridge: str) -> _Said:
        return _Said(await self._keys(_FOLLOWS, bridge), await self._keys(_BLOCKS, bridge))

    async def _keys(self, collection: str, subject: str) -> tuple[str, ...]:
        found: list[str] = []
        where = {"repo": self._did, "collection": collection, "limit": str(_PAGE)}
        for _ in range(_MOST_PAGES):
            status, answer = await self._get("com.atproto.repo.listRecords", where)
            page = _record(status, answer)
            found += (
                str(record["uri"]).rpartition("/")[2]
                for record in page.get("records") or ()
                if record["value"].get("subject") == subject
            )
            if not page.get("cursor"):
                break
            where = {**where, "cursor": str(page["cursor"])}
        return tuple(found)

    async def _create(self, collection: str, subject: str, now: str) -> None:
        record = {"$type": collection, "subject": subject, "createdAt": now}
        body = {"repo": self._did, "collection": collection, "record": record}
        await self._post("com.atproto.repo.createRecord", body)

    async def _delete(self, collection: str, key: str) -> None:
        body = {"repo": self._did, "collection": collection, "rkey": key}
        await self._post("com.atproto.repo.deleteRecord", body)

    async def _get(self, call: str, params: Mapping[str, str]) -> tuple[int, Any]:
        address = f"{self._service}/xrpc/{call}"
        try:
            async with self._http.get(address, params=params, headers=self._headers) as answer:
                return answer.status, await answer.json(content_type=None)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise AccountAway from error

    async def _post(self, call: str, body: Mapping[str, Any]) -> None:
        address = f"{self._service}/xrpc/{call}"
        try:
            async with self._http.post(address, json=body, headers=self._headers) as answer:
                if answer.status != HTTPStatus.OK:
                    raise AccountAway
        except (aiohttp.ClientError, TimeoutError) as error:
            raise AccountAway from error


@asynccontextmanager
async def signed_in(service: str, handle: str, password: str) -> AsyncIterator[BridgedAccount]:
    """Sign in for as long as the block lasts.

    Args:
        service: address of the account's server.
        handle: the account's public name.
        password: an app password.

    Raises:
        AccountAway: the server does not answer, or does not let the account in.
    """
    async with signing_in(service, handle, password) as account:
        opened = _record(account.status, account.said)
        yield BridgedAccount(account.http, service, str(opened["did"]), str(opened["accessJwt"]))


def fediverse_name(handle: str) -> str:
    """What an account is called on the fediverse (https://fed.brid.gy/docs#bluesky-get-started)."""
    return f"@{handle}@bsky.brid.gy"


def _record(status: int, answer: Any) -> Mapping[str, Any]:
    if status != HTTPStatus.OK or not isinstance(answer, Mapping):
        raise AccountAway
    return answer
