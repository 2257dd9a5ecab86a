"""Every kind of envelope that was recorded, at random, through a whole relay and out again.

Nothing may be lost, nobody who has said something may be left in silence, and neither memory nor
the store may grow. Two hundred people a day write who have never written before, for as many days
as it takes, so that everything that is kept for a time goes once it is over. `make fuzz` sends a
hundred thousand, in some twenty minutes, and writes what it took into `var/envelopes.json`; `make
test` a few hundred, each recorded body at least once.
"""

import io
import json
import os
import re
import time
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest
from aiohttp import ClientSession, encode_basic_auth
from harness.running import TOKEN, RelayHarness, branch, from_bot, relay_harness
from recorded_kinds import ANSWERED, HOST_ALONE, IGNORED, REFUSED, TOLD, VOTES
from recordings import RELEASES, WITH_NEWER_SIGNAL_CLI, WebhookBody, webhook_bodies
from reporting import with_teams

from practice.events import EventLog
from practice.people import Person
from relay.logs import logging_to
from relay.settings import LogSettings
from relay.signal.envelope import file_ids
from relay.signal.notification import read_notification
from relay.signal.unreadable import PATIENCE

ENVELOPES = int(os.environ.get("RELAY_FUZZ_ENVELOPES", "0"))
SEED = int(os.environ.get("RELAY_FUZZ_SEED", "6"))
BATCH = 200

DAY = timedelta(days=1)
"""Between two batches. The longest that anything of a stranger's is kept is thirty of them."""

SHORTEST = 20_000
"""Envelopes from which on it is measured what they take: after a tenth, everything has been used,
and what is kept for a time has begun to go."""

MOST_GROWTH = 1.1
"""What memory and the store may be at the end, of what they were after a tenth."""

REPORT = Path(__file__).parents[2] / "var" / "envelopes.json"

_MOMENT = re.compile(r"\b1[78]\d{11}\b")
"""A timestamp of the recordings, in milliseconds."""


_FAULT_OR_PERSON = re.compile(
    r'"level": ?"(?:error|critical)"|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}|\+44\d|\bAda\b'
)


def recorded() -> list[WebhookBody]:
    """Every distinct body of every release."""
    names = (*RELEASES, WITH_NEWER_SIGNAL_CLI)
    return list({body.text: body for name in names for body in webhook_bodies(name)}.values())


def test_of_every_kind_it_is_said_what_becomes_of_it() -> None:
    kinds = [*ANSWERED, *TOLD, *HOST_ALONE, *REFUSED, *VOTES, *IGNORED]
    assert Counter(kinds) == Counter({body.name for body in recorded()})
    assert all(IGNORED.values())


@dataclass(frozen=True)
class Posting:
    """A body as one stranger sends it today.

    Attributes:
        name: its kind.
        body: what is posted.
        person: the stranger's account id; None where nobody knows it.
        files: the ids of what signal-cli has stored with it.
    """

    name: str
    body: dict[str, Any]
    person: str | None
    files: list[str]


def made_new(body: WebhookBody, on: RelayHarness, random: Random, place: int) -> Posting:
    """The body from a person who has never written, at the present moment, in its place."""
    behind = int(on.clock.now().timestamp() * 1000) - 1_789_500_000_000 + place
    person = str(UUID(int=random.getrandbits(128), version=4))
    text = _MOMENT.sub(lambda found: str(int(found[0]) + behind), body.text)
    for file in file_ids(body.envelope):
        text = text.replace(json.dumps(file), json.dumps(f"{person[:8]}-{file}"))
    fresh = json.loads(text)
    params = fresh["params"]
    if params.get("account") == "+447700900000":
        params["account"] = on.signal.number
    envelope = params.get("envelope") or {}
    files = file_ids(envelope)
    if envelope.get("sourceUuid") is None:
        return Posting(body.name, fresh, None, files)
    envelope |= {"source": person, "sourceUuid": person, "sourceNumber": None}
    return Posting(body.name, fresh, person, files)


@pytest.mark.timeout(6 * 3600)
async def test_whatever_comes_is_handled_answered_and_forgotten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    random, bodies = Random(SEED), recorded()
    began, taken = time.monotonic(), Taken()
    wanted = max(ENVELOPES, len(bodies))
    logs = Logs()
    with logging_to(logs, LogSettings(level="info"), (TOKEN,)):
        async with relay_harness(tmp_path) as on:
            with_teams(on)
            stays = list(on.signal.world.people.values())
            async with on.running(branch("hackney", on.alex)), ClientSession() as session:
                done = 0
                while done < wanted:
                    some = bodies if not done else random.choices(bodies, k=BATCH)
                    postings = [
                        made_new(body, on, random, place) for place, body in enumerate(some)
                    ]
                    await _through(on, session, postings, random)
                    _look(on, postings)
                    await _end_of_day(on, stays)
                    done += len(some)
                    taken.note(done, time.monotonic() - began, tmp_path)
                    if ENVELOPES and done % (50 * BATCH) < BATCH:
                        with capsys.disabled():
                            print(f"\n{taken}", end="", flush=True)  # noqa: T201
                assert on.store.inbox.dead() == 0
    assert logs.bad == []
    if ENVELOPES >= SHORTEST:
        taken.write(REPORT)
        assert taken.growth("memory_mb") <= MOST_GROWTH
        assert taken.growth("store_mb") <= MOST_GROWTH


async def _through(
    on: RelayHarness, session: ClientSession, postings: list[Posting], random: Random
) -> None:
    """Post all of them at once, and let everything happen that then is due."""
    url = on.signal.webhook.url
    assert url is not None
    where = f"http://{url.rpartition('@')[2]}"
    login = {"Authorization": encode_basic_auth("relay", TOKEN)}
    world = on.signal.world
    for posting in postings:
        if posting.person is not None:
            world.add_person(Person("", aci=posting.person))
        for file in posting.files:
            # Of a file that is gone only its name is left.
            if random.random() < 0.8:
                world.attachments.put(file, b"a file")
    for posting in postings:
        async with session.post(where, data=json.dumps(posting.body), headers=login) as answer:
            assert answer.status == (403 if posting.name in REFUSED else 200), posting.name
    await _settle(on)
    on.clock.move(PATIENCE + timedelta(hours=1))
    await _settle(on)


async def _settle(on: RelayHarness) -> None:
    """Let everything happen that is due, each kind of it at one go as far as it can."""
    while True:
        await on.relay.dispatcher.drain()
        if on.relay.new_phones.is_asked:
            await on.relay.new_phones.check()
        await on.relay.go_round()
        await on.relay.dispatcher.drain()
        if not any([await lane.step() for lane in on.relay.lanes]):
            return
        while any([await lane.step() for lane in on.relay.lanes]):
            pass


def _look(on: RelayHarness, postings: list[Posting]) -> None:
    """Hold what became of each to what should."""
    ask = on.store._db.execute
    since = int((on.clock.now() - DAY).timestamp() * 1000)
    shapes = Counter(
        shape for (shape,) in ask("SELECT shape FROM unreadable WHERE received_at > ?", [since])
    )
    assert shapes == Counter(
        shape for one in postings if (shape := {**TOLD, **HOST_ALONE}.get(one.name))
    )
    wanted = [
        one for one in postings if one.name not in REFUSED and read_notification(one.body).is_for_us
    ]
    states = ask("SELECT state, count(*) FROM inbox WHERE received_at > ? GROUP BY 1", [since])
    assert dict(states.fetchall()) == {"done": len(wanted)}
    for posting in postings:
        if posting.person is None:
            continue
        heard = len(from_bot(on.signal.phone(posting.person)))
        if posting.name in ANSWERED:
            assert heard >= 1, posting.name
        else:
            assert heard == (posting.name in TOLD), posting.name
    assert on.store.outbox.queued() == 0
    # Whatever signal-cli has stored is fetched and deleted, or only deleted.
    foreign = {file for one in postings if one.name in REFUSED for file in one.files}
    assert set(on.signal.world.attachments.names()) <= foreign


async def _end_of_day(on: RelayHarness, stays: list[Person]) -> None:
    """A day later, without those who wrote: not even their phones are left, or what they show."""
    on.clock.move(DAY - PATIENCE - timedelta(hours=1))
    await on.relay.tidy()
    await _settle(on)
    world = on.signal.world
    world.clear()
    world.events = EventLog()
    on.signal.calls.clear()
    for person in stays:
        world.add_person(person)


class Logs(io.StringIO):
    """What the relay logs: of each line it is looked at whether it is a fault, or names anybody."""

    def __init__(self) -> None:
        super().__init__()
        self.bad: list[str] = []

    def write(self, line: str, /) -> int:
        """Look at a line, and forget it."""
        if _FAULT_OR_PERSON.search(line):
            self.bad.append(line)
        return len(line)


class Taken:
    """What it took, so far."""

    def __init__(self) -> None:
        self._rows: list[dict[str, float]] = []

    def note(self, envelopes: int, seconds: float, folder: Path) -> None:
        """Measure now."""
        self._rows.append(
            {
                "envelopes": envelopes,
                "minutes": round(seconds / 60, 2),
                "memory_mb": round(_resident_kb() / 1024, 1),
                "store_mb": round(_bytes_in(folder) / 1024**2, 2),
            }
        )

    def growth(self, name: str) -> float:
        """What it is at the end, of what it was after a tenth."""
        tenth = next(
            row for row in self._rows if row["envelopes"] >= self._rows[-1]["envelopes"] / 10
        )
        return self._rows[-1][name] / tenth[name]

    def write(self, file: Path) -> None:
        """Keep a row for every tenth, and the last."""
        step = max(1, len(self._rows) // 10)
        rows = [*self._rows[step - 1 :: step], self._rows[-1]]
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")

    def __str__(self) -> str:
        last = self._rows[-1]
        return (
            f"{last['envelopes']} of {ENVELOPES} envelopes: {last['minutes']:.1f} min,"
            f" {last['memory_mb']:.1f} MB, store {last['store_mb']:.2f} MB"
        )


def _resident_kb() -> int:
    """What the process holds in memory (proc_pid_status(5))."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


def _bytes_in(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
