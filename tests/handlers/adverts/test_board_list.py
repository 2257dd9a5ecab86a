"""The list in a board, and what happens between two calls."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from harness.adverts import Board
from harness.running import from_bot, relay_harness

from practice.faults import Fault
from practice.phones import Phone
from practice.signal_cli import Tuning

SOFA = "Blue sofa to give away, Clapton."
LIST = "What stands here now"


async def _put_up(board: Board, name: str) -> Phone:
    phone = board.stage.signal.new_phone(name)
    board.group.members[phone.aci] = None
    await board.stage.relay.directory.refresh()
    await board.say(phone, f"advert Chair of {name}")
    await board.say(phone, "yes")
    await board.say(board.bea, f"advert yes {board.newest()}")
    return phone


def _lists(board: Board) -> list[str]:
    return [text for text in board.texts() if "an advert of your own" in text]


async def test_it_is_edited_and_after_a_day_posted_anew_with_the_pin(board: Board) -> None:
    async with board.open():
        await board.put_up()
        [(_, first)] = board.group.pinned
        await _put_up(board, "Cleo")
        assert [one for _, one in board.group.pinned] == [first]
        await board.stage.wait(timedelta(hours=30))
        await _put_up(board, "Dee")
        [(_, second)] = board.group.pinned
        assert second != first
        assert [text for text in board.texts() if "3. Chair of Dee" in text]


async def test_what_has_gone_is_in_no_earlier_text_of_a_list_either(board: Board) -> None:
    async with board.open():
        await board.put_up()
        cleo = await _put_up(board, "Cleo")
        [(_, first)] = board.group.pinned
        await board.say(cleo, "advert down")
        [(_, second)] = board.group.pinned
        assert second != first
        [listed] = _lists(board)
        assert "Cleo" not in listed
        await board.say(board.mo, "advert down")
        assert _lists(board) == []
        assert not board.group.pinned


async def test_at_night_it_is_edited_and_comes_anew_by_day_once(board: Board) -> None:
    async with board.open():
        await board.put_up()
        cleo = await _put_up(board, "Cleo")
        await board.stage.wait(timedelta(hours=11))
        [(_, first)] = board.group.pinned
        await board.say(cleo, "advert down")
        assert [one for _, one in board.group.pinned] == [first]
        assert "Cleo" not in _lists(board)[0]
        await board.stage.wait(timedelta(hours=8))
        [(_, second)] = board.group.pinned
        assert second != first
        assert len(_lists(board)) == 1
        await board.stage.wait(timedelta(hours=2))
        assert [one for _, one in board.group.pinned] == [second]


async def test_more_than_ten_changes_a_day_are_a_new_message_and_the_old_is_deleted(
    board: Board,
) -> None:
    async with board.open():
        for number in range(12):
            await _put_up(board, f"Member {number}")
        assert len(_lists(board)) == 1
        assert len(board.group.pinned) == 1


@pytest.mark.parametrize("release", ["0.97", "0.98", "0.99", "0.101-dev"])
async def test_where_the_api_cannot_pin_admins_are_told_once(tmp_path: Path, release: Any) -> None:
    async with relay_harness(tmp_path, tuning=Tuning(release=release)) as stage:
        board = Board(stage)
        async with board.open():
            await board.put_up()
            await board.stage.wait(timedelta(hours=30))
            await board.say(board.mo, "advert Chairs")
            await board.say(board.mo, "yes")
            told = [one for one in from_bot(stage.alex) if "could not pin it" in one.text]
            pins = release not in ("0.97", "0.98")
            assert len(told) == (0 if pins else 1)
            assert len(board.group.pinned) == (1 if pins else 0)
            assert any(LIST in text and "Chairs" in text for text in board.texts())


async def test_killed_between_the_post_and_the_list_it_comes_after_the_restart(
    board: Board,
) -> None:
    async with board.open():
        await board.say(board.mo, f"advert {SOFA}")
        await board.say(board.mo, "yes")
        board.bea.say("advert yes 1")
        await board.stage.signal.signal_cli.drained()
        await board.stage.relay.dispatcher.drain()
        await board.stage.relay.go_round()
        [lane] = [one for one in board.stage.relay.lanes if one.name == "signal"]
        while not any(SOFA in text for text in board.texts()):
            assert await lane.step()
        assert not any(LIST in text for text in board.texts())
    async with board.open():
        assert sum(SOFA in text and LIST not in text for text in board.texts()) == 1
        assert sum(LIST in text for text in board.texts()) == 1
        assert len(board.group.pinned) == 1


async def test_while_signal_wants_a_captcha_it_waits_and_can_be_taken_back(board: Board) -> None:
    async with board.open():
        await board.put_up()
        api = board.group.api_id
        board.stage.signal.put_in_the_way(
            Fault("captcha", times=1, path="/v2/send", recipient=api, captcha="never")
        )
        await board.say(board.mo, "advert Chairs")
        await board.say(board.mo, "yes")
        assert not any("Chairs" in text for text in board.texts())
        board.mo.say("advert down")
        await board.stage.settle()
        board.stage.signal.faults.clear()
        await board.stage.wait(timedelta(hours=2))
        assert not any("Chairs" in text for text in board.texts())


async def test_what_signal_does_not_take_is_told_to_its_writer_and_to_admins(board: Board) -> None:
    async with board.open():
        await board.say(board.mo, f"advert {SOFA}")
        await board.say(board.mo, "yes")
        board.stage.signal.put_in_the_way(
            Fault(
                "refuse",
                times=1,
                method="POST",
                path="/v2/send",
                recipient=board.group.api_id,
                text="User is not allowed to send message to group: x",
            )
        )
        await board.say(board.bea, "advert yes 1")
        assert "did not let me post your advert 1" in from_bot(board.mo)[-1].text
        assert any("could not post an advert" in one.text for one in from_bot(board.stage.alex))
        assert board.texts() == []


async def test_where_the_bot_is_no_admin_nothing_is_begun(board: Board) -> None:
    async with board.open():
        board.group.admins.clear()
        await board.stage.relay.directory.refresh()
        await board.stage.settle()
        assert "I cannot post in Hackney board" in await board.say(board.mo, f"advert {SOFA}")
