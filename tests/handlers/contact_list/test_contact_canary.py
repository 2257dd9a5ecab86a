"""A marked person gives all that can be given: it is in no log, page, count, audit or backup."""

import io
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from canaries import Findings, identity, leaks
from harness.contacts import ContactStage
from harness.running import KEY, TOKEN, from_bot, relay_harness
from opened import opened

from practice.people import NumberSharing
from practice.releases import DEPLOYED, NEWEST, OLDEST
from practice.signal_cli import Tuning
from relay.logs import logging_to
from relay.settings import LogSettings
from relay.store.copies import partition, snapshot

GIVEN = {
    "name": "Quincebridge Fenimore",
    "area": "Zirconette Fields",
    "interest": "marmalading",
    "speaks": "Volapukian",
    "reach": "fenimore-canary@example.org",
}
INVITED = "+447700900644"
PAGES = ("/metrics", "/healthz", "/", "/b/hackney", "/b/hackney/feed.atom")


@pytest.mark.parametrize("release", [OLDEST, DEPLOYED, NEWEST])
async def test_nothing_tells_who_is_on_the_list(tmp_path: Path, release: Any) -> None:
    log = io.StringIO()
    async with relay_harness(tmp_path, tuning=Tuning(release=release)) as stage:
        stage.mo = stage.signal.new_phone(
            "Zebulonia Lister", number="+447700900655", sharing=NumberSharing.SHOWN
        )
        stage.signal.new_phone("Ivy Invited", number=INVITED, sharing=NumberSharing.SHOWN)
        contacts = ContactStage(stage)
        who = identity("lister", stage.mo)
        found = Findings(who | GIVEN | {"invited": INVITED})
        with logging_to(log, LogSettings(level="debug"), (TOKEN,)):
            async with contacts.open(invitations_a_day=50):
                await contacts.enter(stage.mo, tuple(GIVEN.values()))
                await contacts.say(stage.mo, "contact list area Zirconette Fields")
                contacts.take(INVITED, "+447700900699")
                for _ in range(4):
                    await contacts.days(0.02)
                await contacts.say(stage.alex, "contacts")
                await contacts.say(stage.alex, "contacts export")
                await contacts.say(stage.alex, "members")
                async with ClientSession() as session:
                    for path in PAGES:
                        async with session.get(stage.server.make_url(path)) as response:
                            found.look(path, await response.read())
                for phone in (stage.alex, stage.bea):
                    for message in from_bot(phone):
                        assert leaks(message.text, who | GIVEN) == []
                        for file in message.attachments:
                            assert leaks(file.data, who | GIVEN) == []
                audit = stage.store._db.execute("SELECT * FROM audit").fetchall()
                assert "contacts-exported" in str(audit)
                found.look("audit", str(audit))
                # While it is kept it is sealed, in the store and in both files of a backup.
                store = opened(tmp_path / "relay.db", KEY)
                assert leaks(store, GIVEN) == []
                dated, confidential = _backup(tmp_path)
                found.look("dated backup", dated)
                assert leaks(confidential, GIVEN | {"invited": INVITED}) == []
                await contacts.say(stage.mo, "contact list off")
                await contacts.days(1)
                await stage.relay.tidy()
                await stage.settle()
            pages = opened(tmp_path / "relay.db", KEY)
            assert leaks(pages, who | GIVEN | {"invited": INVITED}) == []
    assert "delivered" in log.getvalue()
    found.look("log", log.getvalue())
    assert found.leaked == []


def _backup(folder: Path) -> tuple[bytes, bytes]:
    """What a backup that is kept for weeks holds, and what the newest one does."""
    copy, dated, other = (folder / name for name in ("copy.db", "dated.db", "other.db"))
    snapshot(folder / "relay.db", KEY, copy, lambda: False)
    partition(copy, KEY, dated=dated, confidential=other)
    return opened(dated, KEY), opened(other, KEY)
