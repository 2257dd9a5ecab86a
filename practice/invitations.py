"""A corpus of invitations, typed to a real relay: what its conversation then knows and asks.

`python -m practice.invitations CORPUS OUT`. CORPUS has one JSON object a line, with `id`,
`text` and `now` (ISO 8601, with an offset). For each of them an admin types `meeting` and the text,
at that time, to a relay beside the stand-in for Signal. OUT gets one JSON object a line: the `id`,
the facts that the conversation holds, and in `ask` why it asks for what it does not know.
"""

import argparse
import asyncio
import json
import logging
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from aiohttp.test_utils import TestServer

from handlers.announcements.drafts import ConfirmDraft
from handlers.meetings.facts import NO_PLACE, NOT_OF_TIME, Facts
from practice.phones import Phone
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from relay.app import Relay
from relay.meetings.meeting import ONE_DAY, Times
from relay.meetings.tables import Meetings
from relay.settings import Branch, Settings
from relay.signal.client import SignalClient
from relay.store import Store
from relay.time.clock import StillClock

_TOKEN = "practice-token"  # noqa: S105 -- of the stand-in
_KEY = "ab" * 32


def main() -> None:
    """Play the corpus."""
    parser = argparse.ArgumentParser(prog="invitations", description=__doc__)
    parser.add_argument("corpus", type=Path, help="invitations, one JSON object a line")
    parser.add_argument("out", type=Path, help="where the results go")
    args = parser.parse_args()
    lines = args.corpus.read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines if line.strip()]
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    results = asyncio.run(play(cases))
    written = [json.dumps(one, ensure_ascii=False) + "\n" for one in results]
    args.out.write_text("".join(written), encoding="utf-8")
    sys.stdout.write(f"{len(results)} invitations played, results in {args.out}\n")


async def play(cases: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Type each invitation to a relay of its own time; return the results in the same order.

    Args:
        cases: each with `id`, `text` and `now`.
    """
    found: dict[int, dict[str, Any]] = {}
    moments = [datetime.fromisoformat(case["now"]) for case in cases]
    for now in sorted(set(moments)):
        async with _relay(now) as played:
            for place, case in enumerate(cases):
                if moments[place] == now:
                    found[place] = {"id": case["id"], "got": await played.read(case["text"])}
    return [found[place] for place in range(len(cases))]


class _Played:
    """A relay with one branch and its admin."""

    def __init__(
        self, signal: PracticeSignal, admin: Phone, relay: Relay, store: Store, now: datetime
    ) -> None:
        self._signal, self._admin, self._relay, self._store = signal, admin, relay, store
        self._now = now

    async def read(self, text: str) -> dict[str, Any]:
        """Let the admin type an invitation; return what the conversation knows, then leave it."""
        await self._say(f"meeting {text}")
        facts = self._facts()
        known = {} if facts is None else _known(facts, self._relay.settings.timezone)
        await self._say("leave")
        if self._store.conversations.of(self._admin.aci) is not None:
            await self._say("no")
        return known

    async def _say(self, text: str) -> None:
        self._admin.say(text)
        waiting = True
        while waiting:
            await self._signal.signal_cli.drained()
            await self._relay.go_round()
            await self._relay.dispatcher.drain()
            moved = [await lane.step() for lane in self._relay.lanes]
            waiting = any(moved) or bool(self._store.inbox.next(self._now))

    def _facts(self) -> Facts | None:
        state = self._relay.services.state_of(self._admin.aci)
        if isinstance(state, Facts):
            return state
        if isinstance(state, ConfirmDraft):
            meeting = self._store[Meetings].get(state.number)
            return None if meeting is None else Facts.of_meeting(meeting, ())
        return None


def _known(facts: Facts, zone: ZoneInfo) -> dict[str, Any]:
    """What a conversation knows, on the clocks of the branch, and what it asks."""
    begins = facts.begins
    start = None if begins is None else begins.astimezone(zone).replace(tzinfo=None)
    ends = None if start is None or facts.length is None else start + facts.length
    if ends is not None and facts.times is not Times.SET:
        # The last day; of a single day there is no other.
        ends = None if facts.length == ONE_DAY else ends - ONE_DAY
    return {
        "title": facts.title or None,
        "start": _written(start),
        "end": _written(ends),
        "doors": facts.doors or None,
        "all_day": facts.times is Times.DAYS,
        "rule": facts.rule if start is not None else None,
        "place": facts.address.replace("\n", ", ") or None,
        "online": facts.online or None,
        "agenda": [*facts.agenda.splitlines(), *(what for _, what in facts.programme)],
        "access": [*facts.access.splitlines(), *([facts.cost] if facts.cost else [])],
        "ask": _asked(facts),
    }


def _asked(facts: Facts) -> list[str]:
    """Why it asks for what it does not know; `when` and `where` where there is no reason."""
    asked: list[str] = []
    if "when" not in facts.done:
        asked += [one.reason for one in facts.open if one.reason not in NOT_OF_TIME] or ["when"]
    if "where" not in facts.done:
        asked.append(NO_PLACE if facts.lacks_place else "where")
    if "title" not in facts.done:
        asked.append("title")
    return ["when" if one == "moment" else one for one in asked]


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="minutes")


def _with_token(server: TestServer) -> str:
    return f"http://relay:{_TOKEN}@{server.host}:{server.port}/signal/receive"


@asynccontextmanager
async def _relay(now: datetime) -> AsyncIterator[_Played]:
    clock = StillClock(now)
    with tempfile.TemporaryDirectory() as folder:
        async with practice_signal() as signal:
            admin = signal.new_phone("Ada Admin")
            branch = Branch(slug="practice", name="Practice branch", admins=(admin.aci,))
            settings = Settings(
                signal={"number": signal.number, "api_url": signal.url},
                store={"path": Path(folder) / "relay.db"},
                branches=(branch,),
                webhook_token=_TOKEN,
                store_key=_KEY,
            )
            with Store(settings.store.path, _KEY) as store:
                async with SignalClient(signal.url, signal.number, clock=clock) as client:
                    relay = Relay(settings, store, client, {}, clock)
                    server = TestServer(relay.web_application())
                    async with server:
                        signal.webhook.url = _with_token(server)
                        await relay.directory.refresh()
                        yield _Played(signal, admin, relay, store, now)


if __name__ == "__main__":
    main()
