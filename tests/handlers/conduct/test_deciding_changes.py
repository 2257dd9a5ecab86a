"""What holds is lifted, made shorter, or taken back: by whom, and who hears of it."""

from datetime import timedelta

from harness.deciding import NOTE, REMOVAL, TIMEOUT, Moot

from relay.conduct.decisions.decision import DecisionState
from relay.conduct.tables.decisions import DecisionTable


async def _timeout(moot: Moot) -> int:
    await moot.noted_and_talked()
    number = moot.matter()
    await moot.decided(moot.bea, number, TIMEOUT, "all", "5")
    await moot.look()
    return number


def _state(moot: Moot, number: int) -> DecisionState:
    first, *_ = moot.stage.relay.services.deciding.decisions.of_matter(number)
    return first.state


async def test_one_moderator_lifts_what_one_has_decided(moot: Moot) -> None:
    async with moot.open():
        number = await _timeout(moot)
        shown = await moot.say(moot.cai, f"lift {number}")
        assert "your time-out ends now" in shown
        assert "They are told" in await moot.say(moot.cai, "yes")
        await moot.look()
        assert moot.is_in(moot.mo, moot.chat)
        assert "your time-out ends now" in moot.last(moot.mo)
        assert "ended before its time" in moot.last(moot.bea)
        assert _state(moot, number) is DecisionState.LIFTED
        assert "nothing holds now" in await moot.say(moot.cai, f"lift {number}")
        await moot.stage.wait(timedelta(days=6))
        assert "time-out is over" not in "\n".join(moot.heard(moot.mo))


async def test_it_is_made_shorter_and_ends_then(moot: Moot) -> None:
    async with moot.open():
        number = await _timeout(moot)
        assert "That is not shorter" in await moot.say(moot.cai, f"shorten {number} 5 days")
        assert "how many days" in await moot.say(moot.cai, f"shorten {number}")
        assert "It ends on" in await moot.say(moot.cai, f"shorten {number} 2 days")
        await moot.say(moot.cai, "yes")
        assert "is shorter now" in moot.last(moot.mo)
        assert "ends earlier" in moot.last(moot.bea)
        await moot.stage.wait(timedelta(days=2, seconds=-1))
        assert not moot.is_in(moot.mo, moot.chat)
        await moot.stage.wait(timedelta(seconds=1))
        assert moot.is_in(moot.mo, moot.chat)


async def test_what_is_shorter_than_what_has_passed_ends_now(moot: Moot) -> None:
    async with moot.open():
        number = await _timeout(moot)
        await moot.stage.wait(timedelta(days=3))
        await moot.say(moot.cai, f"shorten {number} 2 days")
        await moot.say(moot.cai, "yes")
        await moot.look()
        assert moot.is_in(moot.mo, moot.chat)
        assert _state(moot, number) is DecisionState.LIFTED


async def test_what_others_had_to_agree_to_others_agree_to_undo(moot: Moot) -> None:
    async with moot.open():
        number = moot.matter()
        await moot.decided(moot.bea, number, REMOVAL)
        await moot.say(moot.cai, f"decision yes {number}")
        await moot.look()
        assert "are not in the groups of this branch" in await moot.say(moot.mo, "join 1")
        await moot.say(moot.dee, f"undo {number}")
        assert "I have asked" in await moot.say(moot.dee, "yes")
        assert "take back what was decided" in moot.last(moot.bea)
        assert not moot.is_in(moot.mo, moot.chat)
        await moot.say(moot.bea, f"decision yes {number} 2")
        await moot.look()
        assert moot.is_in(moot.mo, moot.chat)
        assert moot.is_in(moot.mo, moot.area)
        assert not moot.is_in(moot.mo, moot.other)
        assert "as if it had never been" in "\n".join(moot.heard(moot.mo))
        assert "have changed what they had decided" in moot.last(moot.ned)


async def test_what_is_undone_counts_as_no_step_on_the_ladder(moot: Moot) -> None:
    async with moot.open():
        number = moot.matter()
        await moot.decided(moot.bea, number, NOTE)
        await moot.say(moot.bea, f"undo {number}")
        assert "taken back" in await moot.say(moot.bea, "yes")
        asked = await moot.until_step(moot.bea, moot.matter())
        assert "2. A talk, one to one, through me *" in asked


async def test_what_a_change_was_to_change_has_ended_by_then(moot: Moot) -> None:
    async with moot.open():
        number = await _timeout(moot)
        await moot.say(moot.cai, f"lift {number}")
        await moot.stage.wait(timedelta(minutes=1))
        await moot.say(moot.dee, f"lift {number}")
        await moot.say(moot.dee, "yes")
        assert "nothing holds now" in await moot.say(moot.cai, "yes")


async def test_a_removal_ends_with_its_date(moot: Moot) -> None:
    async with moot.open():
        number = moot.matter()
        await moot.decided(moot.bea, number, REMOVAL)
        await moot.say(moot.cai, f"decision yes {number}")
        await moot.look()
        await moot.stage.wait(timedelta(days=365))
        assert "may ask again" in moot.last(moot.mo)
        assert "Do you agree?" in await moot.say(moot.mo, "join 1")


async def test_a_complaint_that_is_erased_keeps_nobody_out_for_good(moot: Moot) -> None:
    async with moot.open():
        number = await _timeout(moot)
        with moot.stage.store.transaction():
            moot.stage.relay.services.matters.erase(number)
        await moot.stage.relay.tidy()
        await moot.stage.wait(timedelta(days=5))
        await moot.look()
        assert moot.is_in(moot.mo, moot.chat)
        assert moot.is_in(moot.mo, moot.area)
        await moot.stage.relay.tidy()
        assert moot.stage.store[DecisionTable].of_matter(number) == []


async def test_a_removal_is_made_shorter_and_ends_then(moot: Moot) -> None:
    async with moot.open():
        number = moot.matter()
        await moot.decided(moot.bea, number, REMOVAL)
        await moot.say(moot.cai, f"decision yes {number}")
        await moot.look()
        shown = await moot.say(moot.bea, f"shorten {number} 30 days")
        assert "you may ask to be let into the groups again" in shown
        assert "time-out" not in shown
        await moot.say(moot.bea, "yes")
        await moot.say(moot.cai, f"decision yes {number} 2")
        assert "is shorter now" in moot.last(moot.mo)
        await moot.stage.wait(timedelta(days=29))
        assert "not in the groups" in await moot.say(moot.mo, "join 1")
        await moot.stage.wait(timedelta(days=1))
        assert "may ask again" in moot.last(moot.mo)
        assert "Do you agree?" in await moot.say(moot.mo, "join 1")
