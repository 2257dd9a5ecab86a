"""A moderator decides: what they are asked, what the person reads, and what happens at once."""

from datetime import timedelta

from harness.deciding import EFFECT, NOTE, REASON, STANDARD, TIMEOUT, Moot


async def test_a_note_is_shown_as_the_person_reads_it_and_sent_at_a_yes(moot: Moot) -> None:
    async with moot.open():
        number = moot.matter()
        known = await moot.say(moot.bea, f"decide {number}")
        assert "Do you know" in known
        assert "Harassing" in await moot.say(moot.bea, "no")
        assert "affect others" in await moot.say(moot.bea, STANDARD)
        assert "Why" in await moot.say(moot.bea, EFFECT)
        step = await moot.say(moot.bea, REASON)
        assert "1. A note" in step
        shown = await moot.say(moot.bea, NOTE)
        assert "done at once" in shown
        before = len(moot.heard(moot.mo))
        assert "They are told" in await moot.say(moot.bea, "yes")
        [told] = moot.heard(moot.mo, before)
        assert told in shown
        for part in (EFFECT, REASON, "Harassing", "Chat", "appeal"):
            assert part in told
        assert "Bea" not in told
        assert "finished with matter" in moot.last(moot.ned)
        assert REASON not in moot.last(moot.ned)


async def test_a_timeout_takes_out_and_lets_back_in_exactly_at_its_end(moot: Moot) -> None:
    async with moot.open():
        await moot.noted_and_talked()
        number = moot.matter()
        said = await moot.decided(moot.bea, number, TIMEOUT, "all", "3 days")
        assert "let back in then" in said
        await moot.look()
        assert not moot.is_in(moot.mo, moot.chat)
        assert not moot.is_in(moot.mo, moot.area)
        assert moot.is_in(moot.ned, moot.chat)
        assert "three days" in moot.last(moot.mo) or "3 days" in moot.last(moot.mo)
        await moot.stage.wait(timedelta(days=3, seconds=-70))
        await moot.look()
        assert not moot.is_in(moot.mo, moot.chat)
        await moot.stage.wait(timedelta(seconds=70))
        assert moot.is_in(moot.mo, moot.chat)
        assert moot.is_in(moot.mo, moot.area)
        assert not moot.is_in(moot.mo, moot.other)
        await moot.look()
        assert "time-out is over" in "\n".join(moot.heard(moot.mo)[-2:])
        assert "time-out is over" in "\n".join(moot.heard(moot.bea)[-3:])
