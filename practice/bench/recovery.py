"""How long a relay takes to come back with much behind it and much before it."""

import asyncio
import shutil
import statistics
import time
from datetime import UTC, datetime
from pathlib import Path

import aiohttp

from practice.bench.measures import Result
from practice.bench.rig import STORE_KEY, Rig, relay_rig
from relay.signal.outgoing import SIGNAL_LANE, Message
from relay.signal.priority import Priority
from relay.store.database import open_database

HISTORY = 100_000
PENDING = 1_000


async def recovery(folder: Path, *, rounds: int = 3) -> Result:
    """From the start of the process until the first pending message is on a phone."""
    listening, sending = [], []
    async with relay_rig(folder, people=PENDING) as rig:
        store = folder / "relay.db"
        _fill(store, [phone.aci for phone in rig.people])
        kept = folder / "kept.db"
        shutil.copy(store, kept)
        for _ in range(rounds):
            _put_back(kept, store)
            listen, first = await _start(rig)
            listening.append(listen)
            sending.append(first)
            await rig.relay.kill()
    return Result(
        {"recovery_s": round(max(statistics.median(sending), statistics.median(listening)), 3)},
        {
            "until_the_webhook_listens_s": [round(value, 3) for value in listening],
            "until_the_first_message_arrives_s": [round(value, 3) for value in sending],
        },
    )


async def _start(rig: Rig) -> tuple[float, float]:
    events = rig.signal.world.events
    after = events.last
    begin = time.perf_counter()
    first = asyncio.create_task(
        events.next(lambda event: event.kind == "message", after=after, within=60)
    )
    await rig.relay.launch()
    address = rig.webhook.rpartition("@")[2].partition("/")[0]
    async with aiohttp.ClientSession() as session:
        while True:
            try:
                async with session.get(f"http://{address}/healthz/live"):
                    break
            except aiohttp.ClientError:
                await asyncio.sleep(0.005)
    listens = time.perf_counter() - begin
    await first
    return listens, time.perf_counter() - begin


def _put_back(kept: Path, store: Path) -> None:
    for leftover in store.parent.glob(f"{store.name}*"):
        leftover.unlink()
    shutil.copy(kept, store)


def _fill(path: Path, targets: list[str]) -> None:
    database, lock = open_database(path, STORE_KEY)
    now = int(datetime.now(UTC).timestamp() * 1000)
    message = Message(text="A message that waits")
    with lock, database.conn:
        database.conn.executemany(
            "INSERT INTO outbox (lane, target, action, priority, state, attempts, created_at,"
            " finished_at, result) VALUES (?, ?, ?, ?, 'delivered', 1, ?, ?, ?)",
            [
                (
                    SIGNAL_LANE,
                    f"target {index % 5000}",
                    message.action,
                    Priority.REPLY,
                    now,
                    now,
                    '{"timestamp":1764000000000,"missed":[]}',
                )
                for index in range(HISTORY)
            ],
        )
        for target in targets:
            database.conn.execute(
                "INSERT INTO outbox (lane, target, action, payload, priority, created_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (SIGNAL_LANE, target, message.action, _json(message), Priority.REPLY, now),
            )
    database.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def _json(message: Message) -> str:
    import json

    return json.dumps(message.to_json())
