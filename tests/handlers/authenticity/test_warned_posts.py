"""A post that warns of something makes nothing that it warns of real."""

from harness.authenticity import LINK, SCAM, Rumours

QUOTED = (
    "Dear member, your dues have gone up. Please pay £50 into account 71120934 by Friday and keep"
    " your vote at the conference."
)
WARNS = f"Beware of a message that goes round. It says: “{QUOTED}” We did not write it. Do not pay."
BAD = "https://ourbranch-dues.com/pay"


async def test_what_is_warned_of_stays_false_once_the_groups_are_told(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.say(rumours.alex, f"false {SCAM}")
        await rumours.stage.say(rumours.alex, "yes")
        await rumours.post(f"This is false: {SCAM.replace('https', 'http')} Do not open {LINK}")
        await rumours.say(rumours.alex, "drafts")
        assert "known to be false" in await rumours.check(rumours.mo, SCAM)
        assert "known to be false" in await rumours.check(rumours.mo, LINK)
        assert "known to be false" in await rumours.check(rumours.mo, f"Look at {LINK} quick")


async def test_a_text_that_a_post_quotes_is_not_called_real(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.post(WARNS)
        answer = await rumours.check(rumours.mo, QUOTED)
        assert "✅" not in answer
        assert "only a part" in answer
        assert WARNS in answer


async def test_an_address_that_a_post_warns_of_is_not_called_real(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.post(f"Do not open {BAD}. We did not send it, and it takes your money.")
        assert "✅" not in await rumours.check(rumours.mo, BAD)


async def test_an_address_is_shown_with_what_is_said_of_it(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.post(f"Some of you have been asked to sign up at {BAD} by somebody else.")
        answer = await rumours.check(rumours.mo, BAD)
        assert "✅" not in answer
        assert "by somebody else" in answer
