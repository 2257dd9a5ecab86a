"""The posts of one account on its server, and what its AppView knows about them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from relay.delivery.errors import DeliveryDelayed, DeliveryRefused
from relay.destinations.bluesky.failures import error_name, status_of
from relay.destinations.bluesky.session import Account

if TYPE_CHECKING:
    from atproto_client import AsyncClient

COLLECTION = "app.bsky.feed.post"
_MOST_POSTS_ASKED_FOR = 25


@dataclass(frozen=True)
class Reference:
    """Names one version of a record (`com.atproto.repo.strongRef`)."""

    uri: str
    cid: str


class Repository:
    """Reads and writes an account's posts."""

    def __init__(self, account: Account) -> None:
        self._account = account

    async def holds(self, uri: str) -> bool:
        """Say whether an address belongs to this account."""
        return uri.startswith(f"at://{await self._account.did()}/")

    async def find(self, key: str) -> Reference | None:
        """Return the post that stands under a key, or None."""
        where = await self._address(key)

        async def get(client: "AsyncClient") -> Reference | None:
            try:
                found = await client.com.atproto.repo.get_record(where)
            except _request_errors() as problem:
                if _is_absent(problem):
                    return None
                raise
            return Reference(found.uri, found.cid or "")

        return await self._account.call(get)

    async def put(self, key: str, record: Mapping[str, Any]) -> Reference:
        """Write a post under its key, over whatever stands there."""
        data = {**await self._address(key), "record": dict(record), "validate": True}

        async def put(client: "AsyncClient") -> Reference:
            written = await client.com.atproto.repo.put_record(data)
            return Reference(written.uri, written.cid)

        return await self._account.call(put)

    async def delete(self, uri: str) -> bool:
        """Delete a post of this account; say whether it is gone."""
        data = await self._address(key_of(uri))

        async def delete(client: "AsyncClient") -> None:
            try:
                await client.com.atproto.repo.delete_record(data)
            except _request_errors() as problem:
                if not _is_absent(problem):
                    raise

        try:
            await self._account.call(delete)
        except DeliveryRefused:
            return False
        return True

    async def upload(self, data: bytes, media_type: str) -> Mapping[str, Any]:
        """Store a picture and return how a post refers to it."""

        async def upload(client: "AsyncClient") -> Any:
            headers = {"Content-Type": media_type}
            answer = await client.com.atproto.repo.upload_blob(data, headers=headers)
            return answer.blob

        blob = await self._account.call(upload)
        reference = blob.ref.link if hasattr(blob.ref, "link") else str(blob.ref)
        return {
            "$type": "blob",
            "ref": {"$link": reference},
            "mimeType": blob.mime_type,
            "size": blob.size,
        }

    async def resolve(self, handle: str) -> str | None:
        """Return the permanent identifier behind a handle, or None where nobody knows it."""
        params = {"handle": handle}

        async def resolve(client: "AsyncClient") -> str:
            answer = await client.com.atproto.identity.resolve_handle(params)
            return str(answer.did)

        try:
            return await self._account.call(resolve)
        except (DeliveryRefused, DeliveryDelayed):
            return None

    async def reply_counts(self, uris: Sequence[str]) -> Mapping[str, int] | None:
        """Return how many replies each post has, as far as the AppView knows.

        Returns:
            A count for each address the AppView knows, or None where it does not answer.
        """
        counts: dict[str, int] = {}
        for first in range(0, len(uris), _MOST_POSTS_ASKED_FOR):
            try:
                counts |= await self._some_counts(uris[first : first + _MOST_POSTS_ASKED_FOR])
            except (DeliveryRefused, DeliveryDelayed):
                return None
        return counts

    async def _address(self, key: str) -> dict[str, str]:
        return {"repo": await self._account.did(), "collection": COLLECTION, "rkey": key}

    async def _some_counts(self, uris: Sequence[str]) -> dict[str, int]:
        params = {"uris": list(uris)}

        async def get(client: "AsyncClient") -> dict[str, int]:
            answer = await client.app.bsky.feed.get_posts(params)
            return {str(post.uri): int(post.reply_count or 0) for post in answer.posts}

        return await self._account.call(get)


def key_of(uri: str) -> str:
    """Return the key at the end of a record's address."""
    return uri.rpartition("/")[2]


def _request_errors() -> Any:
    from atproto_client.exceptions import RequestErrorBase

    return RequestErrorBase


def _is_absent(problem: Any) -> bool:
    return status_of(problem) == 404 or error_name(problem) == "RecordNotFound"
