"""A followed feed is read on: page by page, under its key, no more often than it wants."""

import asyncio
import json

import pytest
from aiohttp import web
from harness.following import PATH, Following

from relay.following.states import read_state
from relay.signed_feed.keys import SigningKey


async def test_a_feed_that_changes_while_it_is_compared_is_not_followed_under_another_key(
    following: Following,
) -> None:
    async with following.open():
        await following.say(f"follow {following.link}")
        await following.pull()
        shown = following.last()
        following.feed.key = following.feed.first = SigningKey.make()
        await following.pull(minutes=10)
        await following.say("yes")
        assert following.feed.first.public.fingerprint not in shown
        assert following.row.key != following.feed.first.public.base64


async def test_a_new_key_that_the_old_one_vouches_for_is_followed_by_itself(
    following: Following,
) -> None:
    async with following.open():
        await following.follow()
        before = len(following.told())
        following.feed.rotate()
        following.feed.post(1, "Under the new key.")
        await following.pull(minutes=10)
        assert following.row.key == following.feed.key.public.base64
        assert "Under the new key" in following.last()
        assert len(following.told()) == before + 1


async def test_a_lost_key_stops_everything_until_the_new_one_is_compared(
    following: Following,
) -> None:
    async with following.open():
        await following.follow()
        stranger = type(following.feed)(clock=following.stage.clock)
        stranger.words.address = following.server.address
        stranger.post(1, "Send money to this account.")
        following.server.feed = stranger
        await following.pull(minutes=10)
        await following.pull(minutes=10)
        told = [one for one in following.told() if "signed with another key" in one]
        assert len(told) == 1
        assert "Ring them" in told[0]
        for _ in range(4):
            await following.pull(hours=3)
        assert [one for one in following.told() if "signed with another key" in one] == told
        assert "Send money" not in "".join([*following.told(), *following.shown()])
        await following.say(f"follow {following.link}")
        await following.pull()
        assert stranger.first.public.fingerprint in following.last()
        assert "with a new key" in following.last()
        assert "follows Camden branch now" in await following.say("yes")
        stranger.post(2, "We lost our key.")
        await following.pull(hours=9)
        assert "We lost our key" in following.last()


async def test_the_server_is_asked_for_what_changed_only(following: Following) -> None:
    async with following.open():
        await following.follow()
        etag = following.row.etag
        assert etag is not None
        asked = len(following.server.asked)
        await following.pull(minutes=10)
        assert following.server.asked[asked:] == [PATH]
        assert following.row.etag == etag
        assert following.row.read_at == following.stage.clock.now()


async def test_older_pages_are_read_until_what_is_known(following: Following) -> None:
    following.feed.post(1, "Known.")
    async with following.open():
        await following.follow()
        for number in range(2, 330):
            following.feed.post(number, f"Post {number}.")
        await following.pull(minutes=10)
        assert following.row.last_number == 329
        assert following.row.trouble == ""


async def test_a_page_on_another_server_is_not_read(following: Following) -> None:
    async with following.open():
        await following.follow()
        following.feed.words.address = "https://127.0.0.1:1"
        for number in range(1, 330):
            following.feed.post(number, f"Post {number}.")
        await following.pull(minutes=10)
        assert following.row.last_number is None
        assert following.row.failures == 1


async def test_a_server_that_wants_to_be_left_alone_is(following: Following) -> None:
    async with following.open():
        await following.follow()

        async def busy(_: web.Request) -> web.Response:
            await asyncio.sleep(0)
            return web.Response(status=429, headers={"Retry-After": "7200"})

        following.server.answer = busy
        await following.pull(minutes=10)
        asked = len(following.server.asked)
        await following.pull(minutes=100)
        assert len(following.server.asked) == asked
        await following.pull(minutes=30)
        assert len(following.server.asked) == asked + 1


async def test_pages_that_are_too_much_together_are_not_read(
    following: Following, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relay.following.puller.MOST_ALTOGETHER", 100_000)
    async with following.open():
        await following.follow()
        for number in range(1, 330):
            following.feed.post(number, f"Post {number}. " * 10)
        await following.pull(minutes=10)
        assert following.row.failures == 1
        assert following.row.last_number is None


async def test_the_running_relay_tells_the_host_how_each_feed_is(following: Following) -> None:
    async with following.open():
        await following.follow()
        _, body = await following.stage.read("/healthz")
        [told] = json.loads(body)["feeds"]
        state = read_state(told)
        assert state is not None
        assert (state.branch, state.name, state.trouble) == ("hackney", "Camden branch", "")
        assert state.read_at == following.stage.clock.now()
        assert following.server.address.encode() not in body
