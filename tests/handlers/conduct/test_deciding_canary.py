"""Marked people and words go through decisions: who sees whom, and what is left in the store."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from canaries import Findings, identity, leaks
from harness.deciding import REMOVAL, STANDARD, TIMEOUT, Moot
from harness.running import KEY, TOKEN, RelayHarness, from_bot, relay_harness
from opened import opened

from practice.faults import Fault
from practice.people import NumberSharing
from practice.phones import Phone
from practice.releases import DEPLOYED, NEWEST, OLDEST
from practice.signal_cli import Tuning
from relay.conduct.tables.decisions import EffectTable
from relay.logs import logging_to
from relay.settings import LogSettings
from relay.settings.groups import GroupKind, GroupSettings
from relay.store.copies import partition, snapshot

EFFECT, REASON = "Quincebridge people have left", "Zirconette words went on for days"
PAGES = ("/metrics", "/healthz", "/", "/b/hackney", "/b/hackney/feed.atom")


def _texts(moot: Moot, who: Phone) -> str:
    places = [None, *(group for group in moot.groups if moot.is_in(who, group))]
    return "\n".join(one.text for place in places for one in from_bot(who, place))


async def _decided(moot: Moot, by: Phone, step: str, *answers: str) -> int:
    number = moot.matter()
    for text in (f"decide {number}", "no", STANDARD, EFFECT, REASON, step, *answers, "yes"):
        await moot.say(by, text)
    return number


@pytest.mark.parametrize("release", [OLDEST, DEPLOYED, NEWEST])
async def test_nothing_tells_who_decided_or_whom_it_is_about(tmp_path: Path, release: Any) -> None:
    log = io.StringIO()
    async with relay_harness(tmp_path, tuning=Tuning(release=release)) as stage:
        stage.mo = stage.signal.new_phone(
            "Zebulonia Person", number="+447700900655", sharing=NumberSharing.SHOWN
        )
        stage.bea = stage.signal.new_phone(
            "Balthazara Decider", number="+447700900656", sharing=NumberSharing.SHOWN
        )
        moot = Moot(stage)
        person, decider = identity("person", moot.mo), identity("decider", moot.bea)
        complainer = {"complainer": moot.ned.aci, "complainer's name": moot.ned.person.name}
        words = {"effect": EFFECT, "reason": REASON}
        found = Findings(person | decider | complainer | words)
        with logging_to(log, LogSettings(level="debug"), (TOKEN,)):
            async with moot.open():
                number = await _decided(moot, moot.bea, TIMEOUT, "all", "3")
                await moot.say(moot.cai, f"decision yes {number}")
                await moot.look()
                assert not moot.is_in(moot.mo, moot.chat)
                await stage.wait(timedelta(days=3))
                await moot.look()
                other = await _decided(moot, moot.bea, REMOVAL)
                await moot.say(moot.cai, f"decision yes {other}")
                await moot.look()
                async with ClientSession() as session:
                    for path in PAGES:
                        async with session.get(stage.server.make_url(path)) as response:
                            found.look(path, await response.read())
                assert leaks(_texts(moot, moot.mo), decider | complainer) == []
                assert leaks(_texts(moot, moot.ned), decider | person | words) == []
                assert leaks(_texts(moot, moot.alex), decider | person | words) == []
                named = {"person's name"}
                for moderator in (moot.cai, moot.dee):
                    read = leaks(_texts(moot, moderator), person | decider | complainer)
                    assert set(read) <= named
                assert REASON in _texts(moot, moot.mo)
                found.look("audit", str(stage.store._db.execute("SELECT * FROM audit").fetchall()))
                found.look("dated backup", _dated(tmp_path))
                assert stage.store[EffectTable].all() == []
                await stage.relay.tidy()
                await stage.wait(timedelta(minutes=5))
            assert leaks(opened(tmp_path / "relay.db", KEY), words) == []
    assert "delivered" in log.getvalue()
    found.look("log", log.getvalue())
    assert found.leaked == []


async def test_who_is_in_a_private_group_is_told_to_its_keepers_alone(
    on_stage: RelayHarness,
) -> None:
    moot = Moot(on_stage)
    kit = on_stage.signal.new_phone("Kit Keeper")
    caucus = on_stage.group("Night caucus", moot.mo, kit, only_admins=False)
    declared = moot.declaration()
    private = GroupSettings(
        id=caucus.api_id, kind=GroupKind.CAUCUS, name="Night caucus", keepers=(kit.aci,)
    )
    async with moot.open(groups=(*declared.groups, private)):
        await moot.say(on_stage.alex, "groups keep 4")
        await moot.say(on_stage.alex, "yes")
        await moot.look()
        asked = await moot.until_step(moot.bea, moot.matter())
        assert "Night caucus" not in asked + await moot.say(moot.bea, "3")
        await moot.say(moot.bea, "no")
        path = f"/v1/groups/{on_stage.signal.number}/{caucus.api_id}/members"
        for _ in range(5):
            on_stage.signal.faults.add(Fault("refuse", method="DELETE", path=path, text="No"))
        number = await _decided(moot, moot.bea, REMOVAL)
        await moot.say(moot.cai, f"decision yes {number}")
        for _ in range(4):
            await moot.look()
            await on_stage.wait(timedelta(minutes=11))
        assert "Mo Member is not in Night caucus" in _texts(moot, kit)
        assert REASON not in _texts(moot, kit)
        for who in (moot.bea, moot.cai, moot.dee, on_stage.alex, moot.ned):
            said = [one.text for one in from_bot(who)]
            assert not [one for one in said if "Night" in one and "Mo Member" in one]


def _dated(folder: Path) -> bytes:
    """What a backup that is kept for weeks holds."""
    copy, dated, other = (folder / name for name in ("copy.db", "dated.db", "other.db"))
    snapshot(folder / "relay.db", KEY, copy, lambda: False)
    partition(copy, KEY, dated=dated, confidential=other)
    return opened(dated, KEY)
