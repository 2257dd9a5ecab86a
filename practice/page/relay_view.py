"""How the relay is, and what waits in it, as the page shows it."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

from practice.rehearsal import Rehearsal

Json = dict[str, Any]
ZONE = ZoneInfo("Europe/London")
_LOOK_AGAIN = 0.5
_ASK_AGAIN = 2.0
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


class RelayWatch:
    """Knows how the relay is.

    Args:
        rehearsal: where it runs.
        changed: called when something is different.
    """

    def __init__(self, rehearsal: Rehearsal, changed: Callable[[], None]) -> None:
        self._rehearsal = rehearsal
        self._changed = changed
        self._waiting = Waiting()
        self._status: list[str] = []

    @property
    def view(self) -> Json:
        """The relay, as JSON."""
        relay, bluesky = self._rehearsal.relay, self._rehearsal.bluesky
        now = datetime.fromtimestamp(self._rehearsal.time() / 1000, UTC).astimezone(ZONE)
        ended = relay.state == "ended"
        return {
            "state": "killed" if ended else relay.state,
            "now": now.isoformat(timespec="seconds"),
            "captcha": self.wants_captcha,
            "bluesky": not bluesky.paused,
            "waiting": self._waiting.as_json(),
            "held": self._held(),
            "status": self._status,
            "last_words": relay.log_end() if ended else None,
        }

    @property
    def wants_captcha(self) -> bool:
        """Whether Signal sends nothing until somebody has solved its puzzle."""
        faults = self._rehearsal.signal.faults.waiting
        return any(fault.kind == "captcha" for fault in faults)

    async def watch(self) -> None:
        """Look at it twice a second, for ever."""
        told: Json = {}
        while True:
            await self._look()
            now = {**self.view, "now": ""}
            if now != told:
                told = now
                self._changed()
            await asyncio.sleep(_LOOK_AGAIN)

    async def watch_status(self) -> None:
        """Ask `relay status` whenever something is different, for ever."""
        told: Json = {}
        while True:
            now = {**self.view, "now": "", "status": []}
            if now != told and now["state"] != "starting":
                told = now
                said = await self._rehearsal.relay.command("status")
                self._status = [line for line in said.splitlines() if line.strip()]
            await asyncio.sleep(_ASK_AGAIN)

    async def _look(self) -> None:
        relay = self._rehearsal.relay
        if relay.state == "running":
            with contextlib.suppress(aiohttp.ClientError, OSError, TimeoutError):
                self._waiting = read_waiting(await metrics(relay.url))

    def _held(self) -> int:
        """Messages that wait in front of the relay while it is away."""
        if self._rehearsal.relay.state == "running":
            return 0
        return sum(map(_is_message, self._rehearsal.signal.signal_cli.undelivered))


def _is_message(notification: Json) -> bool:
    envelope = notification["params"]["envelope"]
    return "dataMessage" in envelope or "editMessage" in envelope


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
