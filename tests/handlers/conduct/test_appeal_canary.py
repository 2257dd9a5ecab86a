"""Marked people complain, talk, appeal and decide: who they are shows nowhere it must not."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from canaries import Findings, identity, leaks
from harness.running import KEY, TOKEN, from_bot, relay_harness
from harness.talking import Talking
from opened import opened

from practice.people import NumberSharing
from practice.phones import Phone
from practice.releases import DEPLOYED, NEWEST, OLDEST
from practice.signal_cli import Tuning
from relay.conduct.decisions.decision import Step
from relay.logs import logging_to
from relay.settings import LogSettings
from relay.store.copies import partition, snapshot

WORDS = {
    "talk": "Quincebridge was closed that day",
    "appeal": "Zirconette was only quoted",
    "reason": "Marmalade of a reason",
}
PAGES = ("/metrics", "/healthz", "/", "/b/hackney", "/b/hackney/feed.atom")


def _marked(talking: Talking) -> dict[str, Phone]:
    def phone(name: str, number: int) -> Phone:
        shown = NumberSharing.SHOWN
        return talking.stage.signal.new_phone(name, number=f"+44770090{number}", sharing=shown)

    talking.mo = phone("Moriartha Person", 1001)
    talking.kim = phone("Kimberolina Complainer", 1002)
    talking.fay = phone("Fayantha Friend", 1003)
    talking.bea = phone("Beatrixine Moderator", 1004)
    talking.gus = phone("Gustaphine Moderator", 1005)
    talking.moderators = (talking.bea, talking.cai, talking.gus)
    return {
        "person": talking.mo,
        "complainer": talking.kim,
        "friend": talking.fay,
        "decider": talking.bea,
        "reviewer": talking.gus,
    }


@pytest.mark.parametrize("release", [OLDEST, DEPLOYED, NEWEST])
async def test_nothing_tells_who_talks_appeals_or_decides(tmp_path: Path, release: Any) -> None:
    log = io.StringIO()
    async with relay_harness(tmp_path, tuning=Tuning(release=release)) as stage:
        talking = Talking(stage)
        people = _marked(talking)
        marks = {role: identity(role, phone) for role, phone in people.items()}
        who = {name: mark for one in marks.values() for name, mark in one.items()}
        found = Findings(who | WORDS)
        with logging_to(log, LogSettings(level="debug"), (TOKEN,)):
            async with talking.open(talking.hackney(record_days=30), talking.camden()):
                number = await talking.begin("Hello")
                said = await talking.say(talking.mo, "talk bring")
                code = said.split("talk with ")[1].split()[0]
                await talking.say(talking.fay, f"talk with {code}")
                await talking.say(talking.mo, WORDS["talk"])
                await talking.say(talking.gus, f"talk {number}")
                talking.decide(Step.NOTE, matter=number, reason=WORDS["reason"])
                await stage.settle()
                await talking.say(talking.mo, f"appeal {number} {WORDS['appeal']}")
                await talking.say(talking.gus, f"appeal {number}")
                await talking.say(talking.gus, f"appeal {number} overturn It was a quotation")
                await talking.say(talking.gus, "yes")
                await talking.say(talking.gus, "decisions")
                async with ClientSession() as session:
                    for path in PAGES:
                        async with session.get(stage.server.make_url(path)) as response:
                            found.look(path, await response.read())
                for role, phone in people.items():
                    others = {n: m for r, one in marks.items() if r != role for n, m in one.items()}
                    for message in from_bot(phone):
                        assert leaks(message.text, others) == [], role
                for phone in (stage.alex, talking.sam, talking.dee):
                    for message in from_bot(phone):
                        assert leaks(message.text, who | WORDS) == []
                for message in from_bot(talking.kim):
                    assert leaks(message.text, WORDS) == []
                audit = stage.store._db.execute("SELECT * FROM audit").fetchall()
                found.look("audit", str(audit))
                found.look("dated backup", _dated(tmp_path))
                found.look("rows", _rows(talking))
                await stage.wait(timedelta(days=31))
                await stage.relay.tidy()
                await stage.settle()
            pages = opened(tmp_path / "relay.db", KEY)
            quiet = {role: one for role, one in marks.items() if role in ("person", "friend")}
            gone = {name: mark for one in quiet.values() for name, mark in one.items()}
            assert leaks(pages, gone | WORDS) == []
    assert "delivered" in log.getvalue()
    found.look("log", log.getvalue())
    assert found.leaked == []


def _rows(talking: Talking) -> str:
    """Every row that is about conduct, as whoever has the key of the store reads it."""
    database = talking.stage.store._db
    names = database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'conduct%'"
        " AND name NOT LIKE 'conduct_proposals'"
    ).fetchall()
    tables = [name for (name,) in names] + ["outbox", "inbox", "conversations"]
    questions = [f"SELECT * FROM {name}" for name in tables]  # noqa: S608 -- names of ours
    return "".join(str(database.execute(question).fetchall()) for question in questions)


def _dated(folder: Path) -> bytes:
    """What a backup that is kept for weeks holds."""
    copy, dated, other = (folder / name for name in ("copy.db", "dated.db", "other.db"))
    snapshot(folder / "relay.db", KEY, copy, lambda: False)
    partition(copy, KEY, dated=dated, confidential=other)
    return opened(dated, KEY)
