"""Somebody who has done everything asks what is kept, is forgotten, and is nowhere any more."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from canaries import Findings, identity, leaks
from harness.remembered import WORDS, Remembered
from harness.running import KEY, TOKEN, relay_harness
from opened import opened

from handlers.holders import HOLDERS
from handlers.personal_data.texts import held_by_all
from practice.releases import DEPLOYED, NEWEST, OLDEST
from practice.signal_cli import Tuning
from relay.logs import logging_to
from relay.personal_data.register import register
from relay.settings import LogSettings
from relay.store.copies import partition, snapshot

OFFICIALS = {"admins", "officers", "people in posts"}
TABLES = register().tables.values()
OF_OTHERS = {"on_its_way"} | {
    item
    for item in {one.about_me for one in TABLES}
    if all(set(one.people) <= OFFICIALS for one in TABLES if one.about_me == item)
}
"""What only an admin or an officer has; and what is said of reminders once one was sent."""

PAGES = ("/metrics", "/healthz", "/", "/privacy", "/b/hackney", "/b/hackney/feed.atom")


@pytest.mark.parametrize("release", [OLDEST, DEPLOYED, NEWEST])
async def test_who_is_forgotten_is_nowhere_any_more(tmp_path: Path, release: Any) -> None:
    log = io.StringIO()
    async with relay_harness(tmp_path, tuning=Tuning(release=release)) as stage:
        cast = Remembered(stage)
        who = identity("Zeb", cast.zeb)
        marks = who | WORDS
        found = Findings(marks)
        with logging_to(log, LogSettings(level="debug"), (TOKEN,)):
            async with cast.running():
                number = await cast.do_everything()
                await cast.report()
                services = stage.relay.services
                named = {one.item for one in held_by_all(services, cast.zeb.aci)}
                assert named == frozenset().union(*(one.items for one in HOLDERS)) - OF_OTHERS
                before = leaks(opened(tmp_path / "relay.db", KEY), marks)
                assert {"Zeb's account", "advert", "suggested group"} <= set(before)
                said = await cast.say(cast.zeb, "about me")
                for text in ("report", "complaint"):
                    assert leaks(said, {text: WORDS[text]}) == []
                shown = await cast.say(cast.zeb, "forget me")
                assert f"(number {number})" in shown
                done = await cast.say(cast.zeb, "leave")
                assert "It is destroyed." in done
                assert f"What was decided about you (number {number})" in done
                await cast.look()
                assert "There was nothing more to destroy" in "".join(
                    [await cast.play(cast.zeb, "forget me", "yes")]
                )
                assert cast.zeb.aci not in cast.chat.members | cast.board.members
                assert stage.store.backups.is_stale()
                async with ClientSession() as session:
                    for path in PAGES:
                        async with session.get(stage.server.make_url(path)) as response:
                            found.look(path, await response.read())
                await stage.wait(timedelta(minutes=2))
                await stage.relay.tidy()
                await stage.wait(timedelta(minutes=2))
                found.look("audit", str(stage.store._db.execute("SELECT * FROM audit").fetchall()))
                found.look("store while it runs", opened(tmp_path / "relay.db", KEY))
                for name, data in _backup(tmp_path).items():
                    found.look(name, data)
            found.look("store", opened(tmp_path / "relay.db", KEY))
    assert "delivered" in log.getvalue()
    found.look("log", log.getvalue())
    assert found.leaked == []


def _backup(folder: Path) -> dict[str, bytes]:
    """What a backup that is made now holds, file by file."""
    copy, dated, newest = (folder / name for name in ("copy.db", "dated.db", "newest.db"))
    snapshot(folder / "relay.db", KEY, copy, lambda: False)
    partition(copy, KEY, dated=dated, confidential=newest)
    return {"dated": opened(dated, KEY), "newest": opened(newest, KEY)}
