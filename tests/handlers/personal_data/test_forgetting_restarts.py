"""The relay is killed at each step of `forget me`: all of it happens once, or nothing has yet."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from canaries import identity, leaks
from harness.remembered import WORDS, Remembered
from harness.running import KEY, from_bot
from opened import opened

from handlers.personal_data.texts import held_by_all


async def _said_only(cast: Remembered, text: str) -> None:
    """Have something taken into the inbox, and nothing done about it."""
    cast.zeb.say(text)
    await cast.stage.signal.signal_cli.drained()


async def _handled(cast: Remembered, text: str) -> None:
    """Have it handled, and nothing sent."""
    await _said_only(cast, text)
    await cast.stage.relay.dispatcher.drain()


async def _went_round(cast: Remembered, text: str) -> None:
    """Have what is due by itself be done as well; the file is rewritten by then."""
    await _handled(cast, text)
    await cast.stage.relay.go_round()


async def _one_sent(cast: Remembered, text: str) -> None:
    """Have one delivery go out of each lane."""
    await _went_round(cast, text)
    for lane in cast.stage.relay.lanes:
        await lane.step()


async def _all_sent(cast: Remembered, text: str) -> None:
    """Have all of them go out, and no look at the groups follow."""
    await cast.say(cast.zeb, text)


STEPS = [_said_only, _handled, _went_round, _one_sent, _all_sent]


@pytest.mark.parametrize("step", STEPS)
async def test_wherever_it_is_killed_they_are_forgotten_once(
    remembered: Remembered, step: Callable[[Remembered, str], Awaitable[None]]
) -> None:
    cast = remembered
    async with cast.running():
        await cast.do_everything()
        await cast.say(cast.zeb, "forget me")
        await step(cast, "leave")
    async with cast.running():
        await cast.look()
        await cast.stage.wait(timedelta(minutes=2))
        await cast.stage.relay.tidy()
        await cast.stage.wait(timedelta(minutes=2))
        said = [one.text for one in from_bot(cast.zeb)]
        assert sum("It is destroyed." in text for text in said) == 1
        for group in (cast.chat, cast.board, cast.vouched, cast.caucus):
            assert cast.zeb.aci not in group.members
        kept = {one.item for one in held_by_all(cast.stage.relay.services, cast.zeb.aci)}
        assert kept <= {
            *("left_alone", "vouches", "votes", "advert_marks", "decision", "talk", "mandate"),
        }
    pages = opened(cast.stage.folder / "relay.db", KEY)
    assert leaks(pages, identity("Zeb", cast.zeb) | WORDS) == []


@pytest.mark.parametrize("step", STEPS[:-1])
async def test_killed_before_the_yes_nothing_is_destroyed(
    remembered: Remembered, step: Callable[[Remembered, str], Awaitable[None]]
) -> None:
    cast = remembered
    async with cast.running():
        await cast.take_part()
        await step(cast, "forget me")
    async with cast.running():
        await cast.stage.settle()
        assert cast.stage.relay.services.mailings.places.of(cast.zeb.aci)
        # What waits for a yes waits over a restart, too.
        assert "It is destroyed." in await cast.say(cast.zeb, "yes")


async def test_a_file_that_was_on_its_way_is_destroyed_after_the_restart(
    remembered: Remembered,
) -> None:
    cast = remembered
    async with cast.running():
        await cast.take_part()
        await _handled(cast, "about me file")
        assert cast.stage.store._db.execute("SELECT * FROM files").fetchall()
    async with cast.running():
        await cast.stage.settle()
        [file] = from_bot(cast.zeb)[-1].attachments
        assert b"You get everything from Hackney branch" in file.data
        rows = cast.stage.store._db.execute("SELECT name FROM files").fetchall()
        assert "about-me.txt" not in str(rows)
