"""How the relay is, and what waits in it, as the page shows it."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

from relay.practice.rehearsal import Rehearsal

Json = dict[str, Any]
RelayState = Literal["starting", "running", "stopped", "killed"]

ZONE = ZoneInfo("Europe/London")
_LOOK_AGAIN = 0.5
_PATIENCE = aiohttp.ClientTimeout(total=5)


@dataclass(frozen=True)
class Waiting:
    """What has not been done yet.

    Args:
        inbox: messages that no conversation has answered.
        lanes: name, how many calls are queued, and whether it is blocked, of each lane.
    """

    inbox: int = 0
    lanes: tuple[tuple[str, int, bool], ...] = ()

    def as_json(self) -> Json:
        """The same, as JSON."""
        lanes = [{"name": n, "queued": q, "blocked": b} for n, q, b in self.lanes]
        return {"inbox": self.inbox, "lanes": lanes}


@dataclass
class RelayWatch:
    """Knows how the relay is.

    Args:
        rehearsal: where it runs.
        changed: called when something is different.
        state: what was last done with it; whoever starts or ends it says so here.
    """

    rehearsal: Rehearsal
    changed: Callable[[], None]
    state: RelayState = "running"
    captcha: bool = False
    waiting: Waiting = Waiting()
    status: list[str] = field(default_factory=list)
    held: int = 0
    last_words: str | None = None

    @property
    def view(self) -> Json:
        """The relay, as JSON."""
        now = datetime.fromtimestamp(self.rehearsal.time() / 1000, UTC).astimezone(ZONE)
        return {
            "state": self.state,
            "now": now.isoformat(timespec="seconds"),
            "captcha": self.captcha,
            "bluesky": not self.rehearsal.bluesky.paused,
            "waiting": self.waiting.as_json(),
            "held": self.held,
            "status": self.status,
            "last_words": self.last_words,
        }

    def becomes(self, state: RelayState) -> None:
        """Say what was done with it."""
        self.state = state
        self.last_words = None
        self.changed()

    async def watch(self) -> None:
        """Look at it many times a minute, for ever."""
        told = await self._look()
        while True:
            await asyncio.sleep(_LOOK_AGAIN)
            now = await self._look()
            if now != told:
                told = now
                self.changed()

    async def _look(self) -> Json:
        relay = self.rehearsal.relay
        if self.state == "running" and not relay.is_alive:
            self.state, self.last_words = "killed", relay.log_end()
        if relay.is_alive:
            with contextlib.suppress(aiohttp.ClientError, OSError, TimeoutError):
                self.waiting = read_waiting(await metrics(relay.url))
        faults = self.rehearsal.signal.faults.waiting
        self.captcha = any(fault.kind == "captcha" for fault in faults)
        return {**self.view, "now": ""}


async def metrics(url: str) -> str:
    """Return what the relay's metrics page says.

    Raises:
        aiohttp.ClientError, TimeoutError: nobody answers.
    """
    async with (
        aiohttp.ClientSession(timeout=_PATIENCE, raise_for_status=True) as session,
        session.get(f"{url}/metrics") as response,
    ):
        return await response.text()


def read_waiting(text: str) -> Waiting:
    """What waits, by a metrics page."""
    samples = [s for family in text_string_to_metric_families(text) for s in family.samples]
    blocked = {s.labels["lane"] for s in samples if s.name == "relay_lane_blocked" and s.value}
    queued = {s.labels["lane"]: int(s.value) for s in samples if s.name == "relay_outbox_queued"}
    inbox = sum(int(s.value) for s in samples if s.name == "relay_inbox_waiting")
    names = sorted({*queued, *blocked})
    return Waiting(inbox, tuple((name, queued.get(name, 0), name in blocked) for name in names))
