"""What was posted is posted once more, as it was corrected, and after a look at what is over."""

from datetime import timedelta

import pytest
from harness.running import RelayHarness, branch, from_bot

from practice.groups import Group
from practice.phones import Phone


def board_of(stage: RelayHarness, board: Group) -> list[str]:
    return [m.text for m in from_bot(stage.mo, board) if not m.deleted]


async def post(stage: RelayHarness, phone: Phone, text: str) -> None:
    await stage.say(phone, f"announce {text}")
    await stage.say(phone, "yes")


@pytest.mark.parametrize("command", ["again 1", "again", "Repeat #1", "repost 1"])
async def test_it_is_posted_again_as_it_was_corrected(on_stage: RelayHarness, command: str) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await post(on_stage, alex, "Bring *chears*.")
        await on_stage.say(alex, "edit 1 Bring *chairs*.")
        await on_stage.say(alex, "yes")
        await on_stage.wait(timedelta(days=1))
        shown = await on_stage.ask(alex, command)
        assert "This repeats number 1 as it was corrected." in shown
        assert "The last post there was 24 hours ago." in shown
        assert board_of(on_stage, board) == ["Bring chairs."]
        await on_stage.say(alex, "yes")
        assert board_of(on_stage, board) == ["Bring chairs."] * 2
        assert len(from_bot(on_stage.mo, board)[-1].content.styles) == 1
        assert "It is number 2." in from_bot(alex)[-1].text
        # Each stands for itself.
        await on_stage.say(alex, "retract 2")
        await on_stage.say(alex, "yes")
        assert board_of(on_stage, board) == ["Bring chairs."]


async def test_days_and_links_are_looked_at(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await post(
            on_stage,
            alex,
            "Tea tomorrow, cake on Friday 27 November, a walk on 24 December and every day "
            "until then: https://example.org/walk or www.example.org/tea",
        )
        unmoved = await on_stage.ask(alex, "again 1")
        assert "Please look" not in unmoved
        assert "Are the links still right?\n• https://example.org/walk\n" in unmoved
        await on_stage.say(alex, "no")
        await on_stage.wait(timedelta(days=7))
        shown = await on_stage.ask(alex, "again 1")
        assert "“tomorrow” was Monday 23 November, and that is over." in shown
        assert "27 November” was Friday 27 November, and that is over." in shown
        assert "24 December" not in shown.split("———")[0]


async def test_a_day_that_is_still_to_come_and_another_by_now(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await post(on_stage, alex, "Tea tomorrow.")
        await on_stage.wait(timedelta(hours=12))
        shown = await on_stage.ask(alex, "again 1")
        assert "“tomorrow” meant Monday 23 November when it was posted." in shown


async def test_what_was_deleted_is_asked_about(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await post(on_stage, alex, "Tea at four.")
        await on_stage.say(alex, "retract 1")
        await on_stage.say(alex, "yes")
        shown = await on_stage.ask(alex, "again 1")
        assert "Number 1 was deleted" in shown
        assert "Is it right to post it again?" in shown
        await on_stage.say(alex, "yes")
        assert board_of(on_stage, board) == ["Tea at four."]


async def test_at_a_time_and_by_two(on_stage: RelayHarness) -> None:
    board, alex, bea = on_stage.group("Board"), on_stage.alex, on_stage.bea
    async with on_stage.running(branch("hackney", alex, bea, groups=[board], approvals=2)):
        await post(on_stage, alex, "Tea at four.")
        await on_stage.say(bea, "agree 1")
        assert "on Monday 23 November at 9 am" in await on_stage.ask(bea, "again 1 tomorrow 9am")
        await on_stage.say(bea, "yes")
        assert "Tea at four." in from_bot(alex)[-1].text
        await on_stage.say(alex, "agree 2")
        assert board_of(on_stage, board) == ["Tea at four."]
        await on_stage.wait(timedelta(hours=20))
        assert board_of(on_stage, board) == ["Tea at four."] * 2
        unclear = await on_stage.ask(bea, "again 1 with cake")
        assert "none that I was sure of" in unclear


async def test_a_clumsy_admin(on_stage: RelayHarness) -> None:
    board, alex, bea = on_stage.group("Board"), on_stage.alex, on_stage.bea
    hackney, lambeth = branch("hackney", alex, groups=[board]), branch("lambeth", bea)
    async with on_stage.running(hackney, lambeth):
        assert "add its number" in await on_stage.ask(alex, "again")
        assert "number 12" in await on_stage.ask(alex, "again 12")
        assert "Did you mean again" in await on_stage.ask(alex, "agian 12")
        await post(on_stage, alex, "Tea at four.")
        assert "number 1 in your branch" in await on_stage.ask(bea, "again 1")
        await on_stage.say(alex, "announce tomorrow 9am: Cake.")
        await on_stage.say(alex, "yes")
        assert "has not been posted yet" in await on_stage.ask(alex, "again 2")
        await on_stage.say(alex, "cancel 2")
        assert "never posted" in await on_stage.ask(alex, "again 2")
        replaced, shown = await on_stage.say(alex, "announce Tea.") and await on_stage.say(
            alex, "again 1"
        )
        assert "dropped the announcement you had not finished" in replaced
        assert "Tea at four." in shown
        assert "Dropped" in await on_stage.ask(alex, "no")
        await on_stage.say(alex, "announce")
        assert "Again we meet." in await on_stage.ask(alex, "Again we meet.")
        assert board_of(on_stage, board) == ["Tea at four."]


async def test_a_meeting(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    whole = (
        "meeting Title: Film night\nWhen: Thursday 7pm\nWhere: Town Hall\nAgenda: A film\n"
        "Papers: none\nAccess: step-free"
    )
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await on_stage.say(alex, whole)
        await on_stage.say(alex, "yes")
        shown = await on_stage.ask(alex, "again 1")
        assert "meeting 1, which is on Thursday 26 November at 7 pm" in shown
        await on_stage.say(alex, "yes")
        first, second = (m for m in from_bot(on_stage.mo, board))
        assert first.text == second.text
        assert len(first.attachments) == len(second.attachments)
        await on_stage.say(alex, "cancel 1 because rain")
        await on_stage.say(alex, "yes")
        assert "over or called off" in await on_stage.ask(alex, "again 1")


async def test_a_crash_at_the_worst_moment_repeats_it_once_at_most(
    on_stage: RelayHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    hackney = branch("hackney", alex, groups=[board])
    async with on_stage.running(hackney):
        await post(on_stage, alex, "Tea at four.")
        await on_stage.say(alex, "again 1")
        alex.say("yes")
        await on_stage.signal.signal_cli.drained()
        # The yes is taken, and the power goes before anything is sent.
        await on_stage.relay.dispatcher.drain()
        assert board_of(on_stage, board) == ["Tea at four."]
    async with on_stage.running(hackney):
        await on_stage.settle()
        assert board_of(on_stage, board) == ["Tea at four."] * 2
        assert "It is number 2." in "".join(m.text for m in from_bot(alex)[-2:])
        await on_stage.say(alex, "again 2")
        alex.say("yes")
        await on_stage.signal.signal_cli.drained()
        await on_stage.relay.dispatcher.drain()

        class PowerCut(BaseException):
            pass

        def cut(*_: object) -> None:
            raise PowerCut

        # It is sent, and the power goes before that is written down.
        (lane,) = [one for one in on_stage.relay.lanes if one.name == "signal"]
        monkeypatch.setattr(lane, "_record", cut)
        while len(board_of(on_stage, board)) == 2:
            with pytest.raises(PowerCut):
                await lane.step()
            monkeypatch.undo()
            if len(board_of(on_stage, board)) == 2:
                await lane.step()
                monkeypatch.setattr(lane, "_record", cut)
    async with on_stage.running(hackney):
        await on_stage.settle()
        assert board_of(on_stage, board) == ["Tea at four."] * 4
        await on_stage.settle()
        assert "• Board: 0 of 1 so far" in await on_stage.ask(alex, "stats 3")
