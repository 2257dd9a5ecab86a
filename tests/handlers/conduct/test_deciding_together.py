"""What one moderator may not decide alone: others see the very text, and answer in time, or not."""

from datetime import timedelta

import pytest
from harness.deciding import NOTE, REASON, REMOVAL, TALK, TIMEOUT, Moot
from harness.running import from_bot

from practice.phones import Phone
from relay.conduct.decisions.decision import DecisionState


async def _proposed(moot: Moot, about: Phone | None = None) -> int:
    number = moot.matter(about)
    said = await moot.decided(moot.bea, number, REMOVAL)
    assert "I have asked the other moderators" in said
    return number


def _states(moot: Moot, number: int) -> list[DecisionState]:
    return [one.state for one in moot.stage.relay.services.deciding.decisions.of_matter(number)]


async def test_a_step_that_leaves_one_out_needs_another_moderator(moot: Moot) -> None:
    async with moot.open():
        asked = await moot.until_step(moot.bea, moot.matter())
        assert "1. A note: they read this, and nothing else follows\n" in asked
        assert "2. A talk, one to one, through me *\n" in asked
        assert "3. A time-out from some groups; I let them back in when it ends *" in asked
        await moot.say(moot.bea, "no")
        await moot.decided(moot.bea, moot.matter(), NOTE)
        await moot.stage.wait(timedelta(hours=23))
        asked = await moot.until_step(moot.bea, moot.matter())
        assert "2. A talk, one to one, through me *\n" in asked
        await moot.say(moot.bea, "no")
        await moot.stage.wait(timedelta(hours=1))
        asked = await moot.until_step(moot.bea, moot.matter())
        assert "2. A talk, one to one, through me\n" in asked
        assert "4. Out of all groups of the branch *" in asked


async def test_the_others_see_what_the_person_will_read_and_a_thumb_decides(moot: Moot) -> None:
    async with moot.open():
        number = await _proposed(moot)
        assert moot.is_in(moot.mo, moot.chat)
        offer = moot.last(moot.cai)
        assert REASON in offer
        before = len(moot.heard(moot.mo))
        moot.cai.react(from_bot(moot.cai)[-1].timestamp, "👍🏿")
        await moot.stage.settle()
        assert "It is decided, and is being done" in moot.last(moot.cai)
        assert moot.heard(moot.mo, before)[0] in offer
        assert "is agreed" in moot.last(moot.bea)
        assert "need do nothing" in moot.last(moot.dee)
        await moot.look()
        assert not moot.is_in(moot.mo, moot.chat)
        assert _states(moot, number) == [DecisionState.APPLIED]


async def test_nobody_agrees_to_their_own_and_a_no_ends_it(moot: Moot) -> None:
    async with moot.open():
        number = await _proposed(moot)
        own = await moot.say(moot.bea, f"decision yes {number}")
        assert "another moderator has to agree" in own
        assert "not by whom" in await moot.say(moot.dee, f"decision no {number}")
        assert "did not agree" in moot.last(moot.bea)
        assert "Dee" not in moot.last(moot.bea)
        over = await moot.say(moot.cai, f"decision yes {number}")
        assert "nothing waits" in over
        assert moot.is_in(moot.mo, moot.chat)
        assert _states(moot, number) == [DecisionState.REFUSED]


async def test_whoever_proposed_it_takes_it_back(moot: Moot) -> None:
    async with moot.open():
        number = await _proposed(moot)
        assert "taken your proposal back" in await moot.say(moot.bea, f"decision no {number}")
        assert "is over" in moot.last(moot.cai)


async def test_without_an_answer_it_lapses_and_those_who_wait_hear_no_more_than_that(
    moot: Moot,
) -> None:
    async with moot.open():
        number = await _proposed(moot)
        await moot.stage.wait(timedelta(days=3, hours=13))
        assert "still waits for you" in moot.last(moot.cai)
        await moot.stage.wait(timedelta(days=2, hours=13))
        assert len([one for one in moot.heard(moot.dee) if "still waits" in one]) == 2
        before = len(moot.heard(moot.mo))
        await moot.stage.wait(timedelta(days=1))
        assert "has lapsed" in moot.last(moot.bea)
        assert "still looking at it" in moot.last(moot.ned)
        assert moot.heard(moot.mo, before) == []
        assert _states(moot, number) == [DecisionState.LAPSED]


async def test_of_two_moderators_at_once_the_second_sees_what_the_first_proposed(
    moot: Moot,
) -> None:
    async with moot.open():
        number = moot.matter()
        await moot.shown(moot.bea, number, REMOVAL)
        await moot.shown(moot.cai, number, NOTE)
        assert "I have asked" in await moot.say(moot.bea, "yes")
        said = await moot.say(moot.cai, "yes")
        assert "proposed something for matter" in said
        assert REASON in said
        assert _states(moot, number) == [DecisionState.PROPOSED]
        assert "proposed something" in await moot.say(moot.dee, f"decide {number}")


async def test_of_two_moderators_at_once_the_second_hears_that_it_is_decided(moot: Moot) -> None:
    async with moot.open():
        await moot.noted_and_talked()
        number = moot.matter()
        await moot.shown(moot.bea, number, TIMEOUT, "1", "3")
        await moot.shown(moot.cai, number, TIMEOUT, "1", "30")
        assert "let back in then" in await moot.say(moot.bea, "yes")
        assert "is decided: a time-out until" in await moot.say(moot.cai, "yes")
        assert len(_states(moot, number)) == 1


async def test_a_changed_proposal_is_a_new_one_and_an_old_thumb_agrees_to_nothing(
    moot: Moot,
) -> None:
    async with moot.open():
        number = await _proposed(moot)
        old = from_bot(moot.cai)[-1].timestamp
        await moot.decided(moot.bea, number, TALK)
        moot.cai.react(old, "👍")
        await moot.stage.settle()
        assert "nothing waits" in moot.last(moot.cai)
        said = await moot.say(moot.cai, f"decision yes {number}")
        assert f"decision yes {number} 2" in said
        assert _states(moot, number) == [DecisionState.REFUSED, DecisionState.PROPOSED]
        assert "It is decided" in await moot.say(moot.cai, f"decision yes {number} 2")
        assert moot.is_in(moot.mo, moot.chat)


async def test_a_proposal_ends_with_the_term_of_whoever_made_it(moot: Moot) -> None:
    async with moot.open():
        number = await _proposed(moot)
    moot.moderators = (moot.cai, moot.dee)
    async with moot.open():
        await moot.stage.settle()
        assert "nothing waits" in await moot.say(moot.cai, f"decision yes {number}")
        assert "no longer valid" in moot.last(moot.bea)
        assert moot.is_in(moot.mo, moot.chat)
        assert _states(moot, number) == [DecisionState.LAPSED]


async def test_between_two_rounds_a_yes_to_an_invalid_proposal_decides_nothing(
    moot: Moot,
) -> None:
    async with moot.open():
        number = await _proposed(moot)
        services = moot.stage.relay.services
        [mandate] = [
            one for one in services.moderators.running("hackney") if one.person == moot.bea.aci
        ]
        with moot.stage.store.transaction():
            services.moderators.end(mandate)
        moot.cai.say(f"decision yes {number}")
        await moot.stage.signal.signal_cli.drained()
        await moot.stage.relay.dispatcher.drain()
        await moot.stage.settle()
        assert "no longer" in moot.last(moot.cai) or "may no longer do so" in moot.last(moot.cai)
        assert moot.is_in(moot.mo, moot.chat)
        assert _states(moot, number) == [DecisionState.LAPSED]


async def test_who_knows_them_closely_does_not_decide(moot: Moot) -> None:
    async with moot.open():
        number = moot.matter()
        await moot.say(moot.bea, f"decide {number}")
        assert "Thank you for saying so" in await moot.say(moot.bea, "yes")
        unknown = await moot.say(moot.bea, f"decide {number}")
        other = 99 if number != 99 else 98
        assert unknown.replace(str(number), "N") == (
            await moot.say(moot.bea, f"decide {other}")
        ).replace(str(other), "N")
        number = await _proposed_by(moot, moot.cai)
        assert "others decide" in await moot.say(moot.dee, f"decision pass {number}")
        assert "no matter" in await moot.say(moot.dee, f"decision yes {number}")


async def _proposed_by(moot: Moot, who: Phone) -> int:
    number = moot.matter()
    await moot.decided(who, number, REMOVAL)
    return number


async def test_a_moderator_who_is_complained_about_is_told_of_no_such_matter(moot: Moot) -> None:
    async with moot.open():
        number = moot.matter(moot.cai)
        assert "no matter" in await moot.say(moot.cai, f"decide {number}")
        before = len(moot.heard(moot.cai))
        await moot.decided(moot.bea, number, REMOVAL)
        assert moot.heard(moot.cai, before) == []
        assert "no matter" in await moot.say(moot.cai, f"decision yes {number}")
        assert "no matter" in await moot.say(moot.cai, f"decision {number}")
        assert "Cai" in moot.last(moot.dee)


async def test_where_everybody_else_is_part_of_it_admins_hear_that_more_are_needed(
    moot: Moot,
) -> None:
    moot.moderators = (moot.bea, moot.cai)
    async with moot.open():
        number = await _proposed(moot)
        assert "others decide" in await moot.say(moot.cai, f"decision pass {number}")
        assert "too few moderators are left" in moot.last(moot.bea)
        told = moot.last(moot.alex)
        assert "too few of them may" in told
        for name in ("Mo Member", str(number), REASON):
            assert name not in told
        assert _states(moot, number) == [DecisionState.LAPSED]


async def test_two_others_agree_where_the_settings_want_two(moot: Moot) -> None:
    declared = moot.declaration()
    settings = declared.conduct.model_copy(update={"second": 2})
    async with moot.open(conduct=settings):
        number = await _proposed(moot)
        assert "More moderators" in await moot.say(moot.cai, f"decision yes {number}")
        assert "answered that already" in await moot.say(moot.cai, f"decision yes {number}")
        assert "It is decided" in await moot.say(moot.dee, f"decision yes {number}")


async def test_a_matter_is_nobodys_who_moderates_nothing(moot: Moot) -> None:
    async with moot.open():
        number = moot.matter()
        for who in (moot.ned, moot.mo, moot.alex):
            for text in (f"decide {number}", f"decision yes {number}", f"lift {number}"):
                said = await moot.say(who, text)
                assert "Do you know" not in said
                assert "Harassing" not in said


@pytest.mark.parametrize("text", ["decision", "decision yes", "decision maybe 12"])
async def test_what_is_no_answer_is_explained(moot: Moot, text: str) -> None:
    async with moot.open():
        assert "decision yes" in await moot.say(moot.bea, text)
