"""Bursts of 200 messages, and what is done to the containers meanwhile: nothing is lost."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from containers.branch import Branch
from containers.conversations import from_bot
from containers.outside import SignalOutside
from containers.trial import Trial
from practice.phones import Phone

PEOPLE = 100
ASKS = ("whoami", "help")
_BETWEEN = 0.01
_PATIENCE = 240.0
_QUIET = 3.0

Deed = Callable[[], Awaitable[object]]


@dataclass(frozen=True)
class Outcome:
    """What became of a burst.

    Args:
        lost: how many messages nobody answered.
        doubles: how many answers came twice.
        seconds: from the first message to the last answer.
    """

    lost: int
    doubles: int
    seconds: float


class Bursts:
    """Lets people write while something is done.

    Args:
        trial: where it is noted.
        branch: to what it is done.
        outside: Signal.
    """

    def __init__(self, trial: Trial, branch: Branch, outside: SignalOutside) -> None:
        self.branch = branch
        self._trial = trial
        self._signal = outside.signal

    async def during(self, what: str, deed: Deed, *, doubles: int) -> None:
        """Do something once a fifth of a burst is answered, and count.

        Args:
            what: its name in the table.
            deed: what is done; returns once everything runs again, or will by itself.
            doubles: how many answers may come twice: one for each kill.

        Raises:
            CommandFailed: minutes later, not all is well again.
        """
        phones = [self._signal.new_phone(f"Member {number}") for number in range(PEOPLE)]
        began = time.monotonic()
        async with asyncio.TaskGroup() as group:
            group.create_task(self._write(phones))
            await self._answered(phones, len(ASKS) * PEOPLE // 5)
            await deed()
        await self._answered(phones, len(ASKS) * PEOPLE)
        seconds = time.monotonic() - began
        # A second answer that is still on its way.
        await asyncio.sleep(_QUIET)
        shown = from_bot(phones)
        outcome = Outcome(
            lost=sum(len(ASKS) - min(len(set(texts)), len(ASKS)) for texts in shown),
            doubles=sum(max(0, len(texts) - len(set(texts))) for texts in shown),
            seconds=seconds,
        )
        self._trial.expect(
            what,
            outcome.lost == 0 and outcome.doubles <= doubles,
            f"{len(ASKS) * PEOPLE} messages, {outcome.lost} lost, {outcome.doubles} twice,"
            f" {outcome.seconds:.0f} s",
        )
        # It asks the Signal API now and then; what was down a moment ago may not be known to be up.
        await self.branch.well()

    async def _write(self, phones: list[Phone]) -> None:
        for text in ASKS:
            for phone in phones:
                phone.say(text)
                await asyncio.sleep(_BETWEEN)

    async def _answered(self, phones: list[Phone], wanted: int) -> None:
        """Wait for so many answers, or until none has come for long."""
        before, deadline = -1, 0.0
        while (now := sum(len(set(texts)) for texts in from_bot(phones))) < wanted:
            if now != before:
                before, deadline = now, time.monotonic() + _PATIENCE
            if time.monotonic() > deadline:
                return
            await asyncio.sleep(0.1)
