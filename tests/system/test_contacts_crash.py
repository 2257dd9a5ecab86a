"""Killed again and again while the people of an imported list are asked: nobody is asked twice.

The relay is killed (`kill -9`) while it asks one after the other, and in between the same list is
imported once more.
"""

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from dying import LATENCY, DyingHouse
from harness.running import from_bot
from relayprocess import BranchTable, RelayProcess, Start, until

from practice.server import PracticeSignal
from practice.signal_api import practice_signal

SEED = 20261129
NUMBERS = tuple(f"+4474001234{index:02}" for index in range(8))
NOBODY = "+447400123499"
APART = timedelta(minutes=15)


class House(DyingHouse):
    """A branch with a list that it was given, and a relay that dies."""

    def __init__(self, folder: Path, signal: PracticeSignal, forks: Start) -> None:
        self.people = [signal.new_phone("Sam", number=number) for number in NUMBERS]
        alex = signal.new_phone("Alex")
        table = BranchTable("hackney", (alex,), contact_list={"invitations_a_day": 50})
        relay = RelayProcess(
            folder, number=signal.number, api_url=signal.url, branches=[table], begin=forks
        )
        super().__init__(signal, relay, SEED)
        self.file = folder / "list.csv"
        self.file.write_text("\n".join(("Mobile", *NUMBERS, NOBODY)))

    longest: ClassVar[float] = 3.5

    async def asks(self) -> None:
        """Live until somebody was asked, or nobody is, and stop."""
        await self.relay.spawn()
        await self.relay.alive()
        before, clock = self.calls(), asyncio.get_running_loop().time
        latest = clock() + self.longest
        await until(lambda: self.calls() > before or clock() > latest, within=5, what="it")
        await self.calm()
        await self.relay.stop()

    def calls(self) -> int:
        """Messages: looks at groups are none."""
        return sum(one.method == "POST" and one.path == "/v2/send" for one in self.signal.calls)

    async def imports(self) -> str:
        """Import the list, as a host does; return what is said."""
        words = ["contacts", "import", str(self.file), "--branch", "hackney", "--yes"]
        code, said = await self.relay.command(*words)
        assert code == 0, said
        return said

    def asked(self) -> list[int]:
        """How often each was asked."""
        return [sum("its contact list?" in m.text for m in from_bot(one)) for one in self.people]


@pytest.mark.timeout(280)
async def test_killed_in_the_middle_of_a_list_nobody_is_asked_twice(
    tmp_path: Path, forks: Start, record_property: Callable[[str, object], None]
) -> None:
    async with practice_signal() as signal:
        signal.tuning.latency = LATENCY
        there = House(tmp_path, signal, forks)
        await there.lives_on()
        await there.relay.stop()
        assert "9 people are asked" in await there.imports()
        for life in range(10):
            there.relay.ahead = APART * (life + 1)
            await there.killed_after(there.nothing)
            if life == 6:
                assert "0 people are asked" in await there.imports()
            assert max(there.asked()) <= 1
        # What was given to Signal when it died counts as asked, and may not have been.
        for life in range(10, 16):
            there.relay.ahead = APART * (life + 1)
            await there.asks()
        assert set(there.asked()) <= {0, 1}
        assert sum(there.asked()) >= len(NUMBERS) - there.kills
        counted = Counter(dict(there.relay.rows("SELECT what, count FROM contact_outcomes")))
        assert counted.total() == len(NUMBERS) + 1
        assert counted["asked"] >= sum(there.asked())
        assert there.relay.rows("SELECT count(*) FROM contact_invitations") == [(0,)]
        assert not any(number[3:] in there.relay.log for number in (*NUMBERS, NOBODY))
    record_property("kills", there.kills)
    record_property("asked", there.asked())
