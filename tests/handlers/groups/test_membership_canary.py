"""Marked people come, ask, hang and leave: who they are shows in no log, page, byte or message."""

import io
from datetime import timedelta

from aiohttp import ClientSession
from canaries import Findings, identity, leaks
from harness.newcomers import Comings
from harness.running import KEY, TOKEN, RelayHarness, from_bot
from opened import opened

from practice.groups import LinkState
from practice.people import NumberSharing
from practice.phones import Phone
from relay.groups.newcomers import AGAIN_AFTER, INVITED_FOR
from relay.logs import logging_to
from relay.settings import LogSettings

PAGES = ("/metrics", "/healthz", "/", "/b/hackney", "/b/hackney/feed.atom")


def marked(stage: RelayHarness, name: str, digits: int) -> Phone:
    """Somebody by whose name, number and account a trace of them is known."""
    number = f"+4477009006{digits:02}"
    return stage.signal.new_phone(name, number=number, sharing=NumberSharing.SHOWN)


async def test_nothing_tells_who_came_asked_hung_or_left(on_stage: RelayHarness) -> None:
    stage = on_stage
    came, hung, left = (
        marked(stage, name, index)
        for index, name in enumerate(("Zebulonia Came", "Wilhelmena Hangs", "Valerianna Left"))
    )
    asked = marked(stage, "Yolandrix Asked", 7)
    people = (("came", came), ("hung", hung), ("left", left), ("asked", asked))
    marks = {key: mark for who, one in people for key, mark in identity(who, one).items()}
    silent = {key: mark for who, one in people[:3] for key, mark in identity(who, one).items()}
    found = Findings(marks)
    chat = stage.group("Hackney chat", stage.mo, left, only_admins=False)
    private = stage.group("Lavender", stage.mo, only_admins=False)
    comings = Comings(stage, chat, private)
    log = io.StringIO()
    with logging_to(log, LogSettings(level="debug"), (TOKEN,)):
        async with comings.running():
            for group in (chat, private):
                comings.put_in(came, group)
            hung.person.profile_key = False
            world = stage.signal.world
            world.add_or_invite(world.group_chat(private.internal_id), hung.aci)
            comings.take_out(left)
            private.link = LinkState.WITH_APPROVAL
            asked.ask_to_join(private)
            world.fetch_group(world.group_chat(private.internal_id))
            await comings.look()
            await comings.pass_time(INVITED_FOR, turns=6)
            assert len(comings.said_to(came)) == 1
            assert len(comings.said_to(hung)) == 1
            assert comings.said_to(left) == []
            assert comings.said_to(asked) != []
            async with ClientSession() as session:
                for path in PAGES:
                    async with session.get(stage.server.make_url(path)) as response:
                        found.look(path, await response.read())
            found.look("check", await stage.ask(stage.alex, "groups check"))
            everybody = (stage.alex, stage.mo, came, hung)
            for phone in everybody:
                for place in (None, chat, private):
                    said = "\n".join(one.text for one in from_bot(phone, place))
                    assert leaks(said, silent) == []
            assert from_bot(stage.mo, private) == from_bot(stage.mo, chat) == []
            await stage.relay.tidy()
            await stage.settle()
        pages = opened(stage.folder / "relay.db", KEY)
        # It is what a thief would find: the names of groups are there.
        assert leaks(pages, {"chat": "Hackney chat"}) == ["chat"]
        assert leaks(pages, silent) == []
        stage.clock.move(AGAIN_AFTER + timedelta(days=1))
        async with comings.running():
            await stage.relay.tidy()
            await stage.settle()
            kept = ("recent_joins", "told_once", "awaited_welcomes", "hanging_invites")
            for table in kept:
                rows = stage.store._db.execute(f"SELECT count(*) FROM {table}")  # noqa: S608
                assert rows.fetchone()[0] == 0, table
    assert "delivered" in log.getvalue()
    found.look("log", log.getvalue())
    assert found.leaked == []
