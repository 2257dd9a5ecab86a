"""Help by role, a person's own id, and what is said to what nobody understands."""

import pytest
from harness.running import RelayHarness, branch, from_bot
from reporting import with_teams


async def test_help_answers_by_role(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        admins = await on_stage.ask(on_stage.alex, "Help!")
        members = await on_stage.ask(on_stage.mo, "/help")
        assert "Hackney branch" in admins
        assert "retract 12" in admins
        assert "retract" not in members


async def test_whoami_gives_people_their_own_account_id(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        explanation, account = await on_stage.say(on_stage.mo, "whoami")
        assert account == on_stage.mo.aci
        assert "account id" in explanation


async def test_a_slip_of_the_finger_is_asked_about_and_does_nothing(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        assert "Did you mean announce?" in await on_stage.ask(on_stage.alex, "anounce")
        assert "Did you mean queue?" in await on_stage.ask(on_stage.alex, "queu")
        assert "type help" in (await on_stage.ask(on_stage.mo, "asdf qwer")).lower()


async def test_stray_reactions_and_receipts_are_not_answered(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.ask(on_stage.mo, "help")
        answer = on_stage.mo.messages()[-1]
        on_stage.mo.react(answer.timestamp, "👍")
        on_stage.mo.type()
        await on_stage.settle()
        assert on_stage.mo.messages()[-1].timestamp == answer.timestamp


async def test_a_slip_in_announce_does_not_cost_the_text_and_posts_nothing(
    on_stage: RelayHarness,
) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        preview = await on_stage.ask(on_stage.alex, "anounce: The hall is open")
        assert "Nothing has been posted yet" in preview
        assert "———\nThe hall is open\n———" in preview
        assert from_bot(on_stage.mo, board) == []
        assert "did not understand" in await on_stage.ask(on_stage.mo, "anounce The hall is open")


@pytest.mark.parametrize(
    ("typed", "meant"), [("remove", "retract"), ("List", "queue"), ("share Hello", "announce")]
)
async def test_words_of_other_software_are_understood(
    on_stage: RelayHarness, typed: str, meant: str
) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        assert f"Did you mean {meant}?" in await on_stage.ask(on_stage.alex, typed)


@pytest.mark.parametrize("courtesy", ["Thanks!", "ok", "👍🏽", "❤️", "Thank you."])
async def test_a_courtesy_is_not_misunderstood(on_stage: RelayHarness, courtesy: str) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        for person in (on_stage.alex, on_stage.mo):
            assert "Happy to help" in await on_stage.ask(person, courtesy)


@pytest.mark.parametrize("asked", ["?", "What can you do?", "HEY"])
async def test_help_is_found_by_asking(on_stage: RelayHarness, asked: str) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        assert "You look after" in await on_stage.ask(on_stage.alex, asked)
        assert "the branch announces" in await on_stage.ask(on_stage.mo, asked)
        assert len(await on_stage.say(on_stage.mo, "Who am I?")) == 2


async def test_a_stray_yes_of_a_member_is_not_told_how_to_post(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        for word in ("yes", "stop"):
            answer = await on_stage.ask(on_stage.mo, word)
            assert "Nothing is waiting" in answer
            assert "announce" not in answer
        assert "type announce" in await on_stage.ask(on_stage.alex, "yes")


async def test_an_officer_who_forgets_to_quote_is_told_how_to_answer(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        answer = await on_stage.ask(cast.una, "Are you safe tonight?")
        assert "nothing has been sent" in answer
        assert "quote" in answer
        assert "Did you mean cases?" in await on_stage.ask(cast.una, "list")
