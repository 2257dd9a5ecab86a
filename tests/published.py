"""A branch with public pages: what its admin types, and what is then read wherever people look."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from harness.running import RelayHarness, branch, from_bot
from icalendar import Calendar
from lxml import html

from practice.groups import Group


class PublishedBranch:
    """A branch whose admin types, whose groups read, and whose pages are served."""

    def __init__(
        self, stage: RelayHarness, board: Group, client: TestClient[web.Request, web.Application]
    ) -> None:
        self.stage, self.board, self._client = stage, board, client

    async def post(self, *typed: str) -> str:
        """Type something and say yes; return the preview."""
        for text in typed:
            await self.stage.ask(self.stage.alex, text)
        shown = from_bot(self.stage.alex)[-1]
        await self.stage.say(self.stage.alex, "yes")
        await self.stage.settle()
        return shown.text

    def in_group(self) -> str:
        """What the group read last."""
        return from_bot(self.stage.mo, self.board)[-1].text

    async def fetch(self, path: str) -> str:
        answer = await self._client.get(path)
        assert answer.status == 200
        return await answer.text()

    async def page(self, path: str = "/m/1") -> str:
        """What a page says."""
        return " ".join(html.fromstring((await self.fetch(path)).encode()).text_content().split())

    async def data(self) -> dict[str, Any]:
        """What the meeting's page says to programs."""
        page = html.fromstring((await self.fetch("/m/1")).encode())
        (block,) = page.xpath("//script[@type='application/ld+json']/text()")
        found: dict[str, Any] = json.loads(block)
        return found

    async def events(self, path: str = "/m/1.ics") -> list[Any]:
        """The entries of a calendar."""
        return list(Calendar.from_ical(await self.fetch(path)).walk("VEVENT"))


@asynccontextmanager
async def published(stage: RelayHarness) -> AsyncIterator[PublishedBranch]:
    """Run a relay with the branch Hackney, its group Board and public pages."""
    stage.more_settings = {"web": {"public_url": "https://pages.example.org"}}
    board = stage.group("Board")
    async with (
        stage.running(branch("hackney", stage.alex, groups=[board])),
        TestClient(TestServer(stage.relay.web_application())) as client,
    ):
        yield PublishedBranch(stage, board, client)
