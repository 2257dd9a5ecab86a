"""Killed at every step of a complaint: decided once, out in time, and back in time.

The relay runs behind the HAProxy that is deployed and is killed (`kill -9`) while somebody
complains, moderators decide, the person is told and taken out, and let back in.
"""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from dying import LATENCY, PATIENCE, DyingHouse
from harness.running import from_bot
from proxies import holding_proxy
from relayprocess import BranchTable, RelayProcess, Start, until

from practice.phones import Phone
from practice.server import PracticeSignal
from practice.signal_api import practice_signal

SEED = 20261128
RUDE = "You lot are rats"
EFFECT, REASON = "Two people have left the chat.", "You called others names and went on with it."


class House(DyingHouse):
    """A branch with two chats and three moderators, and a relay that dies."""

    def __init__(self, folder: Path, signal: PracticeSignal, forks: Start) -> None:
        names = ("Alex", "Wren", "Ned", "Bea", "Cai", "Dee")
        self.alex, self.mo, self.ned, self.bea, self.cai, self.dee = (
            signal.new_phone(name) for name in names
        )
        inside = (self.mo, self.ned, self.bea)
        self.chats = tuple(signal.new_group(name, inside) for name in ("Chat", "Area"))
        relay = RelayProcess(
            folder,
            number=signal.number,
            api_url=signal.url,
            branches=[
                BranchTable(
                    "hackney",
                    (self.alex,),
                    moderators=(self.bea, self.cai, self.dee),
                    chats=self.chats,
                )
            ],
            begin=forks,
        )
        super().__init__(signal, relay, SEED)

    async def killed_at_each(self, phone: Phone, *texts: str) -> None:
        """Say one thing after the other, and die after each; what was answered stays."""
        for text in texts:

            async def says(text: str = text) -> None:
                phone.say(text)

            await self.killed_after(says)
        await self.lives_on()
        await self.die()

    def read(self, phone: Phone, words: str) -> int:
        """How often the bot has said something to somebody."""
        return sum(words in message.text for message in from_bot(phone))

    def in_chats(self, phone: Phone) -> int:
        """In how many of the chats somebody is."""
        return sum(phone.aci in chat.members for chat in self.chats)


@pytest.mark.timeout(280)
async def test_killed_at_every_step_a_time_out_is_decided_once_and_ends_once(
    tmp_path: Path, forks: Start, record_property: Callable[[str, object], None]
) -> None:
    async with house(tmp_path, forks) as there:
        await the_chats_are_kept(there)
        await there.lives_on()
        there.ned.say(RUDE, to=there.chats[0])
        await there.calm()
        # What was heard in the last two seconds is lost in a crash, and in no other end.
        assert await there.relay.stop() == 0
        await there.killed_at_each(there.mo, "complain", RUDE, "4", "I cannot sleep", "no", "yes")
        number = number_of(there.mo)
        questions = ("no", "4", EFFECT, REASON, "3", "all", "1")
        await there.killed_at_each(there.bea, f"decide {number}", *questions, "yes")
        assert there.in_chats(there.ned) == len(there.chats)
        await there.killed_at_each(there.cai, f"decision yes {number}")
        for _ in range(3):
            await there.killed_after(there.nothing)
        await there.lives_on()
        await until(lambda: there.in_chats(there.ned) == 0, within=PATIENCE, what="out")
        await until(lambda: there.read(there.ned, REASON) > 0, within=PATIENCE, what="told")
        await there.calm()
        await there.die()
        is_decided_once(there)

        there.relay.ahead = timedelta(days=1, minutes=2)
        for _ in range(4):
            await there.killed_after(there.nothing)
        await there.lives_on()
        back = len(there.chats)
        await until(lambda: there.in_chats(there.ned) == back, within=PATIENCE, what="back")
        await until(lambda: there.read(there.ned, "is over") > 0, within=PATIENCE, what="told")
        await there.die()
        # The first look of a life sees who is back.
        await there.lives_on()
        await there.relay.ready()
        assert await there.relay.stop() == 0
        is_over_once(there)
    record_property("kills", there.kills)


async def the_chats_are_kept(there: House) -> None:
    await there.lives_on()
    for number in range(1, len(there.chats) + 1):
        for text in (f"groups keep {number}", "yes"):
            there.alex.say(text)
            await there.calm()
    # Which groups are moderated is looked up anew.
    assert await there.relay.stop() == 0


def number_of(phone: Phone) -> str:
    found = [re.search(r"complaint is number (\d+)", m.text) for m in from_bot(phone)]
    numbers = {one[1] for one in found if one}
    assert len(numbers) == 1, "\n===\n".join(m.text for m in from_bot(phone))
    return numbers.pop()


def is_decided_once(there: House) -> None:
    """One complaint, one decision in force; each was told, at most once more for each kill."""
    rows = there.relay.rows
    assert rows("SELECT count(*) FROM conduct_matters WHERE state != 'draft'") == [(1,)]
    # That it has come about may be seen only at the next look.
    in_force = "SELECT count(*) FROM conduct_decisions WHERE state IN ('agreed', 'applied')"
    assert rows(in_force) == [(1,)]
    assert rows("SELECT DISTINCT state FROM inbox") == [("done",)]
    assert rows("SELECT count(*) FROM inbox WHERE attempts > 0 OR fault IS NOT NULL") == [(0,)]
    assert 1 <= there.read(there.ned, REASON) <= 1 + there.kills
    assert there.read(there.mo, "have finished with matter") >= 1
    assert there.read(there.dee, "You need do nothing") >= 1
    for moderator in (there.bea, there.cai, there.dee):
        assert there.read(moderator, "Wren") == 0


def is_over_once(there: House) -> None:
    """The time-out has ended, nothing is left to be done, and nobody else moved."""
    rows = there.relay.rows
    assert rows("SELECT state FROM conduct_decisions WHERE state != 'draft'") == [("ended",)]
    assert rows("SELECT kind, stage, tries FROM conduct_effects") == []
    assert rows("SELECT count(*) FROM inbox WHERE attempts > 0 OR fault IS NOT NULL") == [(0,)]
    for phone in (there.mo, there.bea):
        assert there.in_chats(phone) == len(there.chats)
    for private in (there.ned.aci, there.mo.aci, RUDE, REASON, EFFECT):
        assert private not in there.relay.log


@asynccontextmanager
async def house(folder: Path, forks: Start) -> AsyncIterator[House]:
    """Put the branch behind the proxy that is deployed."""
    async with practice_signal() as signal:
        signal.tuning.latency = LATENCY
        there = House(folder, signal, forks)
        try:
            async with holding_proxy(there.relay.port) as signal.webhook.url:
                yield there
        finally:
            await there.relay.kill()
