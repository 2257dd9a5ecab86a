"""What it costs to find again whose a message was, at 100,000 messages a day."""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from practice.bench.measures import Result, resident_mb
from practice.bench.rig import STORE_KEY
from relay.conduct.hearing.message_index import KEPT_FOR, PERIOD, MessageIndex
from relay.conduct.hearing.watched_groups import WatchedGroup
from relay.language.same_text import folded
from relay.signal.notification import SaidInGroup
from relay.store import Store
from relay.time.clock import StillClock

A_DAY = 100_000
ROUND = timedelta(seconds=2)
"""How often what was noted is written."""
_AS_IT_IS = 2_000
"""Rounds with as many messages as come in one; the rest is written in fewer and larger ones."""
_FINDS = 200
_GROUPS = [WatchedGroup(number, "hackney", f"group.{number}") for number in range(1, 41)]
_WORDS = ("we", "meet", "at", "the", "hall", "on", "monday", "who", "brings", "tea", "and", "cake")
_BEGAN = datetime(2026, 11, 20, tzinfo=UTC)


async def conduct(folder: Path) -> Result:
    """Memory, bytes and time of the index with all that it keeps at most: two days of messages."""
    clock, random = StillClock(_BEGAN), Random(1)  # noqa: S311 -- a benchmark's texts
    path = folder / "relay.db"
    with Store(path, STORE_KEY) as store:
        index = MessageIndex(store, clock)
        said, bare = _said(random), resident_mb(os.getpid())
        # With the first one what seals is loaded, which others may need as well.
        _note(index, next(said))
        index.work()
        empty, before = path.stat().st_size, resident_mb(os.getpid())
        noted, written = _as_it_is(index, clock, said)
        _fill(index, clock, said)
        taken = resident_mb(os.getpid()) - before
        _shred(store, clock)
        kept = path.stat().st_size - empty
        finding = [_timed(lambda: _find(index, random)) for _ in range(_FINDS)]
        clock.move(PERIOD)
        destroying = _timed(index.work)
        shredding = _timed(lambda: _shred(store, clock))
    count = A_DAY * KEPT_FOR / timedelta(days=1)
    return Result(
        {
            "index_note_us": noted * 1e6,
            "index_cpu_us": (noted + written) * 1e6,
            "index_store_mb": kept / 2**20,
            "index_rss_mb": taken,
            "index_find_ms": statistics.quantiles(finding, n=20)[-1] * 1000,
            "index_shred_ms": (destroying + shredding) * 1000,
        },
        {
            "index_bytes_per_message": round(kept / count),
            "index_messages": int(count),
            "index_sealing_mb": round(before - bare, 1),
        },
    )


def _said(random: Random) -> Iterator[SaidInGroup]:
    """Messages of 3,000 people, most of them short."""
    people = [str(UUID(int=random.getrandbits(128))) for _ in range(3_000)]
    sent = int(_BEGAN.timestamp() * 1000)
    while True:
        sent += 1
        text = " ".join(random.choices(_WORDS, k=random.choice((3, 8, 8, 20, 60))))
        yield SaidInGroup(random.choice(people), "internal", f"{text} {sent}", sent)


def _note(index: MessageIndex, said: SaidInGroup) -> None:
    index.note(said, _GROUPS[said.timestamp % len(_GROUPS)], folded(said.text))


def _as_it_is(
    index: MessageIndex, clock: StillClock, said: Iterator[SaidInGroup]
) -> tuple[float, float]:
    """Processor seconds of a message in the webhook, and of its share of a round."""
    each = round(A_DAY * ROUND / timedelta(days=1))
    noted = written = 0.0
    for _ in range(_AS_IT_IS):
        messages = [next(said) for _ in range(each)]
        begin = time.process_time()
        for one in messages:
            _note(index, one)
        between = time.process_time()
        index.work()
        noted, written = noted + between - begin, written + time.process_time() - between
        clock.move(ROUND)
    return noted / (_AS_IT_IS * each), written / (_AS_IT_IS * each)


def _fill(index: MessageIndex, clock: StillClock, said: Iterator[SaidInGroup]) -> None:
    """Let the rest of two days go by."""
    step = timedelta(minutes=1)
    end = _BEGAN + KEPT_FOR - ROUND
    each = round(A_DAY * step / timedelta(days=1))
    while clock.now() + step < end:
        for _ in range(each):
            _note(index, next(said))
        index.work()
        clock.move(step)


def _find(index: MessageIndex, random: Random) -> None:
    words = " ".join(random.choices(_WORDS, k=8))
    index.find(f"Look:\n“{words} @Kim {random.random()}”\nthat hurt", range(1, 41))


def _shred(store: Store, clock: StillClock) -> None:
    with store.transaction():
        store.shredder.shred(clock.now())
    clock.move(timedelta(minutes=2))
    store.shredder.work(clock.now())


def _timed(what: Callable[[], object]) -> float:
    begin = time.perf_counter()
    what()
    return time.perf_counter() - begin
