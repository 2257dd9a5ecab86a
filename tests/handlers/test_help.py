"""Help by role, a person's own id, and what is said to what nobody understands."""

from stage import Stage, branch


async def test_help_answers_by_role(on_stage: Stage) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        admins = await on_stage.ask(on_stage.alex, "Help!")
        members = await on_stage.ask(on_stage.mo, "/help")
        assert "Hackney branch" in admins
        assert "retract 12" in admins
        assert "retract" not in members


async def test_whoami_gives_people_their_own_account_id(on_stage: Stage) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        explanation, account = await on_stage.say(on_stage.mo, "whoami")
        assert account == on_stage.mo.aci
        assert "account id" in explanation


async def test_a_slip_of_the_finger_is_asked_about_and_does_nothing(on_stage: Stage) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        assert "Did you mean announce?" in await on_stage.ask(on_stage.alex, "anounce Hello")
        assert "type help" in (await on_stage.ask(on_stage.mo, "asdf qwer")).lower()


async def test_stray_reactions_and_receipts_are_not_answered(on_stage: Stage) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.ask(on_stage.mo, "help")
        answer = on_stage.mo.messages()[-1]
        on_stage.mo.react(answer.timestamp, "👍")
        on_stage.mo.type()
        await on_stage.settle()
        assert on_stage.mo.messages()[-1].timestamp == answer.timestamp
