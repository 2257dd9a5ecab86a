"""The webhook of a whole relay, over a socket, called by somebody who means no good.

`make fuzz` makes a million calls; `make test` a thousand.
"""

import asyncio
import os
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from harness.running import TOKEN, RelayHarness, branch, relay_harness
from hostile_calls import People, body, entitled, malformed, post, refused
from reporting import with_teams

CALLS = int(os.environ.get("RELAY_FUZZ_CALLS", "1000"))
SEED = int(os.environ.get("RELAY_FUZZ_SEED", "6"))

ON_ONE_STAGE = 20_000
"""Calls after which a new relay with an empty store goes on: a store that only grows gets slow."""

REFUSED, MALFORMED, ENTITLED = 80, 12, 8
"""Calls of each kind that are made at once."""

BODIES = 200
"""Bodies that calls without the token have, over and over: nobody reads them."""

PATIENCE = 0.02
"""Seconds for which the server may wait for the rest of what was torn."""


@dataclass
class Tally:
    """What was called, and what came of it."""

    calls: int = 0
    statuses: Counter[str] = field(default_factory=Counter)
    envelopes: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)


class Line:
    """A connection to the webhook on which calls follow each other without waiting."""

    def __init__(self, host: str, port: int) -> None:
        self._where = (host, port)

    async def ask(self, calls: list[bytes]) -> list[int]:
        """The statuses of well-formed calls."""
        reader, writer = await asyncio.open_connection(*self._where)
        try:
            writer.write(b"".join(calls))
            return [await _status(reader) for _ in calls]
        finally:
            writer.close()

    async def shout(self, data: bytes) -> list[int]:
        """The statuses of whatever the server took these bytes for, if it hangs up."""
        reader, writer = await asyncio.open_connection(*self._where)
        try:
            writer.write(data)
            try:
                answer = await asyncio.wait_for(reader.read(), PATIENCE)
            except TimeoutError:
                return []
        except ConnectionError:
            return []
        finally:
            writer.close()
        # No answer here has a body that could contain such a line.
        lines = [line for line in answer.split(b"\r\n") if line.startswith(b"HTTP/1.")]
        return [int(line.split()[1]) for line in lines]


async def _status(reader: asyncio.StreamReader) -> int:
    head = await reader.readuntil(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    length = next(line for line in lines if line.startswith(b"content-length:"))
    await reader.readexactly(int(length.partition(b":")[2]))
    return int(head.split()[1])


@pytest.mark.timeout(6 * 3600)
async def test_nothing_gets_in_without_the_token_and_nothing_with_it_stops_the_relay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tally, random, began = Tally(), Random(SEED), time.monotonic()
    number = 0
    while tally.calls < CALLS:
        number += 1
        folder = tmp_path / str(number)
        folder.mkdir()
        async with relay_harness(folder) as empty:
            cast = with_teams(empty)
            group = empty.group("North board")
            async with empty.running(branch("hackney", empty.alex, empty.bea, groups=[group])):
                phones = (empty.alex, empty.bea, empty.mo, *vars(cast).values())
                people = People(
                    empty.signal.number,
                    tuple(phone.aci for phone in phones),
                    (group.internal_id,),
                )
                until = min(CALLS, tally.calls + ON_ONE_STAGE)
                await _storm(empty, people, random, tally, until)
        seconds = time.monotonic() - began
        if CALLS > ON_ONE_STAGE:
            capsys.readouterr()
            with capsys.disabled():
                print(f"\n{tally.calls / seconds:.0f} calls a second: {tally}", flush=True)  # noqa: T201
    assert tally.statuses["entitled 200"]
    assert tally.statuses["refused 401"]
    assert not tally.faults


async def _storm(
    on: RelayHarness, people: People, random: Random, tally: Tally, until: int
) -> None:
    url = on.signal.webhook.url
    assert url is not None
    host, _, port = url.partition("@")[2].partition("/")[0].partition(":")
    line = Line(host, int(port))
    bodies = [body(random, people) for _ in range(BODIES)]
    while tally.calls < until:
        before = on.store._db.conn.total_changes
        calls = [refused(random, random.choice(bodies), TOKEN) for _ in range(REFUSED)]
        for call, status in zip(calls, await line.ask(calls), strict=True):
            assert 400 <= status < 500, (call, status)
            tally.statuses[f"refused {status}"] += 1
        noise = [malformed(random, people) for _ in range(MALFORMED)]
        answers = await asyncio.gather(*(line.shout(data) for data in noise))
        for data, statuses in zip(noise, answers, strict=True):
            assert all(400 <= status < 500 for status in statuses), (data, statuses)
            tally.statuses.update(f"malformed {status}" for status in statuses or ("unanswered",))
        assert on.store._db.conn.total_changes == before
        good = [post(body(random, people), entitled(TOKEN)) for _ in range(ENTITLED)]
        for call, status in zip(good, await line.ask(good), strict=True):
            assert status in {200, 400, 403}, (call, status)
            tally.statuses[f"entitled {status}"] += 1
        tally.calls += REFUSED + MALFORMED + ENTITLED
        await _handled(on, tally)


async def _handled(on: RelayHarness, tally: Tally) -> None:
    """Let every envelope be handled, or be given up; count what was wrong with the latter."""
    await on.relay.dispatcher.drain()
    for _ in range(20):
        if not on.store.inbox.waiting():
            break
        on.clock.move(timedelta(hours=2))
        await on.relay.dispatcher.drain()
    assert on.store.inbox.waiting() == 0
    ask = on.store._db.execute
    for state, fault, count in ask("SELECT state, fault, count(*) FROM inbox GROUP BY 1, 2"):
        tally.envelopes[state] += count
        if state == "dead" and fault != "EnvelopeUnreadable":
            tally.faults[str(fault)] += count
    ask("DELETE FROM inbox")
    ask("DELETE FROM outbox")
