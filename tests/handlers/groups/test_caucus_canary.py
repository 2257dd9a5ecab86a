"""Marked people come to a caucus and go, and it is handed over: nobody else learns who they are."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from canaries import Findings, identity, leaks
from harness.doors import CAUCUS, Doorstep
from harness.groups import Kept
from harness.running import KEY, TOKEN, RelayHarness, from_bot, relay_harness
from opened import opened

from practice.people import NumberSharing
from practice.phones import Phone
from practice.releases import RELEASES
from practice.signal_cli import Tuning
from relay.logs import logging_to
from relay.settings import LogSettings
from relay.settings.groups import GroupKind
from relay.store.copies import partition, snapshot

PAGES = ("/metrics", "/healthz", "/", "/b/hackney", "/b/hackney/feed.atom")


def marked(stage: RelayHarness, name: str, digits: int) -> Phone:
    """Somebody by whose name, number and account a trace of them is known."""
    number = f"+4477009007{digits:02}"
    return stage.signal.new_phone(name, number=number, sharing=NumberSharing.SHOWN)


@pytest.mark.parametrize("release", RELEASES)
async def test_nobody_learns_who_came_to_a_caucus_or_left_it(tmp_path: Path, release: Any) -> None:
    log = io.StringIO()
    async with relay_harness(tmp_path, tuning=Tuning(release=release)) as stage:
        keeper = stage.mo
        came, left, stayed = (
            marked(stage, name, index)
            for index, name in enumerate(("Zebulonia Came", "Valerianna Left", "Wilhelmena Stayed"))
        )
        marks = identity("came", came) | identity("left", left) | identity("stayed", stayed)
        found = Findings(marks)
        group = stage.group("corner", keeper, left, stayed, only_admins=False)
        caucus = Kept(stage, group)
        declared = {"kind": GroupKind.CAUCUS, "name": "Quiet corner", "keepers": (keeper.aci,)}
        with logging_to(log, LogSettings(level="debug"), (TOKEN,)):
            async with caucus.kept(**declared):
                chat = stage.signal.world.group_chat(group.internal_id)
                stage.signal.world.join(chat, came.aci)
                stage.signal.world.leave(chat, left.aci)
                await caucus.look()
                # What an admin who is no keeper can ask for, and whoever is in no group.
                for text in ("groups check", "groups take 1", "help", "status"):
                    said = await stage.say(stage.alex, text)
                    found.look(text, "\n".join(said))
                found.look("stranger", "\n".join(await stage.say(stage.bea, "groups")))
                await caucus.ask("groups hand over 1")
                await caucus.ask("yes")
                await caucus.look()
                assert group.admins == {keeper.aci}
                async with ClientSession() as session:
                    for path in PAGES:
                        async with session.get(stage.server.make_url(path)) as response:
                            found.look(path, await response.read())
                for phone in (stage.alex, stage.bea, keeper, stayed):
                    for place in (None, group):
                        said = [one.text for one in from_bot(phone, place)]
                        found.look(f"{phone.person.name}'s phone", "\n".join(said))
                audit = stage.store._db.execute("SELECT * FROM audit").fetchall()
                assert "hand-over-group" in str(audit)
                found.look("audit", str(audit))
                found.look("dated backup", _dated(tmp_path))
                # Whoever has just come is known until they are welcomed.
                await stage.wait(timedelta(hours=2))
                await caucus.look()
                await stage.relay.tidy()
                await stage.settle()
        pages = opened(tmp_path / "relay.db", KEY)
        assert leaks(pages, {"keeper": keeper.aci}) == []
        found.look("store", pages)
    assert "delivered" in log.getvalue()
    found.look("log", log.getvalue())
    assert found.leaked == []


@pytest.mark.parametrize("release", RELEASES)
async def test_only_its_keepers_learn_who_asked_and_was_let_in_or_not(
    tmp_path: Path, release: Any
) -> None:
    log = io.StringIO()
    async with relay_harness(tmp_path, tuning=Tuning(release=release)) as stage:
        door = Doorstep(stage)
        let_in = marked(stage, "Zebulonia Letin", 11)
        refused = marked(stage, "Valerianna Turned", 12)
        who = identity("let in", let_in) | identity("refused", refused)
        reason = "Quincebridge is where I come from"
        found = Findings(who | {"reason": reason})
        with logging_to(log, LogSettings(level="debug"), (TOKEN,)):
            async with door.kept():
                wanted = await _asked(door, let_in, reason)
                await door.say(door.kit, f"let in {wanted}")
                await door.look()
                assert let_in.aci in {*door.caucus.members, *door.caucus.invited}
                wanted = await _asked(door, refused, reason)
                await door.say(door.kit, f"turn away {wanted}")
                await door.look()
                assert refused.aci not in {*door.caucus.members, *door.caucus.invited}
                assert let_in.aci in door.caucus.members
                await door.say(let_in, f"leave {CAUCUS}")
                await door.say(let_in, "yes")
                await door.look()
                assert let_in.aci not in door.caucus.members
                for text in ("groups", "groups check", "requests", "status"):
                    found.look(f"an admin's {text}", await door.say(door.alex, text))
                    found.look(f"a member's {text}", await door.say(door.mo, text))
                async with ClientSession() as session:
                    for path in PAGES:
                        async with session.get(stage.server.make_url(path)) as response:
                            found.look(path, await response.read())
                for phone in (door.alex, door.mo, door.nat, stage.bea):
                    for place in (None, door.chat, door.committee):
                        said = [one.text for one in from_bot(phone, place)]
                        found.look(f"{phone.person.name}'s phone", "\n".join(said))
                assert from_bot(door.kit, door.caucus) == []
                audit = stage.store._db.execute("SELECT * FROM audit").fetchall()
                found.look("audit", str(audit))
                assert "let-in" not in str(audit)
                found.look("dated backup", _dated(tmp_path))
                await stage.wait(timedelta(days=15))
                await door.look()
                await stage.relay.tidy()
                await stage.settle()
        found.look("store", opened(tmp_path / "relay.db", KEY))
    assert "delivered" in log.getvalue()
    found.look("log", log.getvalue())
    assert found.leaked == []


async def _asked(door: Doorstep, who: Phone, reason: str) -> str:
    """Agree to the standards and to show one's number, give a reason; return the request."""
    for text in (f"join {CAUCUS}", "yes", "yes", reason):
        await door.say(who, text)
    return from_bot(door.kit)[-1].text.split(":")[0]


def _dated(folder: Path) -> bytes:
    """What a backup that is kept for weeks holds."""
    copy, dated, other = (folder / name for name in ("copy.db", "dated.db", "other.db"))
    snapshot(folder / "relay.db", KEY, copy, lambda: False)
    partition(copy, KEY, dated=dated, confidential=other)
    return opened(dated, KEY)
