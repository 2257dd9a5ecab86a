"""A marked moderator: who they are shows in no log, page, audit or dated backup, nor to members."""

import io
from datetime import timedelta
from pathlib import Path

from aiohttp import ClientSession
from canaries import Findings, identity, leaks
from harness.mandates import Mandating
from harness.running import KEY, TOKEN, from_bot, relay_harness, team
from opened import opened

from practice.people import NumberSharing
from relay.logs import logging_to
from relay.settings import LogSettings, SafeguardingSettings
from relay.store.copies import partition, snapshot

WHY = "Quincebridge was never answered"
PAGES = ("/metrics", "/healthz", "/", "/b/hackney", "/b/hackney/feed.atom")


async def test_nothing_tells_who_moderates_or_who_is_an_officer_too(tmp_path: Path) -> None:
    log = io.StringIO()
    async with relay_harness(tmp_path) as stage:
        stage.mo = stage.signal.new_phone(
            "Zebulonia Moderator", number="+447700900655", sharing=NumberSharing.SHOWN
        )
        stage.safeguarding = SafeguardingSettings(
            teams=(team("hackney", (stage.mo, "Zirconette officer")),)
        )
        mandating = Mandating(stage)
        who = identity("moderator", mandating.mo)
        found = Findings(who | {"why": WHY})
        with logging_to(log, LogSettings(level="debug"), (TOKEN,)):
            async with mandating.open():
                line = await mandating.code(mandating.mo, "moderate both")
                found.look("log", log.getvalue())
                number = await mandating.propose(line, mandating.alex)
                await mandating.say(mandating.bea, f"agree {number}")
                await mandating.say(mandating.mo, "moderate yes")
                await mandating.say(mandating.ned, "moderators")
                number = await mandating.propose(f"moderators end 1: {WHY}", mandating.alex)
                await mandating.say(mandating.bea, "moderators")
                async with ClientSession() as session:
                    for path in PAGES:
                        async with session.get(stage.server.make_url(path)) as response:
                            found.look(path, await response.read())
                # By name as in Signal only, and never as an officer.
                for phone in (mandating.alex, mandating.bea, mandating.cai):
                    for message in from_bot(phone):
                        assert leaks(message.text, {"id": mandating.mo.aci}) == []
                        assert leaks(message.text, {"number": "+447700900655"}) == []
                        assert "officer" not in message.text.casefold()
                for message in from_bot(mandating.ned):
                    assert leaks(message.text, who) == []
                for message in from_bot(mandating.ned, mandating.group):
                    assert leaks(message.text, who) == []
                await mandating.say(mandating.bea, f"agree {number}")
                audit = str(stage.store._db.execute("SELECT * FROM audit").fetchall())
                assert "name-mandate" in audit
                assert "end-mandate" in audit
                found.look("audit", audit)
                found.look("dated backup", _dated(tmp_path))
                await stage.wait(timedelta(days=15))
                await stage.relay.tidy()
                await stage.settle()
            kept = opened(tmp_path / "relay.db", KEY)
            assert leaks(kept, {"name": "Zebulonia", "why": WHY}) == []
    found.look("log", log.getvalue())
    assert found.leaked == []


def _dated(folder: Path) -> bytes:
    """What a backup that is kept for weeks holds."""
    copy, dated, other = (folder / name for name in ("copy.db", "dated.db", "other.db"))
    snapshot(folder / "relay.db", KEY, copy, lambda: False)
    partition(copy, KEY, dated=dated, confidential=other)
    return opened(dated, KEY)
