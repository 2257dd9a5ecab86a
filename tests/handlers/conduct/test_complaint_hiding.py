"""Whoever hides their chat is spoken to of no complaint until they type its number."""

from datetime import timedelta

from harness.complaints import Chat


async def test_nothing_comes_into_a_hidden_chat_until_the_number_is_typed(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
        await chat.say(chat.mo, "hide")
        stands = "\n".join(one.text for one in chat.shown(chat.mo)).lower()
        assert "complain" not in stands.replace("complained", "")
        before = len(chat.heard(chat.mo))
        await chat.say(chat.bea, f"ask {number} When was that?")
        await chat.stage.wait(timedelta(days=3))
        assert len(chat.heard(chat.mo)) == before
        assert "nothing that I know of" in await chat.say(chat.mo, "complaints")
        said = await chat.say(chat.mo, f"complaint {number}")
        assert "they asked: “When was that?”" in said
        await chat.say(chat.bea, f"ask {number} Where?")
        assert "“Where?”" in chat.heard(chat.mo)[-1]


async def test_whoever_looks_at_the_phone_cannot_try_all_numbers(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
        await chat.say(chat.mo, "hide")
        wrong = [str(one) for one in range(100, 107) if str(one) != number][:5]
        answers = {(await chat.say(chat.mo, f"complaint {one}")).replace(one, "…") for one in wrong}
        assert len(answers) == 1
        said = await chat.say(chat.mo, f"complaint {number}")
        assert {said.replace(number, "…")} == answers
        await chat.stage.wait(timedelta(days=2))
        assert "I cannot sleep" in await chat.say(chat.mo, f"complaint {number}")


async def test_hiding_in_the_middle_ends_it_without_a_word_and_the_number_brings_it_back(
    chat: Chat,
) -> None:
    async with chat.open():
        opening = await chat.play(chat.mo, "complain")
        number = opening.partition("as number ")[2].split(",")[0]
        await chat.play(chat.mo, "none", "1", "skip", "Spam", "It annoys me")
        await chat.say(chat.mo, "hide")
        await chat.stage.wait(timedelta(hours=1))
        assert "You have begun" not in await chat.say(chat.mo, "complain")
        await chat.say(chat.mo, "stop")
        assert "Is there anybody" in await chat.say(chat.mo, f"complaint {number}")


async def test_a_moderator_who_hides_their_chat_asks_for_what_there_is(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
        await chat.say(chat.bea, f"complaint {number}")
        await chat.say(chat.bea, "hide")
        assert "rats" not in "\n".join(one.text for one in chat.shown(chat.bea))
        assert number in await chat.say(chat.bea, "complaints")


async def test_nothing_of_a_complaint_is_told_to_a_new_phone_before_its_number(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
        await chat.stage.watch()
        chat.mo.change_safety_number()
        before = len(chat.heard(chat.mo))
        await chat.say(chat.bea, f"ask {number} When was that?")
        await chat.stage.wait(timedelta(minutes=5))
        assert "nothing that I know of" in await chat.say(chat.mo, "complaints")
        assert "When was that" not in "\n".join(chat.heard(chat.mo)[before:])
        said = await chat.say(chat.mo, f"complaint {number}")
        assert "they asked: “When was that?”" in said


async def test_a_moderator_with_a_new_phone_is_told_that_their_rights_wait(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
        await chat.stage.watch()
        chat.bea.change_safety_number()
        for text in (f"ask {number} When was that?", f"close {number} Nothing.", f"talk {number}"):
            said = await chat.say(chat.bea, text)
            assert "What you can do as a moderator waits for you just now" in said, text
        assert "When was that" not in "\n".join(chat.heard(chat.mo))


async def test_what_only_begins_like_a_moderator_s_command_is_heard_as_before(chat: Chat) -> None:
    async with chat.open():
        await chat.complain()
        await chat.stage.watch()
        chat.bea.change_safety_number()
        for text in ("talk to me", "close the door, he is coming", "ask 3 people"):
            said = await chat.say(chat.bea, text)
            assert "999" in said, text
