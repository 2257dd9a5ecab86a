"""What the public pages cost: one that stands, and one that has to be drawn after a change."""

import statistics
import time
from datetime import timedelta
from pathlib import Path

import aiohttp
from aiohttp import web

from practice.bench.measures import Result
from practice.bench.programme import BRANCH, START, meeting_number
from practice.bench.rig import STORE_KEY
from relay.language.words import Words
from relay.meetings.meeting import Meeting
from relay.meetings.tables import Meetings
from relay.store import Store
from relay.time.clock import StillClock
from relay.web.pages import PublicBranch, add_pages
from relay.web.pages.stored import Kept, StoredCatalogue

MEETINGS = 200
_ROUNDS = 100


async def pages(folder: Path) -> Result:
    """A branch's page of `MEETINGS`, asked for over HTTP; in milliseconds.

    Everything happens in one loop, as in a relay, so this is also how long nothing else goes on.
    """
    clock = StillClock(START)
    with Store(folder / "relay.db", STORE_KEY) as store:
        with store.transaction():
            meetings = [_add(store, index) for index in range(MEETINGS)]
        application = web.Application()
        branches = [PublicBranch(BRANCH, "Hackney branch")]
        catalogue = StoredCatalogue(Kept.of(store), branches, clock)
        add_pages(application, catalogue, Words(), clock, public_url="https://branch.example.org")
        runner = web.AppRunner(application, access_log=None)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            address = f"http://127.0.0.1:{runner.addresses[0][1]}/b/{BRANCH}"
            async with aiohttp.ClientSession() as session:
                await _milliseconds(session, address)
                standing = [await _milliseconds(session, address) for _ in range(_ROUNDS)]
                drawn = []
                for meeting in meetings[: _ROUNDS // 5]:
                    with store.transaction():
                        store[Meetings].save(meeting)
                    drawn.append(await _milliseconds(session, address))
        finally:
            await runner.cleanup()
    return Result(
        {"page_ms": statistics.median(standing), "page_drawn_ms": statistics.median(drawn)}
    )


def _add(store: Store, index: int) -> Meeting:
    start = START + timedelta(days=index % 60, hours=1 + index % 5)
    number = store.announcements.draft(branch=BRANCH, text="", author="nobody", now=START)
    meeting = meeting_number(number, index, start)
    store[Meetings].add(meeting)
    return meeting


async def _milliseconds(session: aiohttp.ClientSession, address: str) -> float:
    begin = time.perf_counter()
    async with session.get(address) as answer:
        answer.raise_for_status()
        await answer.read()
    return (time.perf_counter() - begin) * 1000
