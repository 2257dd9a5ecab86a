"""A moderator who complained never deals with it, also once nobody knows any more who it was."""

import re
from datetime import timedelta

from harness.complaints import Chat


async def noted(chat: Chat, number: str) -> None:
    """Let Cai send Ned a note."""
    answers = ("no", "4", "Two people have left.", "They called others names.", "1", "yes")
    await chat.play(chat.cai, f"decide {number}", *answers)


async def test_who_takes_a_complaint_back_does_not_moderate_what_is_left(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain(chat.bea)
        await noted(chat, number)
        await chat.play(chat.bea, f"complaint {number} withdraw", "yes")
        assert "I know no complaint" in await chat.say(chat.bea, f"complaint {number}")
        assert "taken back" not in await chat.say(chat.bea, f"undo {number}")
        assert "About: Ned" in await chat.say(chat.cai, f"complaint {number}")
        await chat.say(chat.ned, f"appeal {number} I only quoted somebody")
        assert number not in await chat.say(chat.bea, "appeals")


async def test_who_complained_long_ago_does_not_moderate_it_either(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain(chat.bea)
        await chat.say(chat.cai, f"close {number} They have talked it over.")
        await chat.stage.wait(timedelta(days=61))
        assert "I know no complaint" in await chat.say(chat.bea, f"complaint {number}")
        assert "About: Ned" in await chat.say(chat.cai, f"complaint {number}")


async def test_what_is_left_of_a_complaint_has_no_word_that_its_writer_sent_in(chat: Chat) -> None:
    async with chat.open():
        await chat.play(chat.mo, "complain", "Something that nobody finds", "1", "Ned", "4")
        said = await chat.play(chat.mo, "I cannot sleep", "no", "yes")
        found = re.search(r"number (\d+)", said)
        assert found is not None, said
        await noted(chat, found[1])
        await chat.play(chat.mo, f"complaint {found[1]} withdraw", "yes")
        shown = await chat.say(chat.cai, f"complaint {found[1]}")
        assert "About: Ned" in shown
        assert "nobody finds" not in shown
        assert "I cannot sleep" not in shown
        assert "What was wrong: not said" in shown
