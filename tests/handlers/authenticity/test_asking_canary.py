"""Marked people ask about marked things: neither shows in a log, page, notice, audit or backup."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from canaries import Findings, identity, leaks
from harness.authenticity import Rumours, jpeg, picture
from harness.authenticity_set.pictures import KNOWN
from harness.running import KEY, TOKEN, from_bot, relay_harness
from opened import opened

from practice.people import NumberSharing
from practice.releases import DEPLOYED, NEWEST, OLDEST
from practice.signal_cli import Tuning
from relay.logs import logging_to
from relay.settings import LogSettings
from relay.store.copies import partition, snapshot

ASKED = "Quincebridge says: register at https://ourbranch-join.com/z?who=zirconette by noon"
PRIVATE = {"words": "Quincebridge", "query": "zirconette"}
PAGES = ("/metrics", "/healthz", "/", "/b/hackney", "/b/hackney/signed.json")


@pytest.mark.parametrize("release", [OLDEST, DEPLOYED, NEWEST])
async def test_nothing_tells_who_asked_nor_what_they_asked_about(
    tmp_path: Path, release: Any
) -> None:
    log = io.StringIO()
    async with relay_harness(tmp_path, tuning=Tuning(release=release)) as stage:
        stage.mo = stage.signal.new_phone(
            "Zebulonia Asker", number="+447700900655", sharing=NumberSharing.SHOWN
        )
        rumours = Rumours(stage)
        who = identity("asker", rumours.mo)
        found = Findings(who | PRIVATE)
        with logging_to(log, LogSettings(level="debug"), (TOKEN,)):
            async with rumours.open():
                for phone in (rumours.mo, rumours.ned, rumours.sam):
                    await rumours.check(phone, ASKED)
                await rumours.check(
                    rumours.mo, "", attachments=[picture(jpeg(KNOWN["photo-1"]), "Zebulonia.jpg")]
                )
                assert "3 people have asked me" in rumours.last(rumours.alex)
                async with ClientSession() as session:
                    for path in PAGES:
                        async with session.get(stage.server.make_url(path)) as response:
                            found.look(path, await response.read())
                for phone in (rumours.alex, rumours.bea):
                    for message in from_bot(phone):
                        assert leaks(message.text, who | PRIVATE) == []
                found.look("audit", str(stage.store._db.execute("SELECT * FROM audit").fetchall()))
                for name in ("dated", "confidential"):
                    found.look(name, _copies(tmp_path)[name])
                await stage.wait(timedelta(days=15))
                await stage.relay.tidy()
                await stage.settle()
                await stage.wait(timedelta(minutes=2))
            assert leaks(opened(tmp_path / "relay.db", KEY), PRIVATE) == []
    assert "delivered" in log.getvalue()
    found.look("log", log.getvalue())
    assert found.leaked == []


def _copies(folder: Path) -> dict[str, bytes]:
    """What the two files of a backup hold."""
    copy = folder / "copy.db"
    snapshot(folder / "relay.db", KEY, copy, lambda: False)
    dated, confidential = folder / "dated.db", folder / "confidential.db"
    for file in (dated, confidential):
        file.unlink(missing_ok=True)
    partition(copy, KEY, dated=dated, confidential=confidential)
    return {"dated": opened(dated, KEY), "confidential": opened(confidential, KEY)}
