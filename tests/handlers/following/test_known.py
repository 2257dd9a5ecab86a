"""What a followed branch has posted is known when somebody asks whether it is real."""

from harness.following import Following

from relay.signed_feed.entry import Kind

TEXT = "The hall in Camden is open on Friday at seven for everybody who wants to help."
SOON = "Please send 20 pounds to the account 12345678 before Monday, says the portal."


async def _asked(following: Following, text: str) -> str:
    return await following.say(f"is this real\n{text}", following.mo)


async def test_a_post_of_a_followed_branch_is_known_to_be_theirs(following: Following) -> None:
    following.feed.post(7, TEXT)
    async with following.open():
        await following.say(f"follow {following.link}")
        await following.pull()
        assert "Camden branch" not in await _asked(following, TEXT)
        await following.say("yes")
        assert "Camden branch" in await _asked(following, TEXT)


async def test_what_they_warn_of_is_known_to_be_false(following: Following) -> None:
    async with following.open():
        await following.follow()
        following.feed.say(Kind.FALSE, 1, SOON)
        await following.pull(minutes=10)
        said = await _asked(following, SOON)
        assert "Camden branch" in said
        following.feed.forget(1)
        following.feed.say(Kind.WITHDRAWN, 1)
        await following.pull(minutes=10)
        assert "Camden branch" not in await _asked(following, SOON)


async def test_a_correction_is_what_holds(following: Following) -> None:
    following.feed.post(7, TEXT)
    async with following.open():
        await following.follow()
        await _asked(following, TEXT)
        changed = TEXT.replace("seven", "eight")
        following.feed.correct(7, changed)
        await following.pull(minutes=10)
        assert "Camden branch" in await _asked(following, changed)


async def test_who_is_followed_no_longer_is_asked_no_longer(following: Following) -> None:
    following.feed.post(7, TEXT)
    async with following.open():
        await following.follow()
        await following.say(f"unfollow {following.number}")
        assert "Camden branch" not in await _asked(following, TEXT)


async def test_what_is_warned_of_stays_false_once_the_warning_is_passed_on(
    following: Following,
) -> None:
    async with following.open():
        await following.trust()
        following.feed.say(Kind.FALSE, 1, "An email: pay at https://camden-pay.com")
        await following.pull(minutes=6)
        assert "camden-pay" in following.shown()[0]
        for asked in ("https://camden-pay.com", "https://camden-pay.com/x"):
            answer = await following.say(f"is this real {asked}", following.mo)
            assert "known to be false" in answer
