"""`stats 12` counts phones and likes, and keeps no record of whose they are."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from behaviour.public_place import PublicPlace
from harness.running import RelayHarness, branch, from_bot
from recordings import RELEASES, WITH_NEWER_SIGNAL_CLI, webhook_bodies

from practice.phones import Phone
from relay.announcements.receipts import COUNTED_FOR
from relay.destinations.base import Reactions
from relay.destinations.bluesky.counts import reactions_to
from relay.signal.notification import read_notification


async def post(stage: RelayHarness, phone: Phone, text: str) -> None:
    await stage.say(phone, f"announce {text}")
    await stage.say(phone, "yes")


async def test_phones_are_counted_group_by_group(on_stage: RelayHarness) -> None:
    alex, mo = on_stage.alex, on_stage.mo
    nia, off = on_stage.signal.new_phone("Nia"), on_stage.signal.new_phone("Off")
    board, forum = on_stage.group("Board", mo, nia, off), on_stage.group("Forum", mo)
    async with on_stage.running(branch("hackney", alex, groups=[board, forum])):
        await post(on_stage, alex, "Tea at four.")
        told = await on_stage.ask(alex, "stats 1")
        assert "• Board: 0 of 3 so far\n• Forum: 0 of 1 so far\n" in told
        in_board = from_bot(mo, board)[-1].timestamp
        in_forum = from_bot(mo, forum)[-1].timestamp
        # One receipt for both, from two devices, and a message that is none of ours.
        for _ in range(2):
            mo.acknowledge([in_board, 1, in_forum], "delivery")
        nia.acknowledge([in_board], "delivery")
        nia.acknowledge([in_board], "read")
        await on_stage.settle()
        told = await on_stage.ask(alex, "stats")
        assert "• Board: 2 of 3 so far\n• Forum: 1 of 1\n" in told
    async with on_stage.running(branch("hackney", alex, groups=[board, forum])):
        # The relay starts again: nobody is counted twice.
        nia.acknowledge([in_board], "delivery")
        await on_stage.settle()
        assert "• Board: 2 of 3 so far\n" in await on_stage.ask(alex, "stats 1")
        rows = on_stage.store._db.execute("SELECT * FROM receipt_marks").fetchall()
        assert len(rows) == 3
        assert not any(nia.aci in str(row) for row in rows)
        await on_stage.wait(COUNTED_FOR + timedelta(minutes=1))
        await on_stage.relay.tidy()
        off.acknowledge([in_board], "delivery")
        await on_stage.settle()
        assert "• Board: 2 of 3\n" in await on_stage.ask(alex, "stats 1")
        assert not on_stage.store._db.execute("SELECT * FROM receipt_marks").fetchall()
        keys = on_stage.store._db.execute("SELECT key FROM post_receipts").fetchall()
        assert {key for (key,) in keys} == {None}


async def test_receipts_that_come_while_it_is_being_sent_count(on_stage: RelayHarness) -> None:
    alex, mo = on_stage.alex, on_stage.mo
    board = on_stage.group("Board", mo, on_stage.bea)
    on_stage.signal.world.receipts = "delivery and read"
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await post(on_stage, alex, "Tea at four.")
        assert "• Board: 2 of 2\n" in await on_stage.ask(alex, "stats 1")
        await on_stage.say(alex, "edit 1 Tea at five.")
        await on_stage.say(alex, "yes")
        assert "• Board: 2 of 2\n" in await on_stage.ask(alex, "stats 1")
        # A reply to one person is nobody's business.
        counted = on_stage.store._db.execute("SELECT count(*) FROM receipt_marks")
        assert counted.fetchone()[0] == 2


async def test_a_clumsy_admin(on_stage: RelayHarness) -> None:
    board, alex, bea = on_stage.group("Board"), on_stage.alex, on_stage.bea
    async with on_stage.running(branch("hackney", alex, groups=[board]), branch("lambeth", bea)):
        assert "add its number" in await on_stage.ask(alex, "stats")
        assert "number 12" in await on_stage.ask(alex, "stats 12")
        assert "Did you mean stats" in await on_stage.ask(alex, "stast 12")
        await post(on_stage, alex, "tomorrow 9am: Tea at four.")
        assert "has not been posted yet" in await on_stage.ask(alex, "stats 1")
        await on_stage.say(alex, "now 1")
        await on_stage.say(alex, "yes")
        assert "number 1 in your branch" in await on_stage.ask(bea, "stats 1")
        await on_stage.say(alex, "retract 1")
        await on_stage.say(alex, "yes")
        assert "does not stand anywhere" in await on_stage.ask(alex, "stats 1")


@pytest.mark.parametrize("release", [*RELEASES, WITH_NEWER_SIGNAL_CLI])
def test_receipts_of_every_release_are_read(release: str) -> None:
    found = {
        one.name: read_notification(one.notification).receipt
        for one in webhook_bodies(release)
        if one.name.startswith("receipt")
    }
    delivered = found.pop("receipt: delivered")
    assert delivered is not None
    assert delivered.timestamps == (1789499999000, 1789499999100)
    from_server = found.pop("receipt from the server (no sender's name)")
    assert from_server is not None
    assert from_server.person == delivered.person
    # That somebody has read something is passed over.
    assert list(found.values()) == [None, None]


@asynccontextmanager
async def app_view(counts: dict[str, dict[str, Any]]) -> AsyncIterator[str]:
    """A server that answers `app.bsky.feed.getPosts` as its lexicon says."""

    async def get_posts(request: web.Request) -> web.Response:
        uris = request.query.getall("uris")
        if not 1 <= len(uris) <= 25:
            error = {"error": "InvalidRequest", "message": "uris must not have more than 25"}
            return web.json_response(error, status=400)
        author = {"did": "did:plc:one", "handle": "hackney.example.org"}
        posts = [
            {
                "uri": uri,
                "cid": "bafy",
                "author": author,
                "record": {"$type": "app.bsky.feed.post", "text": "Tea."},
                "indexedAt": "2026-11-22T13:00:00Z",
                **counts[uri],
            }
            for uri in uris
            if uri in counts
        ]
        return web.json_response({"posts": posts})

    application = web.Application()
    application.router.add_get("/xrpc/app.bsky.feed.getPosts", get_posts)
    async with TestServer(application) as server:
        yield str(server.make_url("")).rstrip("/")


async def test_likes_and_reposts_are_asked_of_an_app_view() -> None:
    posts = {f"at://one/{index}": {"likeCount": 1, "repostCount": 2} for index in range(30)}
    async with app_view({**posts, "at://one/new": {}}) as address:
        asked = [*posts, "at://one/new", "at://one/gone"]
        assert await reactions_to(address, asked) == Reactions(likes=30, reposts=60)
    assert await reactions_to(address, asked) is None


@pytest.mark.parametrize(
    "answer", ["<html>", '{"error": "x"}', '{"posts": [{"likeCount": "many"}]}', "[]", "null"]
)
async def test_what_is_no_count_is_none(answer: str) -> None:
    async def get_posts(_: web.Request) -> web.Response:
        return web.Response(text=answer, content_type="application/json")

    application = web.Application()
    application.router.add_get("/xrpc/app.bsky.feed.getPosts", get_posts)
    async with TestServer(application) as server:
        assert await reactions_to(str(server.make_url("")).rstrip("/"), ["at://one/1"]) is None


async def test_bluesky_counts_come_as_a_second_message(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    on_stage.more_settings = {"bluesky": {"hackney": "secret-secret"}}
    place = PublicPlace(on_stage.clock)
    account = {"handle": "hackney.example.org", "service": "https://pds.example.org"}
    hackney = branch("hackney", alex, groups=[board], bluesky=account)
    async with on_stage.running(hackney, destinations={"hackney": {"bluesky:hackney": place}}):
        await post(on_stage, alex, "Tea at four.")
        asked, told = await on_stage.say(alex, "stats 1")
        assert "asking Bluesky for likes" in asked
        assert "could not ask Bluesky" in told
        standing = on_stage.store.announcements.standing(1)["bluesky:hackney"]
        (stands,) = standing["publication"]["posts"]
        async with app_view({stands["uri"]: {"likeCount": 3, "repostCount": 1}}) as address:
            place._appview = address
            _, told = await on_stage.say(alex, "stats 1")
        assert told == "Number 1 on Bluesky: 3 likes, 1 repost."
        assert "Everything that was due has been sent." in await on_stage.ask(alex, "status")
