"""Moderators talk with somebody one to one: neither side sees who the other is."""

from datetime import timedelta

import pytest
from harness.talking import Talking

from practice.attachments import Attachment
from relay.conduct.talks.talks import ENDS_AFTER, MAX_TEXT, MOST_AN_HOUR, REMIND_AFTER

HELLO = "Hello, can we talk about Tuesday?"


async def test_a_talk_begins_with_what_the_moderator_was_shown(talking: Talking) -> None:
    async with talking.open():
        number = talking.matter()
        shown = await talking.say(talking.bea, f"talk {number} {HELLO}")
        assert HELLO in shown
        assert "not about what somebody believes" in " ".join(shown.split()).replace(
            "and not about", "not about"
        )
        assert talking.count(talking.mo) == 0
        assert "They have it" in await talking.say(talking.bea, "yes")
        read = talking.last(talking.mo)
        assert "The moderators of Hackney branch" in read
        assert HELLO in read
        assert "Bea" not in read
        assert "You need not answer" in read


async def test_plain_words_go_to_the_moderators_who_hear_only_that_there_are_some(
    talking: Talking,
) -> None:
    async with talking.open():
        number = await talking.begin()
        assert "passed it on" in await talking.say(talking.mo, "I was angry, I am sorry")
        assert talking.last(talking.bea).endswith(f"To read it: talk {number}")
        assert "angry" not in talking.last(talking.cai)
        read = await talking.say(talking.cai, f"talk {number}")
        assert "They, " in read
        assert "I was angry, I am sorry" in read
        assert HELLO in read
        assert "Mo" not in read.replace("Moderators", "")


async def test_another_moderator_goes_on_and_the_person_sees_no_difference(
    talking: Talking,
) -> None:
    async with talking.open():
        number = await talking.begin()
        await talking.say(talking.cai, f"talk {number} Thank you. Shall we leave it there?")
        assert talking.last(talking.mo).startswith("The moderators of Hackney branch write:")
        assert "something new" in talking.last(talking.bea)


async def test_only_moderators_who_may_know_of_a_matter_find_it(talking: Talking) -> None:
    async with talking.open():
        number = talking.matter(excluded=(talking.cai.aci,))
        for phone in (talking.cai, talking.dee):
            said = await talking.say(phone, f"talk {number} {HELLO}")
            assert f"nothing with the number {number}" in said
            same = await talking.say(phone, f"talk {number + 1} {HELLO}")
            assert said.replace(str(number), "N") == same.replace(str(number + 1), "N")
        for phone in (talking.sam, talking.kim, talking.mo):
            assert str(number) not in await talking.say(phone, f"talk {number} {HELLO}")
        assert talking.count(talking.mo) == 1


async def test_whose_message_is_not_known_cannot_be_talked_with(talking: Talking) -> None:
    async with talking.open():
        number = talking.matter(subject=None, message=None)
        assert "cannot reach them" in await talking.say(talking.bea, f"talk {number} {HELLO}")


async def test_a_no_is_a_no_until_they_write_themselves(talking: Talking) -> None:
    async with talking.open():
        number = await talking.begin()
        assert "That is fine" in await talking.say(talking.mo, "talk no")
        assert "That is their right" in talking.last(talking.cai)
        heard = talking.count(talking.mo)
        assert "I send them nothing more" in await talking.say(
            talking.bea, f"talk {number} Please reconsider"
        )
        assert talking.count(talking.mo) == heard
        assert "passed it on" in await talking.say(talking.mo, f"talk {number} I will after all")
        await talking.say(talking.bea, f"talk {number} Good")
        assert "Good" in talking.last(talking.mo)


@pytest.mark.parametrize("typed", ["help me", "999", "HELP!", "help he is here"])
async def test_a_cry_is_no_word_of_a_talk(talking: Talking, typed: str) -> None:
    async with talking.open():
        number = await talking.begin()
        assert "999" in await talking.say(talking.mo, typed)
        assert "999" in await talking.say(talking.mo, f"talk {typed}")
        read = await talking.say(talking.bea, f"talk {number}")
        assert typed not in read


@pytest.mark.parametrize("typed", ["he is here, help", "hes outside my door", "I need help"])
async def test_what_may_be_said_in_danger_is_asked_about_first(
    talking: Talking, typed: str
) -> None:
    async with talking.open():
        number = await talking.begin()
        assert "999" in await talking.say(talking.mo, typed)
        assert typed not in await talking.say(talking.bea, f"talk {number}")


async def test_what_tells_of_harm_is_asked_about_and_goes_to_nobody_by_itself(
    talking: Talking,
) -> None:
    async with talking.open():
        number = await talking.begin()
        asked = await talking.say(talking.mo, "I wrote that because he groped me")
        assert "999" in asked
        assert "report" in asked
        assert "nothing on yet" in asked
        assert "groped" not in await talking.say(talking.bea, f"talk {number}")
        assert "passed nothing on" in await talking.say(talking.mo, "2")
        await talking.say(talking.mo, "I wrote that because he groped me")
        assert "passed it on" in await talking.say(talking.mo, "1")
        assert "groped" in await talking.say(talking.bea, f"talk {number}")


@pytest.mark.parametrize("typed", ["stop", "Appeal", "cancel", "resign"])
async def test_a_command_of_others_alone_is_asked_about(talking: Talking, typed: str) -> None:
    async with talking.open():
        number = await talking.begin()
        told = talking.count(talking.bea)
        assert "I have passed nothing on yet" in await talking.say(talking.mo, typed)
        assert talking.count(talking.bea) == told
        await talking.say(talking.mo, "1")
        assert typed in await talking.say(talking.bea, f"talk {number}")


async def test_commands_go_on_working_and_a_slip_of_one_is_asked_about(talking: Talking) -> None:
    async with talking.open():
        number = await talking.begin()
        assert "planned" in (await talking.say(talking.mo, "meetings")).lower()
        assert "Did you mean groups" in await talking.say(talking.mo, "gruops")
        assert "passed nothing on" in await talking.say(talking.mo, "no")
        read = await talking.say(talking.bea, f"talk {number}")
        assert "gruops" not in read


async def test_words_long_after_the_last_ones_are_asked_about(talking: Talking) -> None:
    async with talking.open():
        number = await talking.begin()
        await talking.stage.wait(timedelta(days=2))
        assert "Is this for the moderators" in await talking.say(talking.mo, "Any news?")
        await talking.say(talking.mo, "yes")
        assert "Any news?" in await talking.say(talking.bea, f"talk {number}")


async def test_only_words_go_through(talking: Talking) -> None:
    async with talking.open():
        await talking.begin()
        picture = Attachment(b"\x89PNG not really", "image/png", "me.png")
        said = await talking.say(talking.mo, "look at this", attachments=[picture])
        assert "Only words go through" in said
        assert "passed it on" in said


async def test_neither_side_can_send_a_link_or_a_number(talking: Talking) -> None:
    async with talking.open():
        number = await talking.begin("Read https://evil.example.org or ring 020 7946 0000")
        assert "evil" not in talking.last(talking.mo)
        assert "7946" not in talking.last(talking.mo)
        await talking.say(talking.mo, "see www.evil.example.org\nand this line")
        read = await talking.say(talking.bea, f"talk {number}")
        assert "evil.example" not in read
        assert "and this line" in read


async def test_two_hundred_messages_are_one_notification(talking: Talking) -> None:
    async with talking.open():
        number = await talking.begin()
        before = {phone: talking.count(phone) for phone in talking.moderators}
        answered = talking.count(talking.mo)
        for index in range(200):
            talking.mo.say(f"and another thing, {index}")
        await talking.stage.settle()
        for phone in talking.moderators:
            assert talking.count(phone) <= before[phone] + 1
        assert talking.count(talking.mo) < answered + MOST_AN_HOUR + 20
        lines = talking.stage.relay.services.talks
        found = lines.get(number)
        assert found is not None
        assert len(lines.lines(found)) == 1 + MOST_AN_HOUR
        read = await talking.say(talking.bea, f"talk {number}")
        assert "There is more" in read
        await talking.stage.wait(timedelta(hours=1))
        assert "passed it on" in await talking.say(talking.mo, "And in an hour")


async def test_what_is_too_long_is_not_passed_on(talking: Talking) -> None:
    async with talking.open():
        number = await talking.begin()
        assert "too long" in await talking.say(talking.mo, "a " * MAX_TEXT)
        assert "too long" in await talking.say(talking.bea, f"talk {number} {'b ' * MAX_TEXT}")


async def test_a_talk_is_ended_and_can_be_gone_on_with(talking: Talking) -> None:
    async with talking.open():
        number = await talking.begin()
        assert "is over" in await talking.say(talking.cai, f"talk {number} close")
        assert "have ended the talk" in talking.last(talking.mo)
        assert "another moderator" in talking.last(talking.bea)
        assert "passed it on" not in await talking.say(talking.mo, "I have one more thing")
        assert "passed it on" in await talking.say(talking.mo, "talk I have one more thing")


async def test_whoever_is_waited_for_is_reminded_once_and_then_it_is_over(
    talking: Talking,
) -> None:
    async with talking.open():
        number = await talking.begin()
        await talking.stage.wait(REMIND_AFTER)
        assert "You need not answer" in talking.last(talking.mo)
        heard = talking.count(talking.mo)
        await talking.stage.wait(timedelta(days=2))
        assert talking.count(talking.mo) == heard
        await talking.say(talking.mo, f"talk {number} Here I am")
        await talking.stage.wait(REMIND_AFTER)
        assert "have waited for an answer" in talking.last(talking.gus)
        await talking.stage.wait(ENDS_AFTER)
        assert "is over" in talking.last(talking.mo)
        assert "is over" in talking.last(talking.bea)


async def test_who_moderates_no_more_is_told_nothing_more(talking: Talking) -> None:
    async with talking.open():
        number = await talking.begin()
        mandates = talking.stage.relay.services.moderators
        cai = mandates.mandate_of(talking.cai.aci, "hackney")
        assert cai is not None
        with talking.stage.store.transaction():
            mandates.end(cai)
        heard = talking.count(talking.cai)
        await talking.say(talking.mo, "I am sorry")
        assert talking.count(talking.cai) == heard
        assert "sorry" not in await talking.say(talking.cai, f"talk {number}")


async def test_a_talk_goes_on_after_a_restart(talking: Talking) -> None:
    async with talking.open():
        number = talking.matter()
        await talking.say(talking.bea, f"talk {number} {HELLO}")
    async with talking.open():
        await talking.say(talking.bea, "yes")
        assert HELLO in talking.last(talking.mo)
    async with talking.open():
        await talking.say(talking.mo, "I am sorry")
    async with talking.open():
        assert "I am sorry" in await talking.say(talking.cai, f"talk {number}")


async def test_with_its_matter_all_of_a_talk_is_gone(talking: Talking) -> None:
    async with talking.open():
        number = await talking.begin()
        await talking.say(talking.mo, "I am sorry")
        with talking.stage.store.transaction():
            talking.stage.relay.services.matters.erase(number)
        assert "passed it on" not in await talking.say(talking.mo, "Are you there?")
        assert f"nothing with the number {number}" in await talking.say(
            talking.bea, f"talk {number}"
        )


async def test_two_moderators_begin_at_once_and_it_is_one_talk(talking: Talking) -> None:
    async with talking.open():
        number = talking.matter()
        await talking.say(talking.bea, f"talk {number} {HELLO}")
        await talking.say(talking.cai, f"talk {number} Hi there")
        await talking.say(talking.bea, "yes")
        await talking.say(talking.cai, "yes")
        found = talking.stage.relay.services.talks.get(number)
        assert found is not None
        assert len(talking.stage.relay.services.talks.lines(found)) == 2
