"""What is taken down leaves the list too, by day and by night, for as long as phones obey."""

from datetime import timedelta

import pytest
from harness.adverts import Board

from practice.phones import Phone

LIST = "What stands here now"


def _lists(board: Board) -> list[str]:
    return [text for text in board.texts() if "an advert of your own" in text]


async def _second(board: Board) -> Phone:
    """Have an advert of somebody else posted, by a member who was not read before."""
    phone = board.stage.signal.new_phone("Zoe Member")
    board.group.members[phone.aci] = None
    await board.stage.relay.directory.refresh()
    await board.say(phone, "advert Chairs, four of them")
    await board.say(phone, "yes")
    await board.say(board.bea, f"advert yes {board.newest()}")
    return phone


@pytest.mark.parametrize("others", ["none", "one"])
async def test_at_night_a_line_is_taken_out_at_once(board: Board, others: str) -> None:
    async with board.open():
        if others == "one":
            await _second(board)
        await board.put_up()
        await board.stage.wait(timedelta(hours=11))
        assert any("Blue sofa" in text for text in _lists(board))
        await board.say(board.mo, "advert down")
        assert not any("Blue sofa" in text for text in board.texts())
        assert len(board.group.pinned) == 1


async def test_at_night_a_list_that_is_too_old_loses_its_pin_and_comes_back_by_day(
    board: Board,
) -> None:
    async with board.open():
        await _second(board)
        await board.put_up()
        await board.stage.wait(timedelta(hours=34))
        await board.say(board.mo, "advert down")
        assert not board.group.pinned
        shown = len(_lists(board))
        await board.stage.wait(timedelta(hours=1))
        assert len(_lists(board)) == shown
        await board.stage.wait(timedelta(hours=9))
        assert len(board.group.pinned) == 1
        assert "Chairs" in _lists(board)[-1]
        assert "Blue sofa" not in _lists(board)[-1]


@pytest.mark.parametrize(("older", "lists"), [(2, "edited"), (5, "anew")])
async def test_a_line_can_be_taken_out_for_as_long_as_its_advert_can_be_deleted(
    board: Board, older: int, lists: str
) -> None:
    async with board.open():
        await _second(board)
        [(_, before)] = board.group.pinned
        await board.stage.wait(timedelta(hours=older))
        await board.put_up()
        [(_, pinned)] = board.group.pinned
        assert (pinned == before) == (lists == "edited")
        assert len(_lists(board)) == 1
        await board.stage.wait(timedelta(hours=23, minutes=30))
        assert "is taken down" in await board.say(board.mo, "advert down")
        assert not any("Blue sofa" in text for text in board.texts())
        assert any(LIST in text and "Chairs" in text for text in board.texts())


async def test_the_list_of_a_board_that_is_none_any_more_goes(board: Board) -> None:
    async with board.open():
        await board.put_up()
        assert len(board.group.pinned) == 1
    async with board.open(groups=()):
        assert not board.group.pinned
        assert _lists(board) == []
        rows = board.stage.store._db.execute("SELECT count(*) FROM board_lists").fetchone()
        assert rows[0] == 0
