"""What is wrong with a feed is told once, with what to do, and nothing of it is passed on."""

import json
from collections.abc import Callable

import pytest
from aiohttp import web
from harness.following import CamdenFeed, Following

from relay.signed_feed.entry import Kind, canonical


def _changed_text(feed: CamdenFeed) -> bytes:
    """Somebody has put other words into a post."""
    return feed.newest().replace(b"True words.", b"False word!")


def _left_out(feed: CamdenFeed) -> bytes:
    """Somebody has left out an entry."""
    del feed.entries[1]
    return feed.newest()


def _unsigned(feed: CamdenFeed) -> bytes:
    """Somebody has taken signatures from elsewhere."""
    page = json.loads(feed.newest())
    page["items"][0]["_signed"]["signature"] = page["items"][-1]["_signed"]["signature"]
    return canonical(page)


@pytest.mark.parametrize("spoil", [_changed_text, _left_out, _unsigned])
async def test_a_feed_that_does_not_hold_together_is_told_of_once(
    spoil: Callable[[CamdenFeed], bytes], following: Following
) -> None:
    async with following.open():
        await following.trust()
        for number in range(1, 4):
            following.feed.post(number, "True words.")
        spoiled = spoil(following.feed)

        async def answer(_: web.Request) -> web.Response:
            return web.Response(body=spoiled, content_type="application/feed+json")

        following.server.answer = answer
        for _ in range(12):
            await following.pull(hours=1)
        told = [one for one in following.told() if "does not hold together" in one]
        assert len(told) == 1
        assert "Ring them" in told[0]
        assert following.shown() == []
        assert "something is wrong" in await following.say("following")


async def test_half_a_write_of_the_server_is_told_to_nobody(following: Following) -> None:
    async with following.open():
        await following.follow()
        following.feed.post(1, "True words.")
        half = following.feed.newest()[:-300]

        async def answer(_: web.Request) -> web.Response:
            return web.Response(body=half, content_type="application/feed+json")

        following.server.answer = answer
        await following.pull(minutes=10)
        following.server.answer = None
        await following.pull(hours=1)
        assert "True words" in following.last()
        assert not any("hold together" in one for one in following.told())


async def test_another_past_is_a_fork(following: Following) -> None:
    async with following.open():
        await following.follow()
        following.feed.post(1, "True words.")
        await following.pull(minutes=10)
        following.feed.entries.pop()
        following.feed.post(1, "Other words.")
        following.feed.post(2, "More words.")
        await following.pull(minutes=10)
        await following.pull(minutes=10)
        assert "something else about the past" in following.last()
        assert "More words" not in "".join(following.told())


async def test_a_feed_that_has_lost_its_end_is_rolled_back(following: Following) -> None:
    async with following.open():
        await following.follow()
        following.feed.post(1, "True words.")
        following.feed.post(2, "More words.")
        await following.pull(minutes=10)
        following.feed.entries.pop()
        await following.pull(minutes=10)
        await following.pull(minutes=10)
        assert "something is missing at its end" in following.last()


async def test_a_feed_that_is_in_order_again_goes_on(following: Following) -> None:
    async with following.open():
        await following.follow()
        following.feed.post(1, "True words.")
        following.feed.post(2, "More words.")
        await following.pull(minutes=10)
        lost = following.feed.entries.pop()
        await following.pull(minutes=10)
        await following.pull(minutes=10)
        following.feed.entries.append(lost)
        following.feed.post(3, "And more.")
        await following.pull(hours=2)
        assert any("in order again" in one for one in following.told())
        assert "And more." in following.last()


async def test_nothing_is_passed_on_while_something_is_wrong(following: Following) -> None:
    async with following.open():
        await following.follow()
        following.feed.post(1, "True words.")
        following.feed.post(2, "More words.")
        await following.pull(minutes=10)
        following.feed.entries.pop()
        await following.pull(minutes=10)
        assert "nothing of it is passed on" in await following.say("pass on 1")


async def test_a_feed_that_cannot_be_read_for_a_day_is_told_of_once(following: Following) -> None:
    async with following.open():
        await following.follow()

        async def down(_: web.Request) -> web.Response:
            return web.Response(status=500)

        following.server.answer = down
        for _ in range(10):
            await following.pull(hours=8)
        told = [one for one in following.told() if "have not been able to read" in one]
        assert len(told) == 1
        assert "Look at their page yourself" in told[0]
        following.server.answer = None
        await following.pull(hours=8)
        assert "in order again" in following.last()


async def test_a_server_that_is_down_is_asked_less_and_less(following: Following) -> None:
    async with following.open():
        await following.follow()

        async def down(_: web.Request) -> web.Response:
            return web.Response(status=500)

        following.server.answer = down
        before = len(following.server.asked)
        for _ in range(24 * 12):
            await following.pull(minutes=5)
        assert 6 <= len(following.server.asked) - before <= 16


async def test_who_came_back_from_a_backup_is_followed_on(following: Following) -> None:
    async with following.open():
        await following.trust()
        following.feed.post(1, "Known before.")
        await following.pull(minutes=10)
        following.feed.post(2, "Lost with the server.")
        await following.pull(minutes=10)
        assert len(following.shown()) == 2
        following.feed.go_back(1)
        following.feed.post(2, "Said after the backup.")
        await following.pull(minutes=10)
        told = [one for one in following.told() if "came back from a backup" in one]
        assert len(told) == 1
        assert "From Camden branch:\n\nSaid after the backup." in following.shown()
        assert "From Camden branch:\n\nLost with the server." in following.shown()
        following.feed.retract(1)
        await following.pull(minutes=10)
        assert not any("Known before" in one for one in following.shown())


async def test_a_feed_without_words_is_nothing_to_offer(following: Following) -> None:
    async with following.open():
        await following.follow()
        following.feed.post(1, "Words that are withheld.")
        following.feed.forget(1)
        before = following.told()
        await following.pull(minutes=10)
        assert following.told() == before


async def test_a_restart_that_repeats_a_number_twice_is_a_fork(following: Following) -> None:
    async with following.open():
        await following.follow()
        following.feed.post(1, "True words.")
        await following.pull(minutes=10)
        following.feed.entries.clear()
        following.feed.say(Kind.POST, 1, "Other words.")
        await following.pull(minutes=10)
        await following.pull(minutes=10)
        assert "something else about the past" in following.last()


async def test_a_feed_that_breaks_and_mends_all_day_is_told_of_twice_at_most(
    following: Following,
) -> None:
    async with following.open():
        await following.follow()
        following.feed.post(1, "True words.")
        following.feed.post(2, "More words.")
        await following.pull(minutes=10)
        before = len(following.told())
        for _ in range(12):
            lost = following.feed.entries.pop()
            await following.pull(minutes=40)
            await following.pull(minutes=40)
            following.feed.entries.append(lost)
            await following.pull(minutes=80)
        told = following.told()[before:]
        assert 1 <= sum("something is missing" in one for one in told) <= 3
        assert len(told) <= 6
