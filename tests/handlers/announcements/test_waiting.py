"""What waits in the queue is changed, moved and posted, and is just what was shown before a yes."""

from datetime import timedelta

from harness.running import RelayHarness, branch, from_bot

from practice.groups import Group
from practice.phones import Phone


def board_of(stage: RelayHarness, board: Group) -> list[str]:
    return [m.text for m in from_bot(stage.mo, board) if not m.deleted]


async def schedule(stage: RelayHarness, phone: Phone, text: str = "Hall open") -> None:
    await stage.say(phone, f"announce tomorrow 9am: {text}")
    await stage.say(phone, "yes")


async def test_the_text_is_changed_and_waits_for_the_same_time(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await schedule(on_stage, alex)
        shown = await on_stage.ask(alex, "edit 1 Hall *shut*")
        assert "Nothing has changed yet" in shown
        assert "on Monday 23 November at 9 am" in shown
        assert "Hall shut" in shown
        assert "Hall open" in await on_stage.ask(alex, "queue")
        await on_stage.say(alex, "edit 1 Hall *shut*")
        assert "will be posted on Monday" in await on_stage.ask(alex, "yes")
        await on_stage.wait(timedelta(days=1))
        (post,) = from_bot(on_stage.mo, board)
        assert (post.text, len(post.content.styles)) == ("Hall shut", 1)


async def test_the_time_is_moved(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await schedule(on_stage, alex, "Hall *open*")
        assert "on Tuesday 24 November at 10 am" in await on_stage.ask(
            alex, "move 1 to Tuesday 10am"
        )
        await on_stage.say(alex, "yes")
        await on_stage.wait(timedelta(days=1))
        assert board_of(on_stage, board) == []
        await on_stage.wait(timedelta(days=1))
        assert board_of(on_stage, board) == ["Hall open"]
        assert len(from_bot(on_stage.mo, board)[0].content.styles) == 1


async def test_it_is_posted_now(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await schedule(on_stage, alex)
        assert "post it now, if you say yes" in await on_stage.ask(alex, "now 1")
        assert board_of(on_stage, board) == []
        await on_stage.say(alex, "yes")
        assert board_of(on_stage, board) == ["Hall open"]
        await on_stage.wait(timedelta(days=2))
        assert board_of(on_stage, board) == ["Hall open"]
        assert "not waiting for its time" in await on_stage.ask(alex, "now 1")
        assert "number 7" in await on_stage.ask(alex, "now 7")


async def test_what_is_not_sure_changes_nothing(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await schedule(on_stage, alex)
        assert "not sure when" in await on_stage.ask(alex, "move 1 to the other one")
        assert "not sure when" in await on_stage.ask(alex, "move 1 yesterday 9am")
        assert "When should number 1" in await on_stage.ask(alex, "move 1")
        assert "whole new text" in await on_stage.ask(alex, "edit 1")
        await on_stage.say(alex, "edit 1 Hall shut")
        assert "stays as it is" in await on_stage.ask(alex, "no")
        await on_stage.say(alex, "edit 1 Hall shut")
        await on_stage.say(alex, "cancel 1")
        assert "not any more what I showed" in await on_stage.ask(alex, "yes")
        await on_stage.wait(timedelta(days=2))
        assert board_of(on_stage, board) == []


async def test_what_was_posted_before_the_yes_is_not_posted_again(on_stage: RelayHarness) -> None:
    board, alex, bea = on_stage.group("Board"), on_stage.alex, on_stage.bea
    async with on_stage.running(branch("hackney", alex, bea, groups=[board])):
        await schedule(on_stage, alex)
        await on_stage.say(alex, "edit 1 Hall shut")
        await on_stage.say(bea, "now 1")
        await on_stage.say(bea, "yes")
        assert board_of(on_stage, board) == ["Hall open"]
        assert "not any more what I showed" in await on_stage.ask(alex, "yes")
        assert board_of(on_stage, board) == ["Hall open"]


async def test_what_two_agreed_to_is_agreed_to_anew(on_stage: RelayHarness) -> None:
    board, alex, bea = on_stage.group("Board"), on_stage.alex, on_stage.bea
    async with on_stage.running(branch("hackney", alex, bea, groups=[board], approvals=2)):
        await schedule(on_stage, alex)
        await on_stage.say(bea, "agree 1")
        assert "only they can change it" in await on_stage.ask(bea, "now 1")
        await on_stage.say(alex, "edit 1 Hall shut")
        await on_stage.say(alex, "yes")
        shown = from_bot(bea)[-1].text
        assert "Hall shut" in shown
        await on_stage.wait(timedelta(hours=1))
        assert board_of(on_stage, board) == []
        assert "is yours" in await on_stage.ask(alex, "agree 1")
        await on_stage.say(bea, "agree 1")
        await on_stage.wait(timedelta(days=1))
        assert board_of(on_stage, board) == ["Hall shut"]


async def test_an_agreement_to_what_was_shown_before_posts_nothing(on_stage: RelayHarness) -> None:
    board, alex, bea = on_stage.group("Board"), on_stage.alex, on_stage.bea
    async with on_stage.running(branch("hackney", alex, bea, groups=[board], approvals=2)):
        await on_stage.say(alex, "announce Hall open")
        await on_stage.say(alex, "yes")
        await on_stage.say(alex, "edit 1 Hall shut")
        await on_stage.say(alex, "yes")
        answer = await on_stage.ask(bea, "agree 1")
        assert "Hall shut" in answer
        assert board_of(on_stage, board) == []
        await on_stage.say(bea, "agree 1 2")
        assert board_of(on_stage, board) == ["Hall shut"]
