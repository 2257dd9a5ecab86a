"""`report`, and then how somebody behaves: to moderators, with what was written already."""

import pytest
from harness.complaints import Chat
from harness.running import team

from relay.settings import SafeguardingSettings


async def test_what_was_told_in_a_report_goes_along_to_the_moderators(chat: Chat) -> None:
    async with chat.open():
        await chat.say(chat.mo, "report")
        await chat.say(chat.mo, "He shouts people down in every meeting and laughs about it")
        said = await chat.say(chat.mo, "2")
        assert "Who should deal with how somebody behaves?" in said
        said = await chat.say(chat.mo, "1")
        assert "I have kept your words" in said
        assert "Which message is it about?" in said
        shown = await chat.play(chat.mo, "none", "1", "skip", "skip", "skip", "no")
        assert "He shouts people down in every meeting" in shown
        await chat.say(chat.mo, "yes")
        assert "A complaint has come in" in chat.heard(chat.bea)[-1]
        cases = chat.stage.store._db.execute("SELECT count(*) FROM cases").fetchone()
        assert cases[0] == 0


async def test_whoever_would_rather_report_goes_on_as_before(chat: Chat) -> None:
    async with chat.open():
        await chat.play(chat.mo, "report", "2")
        said = await chat.say(chat.mo, "2")
        assert "Is it about any of these people" in said
        await chat.play(chat.mo, "0", "He shouts", "done", "send")
        assert "He shouts" in "\n".join(chat.heard(chat.una))
        assert chat.heard(chat.bea) == []


@pytest.mark.parametrize("answer", ["not sure", "I don't know", "both", "3"])
async def test_whoever_is_not_sure_is_read_by_those_whom_the_question_names_for_it(
    chat: Chat, answer: str
) -> None:
    chat.stage.safeguarding = SafeguardingSettings(
        teams=(
            team("hackney", (chat.una, "Welfare officer"), tracks=("safeguarding",)),
            team("behaviour", (chat.sam, "Arbiter"), tracks=("conduct",)),
        )
    )
    async with chat.open():
        question = await chat.play(chat.mo, "report", "2")
        assert "3. The safeguarding team. Take this if you were hurt, threatened" in question
        said = await chat.say(chat.mo, answer)
        assert "1. Welfare officer" in said
        await chat.play(chat.mo, "0", "He shouts", "done", "send")
        assert "He shouts" in "\n".join(chat.heard(chat.una))
        assert chat.heard(chat.sam) == chat.heard(chat.bea) == []


async def test_an_unclear_answer_is_asked_again_and_kept(chat: Chat) -> None:
    async with chat.open():
        await chat.play(chat.mo, "report", "2")
        said = await chat.say(chat.mo, "I really do not know what is best for all of us here")
        assert "Please answer with 1, 2 or 3" in said
        assert "Is it about any of these people" in await chat.say(chat.mo, "3")


async def test_nothing_is_asked_of_whoever_is_in_no_moderated_group(chat: Chat) -> None:
    async with chat.open():
        said = await chat.play(chat.sam, "report", "2")
        assert "Who should deal with" not in said
