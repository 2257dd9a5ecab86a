"""One soak, from the first word to what it found."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import aiohttp

from practice.bench.soak.environment import soak_environment
from practice.bench.soak.expectations import Expectations
from practice.bench.soak.hour import lived, planned
from practice.bench.soak.people import People
from practice.bench.soak.sampler import (
    Sample,
    Sampler,
    end_of_ten_minutes,
    growth_percent,
    handle_growth,
    slope_mb_per_minute,
)
from practice.helping import help_of_member
from relay.language.words import Words

_SEED = 20261122
_LINES = 20
_DUE = timedelta(seconds=10)
"""How long after its time a reminder may come."""
_CALM_SECONDS = 300.0


@dataclass(frozen=True)
class Plan:
    """What is wanted.

    Args:
        minutes: into how many the hour is compressed.
        branches: how many there are.
        on_bluesky: how many of them have an account on a real server.
    """

    minutes: float
    branches: int
    on_bluesky: int


@dataclass(frozen=True)
class Soaked:
    """What came of it.

    Args:
        samples: of the relay, while it was busy.
        values: the findings by name.
        in_vain: the activities in which somebody waited in vain.
    """

    samples: Sequence[Sample]
    values: dict[str, float]
    in_vain: Sequence[str]

    def told(self) -> dict[str, object]:
        """Return it for a JSON file."""
        details = {"waited_in_vain": list(self.in_vain)}
        return {**self.values, **details, "samples": [asdict(sample) for sample in self.samples]}


async def soak(folder: Path, plan: Plan) -> Soaked:
    """Let the hour pass and compare what was promised with what came.

    Args:
        folder: an empty one.
        plan: what is wanted.

    Raises:
        PdsMissing: the Bluesky server is not installed.
        RelayNotRunningError: the relay did not start.
    """
    random, expectations, seconds = Random(_SEED), Expectations(), plan.minutes * 60  # noqa: S311
    async with (
        soak_environment(folder, branches=plan.branches, on_bluesky=plan.on_bluesky) as there,
        aiohttp.ClientSession() as session,
    ):
        await there.relay.start()
        sampler = Sampler(there)
        first = await sampler.look()
        people = People(there, expectations, random, session)
        async with _beside(sampler, seconds / 100):
            in_vain = await lived(planned(people, there.houses, seconds, random))
        busy = tuple(sampler.samples)
        await _until_calm(sampler)
        last = sampler.samples[-1]
        before = datetime.now(UTC) - _DUE
        tally = expectations.tally(there, help_of_member(Words()).partition("\n")[0], before)
        tally += await expectations.tally_of_bluesky(there)
        left = sum(path.is_file() for path in there.temporary.rglob("*"))
        values: dict[str, float] = {
            "expected": tally.expected,
            "lost": tally.lost,
            "in_vain": len(in_vain),
            "duplicates": tally.duplicates,
            "forgotten_by_webhook": there.signal.webhook.forgotten,
            "api_crashes": len(there.signal.counters.crashes),
            "inbox_age_s": max(sample.inbox_age for sample in busy),
            "rss_start_mb": first.rss_mb,
            "rss_end_mb": last.rss_mb,
            "rss_mb_per_minute": slope_mb_per_minute(busy),
            "rss_growth_percent": growth_percent(busy),
            "handles_end": last.handles,
            "handle_growth": handle_growth(busy),
            "threads_most": max(sample.threads for sample in busy),
            "store_mb": last.store_mb,
            "temporary_files": left,
        }
        settled = end_of_ten_minutes(busy)
        if settled is not None:
            values["rss_end_of_ten_minutes"] = settled
    rounded = {name: round(value, 2) for name, value in values.items()}
    return Soaked(busy, rounded, in_vain)


def chosen(samples: Sequence[Sample]) -> Sequence[Sample]:
    """Return so few of the samples that they fit into a table, evenly spread."""
    step = max(1, len(samples) // _LINES)
    return samples[::step]


@contextlib.asynccontextmanager
async def _beside(sampler: Sampler, every: float) -> AsyncIterator[None]:
    watching = asyncio.create_task(sampler.watch(every))
    try:
        yield
    finally:
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching


async def _until_calm(sampler: Sampler) -> None:
    async with asyncio.timeout(_CALM_SECONDS):
        while (await sampler.look()).waiting:  # noqa: ASYNC110 -- a process of its own
            await asyncio.sleep(0.5)
