"""Marked people write marked words in groups: neither shows in a log, a page or the store."""

import io
from datetime import timedelta

from aiohttp import ClientSession
from canaries import Findings, identity, leaks
from harness.moderated import Moderated
from harness.running import KEY, TOKEN, RelayHarness
from opened import opened

from practice.attachments import Attachment
from practice.people import NumberSharing
from relay.logs import logging_to
from relay.settings import LogSettings

PAGES = ("/metrics", "/healthz", "/", "/b/hackney", "/b/hackney/feed.atom")
WORDS = {
    "words": "Quaggafaced Xylotomist",
    "edited": "Brimborionic Usufruct",
    "long": "Floccinaucical Widdershins",
    "caption": "Zugzwanged Ombrophile",
    "file": "vituperative-abecedarian.jpg",
}


async def test_nothing_tells_what_was_said_in_a_group_or_by_whom(
    on_stage: RelayHarness,
) -> None:
    stage = on_stage
    place = Moderated(stage)
    zoe = stage.signal.new_phone(
        "Zebulonia Vox", number="+447700900681", sharing=NumberSharing.SHOWN
    )
    world = stage.signal.world
    for group in place.groups:
        world.join(world.group_chat(group.internal_id), zoe.aci)
    who = identity("writer", zoe)
    found = Findings(WORDS | who)
    picture = Attachment(b"\xff\xd8\xff\xd9", "image/jpeg", WORDS["file"])
    log = io.StringIO()
    with logging_to(log, LogSettings(level="debug"), (TOKEN,)):
        async with place.moderated(flood_pause="30m"):
            await stage.relay.names.look()
            first = await place.says(zoe, WORDS["words"])
            zoe.edit(first, WORDS["edited"], to=place.chat)
            zoe.say(f"{WORDS['long']} " * 200, to=place.chat)
            zoe.say(WORDS["caption"], to=place.chat, attachments=[picture])
            zoe.say("", to=place.chat, attachments=[picture])
            await stage.settle()
            services = stage.relay.services
            texts = (WORDS["words"], WORDS["edited"], f"{WORDS['long']} " * 20, WORDS["caption"])
            assert {one.author for text in texts for one in place.found(text)} == {zoe.aci}
            assert all(place.found(text) for text in texts)
            [listed] = [one for one in services.hearing.people.listed(1) if "Zeb" in one.name]
            # Whatever a conversation shows or keeps of it by accident.
            found.look("repr", repr((place.found(WORDS["words"]), listed)))
            async with ClientSession() as session:
                for path in PAGES:
                    async with session.get(stage.server.make_url(path)) as response:
                        found.look(path, await response.read())
            found.look("check", await stage.ask(stage.alex, "groups check"))
        found.look("store", opened(stage.folder / "relay.db", KEY))
        async with stage.running(*stage.relay.settings.branches):
            await stage.relay.directory.refresh()
            # The writer floods the groups, and only moderators read who it is.
            for group in place.groups:
                zoe.say(WORDS["words"], to=group)
            await place.look()
            [told] = place.told(place.mia)
            assert leaks(told, WORDS) == []
            await stage.wait(timedelta(hours=49))
            await stage.relay.tidy()
            await stage.settle()
        found.look("store afterwards", opened(stage.folder / "relay.db", KEY))
    assert "delivered" in log.getvalue()
    found.look("log", log.getvalue())
    assert found.leaked == []
