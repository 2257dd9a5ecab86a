"""Watching a process from outside, and judging what was seen."""

import asyncio
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

from practice.bench.soak.environment import Environment

WARM_UP = 0.4
"""The part of the time in which it may still get to know everything."""


_TEN_MINUTES = 600.0


@dataclass(frozen=True)
class Sample:
    """One look.

    Args:
        seconds: since the first one.
        rss_mb: resident memory.
        handles: open files and connections.
        threads: how many it has.
        store_mb: its store with what belongs to it.
        inbox_age: seconds that the oldest envelope has waited.
        waiting: envelopes and deliveries that wait.
    """

    seconds: float
    rss_mb: float
    handles: int
    threads: int
    store_mb: float
    inbox_age: float
    waiting: int


@dataclass
class Sampler:
    """Looks again and again; its samples are in order."""

    environment: Environment
    samples: list[Sample] = field(default_factory=list)
    _begun: float = field(default_factory=time.monotonic)

    async def watch(self, every: float) -> None:
        """Look for as long as the task lives.

        Args:
            every: seconds between two looks.
        """
        while True:
            await self.look()
            await asyncio.sleep(every)

    async def look(self) -> Sample:
        """Look once."""
        metrics = await _metrics(self.environment.relay.url)
        pid = self.environment.relay.pid
        status = _status(pid)
        self.samples.append(
            Sample(
                seconds=round(time.monotonic() - self._begun, 1),
                rss_mb=round(int(status["VmRSS"].split()[0]) / 1024, 1),
                handles=_handles(pid),
                threads=int(status["Threads"]),
                store_mb=round(_size(self.environment.store) / 2**20, 2),
                inbox_age=metrics["relay_inbox_oldest_seconds"],
                waiting=int(metrics["relay_inbox_waiting"] + metrics["relay_outbox_queued"]),
            )
        )
        return self.samples[-1]


def growth_percent(samples: Sequence[Sample]) -> float:
    """By how much memory grew after the warm-up, along the straight line through what was seen."""
    settled = _settled(samples)
    times, sizes = [s.seconds for s in settled], [s.rss_mb for s in settled]
    slope, begin = statistics.linear_regression(times, sizes)
    first = begin + slope * times[0]
    return 100 * slope * (times[-1] - times[0]) / first


def end_of_ten_minutes(samples: Sequence[Sample]) -> float | None:
    """How many times as much memory there is at the end as after ten minutes.

    The median of the last tenth beside that of what was seen around the tenth minute; None for
    what lasts hardly longer.
    """
    last = samples[-1].seconds
    if last < 2 * _TEN_MINUTES:
        return None
    then = [s.rss_mb for s in samples if abs(s.seconds - _TEN_MINUTES) < _TEN_MINUTES / 5]
    late = [s.rss_mb for s in samples if s.seconds > 0.9 * last]
    return statistics.median(late) / statistics.median(then)


def slope_mb_per_minute(samples: Sequence[Sample]) -> float:
    """The slope of that line."""
    settled = _settled(samples)
    slope, _ = statistics.linear_regression(
        [s.seconds for s in settled], [s.rss_mb for s in settled]
    )
    return slope * 60


def handle_growth(samples: Sequence[Sample]) -> float:
    """How many more files are open in the last fifth of the time than in the one that settled."""
    settled = _settled(samples)
    fifth = max(1, len(settled) // 3)
    late = statistics.median(s.handles for s in settled[-fifth:])
    return late - statistics.median(s.handles for s in settled[:fifth])


def _settled(samples: Sequence[Sample]) -> Sequence[Sample]:
    return samples[int(len(samples) * WARM_UP) :]


async def _metrics(url: str) -> dict[str, float]:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{url}/metrics") as response,
    ):
        text = await response.text()
    found: dict[str, float] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            found[sample.name] = found.get(sample.name, 0.0) + sample.value
    return found


def _status(pid: int | None) -> dict[str, str]:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def _handles(pid: int | None) -> int:
    return sum(1 for _ in Path(f"/proc/{pid}/fd").iterdir())


def _size(store: Path) -> int:
    return sum(part.stat().st_size for part in store.parent.glob(f"{store.name}*"))
