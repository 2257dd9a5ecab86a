"""The bell: never forgotten, never missed."""

import asyncio
from datetime import UTC, datetime, timedelta

from relay.bell import Bell
from relay.clock import StillClock

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)


async def test_ringing_before_anybody_waits_is_not_forgotten() -> None:
    bell = Bell(StillClock(NOW))
    bell.ring()
    assert await bell.wait(NOW - timedelta(hours=1))


async def test_it_rings_once_for_each_wait() -> None:
    bell = Bell(StillClock(NOW))
    bell.ring()
    bell.ring()
    assert await bell.wait(None)
    assert not await bell.wait(NOW)


async def test_it_wakes_whoever_waits() -> None:
    bell = Bell(StillClock(NOW))
    waiting = asyncio.create_task(bell.wait(None))
    await asyncio.sleep(0)
    bell.ring()
    assert await asyncio.wait_for(waiting, 5)


async def test_a_moment_that_has_come_ends_the_wait() -> None:
    bell = Bell(StillClock(NOW))
    assert not await bell.wait(NOW)
    assert not await bell.wait(NOW - timedelta(days=1))
    assert not await bell.wait(NOW + timedelta(milliseconds=5))


async def test_a_wait_that_is_cancelled_can_be_begun_again() -> None:
    bell = Bell(StillClock(NOW))
    waiting = asyncio.create_task(bell.wait(None))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait({waiting})
    bell.ring()
    assert await bell.wait(None)
