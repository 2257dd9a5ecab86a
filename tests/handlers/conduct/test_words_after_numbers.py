"""What stands after the number of a complaint is never lost, and a cry is never passed on."""

import re

import pytest
from harness.complaints import Chat

DANGER = "call 999"


async def begun(chat: Chat) -> str:
    """Begin a complaint of Mo's; return its number."""
    said = await chat.say(chat.mo, "complain")
    found = re.search(r"number (\d+)", said)
    assert found is not None, said
    return found[1]


async def noted(chat: Chat, number: str) -> None:
    """Let Cai send Ned a note."""
    answers = ("no", "4", "Two people have left.", "They called others names.", "1", "yes")
    await chat.play(chat.cai, f"decide {number}", *answers)


async def test_words_after_the_number_of_a_draft_are_kept(chat: Chat) -> None:
    async with chat.open():
        number = await begun(chat)
        said = await chat.say(chat.mo, f"complaint {number} He hit me on Tuesday")
        assert "I have kept your words" in said
        assert DANGER in said
        shown = await chat.play(chat.mo, "none", "1", "skip", "4", "skip", "no")
        assert "He hit me on Tuesday" in shown


async def test_a_cry_after_the_number_of_a_draft_is_answered(chat: Chat) -> None:
    async with chat.open():
        number = await begun(chat)
        assert DANGER in await chat.say(chat.mo, f"complaint {number} help me he is here")


async def test_a_draft_is_moved_and_taken_back_by_its_number(chat: Chat) -> None:
    async with chat.open():
        number = await begun(chat)
        await chat.say(chat.mo, f"complaint {number} They follow people")
        assert "sent nothing and kept nothing" in await chat.say(
            chat.mo, f"complaint {number} withdraw"
        )
        number = await begun(chat)
        await chat.say(chat.mo, f"complaint {number} They follow people")
        said = await chat.say(chat.mo, f"complaint {number} move")
        assert "as a report to the safeguarding team" in said


@pytest.mark.parametrize("typed", ["complaint {}", "ask {}", "close {}", "offer {}"])
async def test_a_moderators_own_cry_is_answered_and_passed_to_nobody(
    chat: Chat, typed: str
) -> None:
    async with chat.open():
        number = await chat.complain()
        heard = len(chat.heard(chat.mo))
        said = await chat.say(chat.bea, f"{typed.format(number)} help me")
        assert DANGER in said
        assert "Ned" not in said
        assert len(chat.heard(chat.mo)) == heard


async def test_a_cry_after_a_number_that_is_nobodys_is_answered_the_same_everywhere(
    chat: Chat,
) -> None:
    async with chat.open():
        number = await chat.complain()
        for typed in (number, "99988"):
            said = await chat.say(chat.ned, f"complaint {typed} help me")
            assert DANGER in said
            assert "know no" not in said


@pytest.mark.parametrize(
    "words",
    ["He hit me and my child saw it", "I want to die", "I can't go on, I'll kill myself."],
)
async def test_who_says_first_what_happened_is_told_what_to_do(chat: Chat, words: str) -> None:
    async with chat.open():
        await begun(chat)
        said = await chat.say(chat.mo, words)
        assert DANGER in said
        assert "Type move and it goes to them instead" in said


async def test_what_somebody_else_has_written_is_no_cry_of_whoever_sends_it_in(chat: Chat) -> None:
    async with chat.open():
        chat.ned.say("He hit me and nobody cared", to=chat.group)
        await chat.stage.settle()
        await begun(chat)
        assert DANGER not in await chat.say(chat.mo, "He hit me and nobody cared")


@pytest.mark.parametrize("words", ["I want to die", "because of this I will kill myself"])
async def test_an_appeal_in_despair_is_taken_and_answered_with_where_to_turn(
    chat: Chat, words: str
) -> None:
    async with chat.open():
        number = await chat.complain()
        await noted(chat, number)
        said = await chat.say(chat.ned, f"appeal {number} {words}")
        assert f"Your appeal about {number} is in" in said
        assert DANGER in said
        assert "helplines" in said


async def test_a_cry_instead_of_an_appeal_is_not_answered_with_a_number(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
        await noted(chat, number)
        for phone in (chat.ned, chat.mo):
            said = await chat.say(phone, f"appeal {number} help me")
            assert DANGER in said
            assert "I know of no decision" not in said


async def test_somebody_at_the_door_is_no_name_of_a_moderator(chat: Chat) -> None:
    async with chat.open():
        await begun(chat)
        await chat.play(chat.mo, "none", "1", "skip", "4", "skip")
        said = await chat.say(chat.mo, "he is here")
        assert DANGER in said
        assert "will deal with this" not in said
