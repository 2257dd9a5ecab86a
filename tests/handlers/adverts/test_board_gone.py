"""The host takes the board out of the settings while an advert is under way."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from harness.adverts import Board
from harness.running import from_bot

SOFA = "Blue sofa to give away, Clapton."


async def _agreed_and_not_posted(board: Board, until: Callable[[], bool]) -> None:
    """Have an advert agreed to, and the relay killed at a moment of what follows."""
    await board.say(board.mo, f"advert {SOFA}")
    await board.say(board.mo, "yes")
    board.bea.say("advert yes 1")
    await board.stage.signal.signal_cli.drained()
    await board.stage.relay.dispatcher.drain()
    await board.stage.relay.go_round()
    [lane] = [one for one in board.stage.relay.lanes if one.name == "signal"]
    while not until():
        assert await lane.step()


async def test_what_is_on_its_way_is_posted_once_and_its_writer_hears_of_it(board: Board) -> None:
    async with board.open():
        await _agreed_and_not_posted(board, lambda: True)
        assert board.texts() == []
    for _ in range(2):
        async with board.open(groups=()):
            assert sum(SOFA in text for text in board.texts()) == 1
            told = [one.text for one in from_bot(board.mo) if "Your advert 1 stands" in one.text]
            assert len(told) == 1
            assert "Hackney board" in told[0]
    async with board.open():
        assert "Advert 1 is taken down" in await board.say(board.mo, "advert down")
        assert not any(SOFA in text for text in board.texts())


@pytest.mark.parametrize("typed", ["yes", "edit", "edit Green sofa", "until 6 days", "post"])
async def test_a_draft_for_it_is_not_gone_on_with(board: Board, typed: str) -> None:
    async with board.open():
        await board.say(board.mo, f"advert {SOFA}")
    async with board.open(groups=()):
        said = await board.say(board.mo, typed)
        assert said
        assert "stands" not in said
        await board.stage.wait(timedelta(hours=1))
        assert board.texts() == []
