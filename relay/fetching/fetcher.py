"""One document from a server of strangers: bounded in size, time and where it may be.

The guard decides which addresses may be connected to (`relay.fetching.guard`). Here: only https,
redirects only to the same server, nothing packed (what is small on its way may be huge), and no
more than was asked for.
"""

import asyncio
import ssl
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from http import HTTPStatus
from pathlib import Path

import aiohttp
from aiohttp.abc import AbstractCookieJar
from yarl import URL

from relay.fetching.guard import AddressPolicy, AddressRefused, guarded_connector
from relay.fetching.retry_after import retry_after
from relay.time.clock import Clock

TIMEOUT = timedelta(seconds=30)
"""For a whole answer, however slowly it drips."""

MOST_REDIRECTS = 3
LONGEST_ADDRESS = 2_000
_LONGEST_ETAG = 200
_CHUNK = 64 * 1024
_BUSY = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}
_GONE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}
_REDIRECTS = {
    HTTPStatus.MOVED_PERMANENTLY,
    HTTPStatus.FOUND,
    HTTPStatus.SEE_OTHER,
    HTTPStatus.TEMPORARY_REDIRECT,
    HTTPStatus.PERMANENT_REDIRECT,
}


class Failure(StrEnum):
    """Why there is no document."""

    ADDRESS = "address"
    """It is none that may be read from, or its name leads to one."""
    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    SLOW = "slow"
    BUSY = "busy"
    GONE = "gone"
    STATUS = "status"
    """It answers that something is wrong."""
    ELSEWHERE = "elsewhere"
    """It points to another server, or round and round."""
    KIND = "kind"
    """What it answers with is something else."""
    TOO_LARGE = "too-large"
    BROKEN_OFF = "broken-off"


class FetchFailed(Exception):
    """There is no document.

    Attributes:
        failure: why.
        retry_at: when the server wants to be asked again (aware); None where it did not say.
    """

    safe_to_log = True

    def __init__(self, failure: Failure, retry_at: datetime | None = None) -> None:
        super().__init__(failure.value)
        self.failure = failure
        self.retry_at = retry_at


@dataclass(frozen=True)
class Document:
    """What was fetched.

    Attributes:
        body: its bytes; None where it is as it was (`etag`).
        etag: by which the server knows this version; None for none.
    """

    body: bytes | None = field(repr=False)
    etag: str | None


class Fetcher:
    """Fetches documents.

    Args:
        policy: which addresses may be connected to.
        clock: the time.
        kinds: media types that are wanted.
        most_bytes: of a document.
        ca_file: certificates that vouch for servers besides those that this computer trusts.
        timeout: for a whole answer.
    """

    def __init__(
        self,
        policy: AddressPolicy,
        clock: Clock,
        *,
        kinds: Collection[str],
        most_bytes: int,
        ca_file: Path | None = None,
        timeout: timedelta = TIMEOUT,
    ) -> None:
        self._policy = policy
        self._clock = clock
        self._kinds = frozenset(kinds)
        self._most_bytes = most_bytes
        self._ca_file = ca_file
        self._timeout = aiohttp.ClientTimeout(total=timeout.total_seconds())

    async def fetch(self, address: str, etag: str | None = None) -> Document:
        """Fetch a document.

        Args:
            address: https.
            etag: of the version that is known; None for none.

        Raises:
            FetchFailed: there is none.
        """
        url = _safe(address)
        try:
            async with self._session() as session:
                return await self._follow(session, url, etag)
        except TimeoutError:
            raise FetchFailed(Failure.SLOW) from None
        except aiohttp.ClientConnectorCertificateError:
            raise FetchFailed(Failure.CERTIFICATE) from None
        except aiohttp.ClientPayloadError:
            raise FetchFailed(Failure.BROKEN_OFF) from None
        except aiohttp.ClientConnectorError as error:
            refused = isinstance(error.os_error, AddressRefused)
            raise FetchFailed(Failure.ADDRESS if refused else Failure.UNREACHABLE) from None
        except (aiohttp.ClientError, OSError, ValueError):
            raise FetchFailed(Failure.UNREACHABLE) from None

    def _session(self) -> aiohttp.ClientSession:
        jar: AbstractCookieJar = aiohttp.DummyCookieJar()
        return aiohttp.ClientSession(
            connector=guarded_connector(self._policy, self._vouching()),
            cookie_jar=jar,
            timeout=self._timeout,
            trust_env=False,
            auto_decompress=False,
            headers={"Accept-Encoding": "identity", "User-Agent": "branch-relay"},
        )

    def _vouching(self) -> ssl.SSLContext | None:
        if self._ca_file is None:
            return None
        context = ssl.create_default_context()
        context.load_verify_locations(cafile=self._ca_file)
        return context

    async def _follow(self, session: aiohttp.ClientSession, url: URL, etag: str | None) -> Document:
        headers = {"Accept": ", ".join(sorted(self._kinds))}
        if etag is not None:
            headers["If-None-Match"] = etag
        for _ in range(MOST_REDIRECTS + 1):
            async with session.get(url, headers=headers, allow_redirects=False) as answer:
                if answer.status not in _REDIRECTS:
                    return await self._read(answer, etag)
                url = _redirected(url, answer.headers.get("Location", ""))
        raise FetchFailed(Failure.ELSEWHERE)

    async def _read(self, answer: aiohttp.ClientResponse, etag: str | None) -> Document:
        if answer.status == HTTPStatus.NOT_MODIFIED and etag is not None:
            return Document(None, etag)
        if answer.status != HTTPStatus.OK:
            raise self._refusal(answer)
        if answer.content_type not in self._kinds or _is_packed(answer):
            raise FetchFailed(Failure.KIND)
        if answer.content_length is not None and answer.content_length > self._most_bytes:
            raise FetchFailed(Failure.TOO_LARGE)
        body = bytearray()
        async for chunk in answer.content.iter_chunked(_CHUNK):
            body += chunk
            if len(body) > self._most_bytes:
                raise FetchFailed(Failure.TOO_LARGE)
            # However much there is, it keeps nobody else waiting.
            await asyncio.sleep(0)
        return Document(bytes(body), _known_version(answer.headers.get("ETag")))

    def _refusal(self, answer: aiohttp.ClientResponse) -> FetchFailed:
        asked = retry_after(answer.headers.get("Retry-After"), self._clock.now())
        if answer.status in _BUSY:
            return FetchFailed(Failure.BUSY, asked)
        gone = answer.status in _GONE
        return FetchFailed(Failure.GONE if gone else Failure.STATUS, asked)


def is_same_server(one: str, other: str) -> bool:
    """Whether two addresses are of one server: scheme, host and port. Raises nothing."""
    try:
        return _server(URL(one)) == _server(URL(other))
    except ValueError:
        return False


def _server(url: URL) -> tuple[str, str | None, int | None]:
    return url.scheme, url.host, url.port


def _safe(address: str) -> URL:
    """Return an address that may be asked for at all."""
    try:
        url = URL(address)
        is_safe = url.scheme == "https" and bool(url.host) and url.port != 0
    except ValueError:
        is_safe = False
    if not is_safe or url.user or url.password or len(address) > LONGEST_ADDRESS:
        raise FetchFailed(Failure.ADDRESS)
    return url.with_fragment(None)


def _redirected(url: URL, location: str) -> URL:
    try:
        following = url.join(URL(location)).with_fragment(None)
        stays = _server(following) == _server(url) and not following.user
    except ValueError:
        stays = False
    if not location or len(location) > LONGEST_ADDRESS or not stays:
        raise FetchFailed(Failure.ELSEWHERE)
    return following


def _is_packed(answer: aiohttp.ClientResponse) -> bool:
    return answer.headers.get("Content-Encoding", "identity").strip().lower() != "identity"


def _known_version(etag: str | None) -> str | None:
    if etag is None or len(etag) > _LONGEST_ETAG or not etag.isascii() or not etag.isprintable():
        return None
    return etag
