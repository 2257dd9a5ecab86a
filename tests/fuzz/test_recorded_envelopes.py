"""Every kind of envelope that was recorded, at random, through a whole relay.

Nothing may be lost, nobody who has said something may be left in silence, and memory must not grow.
`make fuzz` sends a hundred thousand; `make test` a few hundred, each recorded body at least once.
"""

import copy
import json
import os
from collections import Counter
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest
from aiohttp import ClientSession, encode_basic_auth
from recordings import RELEASES, WITH_NEWER_SIGNAL_CLI, webhook_bodies
from reporting import with_teams
from stage import TOKEN, Stage, branch, stage

from relay.signal.unreadable import PATIENCE

ENVELOPES = int(os.environ.get("RELAY_FUZZ_ENVELOPES", "0"))
SEED = int(os.environ.get("RELAY_FUZZ_SEED", "6"))
BATCH = 200

WARM = 20_000
"""Envelopes after which every part of the relay has been used, and memory should stay as it is."""

MOST_GROWTH_MB = 16
"""What the heap may vary by afterwards: it is what one large batch takes."""

SILENT = frozenset({"reaction", "remoteDelete"})
"""Marks on a message: what they are about is answered, they are not."""


def recorded() -> list[Any]:
    """Every distinct body of every release."""
    names = (*RELEASES, WITH_NEWER_SIGNAL_CLI)
    return [
        json.loads(text)
        for text in dict.fromkeys(body.text for name in names for body in webhook_bodies(name))
    ]


def from_somebody_new(body: Any, random: Random, account: str) -> tuple[Any, str | None]:
    """The body from a person who has never written, and who that is if it is known."""
    fresh = copy.deepcopy(body)
    params = fresh["params"]
    if params.get("account") == "+447700900000":
        params["account"] = account
    envelope = params.get("envelope") or {}
    if envelope.get("sourceUuid") is None:
        return fresh, None
    person = str(UUID(int=random.getrandbits(128), version=4))
    envelope |= {"source": person, "sourceUuid": person, "sourceNumber": None}
    return fresh, person


def wants_an_answer(body: Any) -> bool:
    """Whether a person has said something to the bot alone, or may have."""
    if "exception" in body["params"]:
        return "Untrusted" not in body["params"]["exception"]["type"]
    content = (body["params"].get("envelope") or {}).get("dataMessage") or {}
    if not content or "groupInfo" in content or SILENT & content.keys():
        return False
    said = ("message", "attachments", "sticker", "contacts", "payment", "pollCreate")
    return any(content.get(name) for name in said)


@pytest.mark.timeout(6 * 3600)
async def test_whatever_comes_is_handled_answered_and_forgotten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    random, bodies = Random(SEED), recorded()
    memory: dict[int, int] = {}
    async with stage(tmp_path) as on:
        with_teams(on)
        async with on.running(branch("hackney", on.alex)), ClientSession() as session:
            done, tally = 0, Counter[str]()
            while done < max(ENVELOPES, len(bodies)):
                some = bodies if not done else random.choices(bodies, k=BATCH)
                await _through(on, session, some, random, tally)
                done += len(some)
                memory[done] = _resident_kb()
            assert on.store.inbox.dead() == 0
    if ENVELOPES > WARM:
        warm = next(size for count, size in memory.items() if count >= WARM)
        growth = (memory[done] - warm) / 1024
        with capsys.disabled():
            print(f"\n{done} envelopes: {memory[done] / 1024:.0f} MB, {growth:+.1f}; {tally}")  # noqa: T201
        assert growth < MOST_GROWTH_MB
    assert tally["answered"]


async def _through(
    on: Stage, session: ClientSession, bodies: list[Any], random: Random, tally: Counter[str]
) -> None:
    where = f"http://{on.signal.webhook.url.rpartition('@')[2]}"
    login = {"Authorization": encode_basic_auth("relay", TOKEN)}
    expected = set()
    for body in bodies:
        fresh, person = from_somebody_new(body, random, on.signal.number)
        async with session.post(where, data=json.dumps(fresh), headers=login) as answer:
            ours = fresh["params"].get("account") in (None, "", on.signal.number)
            assert answer.status == (200 if ours else 403), body
        tally["posted"] += 1
        if person is not None and ours and wants_an_answer(body):
            expected.add(person)
    await on.relay.dispatcher.drain()
    on.clock.move(PATIENCE + timedelta(hours=1))
    await on.relay.dispatcher.drain()
    await on.relay.go_round()
    assert on.store.inbox.waiting() == 0
    ask = on.store._db.execute
    answered = {row[0] for row in ask("SELECT target FROM outbox WHERE action = 'send'")}
    assert expected <= answered
    tally["answered"] += len(expected)
    tally["unreadable"] += on.store.unreadable.kept()
    # What stays for days in a real store would only make this one slow.
    for table in ("inbox", "outbox", "unreadable"):
        ask(f"DELETE FROM {table}")  # noqa: S608 -- one of three


def _resident_kb() -> int:
    """What the process holds in memory (proc_pid_status(5))."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
