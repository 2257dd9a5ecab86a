"""What another branch posts is offered, passed on, and follows theirs from then on."""

from datetime import timedelta

import pytest
from harness.following import Following

from relay.following.tables import FollowedPosts
from relay.signed_feed.entry import Kind, Origin
from relay.store.announcements import State


async def _offered(following: Following, text: str = "The hall is open on Friday.") -> int:
    """Have a post offered; return the number under which it is."""
    following.feed.post(1, text)
    await following.pull(minutes=10)
    [post] = following.stage.store[FollowedPosts].current()
    return post.number


async def _passed(following: Following, text: str = "The hall is open on Friday at seven.") -> int:
    """Have a post passed on; return the announcement's number."""
    number = await _offered(following, text)
    await following.say(f"pass on {number}")
    await following.say("yes")
    post = following.stage.store[FollowedPosts].get(number)
    assert post is not None
    assert post.announcement is not None
    return post.announcement


async def test_a_post_is_offered_and_passed_on_marked_as_theirs(following: Following) -> None:
    async with following.open():
        await following.follow()
        number = await _offered(following)
        assert "Camden branch have posted something" in following.last()
        assert "The hall is open on Friday." in following.last()
        assert following.shown() == []
        preview = await following.say(f"pass on {number}")
        assert "From Camden branch:\n\nThe hall is open on Friday." in preview
        assert following.shown() == []
        await following.say("yes")
        assert following.shown() == ["From Camden branch:\n\nThe hall is open on Friday."]


async def test_what_is_passed_on_is_corrected_and_taken_back_with_theirs(
    following: Following,
) -> None:
    async with following.open():
        await following.follow()
        announcement = await _passed(following)
        following.feed.correct(1, "The hall is open on Friday at eight.")
        await following.pull(minutes=10)
        assert following.shown() == ["From Camden branch:\n\nThe hall is open on Friday at eight."]
        assert any("I correct it here, too" in one for one in following.told())
        following.feed.retract(1)
        await following.pull(minutes=10)
        assert following.shown() == []
        found = following.stage.store.announcements.get(announcement)
        assert found is not None
        assert found.state is State.RETRACTED
        assert any("I take it back here, too" in one for one in following.told())


async def test_what_was_taken_back_there_leaves_no_text_here(following: Following) -> None:
    async with following.open():
        await following.follow()
        number = await _offered(following, "Words to be forgotten.")
        following.feed.retract(1)
        await following.pull(minutes=10)
        post = following.stage.store[FollowedPosts].get(number)
        assert post is not None
        assert post.text is None
        assert "taken that back" in await following.say(f"pass on {number}")


async def test_a_correction_waits_for_the_morning(
    following: Following,
) -> None:
    async with following.open():
        await following.follow()
        await _passed(following)
        following.stage.clock.move(timedelta(hours=10))  # eleven at night
        following.feed.correct(1, "The hall is open on Friday at eight.")
        await following.pull()
        assert "seven" in following.shown()[0]
        await following.pull(hours=9)
        assert "eight" in following.shown()[0]


async def test_what_is_taken_back_at_night_goes_at_once(following: Following) -> None:
    async with following.open():
        await following.follow()
        await _passed(following)
        following.stage.clock.move(timedelta(hours=10))
        following.feed.retract(1)
        await following.pull()
        assert following.shown() == []


async def test_what_admins_have_changed_themselves_is_left_to_them(following: Following) -> None:
    async with following.open():
        await following.follow()
        announcement = await _passed(following)
        await following.say(f"edit {announcement} From Camden branch: Friday, seven, bring chairs.")
        await following.say("yes")
        following.feed.correct(1, "The hall is open on Friday at eight.")
        await following.pull(minutes=10)
        assert "bring chairs" in following.shown()[0]
        assert "You have changed it here yourselves" in following.last()


async def test_a_correction_that_says_something_else_is_read_by_an_admin_first(
    following: Following,
) -> None:
    async with following.open():
        await following.follow()
        await _passed(following)
        following.feed.correct(1, "Send your bank details to this address, all of you, at once!")
        await following.pull(minutes=10)
        assert "bank details" not in following.shown()[0]
        assert "quite anew" in following.last()


async def test_what_changes_before_the_yes_is_not_posted(following: Following) -> None:
    async with following.open():
        await following.follow()
        number = await _offered(following)
        await following.say(f"pass on {number}")
        following.feed.correct(1, "The hall is shut on Friday.")
        await following.pull(minutes=10)
        assert "Nothing of it is posted" in following.last()
        await following.say("yes")
        assert following.shown() == []
        preview = await following.say(f"pass on {number}")
        assert "The hall is shut on Friday." in preview


async def test_what_changes_while_a_second_admin_is_asked_is_not_posted(
    following: Following,
) -> None:
    async with following.open(following.alex, following.bea, approvals=2):
        await following.say(f"follow {following.link}")
        await following.pull()
        await following.say("yes")
        await following.say(f"follow {following.number}", following.bea)
        await following.say("yes", following.bea)
        number = await _offered(following)
        await following.say(f"pass on {number}")
        await following.say("yes")
        assert following.shown() == []
        post = following.stage.store[FollowedPosts].get(number)
        assert post is not None
        following.feed.retract(1)
        await following.pull(minutes=10)
        await following.say(f"agree {post.announcement}", following.bea)
        assert following.shown() == []


async def test_two_admins_pass_on_where_the_branch_wants_two(following: Following) -> None:
    async with following.open(following.alex, following.bea, approvals=2):
        await following.say(f"follow {following.link}")
        await following.pull()
        await following.say("yes")
        await following.say(f"follow {following.number}", following.bea)
        await following.say("yes", following.bea)
        number = await _offered(following)
        await following.say(f"pass on {number}")
        await following.say("yes")
        post = following.stage.store[FollowedPosts].get(number)
        assert post is not None
        await following.say(f"agree {post.announcement}", following.bea)
        assert len(following.shown()) == 1


async def test_a_draft_that_is_dropped_is_offered_again(following: Following) -> None:
    async with following.open():
        await following.follow()
        number = await _offered(following)
        await following.say(f"pass on {number}")
        await following.say("no")
        assert f"{number}. " in await following.say(f"following {following.number}")
        await following.say(f"pass on {number}")
        await following.say("yes")
        assert len(following.shown()) == 1


async def test_what_is_passed_on_is_not_passed_on_twice(following: Following) -> None:
    async with following.open():
        await following.follow()
        announcement = await _passed(following)
        [post] = following.stage.store[FollowedPosts].current()
        assert str(announcement) in await following.say(f"pass on {post.number}")
        assert "posted already" in await following.say(f"ignore {post.number}")
        assert len(following.shown()) == 1


async def test_what_is_ignored_is_not_asked_about_again(following: Following) -> None:
    async with following.open():
        await following.follow()
        number = await _offered(following)
        assert "will not ask" in await following.say(f"ignore {number}")
        assert "Nothing new" in await following.say(f"following {following.number}")


async def test_five_hundred_posts_are_one_message(following: Following) -> None:
    async with following.open():
        await following.follow()
        before = len(following.told())
        for number in range(1, 501):
            following.feed.post(number, f"Post {number}.")
        await following.pull(minutes=10)
        assert len(following.told()) == before + 1
        assert "have posted 500 things" in following.last()
        assert "And 495 more" in following.last()
        assert following.shown() == []


async def test_a_feed_that_posts_every_few_minutes_is_told_of_three_times_an_hour(
    following: Following,
) -> None:
    async with following.open():
        await following.follow()
        before = len(following.told())
        for number in range(1, 10):
            following.feed.post(number, f"Post {number}.")
            await following.pull(minutes=6)
        assert len(following.told()) == before + 3
        await following.pull(minutes=60)
        assert len(following.told()) == before + 4
        assert "have posted 6 things" in following.last()


async def test_nobody_is_woken_by_an_offer(following: Following) -> None:
    async with following.open():
        await following.follow()
        following.stage.clock.move(timedelta(hours=11))
        before = len(following.told())
        following.feed.post(1, "Posted at midnight.")
        await following.pull()
        assert len(following.told()) == before
        await following.pull(hours=9)
        assert "Posted at midnight" in following.last()


async def test_what_they_have_from_others_says_so(following: Following) -> None:
    async with following.open():
        await following.follow()
        origin = Origin("b" * 64, 4, "Brent \u202ebranch https://evil.example")
        following.feed.say(Kind.POST, 1, "A march on Sunday.", origin=origin)
        await following.pull(minutes=10)
        [post] = following.stage.store[FollowedPosts].current()
        preview = await following.say(f"pass on {post.number}")
        assert "From Camden branch, who have it from Brent branch" in preview
        assert "evil.example" not in preview


async def test_what_they_have_from_this_branch_is_no_news(following: Following) -> None:
    following.stage.more_settings["web"] = {"public_url": "https://hackney.example.org"}
    async with following.open():
        await following.follow()
        services = following.stage.relay.services
        with following.stage.store.transaction():
            services.signed_feed.warn("hackney", "An email that is not ours.")
        own = services.signed_feed.published("hackney")
        assert own is not None
        origin = Origin(own.feed, 4, "Hackney branch")
        following.feed.say(Kind.POST, 1, "Our own words.", origin=origin)
        before = following.told()
        await following.pull(minutes=10)
        assert following.told() == before


HOSTILE = (
    "Click \u202egro.live\u202c now\u200b\ufffc\x00\x07 yes\n\n\n\n\nagree 12\n"
    "**bold** ||hidden|| `code` ~gone~ \\* *x*\u2028new line"
    "\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
    "\U000e0041 https://evil.example/path and ring +44 7700 900123"
)


async def test_a_hostile_text_arrives_as_words_and_nothing_else(following: Following) -> None:
    async with following.open():
        await following.follow()
        number = await _offered(following, HOSTILE)
        offered = following.last()
        assert "evil.example" not in offered
        assert "900123" not in offered
        assert "\u202e" not in offered
        await following.say(f"pass on {number}")
        assert "May everybody read" in following.last() or "+44 7700 900123" in following.last()
        for _ in range(2):
            await following.say("yes")
        [shown] = following.shown()
        for sign in ("\u202e", "\u200b", "\ufffc", "\x00", "\x07", "\u2028", "\U000e0041"):
            assert sign not in shown
        assert "\n\n\n" not in shown
        assert "**bold** ||hidden|| `code` ~gone~" in shown
        assert shown.startswith("From Camden branch:\n\n")


async def test_a_text_that_is_too_long_is_cut_and_leads_to_their_page(following: Following) -> None:
    async with following.open():
        await following.follow()
        number = await _offered(following, "word " * 1_500)
        await following.say(f"pass on {number}")
        await following.say("yes")
        [shown] = following.shown()
        assert len(shown) < 8_000
        assert shown.endswith(f"All of it is on their page: {following.link}")


@pytest.mark.parametrize(
    "typed",
    [
        "pass on {}",
        "Pass it on: {}!",
        "pass on no. {}",
        "pass on {} please",
        "pass on #{}",
        "passon {}",
    ],
)
async def test_it_is_passed_on_however_it_is_typed(typed: str, following: Following) -> None:
    async with following.open():
        await following.follow()
        number = await _offered(following)
        assert "From Camden branch" in await following.say(typed.format(number))


async def test_what_is_posted_once_more_after_it_was_taken_back_is_offered_anew(
    following: Following,
) -> None:
    async with following.open():
        await following.follow()
        await _passed(following)
        following.feed.retract(1)
        await following.pull(minutes=10)
        following.feed.post(1, "The hall is open after all.")
        await following.pull(minutes=10)
        assert "after all" in following.last()
        assert following.shown() == []


@pytest.mark.parametrize("open_draft", ["announce The hall is shut.", "announce"])
async def test_whoever_is_at_an_announcement_passes_on_a_post_all_the_same(
    open_draft: str, following: Following
) -> None:
    async with following.open():
        await following.follow()
        number = await _offered(following)
        await following.say(open_draft)
        said = await following.say(f"pass on {number}")
        assert "From Camden branch" in said
        await following.say("yes")
        assert following.shown() == ["From Camden branch:\n\nThe hall is open on Friday."]


async def test_a_feed_that_corrects_all_day_long_fills_no_group(following: Following) -> None:
    async with following.open():
        await following.follow()
        await _passed(following)
        for hour in range(1, 12):
            following.feed.correct(1, f"The hall is open on Friday at {hour}.")
            await following.pull(minutes=10)
        assert following.shown() == ["From Camden branch:\n\nThe hall is open on Friday at 6."]
        told = [one for one in following.told() if "very often today" in one]
        assert 1 <= len(told) <= 6
        following.feed.retract(1)
        await following.pull(minutes=10)
        assert following.shown() == []
