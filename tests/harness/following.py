"""A branch that follows another one, whose feed stands on a real https server on this computer."""

import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from ipaddress import ip_network
from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer
from certificates import certificate

from harness.feeds import FeedMaker, PlainWords
from harness.running import RelayHarness, branch, from_bot
from practice.groups import Group
from practice.phones import Phone
from relay.following.tables import FollowedFeed
from relay.signed_feed.entry import Entry
from relay.time.clock import StillClock

PATH = "/b/camden/signed.json"
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class CamdenWords(PlainWords):
    """What stands in the feed beside its entries."""

    name: str = "Camden branch"
    title: str = "Camden branch"
    address: str = ""

    def page_url(self, number: int) -> str:
        return f"{self.address}/b/camden/signed/{number}.json"


@dataclass
class CamdenFeed(FeedMaker):
    """The feed of Camden, whose entries have the time of the test."""

    branch: str = "camden"
    clock: StillClock | None = None
    words: CamdenWords = field(default_factory=CamdenWords)

    def _entry(self, *args: Any, **more: Any) -> Entry:
        entry = super()._entry(*args, **more)
        now = entry.at if self.clock is None else self.clock.now()
        return replace(entry, at=now.replace(microsecond=0))


class CamdenServer:
    """Serves the feed, or what a test wants it to answer.

    Attributes:
        answer: what is answered instead of the feed; None for the feed.
        asked: the paths that were asked for.
    """

    def __init__(self, feed: CamdenFeed) -> None:
        self.feed = feed
        self.answer: Answer | None = None
        self.asked: list[str] = []
        self.port = 0

    @property
    def address(self) -> str:
        return f"https://localhost:{self.port}"

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request.path)
        if self.answer is not None:
            return await self.answer(request)
        page = request.path.rpartition("/")[2].removesuffix(".json")
        body = self.feed.older(int(page)) if page.isdecimal() else self.feed.newest()
        etag = f'"{sha256(body).hexdigest()}"'
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304)
        return web.Response(body=body, content_type="application/feed+json", headers={"ETag": etag})


class Following:
    """Hackney's admins Alex and Bea, a group with Mo in it, and Camden's feed."""

    def __init__(self, stage: RelayHarness, server: CamdenServer) -> None:
        self.stage = stage
        self.server = server
        self.feed = server.feed
        self.alex: Phone = stage.alex
        self.bea: Phone = stage.bea
        self.mo: Phone = stage.mo
        self.group: Group = stage.group("Hackney news", stage.mo)

    @property
    def link(self) -> str:
        return f"{self.server.address}/b/camden"

    @asynccontextmanager
    async def open(self, *admins: Phone, **more: Any) -> AsyncIterator["Following"]:
        """Let the relay run; Alex alone is admin unless others are given."""
        hackney = branch("hackney", *(admins or (self.alex,)), groups=[self.group], **more)
        async with self.stage.running(hackney):
            yield self

    async def pull(self, **by: float) -> None:
        """Let time pass, read what is due, and let everything happen that follows."""
        if by:
            self.stage.clock.move(timedelta(**by))
        await self.stage.relay.feeds.pull_due()
        await self.stage.settle()

    async def follow(self) -> None:
        """Follow Camden."""
        await self.stage.say(self.alex, f"follow {self.link}")
        await self.pull()
        await self.stage.say(self.alex, "yes")

    async def trust(self) -> None:
        """Follow Camden, and trust it."""
        await self.follow()
        await self.stage.say(self.alex, f"trust {self.number}")
        await self.stage.say(self.alex, "yes")

    async def say(self, text: str, phone: Phone | None = None) -> str:
        """Say something, as Alex; return all that the bot says to them."""
        return "\n---\n".join(await self.stage.say(phone or self.alex, text))

    def told(self, phone: Phone | None = None) -> list[str]:
        """What the bot has told somebody, Alex, in all."""
        return [one.text for one in from_bot(phone or self.alex)]

    def last(self, phone: Phone | None = None) -> str:
        """The last of it."""
        return self.told(phone)[-1]

    def shown(self) -> list[str]:
        """What Mo sees in the group now."""
        return [one.text for one in from_bot(self.mo, self.group) if not one.deleted]

    @property
    def row(self) -> FollowedFeed:
        """The feed as it is kept."""
        [found] = self.stage.relay.services.following.feeds.all()
        return found

    @property
    def number(self) -> int:
        return self.row.number


@asynccontextmanager
async def serving_camden(
    folder: Path, clock: StillClock | None = None
) -> AsyncIterator[tuple[CamdenServer, Path]]:
    """Put Camden's feed on a server; yield it, and the certificate that vouches for it."""
    files = certificate(folder, until=datetime.now(UTC) + timedelta(days=30))
    server = CamdenServer(CamdenFeed(clock=clock))
    application = web.Application()
    application.router.add_route("*", "/{path:.*}", server.handle)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*files)
    served = TestServer(application, host="localhost", scheme="https")
    await served.start_server(ssl=context)
    assert served.port is not None
    server.port = served.port
    server.feed.words.address = server.address
    try:
        yield server, files[0]
    finally:
        await served.close()


@asynccontextmanager
async def following_on(stage: RelayHarness, folder: Path) -> AsyncIterator[Following]:
    """Put Camden's feed on a server, and let the relay on stage read from this computer."""
    async with serving_camden(folder, stage.clock) as (server, ca_file):
        stage.more_settings["following"] = {
            "private_networks": (ip_network("127.0.0.0/8"), ip_network("::1/128")),
            "ca_file": ca_file,
        }
        yield Following(stage, server)
