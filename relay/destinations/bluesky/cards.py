"""Link cards: title, description and picture of the page a post links to."""

import asyncio
import contextlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import import_module

import aiohttp
import structlog
from yarl import URL

from relay import __version__
from relay.destinations.bluesky.pages import Head, HeadReader
from relay.destinations.bluesky.pictures import fitted_picture
from relay.fetching.guard import AddressPolicy, PublicAddresses, guarded_session
from relay.media import CleanFile, MediaError

_MAX_PAGE = 2 * 1024 * 1024
"""Bytes of a page, unpacked; Signal-Desktop and Mastodon read 1 MB, but pages grow."""
_MAX_PICTURE = 5 * 1024 * 1024
_MAX_REDIRECTS = 20
"""As browsers follow (WHATWG Fetch, HTTP-redirect fetch)."""
_CHUNK = 64 * 1024
_MAX_TITLE = 300
_MAX_DESCRIPTION = 1_000
_PAGES = ("text/html", "application/xhtml+xml")
_NO_TYPE = ("", "unknown/unknown", "application/unknown", "*/*")
_BEGINS_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?[\t\n\x0c\r ]*<(?:!doctype html|html|head|script|iframe|h1|div|font|table|a"
    rb"|style|title|b|body|br|p|!--)[ >\-]",
    re.IGNORECASE,
)
_HEADERS = {"User-Agent": f"branch-relay/{__version__} (link card)", "Accept": "text/html, image/*"}

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Card:
    """What a page says about itself."""

    address: str
    title: str
    description: str
    picture: CleanFile | None = field(default=None, repr=False)


class CardReader:
    """Fetches link cards from pages nobody vouches for.

    Args:
        policy: where it may connect to.
        seconds: how long one card may take in all.
    """

    def __init__(self, policy: AddressPolicy | None = None, seconds: float = 10) -> None:
        self._policy = policy or PublicAddresses()
        self._seconds = seconds

    async def read(self, address: str) -> Card | None:
        """Return the card of a page, or None if it cannot be had; never raises for the page's sake.

        Args:
            address: http or https, as the text links to it.
        """
        try:
            async with asyncio.timeout(self._seconds), self._session() as session:
                return await _card(session, address, self._seconds / 2)
        except Exception as problem:  # noqa: BLE001 - no page, however strange, may stop a post
            log.info("bluesky.card.left_out", problem=type(problem).__name__)
            return None

    def _session(self) -> aiohttp.ClientSession:
        return guarded_session(self._policy, aiohttp.ClientTimeout(total=self._seconds))


async def _card(session: aiohttp.ClientSession, address: str, seconds: float) -> Card | None:
    found = await _head(session, URL(address), seconds)
    if found.refresh and not found.description and not found.pictures:
        # Such a page only sends its reader on, and says nothing of where to.
        found = await _head(session, URL(found.refresh), seconds)
    if not found.title:
        return None
    title, description = found.title[:_MAX_TITLE], found.description[:_MAX_DESCRIPTION]
    return Card(address, title, description, await _first_picture(session, found.pictures))


async def _head(session: aiohttp.ClientSession, address: URL, seconds: float) -> Head:
    """Read the head of a page."""
    async with _get(session, address) as response:
        response.raise_for_status()
        chunks = response.content.iter_chunked(_CHUNK)
        beginning = await anext(chunks, b"")
        if not _is_page(response.headers.get("Content-Type", ""), beginning):
            return Head()
        await asyncio.to_thread(import_module, "lxml.etree")
        reader = HeadReader(str(response.url), response.charset)
        over, length = reader.feed(beginning), len(beginning)
        # What came until then counts, where a page stops in the middle or never ends.
        with contextlib.suppress(TimeoutError, aiohttp.ClientPayloadError):
            async with asyncio.timeout(seconds):
                while not over and length < _MAX_PAGE:
                    data = await anext(chunks, b"")
                    if not data:
                        break
                    over, length = reader.feed(data), length + len(data)
        return reader.close()


def _is_page(content_type: str, beginning: bytes) -> bool:
    """Whether it is a web page: by its type, or where there is none by how it begins.

    WHATWG MIME Sniffing, 7 and 7.1: a type that says something is believed.
    """
    said = content_type.partition(";")[0].strip().lower()
    if said not in _NO_TYPE:
        return said in _PAGES
    return _BEGINS_PAGE.match(beginning) is not None


async def _first_picture(
    session: aiohttp.ClientSession, addresses: Sequence[str]
) -> CleanFile | None:
    for address in addresses:
        if picture := await _picture(session, address):
            return picture
    return None


async def _picture(session: aiohttp.ClientSession, address: str) -> CleanFile | None:
    try:
        async with _get(session, URL(address)) as response:
            response.raise_for_status()
            data = await _read(response, _MAX_PICTURE + 1)
            if len(data) > _MAX_PICTURE:
                return None
        return await fitted_picture(data)
    except (aiohttp.ClientError, OSError, ValueError, MediaError) as problem:
        log.info("bluesky.card.picture_left_out", problem=type(problem).__name__)
        return None


def _get(session: aiohttp.ClientSession, address: URL) -> "aiohttp.client._RequestContextManager":
    if address.scheme not in {"http", "https"}:
        raise ValueError("not a web address")
    return session.get(address, max_redirects=_MAX_REDIRECTS, headers=_HEADERS)


async def _read(response: aiohttp.ClientResponse, most: int) -> bytes:
    data = bytearray()
    async for chunk in response.content.iter_chunked(_CHUNK):
        data += chunk
        if len(data) >= most:
            break
    return bytes(data[:most])
