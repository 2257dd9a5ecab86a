"""Marked people come to a caucus and go, and it is handed over: nobody else learns who they are."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from canaries import Findings, identity, leaks
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


def _dated(folder: Path) -> bytes:
    """What a backup that is kept for weeks holds."""
    copy, dated, other = (folder / name for name in ("copy.db", "dated.db", "other.db"))
    snapshot(folder / "relay.db", KEY, copy, lambda: False)
    partition(copy, KEY, dated=dated, confidential=other)
    return opened(dated, KEY)
