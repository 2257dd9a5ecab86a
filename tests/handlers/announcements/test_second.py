"""What two admins agreed to is not changed by one of them."""

from harness.running import RelayHarness, branch, from_bot

from practice.phones import Phone


async def posted(stage: RelayHarness, asks: Phone, agrees: Phone) -> None:
    await stage.say(asks, "announce The hall is open.")
    await stage.say(asks, "yes")
    await stage.say(agrees, "agree 1")


async def test_a_correction_needs_both_as_the_announcement_did(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    alex, bea = on_stage.alex, on_stage.bea
    async with on_stage.running(branch("hackney", alex, bea, groups=[board], approvals=2)):
        await posted(on_stage, alex, bea)
        await on_stage.say(alex, "edit 1 The hall is on fire.")
        assert "until another admin agrees" in await on_stage.ask(alex, "yes")
        assert [m.text for m in from_bot(on_stage.mo, board)] == ["The hall is open."]
        shown = from_bot(bea)[-1].text
        assert "The hall is on fire." in shown
        assert "agree 1" in shown
        assert alex.aci not in shown
        assert "is yours" in await on_stage.ask(alex, "agree 1")
        await on_stage.say(alex, "yes")
        assert [m.text for m in from_bot(on_stage.mo, board)] == ["The hall is open."]

        await on_stage.say(bea, "agree 1")
        assert [m.text for m in from_bot(on_stage.mo, board)] == ["The hall is on fire."]
        assert "is changed in 1 of 1 group" in from_bot(alex)[-1].text
        assert "not waiting" in await on_stage.ask(bea, "agree 1")


async def test_the_other_can_refuse_it(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    alex, bea = on_stage.alex, on_stage.bea
    async with on_stage.running(branch("hackney", alex, bea, groups=[board], approvals=2)):
        await posted(on_stage, alex, bea)
        await on_stage.say(alex, "edit 1 The hall is on fire.")
        await on_stage.say(alex, "yes")
        assert "stays as it is" in await on_stage.ask(bea, "refuse 1")
        assert "decided against" in from_bot(alex)[-1].text
        assert "not waiting" in await on_stage.ask(bea, "agree 1")
        assert [m.text for m in from_bot(on_stage.mo, board)] == ["The hall is open."]


async def test_it_does_not_wait_for_ever(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    alex, bea = on_stage.alex, on_stage.bea
    async with on_stage.running(branch("hackney", alex, bea, groups=[board], approvals=2)):
        await posted(on_stage, alex, bea)
        await on_stage.say(alex, "edit 1 The hall is on fire.")
        await on_stage.say(alex, "yes")
        await on_stage.wait(2 * on_stage.relay.services.patience)
        assert "stopped waiting" in from_bot(alex)[-1].text
        assert "not waiting" in await on_stage.ask(bea, "agree 1")
        assert [m.text for m in from_bot(on_stage.mo, board)] == ["The hall is open."]
