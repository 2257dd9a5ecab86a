"""One announcement to many people one by one, and what somebody waits who asks meanwhile."""

import asyncio
import statistics
import time
from datetime import UTC, datetime
from pathlib import Path

from practice.bench.measures import Result, reply_seconds, until_said
from practice.bench.rig import REAL_CALL_SECONDS, STORE_KEY, calm, relay_rig
from practice.phones import Phone
from relay.store import Store
from relay.subscriptions.tables import Scope, Subscribers

READERS = 500
_ASKS = 40
_TEXT = "Tea at four"


async def subscribers(folder: Path) -> Result:
    """How long 500 people take, and how much longer an answer takes meanwhile.

    They are entered beforehand: the relay itself gives so many new accounts no place at once.
    """
    async with relay_rig(folder, people=READERS + 1, latency=REAL_CALL_SECONDS) as rig:
        asking, *readers = rig.people
        await asyncio.to_thread(_enter, folder, readers)
        await rig.relay.start()
        admin = rig.admins[0]
        calmly = await _answers(asking)
        admin.say(f"announce {_TEXT}")
        await admin.next(within=30)
        after, begin = rig.signal.world.events.last, time.perf_counter()
        admin.say("yes")
        chats = {reader.chat().id for reader in readers}
        arriving = asyncio.create_task(until_said(rig.signal, _TEXT, chats, after=after))
        meanwhile = await _answers(asking)
        was_over = arriving.done()
        await arriving
        took = time.perf_counter() - begin
        await calm(rig)
    ratio = statistics.median(meanwhile) / statistics.median(calmly)
    return Result(
        {"subscribers_500_s": took, "urgent_wait_ratio": ratio},
        {
            "subscribers_urgent_ms": round(statistics.median(meanwhile) * 1000, 1),
            "subscribers_urgent_most_ms": round(max(meanwhile) * 1000, 1),
            "subscribers_over_before_the_asking": was_over,
        },
    )


def _enter(folder: Path, readers: list[Phone]) -> None:
    with Store(folder / "relay.db", STORE_KEY) as store, store.transaction():
        for reader in readers:
            store[Subscribers].add(
                "branch-0",
                reader.aci,
                Scope.ALL,
                is_waiting=False,
                is_known=False,
                now=datetime.now(UTC),
            )


async def _answers(phone: Phone) -> list[float]:
    return [await reply_seconds(phone, "next") for _ in range(_ASKS)]
