"""A relay that is killed again and again, in the middle of what follows from each step."""

import asyncio
from collections.abc import Awaitable, Callable
from random import Random
from typing import ClassVar

from relayprocess import RelayProcess, until

from practice.server import PracticeSignal

LATENCY = 0.01
"""Seconds that the stand-in takes for a call."""
PATIENCE = 60.0


class DyingHouse:
    """A branch, and a relay that dies.

    Args:
        signal: the stand-in, which outlives every relay.
        relay: not started.
        seed: of when it dies.

    Attributes:
        longest: for how many seconds a call is waited for that a step need not bring.
        kills: how often it has died.
    """

    longest: ClassVar[float] = 1.0

    def __init__(self, signal: PracticeSignal, relay: RelayProcess, seed: int) -> None:
        self.signal = signal
        self.relay = relay
        self.random = Random(seed)
        self.kills = 0

    def calls(self) -> int:
        """How many calls there were of those after which it dies."""
        return len(self.signal.calls)

    async def killed_after(self, step: Callable[[], Awaitable[None]]) -> None:
        """Live, let something happen, and die in the middle of what follows from it."""
        await self.relay.spawn()
        await self.relay.alive()
        await step()
        before, clock = self.calls(), asyncio.get_running_loop().time
        latest = clock() + self.longest
        await until(lambda: self.calls() > before or clock() > latest, within=5, what="it")
        await asyncio.sleep(self.random.uniform(0.0, 10 * LATENCY))
        assert self.relay.running, self.relay.log[-3000:]
        await self.die()

    async def lives_on(self) -> None:
        """Live until nothing waits."""
        await self.relay.spawn()
        await self.relay.alive()
        await self.calm()

    async def calm(self) -> None:
        """Let everything happen that waits."""
        await self.signal.signal_cli.drained()
        await self.relay.idle(PATIENCE)

    async def die(self) -> None:
        """Be killed."""
        await self.relay.kill()
        self.kills += 1

    async def nothing(self) -> None:
        """What is due happens by itself."""
