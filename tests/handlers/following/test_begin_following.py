"""An admin follows another branch: the key is compared first, by two where the branch wants two."""

from datetime import timedelta

import pytest
from aiohttp import web
from harness.following import Answer, Following
from harness.running import branch

from relay.following.tables import FollowedFeeds, Stage
from relay.signed_feed.document import newest_page
from relay.signed_feed.entry import Kind


async def test_an_admin_compares_the_key_and_follows(following: Following) -> None:
    async with following.open():
        assert "I am looking at it" in await following.say(f"follow {following.link}")
        await following.pull()
        shown = following.last()
        assert "Camden branch" in shown
        assert following.feed.first.public.fingerprint in shown
        assert "Ring somebody there" in shown
        assert "follows Camden branch now" in await following.say("yes")
        assert following.row.stage is Stage.FOLLOWED


async def test_no_means_that_nothing_is_kept(following: Following) -> None:
    async with following.open():
        await following.say(f"follow {following.link}")
        await following.pull()
        assert "Nothing is followed" in await following.say("no")
        assert not following.stage.store[FollowedFeeds].all()


async def test_no_before_it_was_read_ends_it_too(following: Following) -> None:
    async with following.open():
        await following.say(f"follow {following.link}")
        assert "Nothing is followed" in await following.say("no")
        await following.pull()
        assert not following.server.asked


async def test_what_was_there_before_is_not_offered(following: Following) -> None:
    following.feed.post(1, "From last week.")
    async with following.open():
        await following.follow()
        await following.pull(minutes=10)
        assert "From last week" not in "".join(following.told())


async def test_whoever_takes_their_time_is_shown_the_key_again(following: Following) -> None:
    async with following.open():
        await following.say(f"follow {following.link}")
        await following.pull()
        await following.stage.wait(timedelta(hours=2))
        assert following.last().endswith(f"follow {following.number}")
        shown = await following.say(f"follow {following.number}")
        assert following.feed.first.public.fingerprint in shown
        assert "follows Camden branch now" in await following.say("yes")


async def test_whoever_is_at_something_else_by_then_answers_later(following: Following) -> None:
    async with following.open():
        await following.say(f"follow {following.link}")
        await following.say("announce Hall open")
        await following.pull()
        assert f"follow {following.number}" in following.last()
        assert "will be posted" in await following.say("yes") or following.shown()
        assert following.row.stage is Stage.SHOWN


async def test_two_admins_compare_where_the_branch_wants_two(following: Following) -> None:
    async with following.open(following.alex, following.bea, approvals=2):
        await following.say(f"follow {following.link}")
        await following.pull()
        assert "Another admin" in await following.say("yes")
        proposed = following.row
        assert proposed.stage is Stage.PROPOSED
        number = following.number
        assert f"follow {number}" in following.last(following.bea)
        assert "already" in await following.say(f"follow {number}")
        assert "Its key" in await following.say(f"follow {number}", following.bea)
        assert "now" in await following.say("yes", following.bea)
        assert following.row.stage is Stage.FOLLOWED
        assert "Another admin has agreed" in following.last()


async def test_a_second_branch_of_the_same_admin_is_asked_for(following: Following) -> None:
    stage = following.stage
    both = [branch("hackney", stage.alex), branch("lambeth", stage.alex)]
    async with stage.running(*both):
        assert "For which of your branches" in await following.say(f"follow {following.link}")
        assert "I am looking" in await following.say(f"follow {following.link} lambeth")
        assert following.row.branch == "lambeth"


@pytest.mark.parametrize("typed", ["follow", "follow https://example.org/news", "follow http://"])
async def test_what_is_no_feed_is_said_to_be_none(typed: str, following: Following) -> None:
    async with following.open():
        assert "https://camden.example.org/b/camden" in await following.say(typed)
        assert not following.stage.store[FollowedFeeds].all()


async def test_only_admins_follow(following: Following) -> None:
    async with following.open():
        await following.say(f"follow {following.link}", following.mo)
        assert not following.stage.store[FollowedFeeds].all()


async def _gone(_: web.Request) -> web.Response:
    return web.Response(status=404)


async def _page(_: web.Request) -> web.Response:
    return web.Response(text="<html>", content_type="text/html")


async def _garbage(_: web.Request) -> web.Response:
    return web.Response(body=b"{garbage", content_type="application/feed+json")


async def _elsewhere(_: web.Request) -> web.Response:
    return web.Response(status=302, headers={"Location": "https://127.0.0.1/x"})


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (_gone, "no such page"),
        (_page, "no feed of a branch"),
        (_garbage, "no feed of a branch"),
        (_elsewhere, "another website"),
    ],
)
async def test_what_cannot_be_read_is_said_and_forgotten(
    answer: Answer, said: str, following: Following
) -> None:
    following.server.answer = answer
    async with following.open():
        await following.say(f"follow {following.link}")
        await following.pull()
        assert said in following.last()
        assert "nothing is followed" in following.last()
        assert not following.stage.store[FollowedFeeds].all()


async def test_a_feed_in_the_hosts_own_network_is_not_read_unless_the_settings_say_so(
    following: Following,
) -> None:
    following.stage.more_settings["following"].pop("private_networks")
    async with following.open():
        await following.say(f"follow {following.link}")
        await following.pull()
        assert "only from public addresses" in following.last()
        assert not following.server.asked


async def test_a_name_that_hides_something_is_shown_harmless(following: Following) -> None:
    following.feed.words.name = (
        "Camden \u202ehcnarb\u200b https://evil.example\ufffc **now**" + "x" * 200
    )
    async with following.open():
        await following.follow()
        assert "\u202e" not in following.row.name
        assert "evil.example" not in following.row.name
        assert len(following.row.name) <= 60


async def test_what_is_followed_already_is_said_to_be(following: Following) -> None:
    async with following.open():
        await following.follow()
        await following.say(f"follow {following.link}/")
        await following.pull()
        assert "already" in following.last()
        assert following.row.stage is Stage.FOLLOWED


async def test_who_stops_following_hears_no_more(following: Following) -> None:
    async with following.open():
        await following.follow()
        assert "no longer follows Camden" in await following.say(f"unfollow {following.number}")
        following.feed.post(1, "Anything.")
        before = following.told()
        await following.pull(hours=1)
        assert following.told() == before
        assert "follows nobody yet" in await following.say("following")


async def test_the_list_says_how_each_is(following: Following) -> None:
    async with following.open():
        await following.follow()
        following.feed.post(1, "Hall open on Friday.")
        await following.pull(minutes=10)
        listed = await following.say("following")
        assert "Camden branch: all is well" in listed
        assert "New: 1." in listed
        assert "Hall open on Friday" in await following.say(f"following {following.number}")


async def test_numbers_of_others_are_unknown(following: Following) -> None:
    async with following.open():
        for typed in ("unfollow 7", "trust 7", "follow 7", "following 7", "pass on 7", "ignore 7"):
            assert "There is nothing with number 7" in await following.say(typed)
        for typed in ("unfollow", "trust", "pass on"):
            assert "Which one?" in await following.say(typed)


@pytest.mark.parametrize(
    "typed",
    ["follow me on Tuesday", "pass me the minutes", "trust me, it is fine", "ignore that please"],
)
async def test_words_that_only_begin_like_a_command_are_none(
    typed: str, following: Following
) -> None:
    async with following.open():
        said = await following.say(typed)
        assert "page of a branch" not in said
        assert "Which one?" not in said


async def test_a_warning_in_the_feed_before_is_known_and_not_told(following: Following) -> None:
    following.feed.say(Kind.FALSE, 1, "An old warning.")
    async with following.open():
        await following.follow()
        await following.pull(minutes=10)
        assert "old warning" not in "".join(following.told()).lower()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("HACKNEY  branch", "calls itself like your own branch"),
        ("C\u0430mden branch", "letters that look like others"),
    ],
)
async def test_a_name_that_is_somebody_elses_is_pointed_out(
    name: str, said: str, following: Following
) -> None:
    following.feed.words.name = name
    async with following.open():
        await following.say(f"follow {following.link}")
        await following.pull()
        assert said in following.last()


async def test_a_second_feed_of_the_same_name_is_pointed_out(following: Following) -> None:
    async with following.open():
        await following.follow()
        copy = type(following.feed)(clock=following.stage.clock)
        copy.words.address = following.server.address
        following.server.feed = copy
        await following.say(f"follow {following.link}/copy.json")
        await following.pull()
        assert "you follow somebody with this name already" in following.last()


async def test_nobody_follows_themselves(following: Following) -> None:
    following.stage.more_settings["web"] = {"public_url": "https://hackney.example.org"}
    async with following.open():
        signed = following.stage.relay.services.signed_feed
        with following.stage.store.transaction():
            signed.warn("hackney", "An email that is not ours.")
        own = signed.published("hackney")
        assert own is not None
        table = following.stage.store[FollowedFeeds]
        await following.say(f"follow {following.link}")
        [looking] = table.all()
        body = newest_page(own, following.feed.words)

        async def answer(_: web.Request) -> web.Response:
            return web.Response(body=body, content_type="application/feed+json")

        following.server.answer = answer
        await following.pull()
        assert "your own branch" in following.last()
        assert table.get(looking.number) is None


async def test_an_admin_of_another_branch_decides_nothing_here(following: Following) -> None:
    stage = following.stage
    hackney = branch("hackney", following.alex, groups=[following.group])
    async with stage.running(hackney, branch("lambeth", following.bea)):
        await following.follow()
        following.feed.post(1, "The hall is open.")
        await following.pull(minutes=10)
        typed = (*("unfollow 1", "trust 1", "follow 1", "following 1"), "pass on 1", "ignore 1")
        for text in typed:
            assert "nothing with number 1" in await following.say(text, following.bea)
        assert "hall is open" not in "".join(following.told(following.bea))
        assert following.row.stage is Stage.FOLLOWED
