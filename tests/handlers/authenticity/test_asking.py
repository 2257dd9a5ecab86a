"""Somebody asks whether something is real."""

import pytest
from harness.authenticity import DUES, FORGED, LINK, SCAM, Rumours
from harness.running import branch, from_bot, team

from relay.settings import SafeguardingSettings


async def test_what_was_posted_is_real_with_its_number_and_when(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.post(DUES)
        assert "Send me what you want checked" in await rumours.say(rumours.mo, "Is this real?")
        answer = await rumours.say(rumours.mo, f"FWD: {DUES} 🙏")
        assert "Yes, this is real" in answer
        assert "number 1, which Hackney branch posted on Sunday 22 November at 1 pm" in answer
        assert "ring your bank" not in answer


async def test_an_altered_copy_is_told_from_it_and_what_differs_is_pointed_out(
    rumours: Rumours,
) -> None:
    async with rumours.open():
        await rumours.post(DUES)
        answer = await rumours.check(rumours.mo, FORGED)
        assert "not what was posted" in answer
        assert "Account: it should be “20459137”, and this says “71120934”" in answer
        assert "Amount: it should be “£5”, and this says “£50”" in answer
        assert DUES in answer
        assert "159" in answer


async def test_it_can_be_asked_in_one_message_and_after_it(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.post(DUES)
        assert "Yes, this is real" in await rumours.say(rumours.mo, f"is this real: {DUES}")
        assert "Yes, this is real" in await rumours.say(rumours.mo, f"{DUES}\n\nreal?")
        assert "I did not understand" in await rumours.say(rumours.mo, f"FWD {FORGED}")
        assert "not what was posted" in await rumours.say(rumours.mo, "is this from you")


async def test_whoever_sends_a_link_is_told_how_to_have_it_checked(rumours: Rumours) -> None:
    async with rumours.open():
        assert "type: is this real" in await rumours.say(rumours.mo, SCAM)
        assert "I do not know this" in await rumours.say(rumours.mo, "Is this real?")
        assert "type: is this real" not in await rumours.say(rumours.mo, "He shouted at me again")


async def test_what_was_sent_before_is_forgotten_after_some_minutes(rumours: Rumours) -> None:
    from datetime import timedelta

    async with rumours.open():
        await rumours.say(rumours.mo, FORGED)
        await rumours.stage.wait(timedelta(minutes=11))
        assert "Send me what you want checked" in await rumours.say(rumours.mo, "is it real")


async def test_a_quote_is_looked_at(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.post(DUES)
        rumours.mo.say(FORGED)
        await rumours.stage.settle()
        own = rumours.mo.messages(None)[-2]
        assert own.text == FORGED
        rumours.stage.relay.services.authenticity.recent.forget(rumours.mo.aci)
        answer = await rumours.say(rumours.mo, "is this real?", quote=own)
        assert "not what was posted" in answer


async def test_what_nobody_posted_is_not_known_and_what_to_do_is_said(rumours: Rumours) -> None:
    stage = rumours.stage
    stage.safeguarding = SafeguardingSettings(teams=(team("hackney", (stage.bea, "Officer")),))
    async with rumours.open():
        answer = await rumours.check(rumours.sam, SCAM)
        assert "I do not know this" in answer
        assert "Do not pay, log in" in answer
        assert "If you cancelled a direct debit" in answer
        assert "type report" in answer
        assert "I keep none of what you sent" in answer


async def test_a_look_alike_of_a_site_in_a_post_is_named_and_cannot_be_tapped(
    rumours: Rumours,
) -> None:
    async with rumours.open():
        await rumours.post("The portal is at https://members.ourbranch.org.uk/join from Monday.")
        answer = await rumours.check(rumours.mo, "https://members.ourbranch.org.uk.join-now.info/x")
        assert "is not members.ourbranch.org.uk" in answer
        assert "members[.]ourbranch[.]org[.]uk[.]join-now[.]info" in answer
        assert "stands in number 1" in await rumours.check(
            rumours.mo, "https://members.ourbranch.org.uk/join"
        )


async def test_an_earlier_version_and_what_was_taken_back_are_known_without_their_words(
    rumours: Rumours,
) -> None:
    async with rumours.open():
        first = "The general meeting is on Thursday 3 December at 7 pm in the Old Baths, Eastway."
        second = first.replace("7 pm", "8 pm").replace("Old Baths", "Round Chapel")
        await rumours.post(first)
        await rumours.say(rumours.alex, f"edit 1 {second}")
        await rumours.say(rumours.alex, "yes")
        answer = await rumours.check(rumours.mo, first)
        assert "no longer holds" in answer
        assert second in answer
        corrected = await rumours.check(rumours.mo, second)
        assert "Yes, this is real" in corrected
        assert "It was corrected on" in corrected
        await rumours.say(rumours.alex, "retract 1")
        await rumours.say(rumours.alex, "yes")
        for text in (first, second):
            assert "taken back" in await rumours.check(rumours.mo, text)


async def test_a_stranger_hears_nothing_of_what_is_for_members(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.post("Tonight online: https://meet.ourbranch.org.uk/k7x at 8, first names.")
        for text in ("https://meet.ourbranch.org.uk/k7x", "https://meet.ourbranch.org.uk/k7"):
            assert "I do not know this" in await rumours.check(rumours.sam, text)
        await rumours.post(DUES)
        answer = await rumours.check(rumours.sam, FORGED)
        assert "is not the same" in answer
        assert "20459137" not in answer
        assert "number 2" not in answer
        assert "Yes, this is real" in await rumours.check(rumours.sam, DUES)


async def test_whoever_guesses_at_it_is_soon_told_nothing_more(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.post(DUES)
        answers = [
            await rumours.check(rumours.sam, DUES.replace("20459137", str(20459130 + guess)))
            for guess in range(7)
        ]
        assert "is not the same" in answers[0]
        assert "I do not know this" in answers[6]
        assert "I do not know this" in await rumours.check(rumours.sam, DUES)
        assert "Yes, this is real" in await rumours.check(rumours.mo, DUES)


@pytest.mark.parametrize("cry", ["help me", "999", "help! he is here"])
async def test_a_cry_for_help_is_not_looked_at(rumours: Rumours, cry: str) -> None:
    async with rumours.open():
        await rumours.say(rumours.mo, "is this real")
        answer = await rumours.say(rumours.mo, cry)
        assert "999" in answer
        assert "I do not know this" not in answer
        assert "I do not know this" not in await rumours.say(rumours.mo, f"is this real? {cry}")


async def test_a_report_can_be_begun_instead(rumours: Rumours) -> None:
    stage = rumours.stage
    stage.safeguarding = SafeguardingSettings(teams=(team("hackney", (stage.bea, "Officer")),))
    async with rumours.open():
        await rumours.say(rumours.mo, "is this real")
        assert "I do not know this" not in await rumours.say(rumours.mo, "report")


async def test_nothing_that_is_asked_is_kept(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.post(DUES)
        await rumours.check(rumours.mo, SCAM)
        await rumours.check(rumours.mo, FORGED)
        everything = rumours.everything()
        assert "ourbranch-join" not in everything
        assert "71120934" not in everything
        assert rumours.mo.aci not in everything
        assert rumours.rows("askers") > 0


async def test_who_asks_all_day_long_is_told_to_wait(rumours: Rumours) -> None:
    async with rumours.open():
        answers = [await rumours.say(rumours.mo, f"is this real: {LINK}") for _ in range(21)]
        assert "a lot checked" in answers[-1]
        assert "do not pay" in answers[-1]


async def test_no_ends_it(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.say(rumours.mo, "real?")
        assert "checked nothing" in await rumours.say(rumours.mo, "no")
        assert from_bot(rumours.mo)


async def test_members_of_one_branch_hear_of_another_what_everybody_hears(
    rumours: Rumours,
) -> None:
    stage = rumours.stage
    camden = branch("camden", rumours.bea, groups=[stage.group("Camden news", rumours.sam)])
    async with stage.running(rumours.declaration(), camden):
        await rumours.say(rumours.alex, f"announce hackney {DUES}")
        await rumours.say(rumours.alex, "1")
        await rumours.say(rumours.alex, "yes")
        assert "20459137" in await rumours.check(rumours.mo, FORGED)
        answer = await rumours.check(rumours.sam, FORGED)
        assert "is not the same" in answer
        assert "20459137" not in answer


async def test_a_stranger_with_the_whole_of_it_hears_that_it_is_real_but_for_what_stands_round_it(
    rumours: Rumours,
) -> None:
    async with rumours.open():
        await rumours.post(DUES)
        assert "Yes, this is real" in await rumours.check(rumours.sam, f"Fwd from Bev: {DUES}")
        answer = await rumours.check(rumours.sam, f"{DUES} Or to 04-00-75, 71120934.")
        assert "is not the same" in answer
        assert "number 1" not in answer


MEETING = (
    "The branch meeting is on Thursday 3 December at 7 pm in the Town Hall, Mare Street. "
    "We talk about the buses and choose two delegates. Everybody is welcome, bring a neighbour."
)


async def test_where_only_the_hour_of_a_meeting_differs_nobody_is_told_of_banks(
    rumours: Rumours,
) -> None:
    async with rumours.open():
        await rumours.post(MEETING)
        answer = await rumours.check(rumours.mo, MEETING.replace("7 pm", "9 pm"))
        assert "it should be “7 pm”, and this says “9 pm”" in answer
        assert "ask an admin of the branch" in answer
        assert "bank" not in answer
        assert "direct debit" not in answer


@pytest.mark.parametrize(
    "more",
    [
        "Please bring £5.",
        "Log in first to keep your place.",
        "Send your card details to Kim.",
        "Ring 020 7946 0123 first.",
        "See ourbranch-join.com",
        "Into 20459137, please.",
    ],
)
async def test_what_leads_to_money_or_details_is_told_of_banks(rumours: Rumours, more: str) -> None:
    async with rumours.open():
        await rumours.post(MEETING)
        for text in (f"{MEETING} {more}", f"No meeting this week. {more}"):
            answer = await rumours.check(rumours.mo, text)
            assert "159" in answer
            assert "Yes, this is real" not in answer


@pytest.mark.parametrize("asks", ["is thsi real?", "isthisreal", "Fake?", "Is this for real??"])
async def test_it_is_asked_in_haste(rumours: Rumours, asks: str) -> None:
    async with rumours.open():
        assert "Send me what you want checked" in await rumours.say(rumours.mo, asks)


@pytest.mark.parametrize(
    "asked",
    [
        f"is this real {SCAM}",
        f"{LINK} is this real?",
        f"Hi, I got an email about {LINK} is that real",
    ],
)
async def test_the_question_may_stand_in_the_same_line(rumours: Rumours, asked: str) -> None:
    async with rumours.open():
        assert "I do not know this" in await rumours.say(rumours.sam, asked)


async def test_what_leads_nowhere_may_have_happened_to_them(rumours: Rumours) -> None:
    async with rumours.open():
        for text in ("is this real what he does to me every week", "he says I must, is that true"):
            assert "I do not know this" not in await rumours.say(rumours.sam, text)


async def test_whoever_tells_of_danger_beside_it_reads_first_what_to_do(rumours: Rumours) -> None:
    async with rumours.open():
        for told in ("He is going to kill me.", "He has a knife."):
            answer = await rumours.check(rumours.mo, told)
            assert answer.startswith("If you are in danger now, call 999."), told
            assert "I do not know this" in answer


async def test_of_a_short_post_a_changed_hour_is_pointed_out(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.post("Meeting on Thursday 7pm at the Library.")
        answer = await rumours.check(rumours.mo, "Meeting on Thursday 8pm at the Library")
        assert "Time: it should be “7pm”, and this says “8pm”" in answer
        for other in ("See you on Thursday 8pm", "Dinner on Thursday 8pm at the Library"):
            assert "I do not know this" in await rumours.check(rumours.mo, other)
        await rumours.say(rumours.alex, "edit 1 Meeting on Thursday 6pm at the Library.")
        await rumours.say(rumours.alex, "yes")
        answer = await rumours.check(rumours.mo, "Meeting on Thursday 7pm at the Library.")
        assert "earlier version of number 1" in answer
