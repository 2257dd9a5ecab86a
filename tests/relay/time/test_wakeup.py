"""The bell: never forgotten, never missed."""

import asyncio
from datetime import UTC, datetime, timedelta

from relay.time.clock import StillClock
from relay.time.wakeup import Wakeup

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)


async def test_ringing_before_anybody_waits_is_not_forgotten() -> None:
    wakeup = Wakeup(StillClock(NOW))
    wakeup.ring()
    assert await wakeup.wait(NOW - timedelta(hours=1))


async def test_it_rings_once_for_each_wait() -> None:
    wakeup = Wakeup(StillClock(NOW))
    wakeup.ring()
    wakeup.ring()
    assert await wakeup.wait(None)
    assert not await wakeup.wait(NOW)


async def test_it_wakes_whoever_waits() -> None:
    wakeup = Wakeup(StillClock(NOW))
    waiting = asyncio.create_task(wakeup.wait(None))
    await asyncio.sleep(0)
    wakeup.ring()
    assert await asyncio.wait_for(waiting, 5)


async def test_a_moment_that_has_come_ends_the_wait() -> None:
    wakeup = Wakeup(StillClock(NOW))
    assert not await wakeup.wait(NOW)
    assert not await wakeup.wait(NOW - timedelta(days=1))
    assert not await wakeup.wait(NOW + timedelta(milliseconds=5))


async def test_a_wait_that_is_cancelled_can_be_begun_again() -> None:
    wakeup = Wakeup(StillClock(NOW))
    waiting = asyncio.create_task(wakeup.wait(None))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait({waiting})
    wakeup.ring()
    assert await wakeup.wait(None)
