"""A member complains of a message; moderators read it; nobody learns who it was."""

import re
from datetime import timedelta

from harness.complaints import Chat
from harness.running import branch


async def test_a_complaint_about_a_message_reaches_the_moderators(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
        for moderator in (chat.bea, chat.cai):
            assert chat.heard(moderator)[-1].startswith(f"A complaint has come in: {number}.")
            assert "rats" not in "\n".join(chat.heard(moderator))
        shown = await chat.say(chat.bea, f"complaint {number}")
        assert "About: Ned Neighbour" in shown
        assert "“You lot are rats”" in shown
        assert "“I cannot sleep”" in shown
        assert "Mo" not in shown
        assert "complaint" not in "\n".join(chat.heard(chat.stage.alex))
        for phone in (chat.ned, chat.una, chat.sam):
            assert chat.heard(phone) == []


async def test_all_of_it_is_shown_before_it_is_sent_and_nobody_is_named(chat: Chat) -> None:
    async with chat.open():
        chat.ned.say("You lot are rats", to=chat.group)
        await chat.stage.settle()
        found = await chat.play(chat.mo, "complain", "You lot are rats")
        assert "it is in Hackney chat" in found
        assert "Ned" not in found
        shown = await chat.play(chat.mo, "4", "I cannot sleep", "no")
        for words in ("Nothing is sent yet", "You lot are rats", "Harassing", "I cannot sleep"):
            assert words in shown
        assert "Ned" not in shown
        assert chat.heard(chat.bea) == []
        assert "sent nothing and kept nothing" in await chat.say(chat.mo, "no")
        assert chat.heard(chat.bea) == []


async def test_a_thumb_on_what_is_shown_sends_it(chat: Chat) -> None:
    async with chat.open():
        await chat.play(chat.mo, "complain", "none", "1", "skip", "He shouts", "skip", "no")
        shown = chat.shown(chat.mo)[-1].timestamp
        chat.mo.react(shown, "👍")
        await chat.stage.settle()
        assert "Sent to the moderators" in chat.heard(chat.mo)[-1]


async def test_two_who_wrote_the_same_are_told_apart_by_group_and_time_alone(chat: Chat) -> None:
    async with chat.open():
        chat.ned.say("Traitors", to=chat.group)
        await chat.stage.settle()
        await chat.stage.wait(timedelta(hours=2))
        chat.ned.say("Traitors", to=chat.other)
        await chat.stage.settle()
        asked = await chat.play(chat.mo, "complain", "Traitors")
        assert "There is more than one message like this" in asked
        assert "1. In Tenants, about Sunday 22 November at " in asked
        assert "2. In Hackney chat, about Sunday 22 November at " in asked
        assert "Ned" not in asked
        assert "more than one message" in await chat.say(chat.mo, "7")
        assert "What was wrong with it?" in await chat.say(chat.mo, "2")
        shown = await chat.play(chat.mo, "skip", "skip", "no")
        assert "A message in Hackney chat: “Traitors”" in shown


async def test_a_message_that_is_not_found_is_gone_on_without(chat: Chat) -> None:
    async with chat.open():
        asked = await chat.play(chat.mo, "complain", "Something else entirely")
        assert "more than two days old" in asked
        assert "1. Hackney chat" in asked
        people = await chat.say(chat.mo, "hackney chat")
        assert "Ned Neighbour" in people
        assert "Mo Member" not in people
        [place] = re.findall(r"(\d+)\. Ned Neighbour", people)
        await chat.play(chat.mo, place, "He mocks people", "I left", "no")
        await chat.say(chat.mo, "yes")
        number = re.findall(r"\d+", chat.heard(chat.bea)[-1])[0]
        shown = await chat.say(chat.bea, f"complaint {number}")
        assert "About: Ned Neighbour" in shown
        assert "Sent in with it, and not checked: “Something else entirely”" in shown


async def test_somebody_can_be_named_in_words_where_nobody_of_that_name_is_there(
    chat: Chat,
) -> None:
    async with chat.open():
        said = await chat.play(chat.mo, "complain", "none", "1", "the tall one from Tuesdays")
        assert "the moderators read it in your words" in said
        shown = await chat.play(chat.mo, "skip", "He shouts", "no")
        assert "About, in your words: the tall one from Tuesdays" in shown


async def test_a_message_of_ones_own_is_asked_for_again(chat: Chat) -> None:
    async with chat.open():
        chat.mo.say("I am the worst", to=chat.group)
        await chat.stage.settle()
        asked = await chat.play(chat.mo, "complain", "I am the worst")
        assert "a message of your own" in asked


async def test_what_answers_no_question_is_kept_with_the_words(chat: Chat) -> None:
    async with chat.open():
        await chat.play(chat.mo, "complain", "none")
        kept = await chat.say(chat.mo, "he always does this when the treasurer is away")
        assert "kept that with your words" in kept
        shown = await chat.play(chat.mo, "1", "skip", "skip", "It wears me out", "no")
        assert "he always does this when the treasurer is away" in shown
        assert "It wears me out" in shown


async def test_something_can_be_changed_and_added_before_it_is_sent(chat: Chat) -> None:
    async with chat.open():
        await chat.play(chat.mo, "complain", "none", "1", "skip", "Spam", "It annoys me", "no")
        assert "What was wrong with it?" in await chat.say(chat.mo, "edit 2")
        shown = await chat.say(chat.mo, "Shouting at people")
        assert "What was wrong: Shouting at people" in shown
        assert "Spam" not in shown
        shown = await chat.say(chat.mo, "And he did it twice")
        assert "It annoys me\nAnd he did it twice" in shown


async def test_a_complaint_that_was_begun_is_gone_on_with_for_a_day(chat: Chat) -> None:
    async with chat.open():
        await chat.play(chat.mo, "complain", "none", "1", "skip", "Spam")
        await chat.stage.wait(timedelta(hours=8))
        again = await chat.say(chat.mo, "complain")
        assert "You have begun a complaint" in again
        assert "How did it affect you?" in again
        await chat.stage.wait(timedelta(hours=25))
        again = await chat.say(chat.mo, "complain")
        assert "You have begun" not in again
        assert "Which message is it about?" in again


async def test_a_complaint_is_there_after_the_relay_has_stopped_in_the_middle(chat: Chat) -> None:
    async with chat.open():
        await chat.play(chat.mo, "complain", "none", "1", "skip", "Spam", "It annoys me")
    async with chat.open():
        await chat.say(chat.mo, "no")
        assert "Sent to the moderators" in await chat.say(chat.mo, "yes")
    async with chat.open():
        told = [one for one in chat.heard(chat.bea) if "A complaint has come in" in one]
        assert len(told) == 1


async def test_whoever_is_in_no_moderated_group_reports_as_before(chat: Chat) -> None:
    async with chat.open():
        assert "What is it about?" in await chat.say(chat.sam, "complain")


async def test_where_nobody_moderates_complaining_begins_a_report(chat: Chat) -> None:
    async with chat.open(moderators=()):
        said = await chat.say(chat.mo, "complain")
        assert "What is it about?" in said
        assert "Who should deal with" not in await chat.say(chat.mo, "2")


async def test_a_complaint_goes_to_the_branch_of_its_group(chat: Chat) -> None:
    dee = chat.stage.signal.new_phone("Dee Moderator")
    there = chat.stage.group("Camden chat", chat.mo, dee, only_admins=False)
    camden = branch("camden", chat.stage.alex).model_copy(
        update={"groups": (chat.declared(there),), "moderators": (dee.aci,)}
    )
    async with chat.open(camden):
        asked = await chat.play(chat.mo, "complain", "none")
        assert "Somewhere else (Hackney branch)" in asked
        assert "Somewhere else (Camden branch)" in asked
        [place] = re.findall(r"(\d+)\. Camden chat", asked)
        await chat.play(chat.mo, place, "skip", "Spam", "skip", "no", "yes")
        assert "A complaint has come in" in chat.heard(dee)[-1]
        assert chat.heard(chat.bea) == []


async def test_ten_thousand_characters_are_not_taken_and_it_is_said(chat: Chat) -> None:
    async with chat.open():
        await chat.play(chat.mo, "complain", "none", "1", "skip", "Spam")
        said = await chat.say(chat.mo, "Long ago " * 1100)
        assert "That is too long to go along" in said
        assert "Is there anybody" in await chat.say(chat.mo, "It annoys me")


async def test_nobody_complains_of_everything_within_a_week(chat: Chat) -> None:
    async with chat.open():
        for _ in range(5):
            await chat.play(chat.mo, "complain", "none", "1", "skip", "Spam", "skip", "no", "yes")
        said = await chat.say(chat.mo, "complain")
        assert "You have sent 5 complaints within a week" in said
        assert "call 999" in said
        await chat.stage.wait(timedelta(days=8))
        assert "Which message is it about?" in await chat.say(chat.mo, "complain")


async def test_a_command_in_the_middle_is_a_command(chat: Chat) -> None:
    async with chat.open():
        await chat.play(chat.mo, "complain", "none", "1", "skip")
        assert "Spam" not in await chat.say(chat.mo, "next")
        assert "How did it affect you?" in await chat.say(chat.mo, "Spam")
