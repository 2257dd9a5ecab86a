"""Somebody appeals: people who did not decide look again, and everybody told first is told."""

from datetime import timedelta

import pytest
from harness.running import from_bot
from harness.talking import Talking

from practice.phones import Phone
from relay.conduct.decisions.decision import DecisionState, Step

WHY = "I was quoting what somebody had said to me"


def _texts(phone: Phone) -> list[str]:
    return [one.text for one in from_bot(phone)]


def _state(talking: Talking, number: int) -> DecisionState:
    found = talking.stage.relay.services.deciding.decisions.get(number)
    assert found is not None
    return found.state


async def test_who_decided_hears_only_of_the_answer_and_others_look_again(
    talking: Talking,
) -> None:
    async with talking.open():
        decision = talking.decide()
        number = decision.matter
        await talking.stage.settle()
        before = talking.count(talking.bea), talking.count(talking.cai)
        said = await talking.say(talking.mo, f"appeal {number} {WHY}")
        assert "had no part in the decision" in said
        assert "goes on" in said
        assert (talking.count(talking.bea), talking.count(talking.cai)) == before
        told = talking.last(talking.gus)
        assert f"appeal {number}" in told
        assert "quoting" not in told
        read = await talking.say(talking.gus, f"appeal {number}")
        for words in (WHY, "You called members rats", "You lot are rats", "could not sleep"):
            assert words in read
        assert "Mo" not in read
        for phone in (talking.bea, talking.cai):
            assert "no decision" in await talking.say(phone, f"appeal {number} uphold because")


async def test_an_appeal_that_succeeds_takes_it_back_and_all_hear_of_it(talking: Talking) -> None:
    async with talking.open():
        decision = talking.decide()
        number = decision.matter
        await talking.say(talking.mo, f"appeal {number} {WHY}")
        shown = await talking.say(talking.gus, f"appeal {number} overturn It was a quotation")
        assert "They take the decision back" in shown
        assert "It was a quotation" in shown
        await talking.say(talking.gus, "yes")
        assert _state(talking, decision.number) is DecisionState.OVERTURNED
        heard = "\n".join(_texts(talking.mo))
        assert "They take the decision back" in heard
        assert "It was a quotation" in heard
        assert "the decision is taken back" in "\n".join(_texts(talking.bea))
        assert "have changed what they had decided" in talking.last(talking.kim)
        for phone in (talking.mo, talking.kim):
            assert "Gus" not in "\n".join(_texts(phone))
        again = await talking.say(talking.mo, f"appeal {number} thank you")
        assert "there is one appeal" in again


async def test_what_is_upheld_stands_and_whoever_complained_hears_that(talking: Talking) -> None:
    async with talking.open():
        decision = talking.decide()
        number = decision.matter
        await talking.say(talking.mo, f"appeal {number} {WHY}")
        await talking.say(talking.gus, f"appeal {number} uphold It was meant for one person")
        await talking.say(talking.gus, "yes")
        assert "The decision stands" in talking.last(talking.mo)
        assert "the next meeting of Hackney branch" in talking.last(talking.mo)
        assert talking.last(talking.kim).endswith("once more, and it stays as it is.")
        assert _state(talking, decision.number) is not DecisionState.OVERTURNED


async def test_a_time_out_is_made_shorter(talking: Talking) -> None:
    async with talking.open():
        decision = talking.decide()
        number = decision.matter
        await talking.say(talking.mo, f"appeal {number} {WHY}")
        for typed in ("shorten", "shorten 9 days it was the first time", "shorten it a bit"):
            assert "Fewer than now" in await talking.say(talking.gus, f"appeal {number} {typed}")
        assert "why" in await talking.say(talking.gus, f"appeal {number} shorten 3 days")
        await talking.say(talking.gus, f"appeal {number} shorten 3 days: it was the first time")
        await talking.say(talking.gus, "yes")
        found = talking.stage.relay.services.deciding.decisions.get(decision.number)
        assert found is not None
        assert found.until is not None
        assert decision.until is not None
        assert decision.until - found.until == timedelta(days=4)
        assert "it ends on" in "\n".join(_texts(talking.mo))
        assert "have changed what they had decided" in talking.last(talking.kim)


async def test_who_is_out_for_good_hears_from_when_they_may_ask_again(talking: Talking) -> None:
    async with talking.open():
        number = talking.decide(Step.REMOVAL).matter
        await talking.say(talking.mo, f"appeal {number} {WHY}")
        await talking.say(talking.gus, f"appeal {number} shorten 30 days it was the first time")
        heard = talking.count(talking.mo)
        await talking.say(talking.gus, "yes")
        told = "\n".join(_texts(talking.mo)[heard:])
        assert "you may ask to be let into the groups again" in told
        assert "time-out" not in told


async def test_a_note_has_no_end_to_shorten(talking: Talking) -> None:
    async with talking.open():
        number = talking.decide(Step.NOTE).matter
        await talking.say(talking.mo, f"appeal {number} {WHY}")
        assert "no end that could come earlier" in await talking.say(
            talking.gus, f"appeal {number} shorten 3 days it was the first time"
        )


async def test_only_who_it_is_about_can_appeal(talking: Talking) -> None:
    async with talking.open():
        number = talking.decide().matter
        await talking.stage.settle()
        for phone in (talking.kim, talking.sam, talking.fay):
            said = await talking.say(phone, f"appeal {number} {WHY}")
            same = await talking.say(phone, f"appeal {number + 1} {WHY}")
            assert "no decision with the number" in said
            assert said.replace(str(number), "N") == same.replace(str(number + 1), "N")
        assert talking.stage.relay.services.appeals.waiting_for(talking.gus.aci) == []


async def test_without_words_it_is_asked_why(talking: Talking) -> None:
    async with talking.open():
        number = talking.decide().matter
        assert "What do you think is wrong" in await talking.say(talking.mo, "appeal")
        assert "999" in await talking.say(talking.mo, "help me")
        assert "planned" in (await talking.say(talking.mo, "meetings")).lower()
        assert "is in" in await talking.say(talking.mo, WHY)
        assert WHY in await talking.say(talking.gus, f"appeal {number}")
        assert "added" in await talking.say(talking.mo, f"appeal {number} And I am sorry")
        assert "And I am sorry" in await talking.say(talking.gus, f"appeal {number}")


async def test_who_does_not_want_to_after_all_leaves_it(talking: Talking) -> None:
    async with talking.open():
        number = talking.decide().matter
        await talking.say(talking.mo, f"appeal {number}")
        assert "There is no appeal" in await talking.say(talking.mo, "no")
        await talking.say(talking.mo, f"appeal {number}")
        await talking.stage.wait(timedelta(hours=1))
        assert "There is no appeal" in talking.last(talking.mo)


async def test_after_its_end_a_time_out_can_be_appealed_against_and_then_no_more(
    talking: Talking,
) -> None:
    async with talking.open():
        decision = talking.decide()
        await talking.stage.wait(timedelta(days=8))
        assert _state(talking, decision.number) is DecisionState.ENDED
        assert "nothing changes" in await talking.say(talking.mo, f"appeal {decision.matter} {WHY}")
    async with talking.open():
        late = talking.decide(Step.NOTE)
        await talking.stage.settle()
        await talking.stage.wait(timedelta(days=14))
        assert "You could appeal" in await talking.say(talking.mo, f"appeal {late.matter} {WHY}")


async def test_where_nobody_is_left_that_is_said_and_does_not_count(talking: Talking) -> None:
    talking.moderators = (talking.bea, talking.cai)
    async with talking.open(talking.hackney(appeals_beyond="the regional committee")):
        decision = talking.decide(Step.REMOVAL)
        said = await talking.say(talking.mo, f"appeal {decision.matter} {WHY}")
        assert "nobody who could look at this again" in said
        assert "does not count as one" in await talking.say(talking.mo, "my decisions")
        assert "the regional committee" in said
    talking.moderators = (talking.bea, talking.cai, talking.gus)
    async with talking.open():
        assert "is in" in await talking.say(talking.mo, f"appeal {decision.matter} {WHY}")


@pytest.mark.parametrize("agrees", [True, False])
async def test_another_branch_is_asked_only_where_both_have_agreed(
    talking: Talking, agrees: bool
) -> None:
    talking.moderators = (talking.bea, talking.cai)
    back = ("hackney",) if agrees else ()
    async with talking.open(
        talking.hackney(appeals_to=("camden",)), talking.camden(appeals_to=back)
    ):
        decision = talking.decide(Step.REMOVAL)
        said = await talking.say(talking.mo, f"appeal {decision.matter} {WHY}")
        assert ("moderators of Camden branch do" in said) is agrees
        assert ("nobody who could look" in said) is not agrees
        if not agrees:
            assert talking.count(talking.dee) == 0
            return
        assert WHY in await talking.say(talking.dee, f"appeal {decision.matter}")
        await talking.say(talking.dee, f"appeal {decision.matter} overturn It was a quotation")
        await talking.say(talking.dee, "yes")
        assert _state(talking, decision.number) is DecisionState.OVERTURNED


async def test_who_nobody_answers_hears_so_after_another_branch_was_asked(
    talking: Talking,
) -> None:
    async with talking.open(
        talking.hackney(appeals_to=("camden",)), talking.camden(appeals_to=("hackney",))
    ):
        number = talking.decide(Step.NOTE).matter
        await talking.say(talking.mo, f"appeal {number} {WHY}")
        await talking.stage.wait(timedelta(days=4))
        assert "waits for an answer" in talking.last(talking.gus)
        heard = talking.count(talking.gus)
        await talking.stage.wait(timedelta(days=1))
        assert talking.count(talking.gus) == heard
        await talking.stage.wait(timedelta(days=3))
        assert "the moderators of Camden branch look at it" in talking.last(talking.mo)
        assert f"appeal {number}" in talking.last(talking.dee)
        assert "no decision" in await talking.say(talking.gus, f"appeal {number} uphold so be it")
        await talking.stage.wait(timedelta(days=8))
        assert "nobody has answered your appeal" in talking.last(talking.mo)
        assert "Nobody has answered" in talking.last(talking.bea)
        assert "there is one appeal" in await talking.say(talking.mo, f"appeal {number} again")


async def test_a_moderator_who_lapses_meanwhile_answers_nothing(talking: Talking) -> None:
    async with talking.open():
        decision = talking.decide(Step.REMOVAL)
        number = decision.matter
        await talking.say(talking.mo, f"appeal {number} {WHY}")
        await talking.say(talking.gus, f"appeal {number} overturn It was a quotation")
        mandates = talking.stage.relay.services.moderators
        gus = mandates.mandate_of(talking.gus.aci, "hackney")
        assert gus is not None
        with talking.stage.store.transaction():
            mandates.end(gus)
        assert "no longer yours" in await talking.say(talking.gus, "yes")
        assert _state(talking, decision.number) is not DecisionState.OVERTURNED
        await talking.stage.settle()
        assert "nobody is left" in talking.last(talking.mo)


async def test_who_decided_does_not_look_again_under_another_mandate(talking: Talking) -> None:
    talking.moderators = (talking.bea, talking.cai)
    async with talking.open():
        decision = talking.decide(Step.REMOVAL)
        services = talking.stage.relay.services
        with talking.stage.store.transaction():
            bea = services.moderators.mandate_of(talking.bea.aci, "hackney")
            assert bea is not None
            services.moderators.end(bea)
            services.moderators.take_settings()
        fresh = services.moderators.mandate_of(talking.bea.aci, "hackney")
        assert fresh is not None
        assert fresh.number != decision.proposed_by
        assert "nobody who could look" in await talking.say(
            talking.mo, f"appeal {decision.matter} {WHY}"
        )


async def test_who_is_close_to_somebody_leaves_it_to_others(talking: Talking) -> None:
    async with talking.open():
        number = talking.decide(Step.NOTE).matter
        await talking.say(talking.mo, f"appeal {number} {WHY}")
        assert "find it nowhere" in await talking.say(talking.gus, f"appeal {number} aside")
        assert "no decision" in await talking.say(talking.gus, f"appeal {number}")
        assert "An answer is due" in talking.last(talking.cai) or WHY in await talking.say(
            talking.cai, f"appeal {number}"
        )


async def test_two_who_answer_at_once_are_one_answer(talking: Talking) -> None:
    async with talking.open():
        decision = talking.decide(Step.NOTE)
        number = decision.matter
        await talking.say(talking.mo, f"appeal {number} {WHY}")
        await talking.say(talking.gus, f"appeal {number} uphold It was meant for one person")
        await talking.say(talking.cai, f"appeal {number} overturn It was a quotation")
        await talking.say(talking.gus, "yes")
        assert "answered" in await talking.say(talking.cai, "yes")
        assert _state(talking, decision.number) is not DecisionState.OVERTURNED


async def test_an_appeal_goes_on_after_restarts(talking: Talking) -> None:
    async with talking.open():
        decision = talking.decide()
    async with talking.open():
        await talking.say(talking.mo, f"appeal {decision.matter} {WHY}")
    async with talking.open():
        await talking.say(talking.gus, f"appeal {decision.matter} overturn It was a quotation")
    async with talking.open():
        await talking.say(talking.gus, "yes")
    async with talking.open():
        heard = _texts(talking.mo)
        assert sum("They take the decision back" in text for text in heard) == 1


async def test_a_decided_talk_can_be_begun_by_the_person(talking: Talking) -> None:
    async with talking.open():
        number = talking.decide(Step.TALK, by=talking.gus).matter
        assert "passed it on" in await talking.say(talking.mo, f"talk {number} Gladly")
        assert "Gladly" in await talking.say(talking.gus, f"talk {number}")


async def test_who_takes_a_complaint_back_takes_no_appeal_away(talking: Talking) -> None:
    async with talking.open():
        decision = talking.decide()
        number = decision.matter
        await talking.stage.settle()
        await talking.say(talking.kim, f"complaint {number} withdraw")
        await talking.say(talking.kim, "yes")
        matter = talking.stage.relay.services.matters.known(number)
        assert matter is not None
        assert not matter.has_complainer
        assert matter.words == ""
        assert "is in" in await talking.say(talking.mo, f"appeal {number} {WHY}")
        read = await talking.say(talking.gus, f"appeal {number}")
        assert "You lot are rats" in read
        assert "cannot sleep" not in read


async def test_what_moderators_take_back_themselves_needs_no_answer_any_more(
    talking: Talking,
) -> None:
    async with talking.open():
        decision = talking.decide()
        number = decision.matter
        await talking.say(talking.mo, f"appeal {number} {WHY}")
        deciding = talking.stage.relay.services.deciding
        with talking.stage.store.transaction():
            found = deciding.decisions.get(decision.number)
            assert found is not None
            deciding.decisions.overturn(found)
        await talking.stage.settle()
        assert "No appeal waits" in await talking.say(talking.gus, "appeals")
        heard = talking.count(talking.mo)
        await talking.stage.wait(timedelta(days=20))
        assert talking.count(talking.mo) == heard


async def test_a_list_says_what_waits_for_whom(talking: Talking) -> None:
    async with talking.open():
        number = talking.decide().matter
        await talking.say(talking.mo, f"appeal {number} {WHY}")
        assert f"{number} (Hackney branch)" in await talking.say(talking.gus, "appeals")
        for phone in (talking.bea, talking.cai, talking.dee):
            assert "No appeal waits" in await talking.say(phone, "appeals")
