"""Plain words after a moderator's question: asked about first, passed on by a yes alone."""

import pytest
from harness.complaints import Chat

MEANT = "Is this your answer to what the moderators of Hackney branch asked"


async def asked(chat: Chat, question: str = "When was that?") -> str:
    """Have a complaint of Mo's asked about; return its number."""
    number = await chat.complain()
    await chat.say(chat.bea, f"ask {number} {question}")
    return number


@pytest.mark.parametrize("yes", ["1", "yes"])
async def test_plain_words_are_the_answer_after_a_yes(chat: Chat, yes: str) -> None:
    async with chat.open():
        number = await asked(chat)
        said = await chat.say(chat.mo, "It was on Tuesday at the picket")
        assert MEANT in said
        assert "on Tuesday" not in await chat.say(chat.bea, f"complaint {number}")
        assert "Your answer is with the moderators" in await chat.say(chat.mo, yes)
        shown = await chat.say(chat.bea, f"complaint {number}")
        assert "answer: “It was on Tuesday at the picket”" in shown


async def test_more_words_before_the_yes_go_along(chat: Chat) -> None:
    async with chat.open():
        number = await asked(chat)
        await chat.say(chat.mo, "It was on Tuesday")
        assert MEANT in await chat.say(chat.mo, "and on Friday as well")
        await chat.say(chat.mo, "yes")
        shown = await chat.say(chat.bea, f"complaint {number}")
        assert "on Tuesday" in shown
        assert "on Friday as well" in shown


async def test_after_a_no_nobody_reads_them(chat: Chat) -> None:
    async with chat.open():
        number = await asked(chat)
        said = await chat.play(chat.mo, "What time is the meeting, does anyone know", "no")
        assert "passed nothing on" in said
        assert "What time" not in await chat.say(chat.bea, f"complaint {number}")


async def test_who_is_not_asked_is_not_understood_as_before(chat: Chat) -> None:
    async with chat.open():
        await chat.complain()
        assert MEANT not in await chat.say(chat.mo, "It was on Tuesday at the picket")
        number = await asked(chat)
        await chat.say(chat.mo, f"complaint {number} On Tuesday")
        assert MEANT not in await chat.say(chat.mo, "It was at the picket as well")


async def test_a_cry_is_no_answer(chat: Chat) -> None:
    async with chat.open():
        await asked(chat)
        said = await chat.say(chat.mo, "help me")
        assert "call 999" in said
        assert MEANT not in said


async def test_words_that_tell_of_harm_can_go_to_safeguarding_instead(chat: Chat) -> None:
    async with chat.open():
        number = await asked(chat)
        said = await chat.say(chat.mo, "He hit me on the way home")
        assert said.startswith("If you are in danger now")
        assert MEANT in said
        await chat.say(chat.mo, "move")
        assert "hit me" not in await chat.say(chat.bea, f"complaint {number}")
        await chat.play(chat.mo, "0", "done", "send")
        assert "He hit me on the way home" in "\n".join(chat.heard(chat.una))


async def test_two_questions_are_told_apart_by_their_numbers(chat: Chat) -> None:
    async with chat.open():
        first, second = await asked(chat), await asked(chat, "Where?")
        said = await chat.say(chat.mo, "It was on Tuesday at the picket")
        assert "passed nothing on" in said
        assert first in said
        assert second in said


async def test_in_an_open_talk_an_answer_does_not_tell_who_complained(chat: Chat) -> None:
    async with chat.open():
        number = await asked(chat)
        chat.mo.say("Ned is a pest", to=chat.group)
        await chat.stage.settle()
        await chat.play(chat.ned, "complain", "Ned is a pest", "4", "It hurts", "no")
        about_mo = (await chat.say(chat.ned, "yes")).split("number ")[1].split(".")[0]
        await chat.play(chat.bea, f"talk {about_mo} Hello, can we talk?", "yes")
        said = await chat.say(chat.mo, "It was on Tuesday at the picket")
        assert "I have passed nothing on" in said
        assert f"complaint {number}" in said
        assert f"talk {about_mo}" in said
        assert "on Tuesday" not in await chat.say(chat.bea, f"talk {about_mo}")


async def test_a_hidden_complaint_answers_no_plain_words(chat: Chat) -> None:
    async with chat.open():
        number = await asked(chat)
        await chat.say(chat.mo, "hide")
        said = await chat.say(chat.mo, "It was on Tuesday at the picket")
        assert number not in said
        assert "moderators" not in said


async def test_nothing_that_is_passed_on_can_be_tapped(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain(words="See https://watch.example/x or 07700 900123")
        await chat.say(chat.bea, f"ask {number} Is it https://track.example/{number}?")
        assert "track.example" not in chat.heard(chat.mo)[-1]
        await chat.say(chat.mo, f"complaint {number} No” evil.example.org says so \u202eabc")
        await chat.say(chat.bea, f"close {number} Read more at track.example/{number}")
        assert "track.example" not in await chat.say(chat.mo, f"complaint {number}")
        shown = await chat.say(chat.cai, f"complaint {number}")
        for trap in ("watch.example", "07700", "evil.example", "\u202e", "No”"):
            assert trap not in shown
