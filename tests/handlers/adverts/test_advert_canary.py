"""A marked member puts in adverts: who it is shows in no log, page, message, audit or backup."""

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from canaries import Findings, identity, leaks, photograph
from harness.adverts import Board
from harness.running import KEY, TOKEN, from_bot, relay_harness
from opened import opened

from practice.attachments import Attachment
from practice.people import NumberSharing
from practice.releases import DEPLOYED, NEWEST, OLDEST
from practice.signal_cli import Tuning
from relay.logs import logging_to
from relay.settings import LogSettings
from relay.store.copies import partition, snapshot

WORDS = "Quincebridge sofa to give away"
REFUSED = "Zirconette chairs that nobody wanted"
PLACE = "EXIFcanary-51.54N"
PAGES = ("/metrics", "/healthz", "/", "/b/hackney", "/b/hackney/feed.atom")


@pytest.mark.parametrize("release", [OLDEST, DEPLOYED, NEWEST])
async def test_nothing_tells_whose_an_advert_is(tmp_path: Path, release: Any) -> None:
    log = io.StringIO()
    async with relay_harness(tmp_path, tuning=Tuning(release=release)) as stage:
        stage.mo = stage.signal.new_phone(
            "Zebulonia Seller", number="+447700900655", sharing=NumberSharing.SHOWN
        )
        board = Board(stage)
        who = identity("writer", board.mo)
        found = Findings(who | {"words": WORDS, "refused": REFUSED, "place": PLACE})
        with logging_to(log, LogSettings(level="debug"), (TOKEN,)):
            async with board.open():
                await board.say(board.mo, f"advert {REFUSED}")
                await board.say(board.mo, "yes")
                await board.say(board.bea, "advert no 1 3")
                picture = Attachment(photograph(PLACE), "image/jpeg", "Zebulonia.jpg")
                await board.say(board.mo, f"advert {WORDS}", attachments=[picture])
                await board.say(board.mo, "A sofa")
                await board.say(board.mo, "yes")
                await board.say(board.cai, "advert yes 2")
                async with ClientSession() as session:
                    for path in PAGES:
                        async with session.get(stage.server.make_url(path)) as response:
                            found.look(path, await response.read())
                for phone in (stage.alex, board.bea, board.cai, board.ned):
                    for place in (None, board.group):
                        for message in from_bot(phone, place):
                            assert leaks(message.text, who) == []
                            for file in message.attachments:
                                assert leaks(file.data, who | {"place": PLACE}) == []
                audit = stage.store._db.execute("SELECT * FROM audit").fetchall()
                assert "advert-agreed" in str(audit)
                found.look("audit", str(audit))
                found.look("dated backup", _dated(tmp_path))
                assert leaks(opened(tmp_path / "relay.db", KEY), {"words": WORDS}) == ["words"]
                await stage.wait(timedelta(days=15))
                await stage.wait(timedelta(days=8))
                await stage.relay.tidy()
                await stage.settle()
            pages = opened(tmp_path / "relay.db", KEY)
            assert leaks(pages, who | {"words": WORDS, "refused": REFUSED}) == []
    assert "delivered" in log.getvalue()
    found.look("log", log.getvalue())
    assert found.leaked == []


def _dated(folder: Path) -> bytes:
    """What a backup that is kept for weeks holds."""
    copy, dated, other = (folder / name for name in ("copy.db", "dated.db", "other.db"))
    snapshot(folder / "relay.db", KEY, copy, lambda: False)
    partition(copy, KEY, dated=dated, confidential=other)
    return opened(dated, KEY)
