"""Killed at every step of a report: none is lost, none reaches who is excluded, few come twice.

Two relays, each behind the HAProxy that is deployed, are killed (`kill -9`) more than a hundred
times in all, once at every step of every report: while it is begun, written, sent, relayed, added
to, changed and answered.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest
from harness.running import from_bot
from marked import marked_picture, officers_table, teams_table
from proxies import holding_proxy
from relayprocess import BranchTable, RelayProcess, Start, executed, until

from practice.phones import Phone
from practice.seen import SeenMessage
from practice.server import PracticeSignal
from practice.signal_api import practice_signal

SEED = 20261122
LATENCY = 0.01
PATIENCE = 60.0
REPORTS = 4


@pytest.mark.timeout(500)
async def test_a_hundred_crashes_lose_no_report_and_tell_nobody_who_is_excluded(
    tmp_path: Path, forks: Start, record_property: Callable[[str, object], None]
) -> None:
    folders = [tmp_path / "east", tmp_path / "west"]
    for folder in folders:
        folder.mkdir()
    async with (
        house(folders[0], SEED, forks) as east,
        house(folders[1], SEED + 1, forks) as west,
    ):
        await asyncio.gather(east.live(), west.live())
    kills = east.kills + west.kills
    record_property("kills", kills)
    record_property("repeated", east.repeated + west.repeated)
    assert kills >= 100


@dataclass
class Report:
    """One report, as its writer and the officer who answers remember it."""

    writer: Phone
    number: int
    sent: dict[str, int] = field(default_factory=dict)

    def text(self, what: str) -> str:
        return f"Story {self.number}: {what}"


class House:
    """A relay, its officers, and people who report one after another."""

    def __init__(self, folder: Path, signal: PracticeSignal, random: Random, forks: Start) -> None:
        self.signal = signal
        self.random = random
        self.kills = 0
        self.repeated = 0
        new = signal.new_phone
        self.lead, self.deputy, self.admin = new("Lead"), new("Deputy"), new("Admin")
        team = officers_table((self.lead, "Lead"), (self.deputy, "Deputy"))
        self.relay = RelayProcess(
            folder,
            number=signal.number,
            api_url=signal.url,
            branches=[BranchTable("hackney", (self.admin,))],
            teams=teams_table({}, ("local", team, "")),
            begin=forks,
        )
        self.reports = [
            Report(signal.new_phone(f"Writer {number}"), number) for number in range(REPORTS)
        ]

    async def live(self) -> None:
        for report in self.reports:
            for step in STEPS:
                await self.relay.spawn()
                await self.relay.alive()
                await step(self, report)
                await self.until_death()
                assert self.relay.running, self.relay.log[-3000:]
                await self.relay.kill()
                self.kills += 1
        # The last life begins as a host begins it.
        self.relay.begin = executed
        await self.relay.start()
        await self.signal.signal_cli.drained()
        await self.relay.idle(PATIENCE)
        assert await self.relay.stop() == 0
        self.check()

    async def until_death(self) -> None:
        """Mostly into the middle of what follows from a step; at times before, or after.

        After a crash a relay first calls nobody for a little more than half a second.
        """
        if self.random.random() < 0.3:
            await asyncio.sleep(self.random.uniform(0.4, 1.2))
            return
        before, clock = sends(self.signal), asyncio.get_running_loop().time
        longest = clock() + 1.0
        await until(lambda: sends(self.signal) > before or clock() > longest, within=5, what="it")
        await asyncio.sleep(self.random.uniform(0.0, 8 * LATENCY))

    # Checking

    def check(self) -> None:
        assert self.signal.webhook.forgotten == 0
        assert not self.signal.counters.crashes
        assert from_bot(self.deputy) == []
        assert from_bot(self.admin) == []
        for report in self.reports:
            self.check_read(report)
            self.check_written(report)
        self.check_store()
        delivered = self.relay.rows(
            "SELECT count(*) FROM outbox WHERE state = 'delivered'"
            " AND action IN ('send', 'edit', 'delete')"
        )[0][0]
        self.repeated = sends(self.signal) - delivered
        # The deletion of what was never sent calls nobody.
        assert -self.unsent <= self.repeated <= self.kills

    def check_read(self, report: Report) -> None:
        """The officer has every part, in order; what came twice shows its last state once."""
        parts = [m for m in from_bot(self.lead) if f"Story {report.number}: " in m.history[0]]
        firsts = list(dict.fromkeys(m.history[0].split("\n\n", 1)[1] for m in parts))
        # What was changed is sent anew; while it has not left yet, with its new words alone.
        changed = report.text("two, changed")
        was = [one for one in firsts if one != changed]
        # What was taken away before it has left is not sent at all.
        taken = report.text("four")
        assert [one for one in was if one != taken] in (
            [report.text(what) for what in ("one", "two", "three")],
            [report.text(what) for what in ("one", "three")],
        )
        assert was[-1] == taken or taken not in was
        assert changed in firsts
        assert shown_last(parts, changed).text.endswith(changed)
        assert not shown_last(parts, changed).deleted
        if report.text("two") in firsts:
            assert shown_last(parts, report.text("two")).deleted
        if taken in firsts:
            assert shown_last(parts, taken).deleted
        assert all(m.attachments for m in parts if m.history[0].endswith(changed))

    @property
    def unsent(self) -> int:
        """How many parts the officer has never had as they were first written."""
        had = [message.history[0] for message in from_bot(self.lead)]
        changed = [one.text(what) for one in self.reports for what in ("two", "four")]
        return sum(not any(text.endswith(one) for text in had) for one in changed)

    def check_written(self, report: Report) -> None:
        said = [m.text for m in from_bot(report.writer)]
        for once in ("It is on its way.", "I am passing it on", report.text("the answer")):
            assert any(once in text for text in said), (once, said)

    def check_store(self) -> None:
        rows = self.relay.rows
        said = REPORTS * len(STEPS)
        assert rows("SELECT state, count(*) FROM inbox GROUP BY state") == [("done", said)]
        assert rows("SELECT count(*) FROM inbox WHERE attempts > 0") == [(0,)]
        # Only what was taken away, or changed, before it had left is not sent.
        assert {state for (state,) in rows("SELECT state FROM outbox")} <= {"delivered", "dropped"}
        assert rows("SELECT count(*) FROM outbox WHERE state = 'dropped'")[0][0] <= self.unsent
        assert rows("SELECT state, count(*) FROM cases GROUP BY state") == [("open", REPORTS)]
        kinds = "SELECT kind, count(*), count(sealed) FROM case_entries GROUP BY kind ORDER BY kind"
        assert rows(kinds) == [("answer", REPORTS, REPORTS), ("part", 4 * REPORTS, 3 * REPORTS)]
        assert rows("SELECT count(*) FROM case_files") == [(REPORTS,)]
        assert rows("SELECT count(DISTINCT officer) FROM case_readers") == [(1,)]


# Steps


Step = Callable[[House, Report], Awaitable[None]]


def says(text: str) -> Step:
    """An answer of the writer."""

    async def step(_: House, report: Report) -> None:
        report.writer.say(text)

    return step


def writes(what: str) -> Step:
    """A part of the report."""

    async def step(_: House, report: Report) -> None:
        report.sent[what] = report.writer.say(report.text(what))

    return step


async def writes_with_a_picture(_: House, report: Report) -> None:
    report.sent["two"] = report.writer.say(report.text("two"), attachments=[marked_picture()])


async def changes(_: House, report: Report) -> None:
    report.writer.edit(report.sent["two"], report.text("two, changed"))


async def takes_away(_: House, report: Report) -> None:
    report.writer.delete(report.sent["four"])


async def is_answered(house: House, report: Report) -> None:
    def first() -> list[SeenMessage]:
        return [m for m in from_bot(house.lead) if m.text.endswith(report.text("one"))]

    await until(lambda: bool(first()), within=PATIENCE, what="the first part")
    # Of a part that was relayed twice, the relay only knows the second.
    house.lead.say(report.text("the answer"), quote=first()[-1])


STEPS: tuple[Step, ...] = (
    says("report"),
    says("1"),
    says("2"),
    writes("one"),
    writes_with_a_picture,
    says("done"),
    says("send"),
    writes("three"),
    says("yes"),
    writes("four"),
    changes,
    takes_away,
    is_answered,
)


def shown_last(messages: list[SeenMessage], first: str) -> SeenMessage:
    """Of a message that was sent twice, the relay only knows the second."""
    return [m for m in messages if m.history[0].endswith(first)][-1]


def sends(signal: PracticeSignal) -> int:
    """How many messages, edits and deletions the bot has sent, repeats included."""
    return sum(
        call.method in ("POST", "DELETE")
        and call.path.startswith(("/v2/send", "/v1/remote-delete"))
        for call in signal.calls
    )


@asynccontextmanager
async def house(folder: Path, seed: int, forks: Start) -> AsyncIterator[House]:
    async with practice_signal() as signal:
        signal.tuning.latency = LATENCY
        there = House(folder, signal, Random(seed), forks)
        relay = there.relay
        try:
            async with holding_proxy(relay.port) as signal.webhook.url:
                yield there
        finally:
            await relay.kill()
