"""What comes due comes, whatever else is wrong."""

from datetime import timedelta

from harness.running import RelayHarness, branch, from_bot


async def test_one_broken_row_holds_nothing_else_up(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.say(on_stage.alex, "announce tomorrow 9am: Doors open at ten")
        await on_stage.say(on_stage.alex, "yes")
        store, now = on_stage.store, on_stage.clock.now()
        with store.transaction():
            store.conversations.set("nobody", "announce.confirm", {}, now)
            store.conversations.set("no one", "casework.confirm", {}, now)
            store.conversations.set("none", "report.offer", {}, now)
            store.shredder.shred(now)
        await on_stage.wait(timedelta(days=1))
        assert [m.text for m in from_bot(on_stage.mo, board)] == ["Doors open at ten"]
        assert not store.shredder.is_due()
