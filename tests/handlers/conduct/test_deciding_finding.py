"""`decide` alone: a moderator has seen something, and says what it is about."""

from datetime import timedelta

import pytest
from harness.deciding import DELETE, EFFECT, NOTE, REASON, STANDARD, Moot

from relay.conduct.decisions.decision import DecisionState
from relay.conduct.tables.decisions import DecisionTable

RUDE = "You lot are rats, all of you in this group"


async def _said(moot: Moot, text: str = RUDE) -> None:
    moot.mo.say(text, moot.chat)
    await moot.stage.settle()


async def test_a_message_that_is_forwarded_says_whom_it_is_about(moot: Moot) -> None:
    async with moot.open():
        await _said(moot)
        assert "Forward the message" in await moot.say(moot.bea, "decide")
        known = await moot.say(moot.bea, RUDE)
        assert "is about Mo Member" in known
        await moot.say(moot.bea, "no")
        await moot.say(moot.bea, STANDARD)
        await moot.say(moot.bea, EFFECT)
        assert "Have the message deleted" in await moot.say(moot.bea, REASON)
        shown = await moot.say(moot.bea, DELETE)
        assert "Where: Chat, " in shown
        await moot.say(moot.bea, "yes")
        assert "deleted" in moot.last(moot.mo)


async def test_somebody_in_a_group_is_chosen_by_their_number(moot: Moot) -> None:
    async with moot.open():
        assert "1. Chat" in await moot.say(moot.bea, "decide")
        listed = await moot.say(moot.bea, "1")
        line = next(one for one in listed.splitlines() if "Mo Member" in one)
        assert "is about Mo Member" in await moot.say(moot.bea, line.split(".")[0])


async def test_of_several_who_wrote_the_same_one_is_chosen(moot: Moot) -> None:
    async with moot.open():
        await _said(moot)
        moot.ned.say(RUDE, moot.chat)
        await moot.stage.settle()
        await moot.say(moot.bea, "decide")
        asked = await moot.say(moot.bea, RUDE)
        line = next(one for one in asked.splitlines() if "Ned" in one)
        assert "is about Ned" in await moot.say(moot.bea, line.split(".")[0])


async def test_what_is_not_found_is_said_to_be_so(moot: Moot) -> None:
    async with moot.open():
        await moot.say(moot.bea, "decide")
        assert "do not find that message" in await moot.say(moot.bea, "Nobody has said this here")
        assert "kept nothing" in await moot.say(moot.bea, "no")


async def test_a_group_with_nobody_else_in_it_is_said_to_be_so(moot: Moot) -> None:
    async with moot.open():
        moot.other.members.pop(moot.ned.aci)
        await moot.look()
        await moot.say(moot.bea, "decide")
        assert "nobody else in Other" in await moot.say(moot.bea, "3")
        assert "Who is it about?" in await moot.say(moot.bea, "1")


async def test_a_moderators_own_message_is_for_others(moot: Moot) -> None:
    moot.chat.members[moot.bea.aci] = None
    async with moot.open():
        moot.bea.say(RUDE, moot.chat)
        await moot.stage.settle()
        await moot.say(moot.bea, "decide")
        assert "That is you" in await moot.say(moot.bea, RUDE)


@pytest.mark.parametrize("ending", ["no", "expires", "something else"])
async def test_what_is_not_finished_leaves_no_matter(moot: Moot, ending: str) -> None:
    async with moot.open():
        await _said(moot)
        await moot.say(moot.bea, "decide")
        await moot.say(moot.bea, RUDE)
        await moot.say(moot.bea, "no")
        if ending == "no":
            assert "kept nothing" in await moot.say(moot.bea, "no")
        elif ending == "expires":
            await moot.stage.wait(timedelta(hours=2))
            assert "kept nothing" in moot.last(moot.bea)
        else:
            assert "kept nothing" in await moot.say(moot.bea, "decide")
        assert moot.stage.relay.services.matters.visible_to(moot.cai.aci) == []
        assert moot.stage.store[DecisionTable].at(DecisionState.DRAFT) == []


async def test_a_complaint_that_names_nobody_gets_a_name_from_a_moderator(moot: Moot) -> None:
    async with moot.open():
        services = moot.stage.relay.services
        number = moot.matter()
        row = services.matters.table.get(number)
        assert row is not None
        contents = services.matters.contents(row)
        assert contents is not None
        with moot.stage.store.transaction():
            services.matters.put(row, type(contents)(groups=contents.groups, about="Harassing"))
        listed = await moot.say(moot.bea, f"decide {number}")
        assert "Who is it about?" in listed
        line = next(one for one in listed.splitlines() if "Mo Member" in one)
        assert f"Matter {number} is about Mo" in await moot.say(moot.bea, line.split(".")[0])


@pytest.mark.parametrize(
    "reason",
    [
        "It is their politics that nobody can stand.",
        "He is a Trotskyist and says so all the time.",
        "They believe in all sorts of things.",
        "She's such a liberal, it never ends.",
    ],
)
async def test_a_reason_about_a_belief_gets_one_line_and_goes_on(moot: Moot, reason: str) -> None:
    async with moot.open():
        await moot.say(moot.bea, f"decide {moot.matter()}")
        for text in ("no", STANDARD, EFFECT):
            await moot.say(moot.bea, text)
        said = await moot.say(moot.bea, reason)
        assert "not what they believe" in said
        assert "What should happen?" in said
        assert reason in await moot.say(moot.bea, NOTE)


@pytest.mark.parametrize(
    "reason",
    [
        REASON,
        "They mocked somebody for being a Muslim, twice.",
        "They posted the same advert in four groups.",
        "They wrote that all Tories should be shot.",
        "They shared Sam’s number, and Sam’s faith, without asking.",
    ],
)
async def test_a_reason_about_what_was_done_gets_no_such_line(moot: Moot, reason: str) -> None:
    async with moot.open():
        await moot.say(moot.bea, f"decide {moot.matter()}")
        for text in ("no", STANDARD, EFFECT):
            await moot.say(moot.bea, text)
        assert "believe" not in await moot.say(moot.bea, reason)


async def test_a_cry_for_help_is_no_reason(moot: Moot) -> None:
    async with moot.open():
        await moot.say(moot.bea, f"decide {moot.matter()}")
        for text in ("no", STANDARD, EFFECT):
            await moot.say(moot.bea, text)
        said = await moot.say(moot.bea, "999 he is here")
        assert "What should happen?" not in said
        assert "999" in said


async def test_a_text_that_is_too_long_is_asked_for_again(moot: Moot) -> None:
    async with moot.open():
        await moot.say(moot.bea, f"decide {moot.matter()}")
        for text in ("no", STANDARD):
            await moot.say(moot.bea, text)
        assert "600 characters at most" in await moot.say(moot.bea, "word " * 150)
        assert "words of your own" in await moot.say(moot.bea, "??")
        assert "Why do you decide" in await moot.say(moot.bea, EFFECT)


async def test_what_is_shown_can_be_gone_through_again(moot: Moot) -> None:
    async with moot.open():
        await moot.shown(moot.bea, moot.matter(), NOTE)
        assert "What was done?" in await moot.say(moot.bea, "change")
        await moot.say(moot.bea, "1")
        await moot.say(moot.bea, EFFECT)
        await moot.say(moot.bea, "Another reason altogether.")
        assert "Another reason altogether." in await moot.say(moot.bea, NOTE)
        assert "They are told" in await moot.say(moot.bea, "yes")
        assert "Another reason" in moot.last(moot.mo)
