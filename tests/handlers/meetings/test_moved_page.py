"""From an admin's word that a meeting moves to what the public pages then say of it."""

import json
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from harness.running import RelayHarness, branch
from lxml import html

PAGES = "https://pages.example.org"
WAS = "Was planned for Thursday 26 November at 7 pm"


class Reader:
    """An admin who changes a meeting, and somebody who reads its page."""

    def __init__(
        self, stage: RelayHarness, client: TestClient[web.Request, web.Application]
    ) -> None:
        self._stage = stage
        self._client = client

    async def change(self, command: str) -> None:
        """Have it changed."""
        await self._stage.ask(self._stage.alex, command)
        await self._stage.say(self._stage.alex, "yes")

    async def page(self, path: str = "/m/1") -> str:
        """Return the source of a page."""
        answer = await self._client.get(path)
        assert answer.status == 200
        return await answer.text()

    async def read(self, path: str = "/m/1") -> str:
        """Return what a page says."""
        page = html.fromstring((await self.page(path)).encode())
        return " ".join(page.text_content().split())

    async def data(self) -> dict[str, str]:
        """Return what the meeting's page says to programs."""
        page = html.fromstring((await self.page()).encode())
        (block,) = page.xpath("//script[@type='application/ld+json']/text()")
        found: dict[str, str] = json.loads(block)
        return found


@pytest.fixture
async def reader(on_stage: RelayHarness) -> AsyncIterator[Reader]:
    """A meeting on Thursday that is posted."""
    on_stage.more_settings = {"web": {"public_url": PAGES}}
    board = on_stage.group("Board")
    async with (
        on_stage.running(branch("hackney", on_stage.alex, groups=[board])),
        TestClient(TestServer(on_stage.relay.web_application())) as client,
    ):
        reader = Reader(on_stage, client)
        await reader.change(
            "meeting Title: Branch meeting\nWhen: Thursday 7pm\nWhere: Town Hall\n"
            "Agenda: Rents\nPapers: none\nAccess: step-free"
        )
        assert WAS not in await reader.read()
        yield reader


async def test_a_moved_meeting_says_so_on_its_page_and_in_the_list(reader: Reader) -> None:
    await reader.change("move 1 to Friday 7pm")
    text = await reader.read()
    assert "This date was moved. It was planned for Thursday 26 November at 7 pm." in text
    assert f"When Friday 27 November at 7 pm {WAS}" in text
    page = await reader.page()
    assert "<title>Moved: Branch meeting, Hackney branch</title>" in page
    assert 'content="Moved to Friday 27 November at 7 pm. It was planned for Thursday' in page
    assert f"Moved Branch meeting Friday 27 November at 7 pm {WAS}" in await reader.read(
        "/b/hackney"
    )
    assert "Moved" in await reader.page("/b/hackney/feed.atom")


async def test_programs_read_that_it_is_rescheduled_and_from_when(reader: Reader) -> None:
    await reader.change("move 1 to Friday 7pm")
    data = await reader.data()
    # https://schema.org/EventRescheduled
    assert data["eventStatus"] == "https://schema.org/EventRescheduled"
    assert data["previousStartDate"] == "2026-11-26T19:00:00+00:00"
    assert data["startDate"] == "2026-11-27T19:00:00+00:00"


async def test_it_remembers_what_was_said_first_through_every_other_change(reader: Reader) -> None:
    for command in ("move 1 to Friday 7pm", "move 1 to Saturday 2pm", "where 1 Library"):
        await reader.change(command)
    data = await reader.data()
    assert data["previousStartDate"] == "2026-11-26T19:00:00+00:00"
    assert data["startDate"] == "2026-11-28T14:00:00+00:00"


async def test_back_at_its_first_time_it_is_not_moved(reader: Reader) -> None:
    for command in ("move 1 to Friday 7pm", "move 1 to Thursday 7pm"):
        await reader.change(command)
    assert WAS not in await reader.read()
    assert (await reader.data())["eventStatus"] == "https://schema.org/EventScheduled"


async def test_a_meeting_that_becomes_a_series_has_no_single_date_that_moved(
    reader: Reader,
) -> None:
    for command in ("move 1 to Friday 7pm", "move 1 to every Saturday at 2pm"):
        await reader.change(command)
    assert "previousStartDate" not in await reader.data()
    assert "Was planned" not in await reader.read()
