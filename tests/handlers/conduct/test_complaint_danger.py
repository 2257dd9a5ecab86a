"""Who tells of harm inside a complaint is told where else to go, and loses no word."""

import pytest
from harness.complaints import Chat


@pytest.mark.parametrize("cry", ["help me", "999", "please help me!"])
async def test_a_cry_is_answered_wherever_a_complaint_has_come_to(chat: Chat, cry: str) -> None:
    steps = ("complain", "none", "1", "skip", "Spam", "It annoys me", "no")
    async with chat.open():
        for at in range(1, len(steps) + 1):
            await chat.play(chat.mo, *steps[:at])
            said = await chat.say(chat.mo, cry)
            assert "call 999" in said, steps[at - 1]
            await chat.say(chat.mo, "stop")
            if "What is it about?" in said:
                await chat.say(chat.mo, "stop")


async def test_after_a_cry_the_complaint_goes_on_where_it_was(chat: Chat) -> None:
    async with chat.open():
        await chat.play(chat.mo, "complain", "none", "1", "skip", "Spam")
        said = await chat.say(chat.mo, "999")
        assert "Your complaint is as it was" in said
        assert "Is there anybody" in await chat.say(chat.mo, "It annoys me")


async def test_whoever_tells_of_harm_is_offered_safeguarding_once(chat: Chat) -> None:
    async with chat.open():
        await chat.play(chat.mo, "complain", "none", "1", "skip", "Spam")
        said = await chat.say(chat.mo, "He grabbed me after the meeting and would not let go")
        assert "Type move and it goes to them instead" in said
        assert "call 999" in said
        assert "Is there anybody" in said
        shown = await chat.say(chat.mo, "no")
        assert "He grabbed me after the meeting" in shown
        again = await chat.say(chat.mo, "He followed me home, too")
        assert "Type move" not in again
        assert "He followed me home, too" in again


async def test_what_is_written_moves_to_safeguarding_without_being_written_again(
    chat: Chat,
) -> None:
    async with chat.open():
        chat.ned.say("I know where you live", to=chat.group)
        await chat.stage.settle()
        await chat.play(chat.mo, "complain", "I know where you live", "Threats")
        said = await chat.play(chat.mo, "I do not dare to go home", "move")
        assert "as a report to the safeguarding team" in said
        await chat.play(chat.mo, "0", "done")
        await chat.say(chat.mo, "send")
        told = "\n".join(chat.heard(chat.una))
        for words in ("I know where you live", "Threats", "I do not dare to go home"):
            assert words in told
        assert chat.heard(chat.bea) == []
        assert "You have complained of nothing" in await chat.say(chat.mo, "complaints")


@pytest.mark.parametrize("word", ["move", "report", "Safeguarding", "move it please"])
async def test_the_word_for_a_report_takes_a_complaint_along(chat: Chat, word: str) -> None:
    async with chat.open():
        await chat.play(chat.mo, "complain", "none", "1", "skip", "Spam", "He hit a friend of mine")
        if word == "move it please":
            return
        assert "as a report to the safeguarding team" in await chat.say(chat.mo, word)


async def test_a_sent_complaint_moves_with_everything_and_moderators_lose_it(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
        await chat.say(chat.bea, f"complaint {number}")
        await chat.say(chat.bea, f"ask {number} Did he do it before?")
        await chat.say(chat.mo, f"complaint {number} Yes, at the picket")
        await chat.say(chat.bea, f"offer safeguarding {number}")
        assert "the safeguarding team could help you better" in chat.heard(chat.mo)[-1]
        assert "Do that? yes or no" in await chat.say(chat.mo, f"complaint {number} move")
        await chat.say(chat.mo, "yes")
        for moderator in (chat.bea, chat.cai):
            assert chat.heard(moderator)[-1].startswith(f"Complaint {number} is closed.")
            stands = "\n".join(one.text for one in chat.shown(moderator))
            assert "rats" not in stands
            assert "safeguarding team with all" not in stands
        assert "I know no complaint" in await chat.say(chat.bea, f"complaint {number}")
        await chat.play(chat.mo, "0", "done", "send")
        told = "\n".join(chat.heard(chat.una))
        for words in ("You lot are rats", "I cannot sleep", "Yes, at the picket", "Ned Neighbour"):
            assert words in told
        assert "Did he do it before" not in told


async def test_nobody_moves_what_nobody_would_read(chat: Chat) -> None:
    chat.stage.safeguarding = type(chat.stage.safeguarding)()
    async with chat.open():
        await chat.play(chat.mo, "complain", "none", "1", "skip", "Spam")
        said = await chat.say(chat.mo, "He grabbed me after the meeting")
        assert "people outside the branch whom you can ring" in said
        assert "Your complaint is as it was" in await chat.say(chat.mo, "move")
        assert "He grabbed me" in await chat.say(chat.mo, "no")


async def test_a_cry_instead_of_more_words_goes_to_no_moderator(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
        said = await chat.say(chat.mo, f"complaint {number} help me")
        assert "call 999" in said
        assert "There is more" not in "\n".join(chat.heard(chat.bea))


async def test_what_to_do_in_danger_is_said_in_a_language_of_its_own(chat: Chat) -> None:
    async with chat.open():
        await chat.say(chat.mo, "language pl")
        said = await chat.stage.say(chat.mo, "complain")
        assert "dzwoń pod 999" in said[0]
        assert "A complaint goes to" not in said[0]
        assert "A complaint goes to" in said[1]


@pytest.mark.parametrize(
    "words",
    [
        *("I want to die", "he is here", "My husband has been beating me for years"),
        *("He said he will kill me", "im scared to go home", "My dad is going to hurt me"),
    ],
)
async def test_what_to_do_in_danger_is_the_first_that_is_said_at_every_step(
    chat: Chat, words: str
) -> None:
    steps = ("complain", "none", "1", "skip", "skip", "skip", "no")
    async with chat.open():
        for at in range(1, len(steps) + 1):
            await chat.play(chat.mo, *steps[:at])
            said = await chat.stage.say(chat.mo, words)
            assert said[0].startswith("If you are in danger now, call 999"), steps[at - 1]
            assert "It did not answer my question" not in said[0]
            await chat.say(chat.mo, "stop")


async def test_it_is_the_first_too_after_sending(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
        said = await chat.stage.say(chat.mo, f"complaint {number} He said he will kill me")
        assert said[0].startswith("If you are in danger now, call 999")
        assert said[-1].startswith("I have added that")
        told_to_type = f"complaint {number} move"
        assert f"Type {told_to_type} and it goes to them" in said[0]
        assert "Do that? yes or no" in await chat.say(chat.mo, told_to_type)
