"""The measures. Each gives its values with how far they spread."""

import asyncio
import statistics
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from practice.bench.rig import (
    REAL_CALL_SECONDS,
    STORE_KEY,
    Rig,
    bare_rig,
    calm,
    free_port,
    loop_of_calls,
    module,
    relay_rig,
)
from practice.phones import Phone
from practice.readers import line_of
from practice.server import PracticeSignal
from relay.store.database import open_database

BURST = 500
GROUPS = 500
_QUIET_SECONDS = 5.0
_WARM_UP = 5
_QUESTION, _AGREED, _LATER = "help", "yes", "announce tomorrow 9am: Tea"


@dataclass(frozen=True)
class Result:
    """Measured values by name, and what explains them."""

    values: dict[str, float]
    details: dict[str, object] = field(default_factory=dict)


async def burst(folder: Path) -> Result:
    """How many of many direct messages sent at once are never answered."""
    async with relay_rig(folder, people=BURST, latency=REAL_CALL_SECONDS) as rig:
        await rig.relay.start()
        ours = await _answered(rig.signal, rig.people)
    async with bare_rig(people=BURST, latency=REAL_CALL_SECONDS) as (signal, people):
        bare = await _answered(signal, people)
    return Result(
        {"burst_lost": BURST - ours[0], "bare_burst_lost": BURST - bare[0]},
        {"answered_twice": ours[1], "bare_answered_twice": bare[1]},
    )


async def _answered(signal: PracticeSignal, people: Sequence[Phone]) -> tuple[int, int]:
    """How many were answered, and how many more than once."""
    for index, phone in enumerate(people):
        phone.say(f"help {index}")
    seen, quiet_since = 0, time.monotonic()
    while time.monotonic() - quiet_since < _QUIET_SECONDS:
        await asyncio.sleep(0.1)
        now = signal.world.events.last
        if now != seen:
            seen, quiet_since = now, time.monotonic()
    counts = [len(phone.messages()) - 1 for phone in people]
    return sum(count > 0 for count in counts), sum(count > 1 for count in counts)


async def ingest(folder: Path, *, rounds: int = 6, calls: int = 250) -> Result:
    """The rate at which envelopes are made durable, beside a webhook that does nothing.

    As signal-cli-rest-api does: one call after the other on one connection. What is possible
    (`ingest_of_limit`) is a call that does nothing, and then a commit of the same bytes to a store
    like the relay's.
    """
    port = free_port()
    async with (
        relay_rig(folder, people=calls) as rig,
        module("idle_webhook", str(port)),
        aiohttp.ClientSession() as session,
    ):
        await rig.relay.start()
        idle = f"http://127.0.0.1:{port}/signal/receive"
        await _until_answers(session, f"http://127.0.0.1:{port}/healthz")
        ours, bare, commits = [], [], []
        for index in range(rounds + 1):
            lines = _envelopes(rig)
            rates = [await _rate(session, rig.webhook, lines), await _rate(session, idle, lines)]
            commit = await asyncio.to_thread(_commit_rate, folder / f"plain-{index}.db", lines)
            if index:
                ours.append(rates[0])
                bare.append(rates[1])
                commits.append(commit)
            # What was taken is handled before the next round.
            await calm(rig)
    return Result(
        {
            "ingest_ratio": statistics.median(ours) / statistics.median(bare),
            "ingest_of_limit": statistics.median(ours)
            * (1 / statistics.median(bare) + 1 / statistics.median(commits)),
        },
        {
            "envelopes_per_second": _spread(ours),
            "idle_webhook_per_second": _spread(bare),
            "commits_per_second": _spread(commits),
        },
    )


def _envelopes(rig: Rig) -> list[bytes]:
    """What the webhook would be called with for one message of everybody; it is not called."""
    world, lines = rig.signal.world, list[bytes]()
    deliver, world.deliver = world.deliver, lambda told: lines.append(line_of(told).encode())
    for phone in rig.people:
        phone.say(_QUESTION)
    world.deliver = deliver
    return lines


async def _rate(session: aiohttp.ClientSession, url: str, lines: Sequence[bytes]) -> float:
    begin = time.perf_counter()
    for line in lines:
        async with session.post(url, data=line) as response:
            response.raise_for_status()
    return len(lines) / (time.perf_counter() - begin)


def _commit_rate(path: Path, lines: Sequence[bytes]) -> float:
    """The rate of the plainest commits: one row each, in a store with the relay's settings."""
    database, lock = open_database(path, STORE_KEY)
    with lock:
        database.execute("CREATE TABLE plain (body BLOB NOT NULL)")
        begin = time.perf_counter()
        for line in lines:
            database.execute("BEGIN IMMEDIATE")
            database.execute("INSERT INTO plain VALUES (?)", [line])
            database.execute("COMMIT")
        took = time.perf_counter() - begin
        database.close()
    return len(lines) / took


async def reply(folder: Path, *, rounds: int = 60) -> Result:
    """The time from a message to its answer, beside a plain signalbot."""
    async with (
        relay_rig(folder, latency=REAL_CALL_SECONDS) as rig,
        bare_rig(people=1, latency=REAL_CALL_SECONDS) as (_, people),
    ):
        await rig.relay.start()
        ours, bare = await _in_turns([rig.people[0], people[0]], rounds)
    return Result(
        {"reply_ratio": statistics.median(ours) / statistics.median(bare)},
        {"reply_ms": _milliseconds(ours), "bare_reply_ms": _milliseconds(bare)},
    )


async def growth(folder: Path, *, rounds: int = 60) -> Result:
    """The time of a reply with ever more branches configured."""
    sizes = (1, 100, 1000)
    async with (
        relay_rig(folder / "1", branches=1) as small,
        relay_rig(folder / "100", branches=100) as middle,
        relay_rig(folder / "1000", branches=1000) as large,
    ):
        yards = (small, middle, large)
        for rig in yards:
            await rig.relay.start()
        times = await _in_turns([rig.admins[-1] for rig in yards], rounds)
        memory = [resident_mb(rig.relay.pid) for rig in yards]
    medians = [statistics.median(each) for each in times]
    return Result(
        {"cost_growth": medians[-1] / medians[0]},
        {
            "reply_ms_by_branches": {
                str(size): _milliseconds(each) for size, each in zip(sizes, times, strict=True)
            },
            "rss_mb_by_branches": dict(zip(map(str, sizes), memory, strict=True)),
        },
    )


async def _in_turns(phones: Sequence[Phone], rounds: int) -> list[list[float]]:
    times: list[list[float]] = [[] for _ in phones]
    for index in range(rounds + _WARM_UP):
        for phone, kept in zip(phones, times, strict=True):
            took = await reply_seconds(phone, _QUESTION)
            if index >= _WARM_UP:
                kept.append(took)
    return times


async def reply_seconds(phone: Phone, question: str) -> float:
    """Return how long somebody waits for an answer."""
    begin = time.perf_counter()
    phone.say(question)
    await phone.next(within=30)
    return time.perf_counter() - begin


async def fanout(folder: Path, *, rounds: int = 2) -> Result:
    """The time of one announcement to many groups, beside a loop of calls."""
    ours, bare = [], []
    async with (
        relay_rig(folder / "ours", groups=GROUPS - 1, latency=REAL_CALL_SECONDS) as rig,
        relay_rig(folder / "bare", groups=GROUPS - 1, latency=REAL_CALL_SECONDS) as other,
    ):
        await rig.relay.start()
        admin = rig.admins[0]
        for index in range(rounds):
            admin.say(f"announce Round {index}")
            await admin.next(within=30)
            begin = time.perf_counter()
            admin.say(_AGREED)
            text = f"Round {index}"
            chats = {chat.id for chat in rig.signal.world.chats.values() if chat.group}
            await until_said(rig.signal, text, chats, after=rig.signal.world.events.last)
            ours.append(time.perf_counter() - begin)
            bare.append(await loop_of_calls(other, text))
            await calm(rig)
            admin.skip()
    return Result(
        {"fanout_ratio": statistics.median(bare) / statistics.median(ours)},
        {"fanout_s": _spread(ours), "bare_fanout_s": _spread(bare)},
    )


async def until_said(
    signal: PracticeSignal, text: str, chats: Iterable[str], *, after: int
) -> None:
    """Wait until a text stands in each of some chats.

    Args:
        signal: whose chats.
        text: all of a message.
        chats: their ids.
        after: the number of the event from which on messages count.
    """
    left = set(chats)
    while left:
        event = await signal.world.events.next(
            lambda event: event.kind == "message" and event.chat.id in left,
            after=after,
            within=60,
        )
        after = event.number
        if event.message is not None and event.message.text == text:
            left.discard(event.chat.id)


async def idle(folder: Path, *, seconds: float = 10.0) -> Result:
    """The memory of a relay with one branch and a Bluesky account that has nothing to do."""
    async with relay_rig(folder, bluesky=True) as rig:
        await rig.relay.start()
        await asyncio.sleep(seconds)
        resting = resident_mb(rig.relay.pid)
        rig.admins[0].say(_LATER)
        await rig.admins[0].next(within=30)
        used = resident_mb(rig.relay.pid)
    return Result({"idle_rss_mb": resting}, {"rss_mb_after_a_scheduled_draft": used})


def resident_mb(pid: int | None) -> float:
    """Return the memory of a process, in megabytes."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return round(int(line.split()[1]) / 1024, 1)
    raise LookupError(pid)


async def _until_answers(session: aiohttp.ClientSession, url: str) -> None:
    async with asyncio.timeout(60):
        while True:
            try:
                async with session.get(url):
                    return
            except aiohttp.ClientError:
                await asyncio.sleep(0.005)


def _spread(values: Sequence[float]) -> dict[str, float]:
    return {
        "median": round(statistics.median(values), 3),
        "least": round(min(values), 3),
        "most": round(max(values), 3),
    }


def _milliseconds(seconds: Sequence[float]) -> dict[str, float]:
    return _spread([value * 1000 for value in seconds])
