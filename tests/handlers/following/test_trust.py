"""Posts of a trusted feed go out at once, as long as that is wise; warnings at any hour."""

from datetime import timedelta

from harness.following import Following
from harness.restoring import restored
from harness.running import team

from relay.following.tables import FollowedPosts, Here
from relay.settings import SafeguardingSettings
from relay.signed_feed.entry import Kind, Origin


async def test_trust_is_explained_and_then_posts_go_out_at_once(following: Following) -> None:
    async with following.open():
        await following.follow()
        asked = await following.say(f"trust {following.number}")
        assert "without anybody here reading it first" in asked
        assert "at once from now on" in await following.say("yes")
        following.feed.post(1, "The hall is open on Friday.")
        await following.pull(minutes=10)
        assert following.shown() == ["From Camden branch:\n\nThe hall is open on Friday."]


async def test_no_means_that_nothing_is_posted_at_once(following: Following) -> None:
    async with following.open():
        await following.follow()
        await following.say(f"trust {following.number}")
        assert "Nothing has changed" in await following.say("no")
        following.feed.post(1, "The hall is open on Friday.")
        await following.pull(minutes=10)
        assert following.shown() == []


async def test_two_admins_trust_where_the_branch_wants_two(following: Following) -> None:
    async with following.open(following.alex, following.bea, approvals=2):
        await following.say(f"follow {following.link}")
        await following.pull()
        await following.say("yes")
        number = following.number
        await following.say(f"follow {number}", following.bea)
        await following.say("yes", following.bea)
        await following.say(f"trust {number}")
        assert "Another admin has to agree" in await following.say("yes")
        assert not following.row.trusted
        await following.say(f"trust {number}")
        await following.say("yes")
        assert not following.row.trusted
        assert f"trust {number}" in following.last(following.bea)
        await following.say(f"trust {number}", following.bea)
        await following.say("yes", following.bea)
        assert following.row.trusted


async def test_one_admin_ends_trust_at_once(following: Following) -> None:
    async with following.open():
        await following.trust()
        assert "Which one?" in await following.say("trust off")
        assert following.row.trusted
        assert "I offer you" in await following.say(f"trust {following.number} off")
        assert not following.row.trusted
        await following.say(f"trust {following.number}")
        await following.say("yes")
        assert "I offer you" in await following.say(f"trust off {following.number}")
        following.feed.post(1, "The hall is open on Friday.")
        await following.pull(minutes=10)
        assert following.shown() == []
        assert "The hall is open" in following.last()


async def test_what_a_trusted_feed_corrects_and_takes_back_follows(following: Following) -> None:
    async with following.open():
        await following.trust()
        following.feed.post(1, "At seven.")
        await following.pull(minutes=10)
        following.feed.correct(1, "Something else altogether, but true.")
        await following.pull(minutes=10)
        assert following.shown() == ["From Camden branch:\n\nSomething else altogether, but true."]
        following.feed.retract(1)
        await following.pull(minutes=10)
        assert following.shown() == []


async def test_five_hundred_posts_of_a_trusted_feed_are_three_and_an_offer(
    following: Following,
) -> None:
    async with following.open():
        await following.trust()
        before = len(following.told())
        for number in range(1, 501):
            following.feed.post(number, f"Post {number}.")
        await following.pull(minutes=10)
        assert len(following.shown()) == 3
        offers = [one for one in following.told()[before:] if "497 things" in one]
        assert len(offers) == 1
        assert "too much in a short time" in offers[0]
        # Three receipts besides.
        assert len(following.told()) == before + 4


async def test_at_night_a_trusted_post_waits_for_the_morning(following: Following) -> None:
    async with following.open():
        await following.trust()
        following.stage.clock.move(timedelta(hours=10))
        following.feed.post(1, "Posted at eleven at night.")
        await following.pull()
        assert following.shown() == []
        await following.pull(hours=9)
        assert len(following.shown()) == 1


async def test_what_is_old_when_it_is_read_is_offered_first(following: Following) -> None:
    async with following.open():
        await following.trust()
        following.feed.post(1, "From long ago.")
        await following.pull(days=2)
        assert following.shown() == []
        assert "From long ago" in "".join(following.told())


async def test_what_they_have_from_others_is_offered_first(following: Following) -> None:
    async with following.open():
        await following.trust()
        origin = Origin("b" * 64, 4, "Brent branch")
        following.feed.say(Kind.POST, 1, "A march on Sunday.", origin=origin)
        await following.pull(minutes=10)
        assert following.shown() == []
        assert "from Brent branch" in following.last()


async def test_a_warning_is_told_at_once_even_at_night_and_passed_on_when_an_admin_says_so(
    following: Following,
) -> None:
    async with following.open():
        await following.follow()
        following.stage.clock.move(timedelta(hours=12))
        following.feed.say(Kind.FALSE, 1, "An email that asks for your bank details.")
        await following.pull()
        assert "Urgent. Camden branch warn" in following.last()
        assert following.shown() == []
        [post] = following.stage.store[FollowedPosts].current()
        assert f"pass on {post.number}" in following.last()
        await following.say(f"pass on {post.number}")
        await following.say("yes")
        await following.say("now")
        [shown] = following.shown()
        assert shown.startswith("Warning from Camden branch. This is not theirs, or not true:")


async def test_a_warning_of_a_trusted_feed_goes_to_all_groups_at_any_hour(
    following: Following,
) -> None:
    async with following.open():
        await following.trust()
        following.stage.clock.move(timedelta(hours=12))
        following.feed.say(Kind.FALSE, 1, "An email that asks for your bank details.")
        await following.pull()
        [shown] = following.shown()
        assert "bank details" in shown
        assert any("into your groups at once" in one for one in following.told())


async def test_a_warning_comes_within_minutes(following: Following) -> None:
    async with following.open():
        await following.trust()
        following.feed.say(Kind.FALSE, 1, "An email that asks for your bank details.")
        await following.pull(minutes=6)
        assert len(following.shown()) == 1


async def test_a_warning_that_was_wrong_is_said_to_be(following: Following) -> None:
    async with following.open():
        await following.trust()
        following.feed.say(Kind.FALSE, 1, "An email about a march.")
        await following.pull(minutes=10)
        following.feed.forget(1)
        following.feed.say(Kind.WITHDRAWN, 1)
        await following.pull(minutes=10)
        [shown] = following.shown()
        assert "have taken back their warning" in shown
        assert "march" not in shown


async def test_admins_who_were_told_of_a_warning_hear_that_it_was_wrong(
    following: Following,
) -> None:
    async with following.open():
        await following.follow()
        following.feed.say(Kind.FALSE, 1, "An email about a march.")
        await following.pull(minutes=10)
        following.feed.forget(1)
        following.feed.say(Kind.WITHDRAWN, 1)
        await following.pull(minutes=10)
        assert "It was wrong" in following.last()
        before = following.told()
        await following.pull(hours=2)
        assert following.told() == before


async def test_warnings_by_the_dozen_are_offered_together(following: Following) -> None:
    async with following.open():
        await following.trust()
        for number in range(1, 31):
            following.feed.say(Kind.FALSE, number, f"Warning {number}.")
        await following.pull(minutes=10)
        assert len(following.shown()) == 3
        assert sum("Urgent" in one for one in following.told()) == 3
        offered = following.stage.store[FollowedPosts].of(following.number, Here.OFFERED)
        assert len(offered) == 27


async def test_a_hidden_chat_hears_nothing_unasked(following: Following) -> None:
    officers = team("hackney", (following.bea, "Welfare officer"))
    following.stage.safeguarding = SafeguardingSettings(teams=(officers,))
    async with following.open(following.alex, following.stage.signal.new_phone("Cy Admin")):
        await following.trust()
        for said in ("report", "1", "1", "It happened.", "hide"):
            await following.say(said)
        assert following.stage.relay.services.vault.hiding.has_hidden(following.alex.aci)
        before = following.told()
        following.feed.post(1, "The hall is open on Friday.")
        following.feed.say(Kind.FALSE, 1, "An email that is not ours.")
        await following.pull(minutes=10)
        assert following.told() == before
        assert len(following.shown()) == 2


async def test_a_warning_passed_on_is_in_the_branchs_own_feed_with_whose_it_is(
    following: Following,
) -> None:
    following.stage.more_settings["web"] = {"public_url": "https://hackney.example.org"}
    async with following.open(page_announcements="all"):
        await following.trust()
        following.feed.post(1, "The hall is open on Friday.")
        await following.pull(minutes=10)
        [entry] = following.stage.relay.services.signed_feed.current("hackney")
        origin = entry.entry.origin
        assert origin is not None
        assert (origin.feed, origin.number, origin.name) == (
            following.feed.feed,
            1,
            "Camden branch",
        )


async def test_after_a_restore_nothing_from_before_goes_out_a_second_time(
    following: Following,
) -> None:
    async with following.open():
        await following.trust()
    following.feed.post(1, "Posted before the backup came back.")
    following.feed.say(Kind.FALSE, 1, "Warned of before it came back.")
    restored(following.stage, away=timedelta(hours=1))
    async with following.open():
        await following.pull(minutes=10)
        assert following.row.trusted
        assert following.shown() == []
        told = "".join(following.told())
        assert "Posted before" in told
        assert "Warned of before" in told
        following.feed.post(2, "Posted since.")
        await following.pull(minutes=10)
        assert following.shown() == ["From Camden branch:\n\nPosted since."]


async def test_nothing_that_is_warned_of_can_be_tapped(following: Following) -> None:
    async with following.open():
        await following.trust()
        following.feed.say(
            Kind.FALSE, 1, "“Pay” at https://camden-portal.example/pay or write to a.b@evil.example"
        )
        await following.pull(minutes=10)
        [shown] = following.shown()
        for text in (shown, *following.told()):
            assert "portal.example" not in text
            assert "@evil" not in text
        assert "camden-portal(dot)example/pay or write to a(dot)b(at)evil(dot)example" in shown
