"""Marked people ask a caucus, come, leave and are refused: only its keepers hear of it."""

import io

from aiohttp import ClientSession
from canaries import Findings, identity, leaks
from harness.doors import CAUCUS, Doorstep
from harness.running import KEY, TOKEN, RelayHarness
from opened import opened

from relay.logs import logging_to
from relay.settings import LogSettings

REASON = "I am Quillonia and out to nobody"
PAGES = ("/metrics", "/healthz", "/", "/b/hackney", "/b/hackney/feed.atom")


async def test_nothing_tells_who_asked_a_caucus_came_left_or_was_refused(
    on_stage: RelayHarness,
) -> None:
    door = Doorstep(on_stage)
    came = on_stage.signal.new_phone("Zebulonia Came", number="+447700900611")
    refused = on_stage.signal.new_phone("Wilhelmena Refused", number="+447700900612")
    people = {"came": came, "refused": refused}
    marks = {key: mark for who, one in people.items() for key, mark in identity(who, one).items()}
    found = Findings(marks | {"reason": REASON})
    log = io.StringIO()
    with logging_to(log, LogSettings(level="debug"), (TOKEN,)):
        async with door.kept():
            before = [len(door.heard(one)) for one in (door.alex, door.mo)]
            number = await door.asked(came, CAUCUS, REASON)
            await door.say(door.kit, f"let in {number}")
            await door.look()
            assert came.aci in door.caucus.members
            number = await door.asked(refused, CAUCUS, REASON)
            await door.say(door.kay, f"turn away {number}")
            await door.say(came, f"leave {CAUCUS}")
            await door.look()
            assert came.aci not in door.caucus.members
            heard = [
                door.heard(one, since)
                for one, since in zip((door.alex, door.mo), before, strict=True)
            ]
            assert heard == [[], []]
            async with ClientSession() as session:
                for path in PAGES:
                    async with session.get(on_stage.server.make_url(path)) as response:
                        found.look(path, await response.read())
            found.look("check", await door.say(door.alex, "groups check"))
            await on_stage.relay.tidy()
            await on_stage.settle()
        pages = opened(on_stage.folder / "relay.db", KEY)
        assert leaks(pages, {"chat": "Hackney chat"}) == ["chat"]
        assert leaks(pages, {"reason": REASON} | identity("refused", refused)) == []
    assert "delivered" in log.getvalue()
    found.look("log", log.getvalue())
    assert found.leaked == []
