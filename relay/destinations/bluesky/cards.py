"""Link cards: title, description and picture of the page a post links to."""

import asyncio
from dataclasses import dataclass, field
from html.parser import HTMLParser

import aiohttp
import structlog
from yarl import URL

from relay import __version__
from relay.destinations.bluesky.guard import AddressPolicy, PublicAddresses, guarded_session
from relay.destinations.bluesky.pictures import fitted_picture
from relay.media import CleanPicture, MediaError

_MAX_PAGE = 512 * 1024
_MAX_PICTURE = 5 * 1024 * 1024
_MAX_REDIRECTS = 5
_MAX_TITLE = 300
_MAX_DESCRIPTION = 1_000
_PAGES = ("text/html", "application/xhtml+xml")
_HEADERS = {"User-Agent": f"branch-relay/{__version__} (link card)", "Accept": "text/html, image/*"}

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Card:
    """What a page says about itself."""

    address: str
    title: str
    description: str
    picture: CleanPicture | None = field(default=None, repr=False)


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
                return await _card(session, address)
        except Exception as problem:  # noqa: BLE001 - no page, however strange, may stop a post
            log.info("bluesky.card.left_out", problem=type(problem).__name__)
            return None

    def _session(self) -> aiohttp.ClientSession:
        return guarded_session(self._policy, aiohttp.ClientTimeout(total=self._seconds))


async def _card(session: aiohttp.ClientSession, address: str) -> Card | None:
    async with _get(session, URL(address)) as response:
        response.raise_for_status()
        if response.content_type not in _PAGES:
            return None
        body = await _read(response, _MAX_PAGE)
        head = _read_head(body, response.charset)
        base = response.url
    if not head.title:
        return None
    picture = await _picture(session, base.join(URL(head.picture))) if head.picture else None
    return Card(address, head.title[:_MAX_TITLE], head.description[:_MAX_DESCRIPTION], picture)


async def _picture(session: aiohttp.ClientSession, address: URL) -> CleanPicture | None:
    try:
        async with _get(session, address) as response:
            response.raise_for_status()
            data = await _read(response, _MAX_PICTURE + 1)
            if len(data) > _MAX_PICTURE:
                return None
        return await asyncio.to_thread(fitted_picture, data, response.content_type)
    except (aiohttp.ClientError, OSError, ValueError, MediaError) as problem:
        log.info("bluesky.card.picture_left_out", problem=type(problem).__name__)
        return None


def _get(session: aiohttp.ClientSession, address: URL) -> "aiohttp.client._RequestContextManager":
    if address.scheme not in {"http", "https"}:
        raise ValueError("not a web address")
    return session.get(address, max_redirects=_MAX_REDIRECTS, headers=_HEADERS)


async def _read(response: aiohttp.ClientResponse, most: int) -> bytes:
    data = bytearray()
    async for chunk in response.content.iter_chunked(64 * 1024):
        data += chunk
        if len(data) >= most:
            break
    return bytes(data[:most])


@dataclass
class _Head:
    title: str = ""
    description: str = ""
    picture: str = ""


def _read_head(body: bytes, charset: str | None) -> _Head:
    parser = _HeadParser()
    for encoding in (charset, _declared_charset(body), "utf-8"):
        if encoding:
            try:
                parser.feed(body.decode(encoding, "replace"))
            except LookupError:
                continue
            break
    return parser.head()


def _declared_charset(body: bytes) -> str | None:
    parser = _HeadParser()
    parser.feed(body[:1024].decode("ascii", "replace"))
    return parser.charset


class _HeadParser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.charset: str | None = None
        self._said: dict[str, str] = {}
        self._title: list[str] = []
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_title = tag == "title"
        if tag == "meta":
            values = {name: value or "" for name, value in attrs}
            self.charset = self.charset or values.get("charset")
            key = (values.get("property") or values.get("name") or "").lower()
            self._said.setdefault(key, values.get("content", ""))

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self._title.append(data)

    def head(self) -> _Head:
        return _Head(
            title=self._first("og:title", "twitter:title") or _one_line("".join(self._title)),
            description=self._first("og:description", "twitter:description", "description"),
            picture=self._first("og:image", "og:image:url", "twitter:image"),
        )

    def _first(self, *keys: str) -> str:
        return next((text for key in keys if (text := _one_line(self._said.get(key, "")))), "")


def _one_line(text: str) -> str:
    return " ".join(text.split())
