"""What another admin agrees to is what they were shown, whatever is done in the meantime."""

from datetime import timedelta

import pytest
from harness.running import RelayHarness, branch, from_bot

from practice.groups import Group
from practice.phones import Phone
from relay.settings import Branch

GOOD, BAD = "The hall is shut.", "Send money to https://bad.example"


class Two:
    """A branch that wants two, with one announcement that Alex and Bea agreed to."""

    def __init__(self, stage: RelayHarness, *more: Phone) -> None:
        self.stage = stage
        self.board: Group = stage.group("Board")
        self.branch: Branch = branch(
            "hackney", stage.alex, stage.bea, *more, groups=[self.board], approvals=2
        )

    @property
    def posts(self) -> list[str]:
        """What the group reads."""
        return [message.text for message in from_bot(self.stage.mo, self.board)]

    async def post(self, agrees: Phone | None = None) -> None:
        """Post number 1."""
        await self.stage.ask(self.stage.alex, "announce The hall is open.")
        await self.stage.ask(self.stage.alex, "yes")
        await self.stage.say(agrees or self.stage.bea, "agree 1")
        assert self.posts == ["The hall is open."]

    async def propose(self, text: str) -> str:
        """Let Alex want to correct it; return what Bea is shown."""
        await self.stage.ask(self.stage.alex, f"edit 1 {text}")
        await self.stage.ask(self.stage.alex, "yes")
        return from_bot(self.stage.bea)[-1].text


@pytest.fixture
def two(on_stage: RelayHarness) -> Two:
    return Two(on_stage)


async def test_a_second_correction_just_before_is_not_what_is_posted(two: Two) -> None:
    stage = two.stage
    async with stage.running(two.branch):
        await two.post()
        await two.propose(GOOD)
        assert "still waiting" in await stage.ask(stage.alex, f"edit 1 {BAD}")
        await stage.say(stage.alex, "yes")
        await stage.say(stage.bea, "agree 1")
        assert two.posts == [GOOD]


@pytest.mark.parametrize("restarted", ["", "restarted"])
@pytest.mark.parametrize("left", ["refuse 1", "announce Something else", "retract 1"])
async def test_what_took_its_place_is_shown_instead_of_posted(
    two: Two, left: str, restarted: str
) -> None:
    stage = two.stage
    async with stage.running(two.branch):
        await two.post()
        assert GOOD in await two.propose(GOOD)
        await stage.say(stage.alex, left)
        await stage.say(stage.alex, "no")
        shown = await two.propose(BAD)
        assert BAD in shown
        assert "agree 1 3" in shown
        if not restarted:
            await _only_with_both_numbers(two)
    if restarted:
        async with stage.running(two.branch):
            await _only_with_both_numbers(two)


async def _only_with_both_numbers(two: Two) -> None:
    stage = two.stage
    for late in ("agree 1", "agree 1 2", "agree #1."):
        answer = await stage.ask(stage.bea, late)
        assert "I have done nothing yet" in answer
        assert BAD in answer
        assert "agree 1 3" in answer
    assert two.posts == ["The hall is open."]
    await stage.say(stage.bea, "agree 1 3")
    assert two.posts == [BAD]


async def test_one_that_ran_out_is_not_agreed_to_by_a_late_word(two: Two) -> None:
    stage = two.stage
    async with stage.running(two.branch):
        await two.post()
        await two.propose(GOOD)
        await stage.wait(2 * stage.relay.services.patience)
        await two.propose(BAD)
        assert BAD in await stage.ask(stage.bea, "agree 1")
        assert two.posts == ["The hall is open."]


async def test_whoever_decided_on_all_before_needs_the_number_alone(two: Two) -> None:
    stage = two.stage
    async with stage.running(two.branch):
        await two.post()
        for text in ("One.", "Two."):
            shown = await two.propose(text)
            assert "type agree 1." in shown
            await stage.say(stage.bea, "agree 1")
            assert two.posts == [text]


async def test_a_word_for_the_announcement_does_not_agree_to_its_correction(
    on_stage: RelayHarness,
) -> None:
    cyd = on_stage.signal.new_phone("Cyd Admin")
    two = Two(on_stage, cyd)
    async with on_stage.running(two.branch):
        await two.post(agrees=cyd)
        await two.propose(BAD)
        assert "agree 1 2" in await on_stage.ask(on_stage.bea, "agree 1")
        assert two.posts == ["The hall is open."]
        await on_stage.say(cyd, "agree 1")
        assert two.posts == [BAD]


@pytest.mark.parametrize("first", [True, False])
async def test_there_is_one_at_a_time_whoever_stands_first(
    on_stage: RelayHarness, first: bool
) -> None:
    two, alex, bea = Two(on_stage), on_stage.alex, on_stage.bea
    one, other = (alex, bea) if first else (bea, alex)
    async with on_stage.running(two.branch):
        await two.post()
        # Both have been shown their own preview before either says yes.
        await on_stage.ask(one, f"edit 1 {GOOD}")
        await on_stage.ask(other, f"edit 1 {BAD}")
        await on_stage.ask(one, "yes")
        assert "Please decide on it first" in await on_stage.ask(other, "yes")
        assert "Please decide on it first" in await on_stage.ask(other, f"edit 1 {BAD}")
        await on_stage.say(other, "agree 1")
        assert two.posts == [GOOD]


@pytest.mark.parametrize(
    "words",
    [
        "agree 1 if Sam is fine with it",
        "agree 1 but at 7pm",
        "agree 1 2",
        "agree 1 and 2",
        "agree 1 no",
    ],
)
async def test_more_words_are_no_agreement(two: Two, words: str) -> None:
    stage = two.stage
    async with stage.running(two.branch):
        await stage.ask(stage.alex, f"announce {GOOD}")
        await stage.ask(stage.alex, "yes")
        answer = await stage.ask(stage.bea, words)
        assert "I have done nothing yet" in answer
        assert GOOD in answer
        assert two.posts == []


@pytest.mark.parametrize(
    "words", ["agree 1.", "Agree #1!", "agree 1 thanks", "agree 1 👍", "agree 1 1"]
)
async def test_what_says_nothing_else_agrees(two: Two, words: str) -> None:
    stage = two.stage
    async with stage.running(two.branch):
        await stage.ask(stage.alex, f"announce {GOOD}")
        await stage.ask(stage.alex, "yes")
        await stage.say(stage.bea, words)
        assert two.posts == [GOOD]


async def test_what_is_late_is_not_posted_at_another_time_than_was_shown(two: Two) -> None:
    stage = two.stage
    async with stage.running(two.branch):
        await stage.ask(stage.alex, f"announce tomorrow 9am: {GOOD}")
        await stage.ask(stage.alex, "yes")
        await stage.wait(timedelta(days=2))
        answer = await stage.ask(stage.bea, "agree 1")
        assert "is over" in answer
        assert "agree 1 2" in answer
        await stage.ask(stage.bea, "agree 1")
        assert two.posts == []
        await stage.say(stage.bea, "agree 1 2")
        assert two.posts == [GOOD]


async def test_whoever_begins_something_else_is_told_that_theirs_waits_no_longer(two: Two) -> None:
    stage = two.stage
    async with stage.running(two.branch):
        await two.post()
        await stage.ask(stage.alex, "announce Another")
        await stage.ask(stage.alex, "yes")
        await stage.say(stage.bea, "agree 2")
        await two.propose(GOOD)
        answers = await stage.say(stage.alex, "edit 2 More")
        assert any("Number 1 stays as it is" in answer for answer in answers)
        assert "not waiting" in await stage.ask(stage.bea, "agree 1")


async def test_who_is_no_admin_any_more_is_not_one_of_the_two(on_stage: RelayHarness) -> None:
    """What they proposed is somebody's own once that one agrees, and needs another one still."""
    cyd = on_stage.signal.new_phone("Cyd Admin")
    two = Two(on_stage, cyd)
    async with on_stage.running(two.branch):
        await on_stage.ask(on_stage.alex, f"announce {BAD}")
        await on_stage.ask(on_stage.alex, "yes")
    before = len(from_bot(on_stage.alex))
    without = branch("hackney", on_stage.bea, cyd, groups=[two.board], approvals=2)
    async with on_stage.running(without):
        await on_stage.say(on_stage.bea, "agree 1")
        assert two.posts == []
        assert "needs the agreement" in from_bot(on_stage.bea)[-1].text
        assert "is yours" in await on_stage.ask(on_stage.bea, "agree 1")
        assert BAD in from_bot(cyd)[-1].text
        await on_stage.say(cyd, "agree 1 2")
        assert two.posts == [BAD]
    # Nor are they told how it went on.
    assert len(from_bot(on_stage.alex)) == before


async def test_a_change_shown_before_the_branch_wanted_two_is_not_somebody_elses(
    two: Two,
) -> None:
    """Bea's words would else wait as Alex's, and Bea would be who agrees to them."""
    stage = two.stage
    one = branch("hackney", stage.alex, stage.bea, groups=[two.board])
    async with stage.running(two.branch):
        await stage.ask(stage.alex, f"announce tomorrow 9am: {GOOD}")
        await stage.ask(stage.alex, "yes")
        await stage.say(stage.bea, "agree 1")
    async with stage.running(one):
        assert BAD in await stage.ask(stage.bea, f"edit 1 {BAD}")
    async with stage.running(two.branch):
        await stage.say(stage.bea, "yes")
        await stage.say(stage.bea, "agree 1")
        await stage.wait(timedelta(days=1))
        assert two.posts == [GOOD]


async def test_whoever_left_is_not_told_what_the_branch_posts(two: Two) -> None:
    stage = two.stage
    async with stage.running(two.branch):
        await stage.ask(stage.alex, f"announce tomorrow 9am: {GOOD}")
        await stage.ask(stage.alex, "yes")
        await stage.say(stage.bea, "agree 1")
    before = len(from_bot(stage.alex))
    async with stage.running(branch("hackney", stage.bea, groups=[two.board])):
        await stage.wait(timedelta(days=1))
        assert two.posts == [GOOD]
        assert "Posted to" in from_bot(stage.bea)[-1].text
    assert len(from_bot(stage.alex)) == before
