"""Killed while somebody asks and admins warn: those who asked are told of it once, and taken back.

The relay runs behind the HAProxy that is deployed and is killed (`kill -9`) after each step, in the
middle of what follows. A message that Signal has taken just before a kill comes once more: its API
has no key by which it would know it again (docs/architecture.md). So a promise of "once" is one of
the outbox: one delivery for each who asked.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from dying import LATENCY, PATIENCE, DyingHouse
from harness.running import from_bot
from proxies import holding_proxy
from relayprocess import BranchTable, RelayProcess, Start, until

from practice.phones import Phone
from practice.server import PracticeSignal
from practice.signal_api import practice_signal

SEED = 20261130
SCAM = "Dear member, keep your vote: register today at https://ourbranch-join.com/register"
FALSE, WRONG = "You asked me whether something is real", "That warning was wrong"


class House(DyingHouse):
    """Alex warns; Mo and Sam have asked."""

    def __init__(self, folder: Path, signal: PracticeSignal, forks: Start) -> None:
        self.alex, self.mo, self.sam = (signal.new_phone(name) for name in ("Alex", "Mo", "Sam"))
        self.board = signal.new_group("Board", (self.mo,))
        relay = RelayProcess(
            folder,
            number=signal.number,
            api_url=signal.url,
            branches=[BranchTable("hackney", (self.alex,), (self.board,))],
            begin=forks,
        )
        super().__init__(signal, relay, SEED)

    async def killed_at_each(self, phone: Phone, *texts: str) -> None:
        """Say one thing after the other, and die after each."""
        for text in texts:

            async def says(text: str = text) -> None:
                phone.say(text)

            await self.killed_after(says)
        await self.lives_on()
        await self.calm()
        await self.die()

    def read(self, phone: Phone, words: str) -> int:
        """How often the bot has said something to somebody."""
        return sum(words in message.text for message in from_bot(phone))


@pytest.mark.timeout(280)
async def test_killed_at_every_step_those_who_asked_are_told_once(
    tmp_path: Path, forks: Start
) -> None:
    async with house(tmp_path, forks) as there:
        for phone in (there.mo, there.sam):
            await there.killed_at_each(phone, "is this real?", SCAM)
            assert there.read(phone, "I do not know this") >= 1
        assert there.relay.rows("SELECT max(people) FROM asked_counts") == [(2,)]
        await there.killed_at_each(there.alex, f"false {SCAM}", "yes")
        await told(there, FALSE)
        assert there.relay.rows("SELECT count(*) FROM told_warnings") == [(1,)]
        assert there.relay.rows("SELECT count(*) FROM signed_entries") == [(1,)]
        await there.killed_at_each(there.alex, "not false 1")
        await told(there, WRONG)
        assert there.relay.rows("SELECT count(*) FROM told_warnings") == [(0,)]
        assert there.relay.rows("SELECT DISTINCT state FROM inbox") == [("done",)]


async def told(there: House, words: str) -> None:
    """Mo and Sam have read it, once and at most once more for each kill of its delivery."""
    for _ in range(2):
        await there.killed_after(there.nothing)
    await there.lives_on()
    both = (there.mo, there.sam)
    await until(lambda: all(there.read(one, words) for one in both), within=PATIENCE, what=words)
    await there.calm()
    await there.die()
    # One delivery for each: what one says is emptied once it has gone, and its lane is its own.
    queued = there.relay.rows("SELECT count(*) FROM outbox WHERE lane = 'signal:subscribers'")
    assert queued == [(2 if words == FALSE else 4,)]
    for phone in (there.mo, there.sam):
        assert 1 <= there.read(phone, words) <= 1 + there.kills


@asynccontextmanager
async def house(folder: Path, forks: Start) -> AsyncIterator[House]:
    async with practice_signal() as signal:
        signal.tuning.latency = LATENCY
        there = House(folder, signal, forks)
        try:
            async with holding_proxy(there.relay.port) as signal.webhook.url:
                yield there
        finally:
            await there.relay.kill()
