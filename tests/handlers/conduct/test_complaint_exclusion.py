"""Who must not know of a complaint knows of none, and no answer tells who moderates."""

from datetime import timedelta

import pytest
from harness.complaints import Chat
from harness.running import branch

from relay.settings import Branch


async def test_a_moderator_whom_somebody_names_never_hears_of_it(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain(excluded="Bea")
        assert chat.heard(chat.bea) == []
        assert "A complaint has come in" in chat.heard(chat.cai)[-1]
        drawn = await chat.say(chat.bea, f"complaint {number}")
        never = await chat.say(chat.bea, "complaint 12345")
        assert drawn.replace(number, "12345") == never
        assert "No complaint waits for you" in await chat.say(chat.bea, "complaints")
        for command in ("ask", "offer", "close"):
            await chat.say(chat.bea, f"{command} {number} Who wrote this?")
        assert "Who wrote this" not in "\n".join(chat.heard(chat.mo))


async def test_the_answer_to_a_name_is_the_same_for_moderators_and_others(chat: Chat) -> None:
    async with chat.open():
        await chat.play(chat.mo, "complain", "none", "1", "skip", "Spam", "skip")
        answers = [
            (await chat.say(chat.mo, name)).replace(name, "…")
            for name in ("Bea Moss", "Ned Neighbour", "Zebedee")
        ]
        assert len(set(answers)) == 1


async def test_a_slip_in_a_name_is_asked_about(chat: Chat) -> None:
    async with chat.open():
        await chat.play(chat.mo, "complain", "none", "1", "skip", "Spam", "skip")
        assert "Did you mean Ned Neighbour" in await chat.say(chat.mo, "Ned Neigbour")


async def test_a_moderator_who_is_complained_about_sees_no_sign_of_it(chat: Chat) -> None:
    async with chat.open():
        chat.bea.say("Be quiet, you rats", to=chat.group)
        await chat.stage.settle()
        await chat.play(chat.mo, "complain", "Be quiet, you rats", "4", "skip", "no", "yes")
        assert chat.heard(chat.bea) == []
        assert "A complaint has come in" in chat.heard(chat.cai)[-1]
        assert "No complaint waits" in await chat.say(chat.bea, "complaints")


async def test_a_moderator_who_complains_does_not_moderate_it(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain(chat.bea)
        own = await chat.say(chat.bea, f"complaint {number}")
        assert "The moderators have asked nothing yet" in own
        assert "destroyed 365 days after its end" in own
        assert "To ask who complained" not in own
        assert "About: Ned Neighbour" in await chat.say(chat.cai, f"complaint {number}")


async def test_where_nobody_is_left_the_writer_says_what_becomes_of_it(chat: Chat) -> None:
    async with chat.open():
        await chat.play(chat.mo, "complain", "none", "1", "skip", "Spam", "He shouts")
        await chat.play(chat.mo, "Bea", "Cai", "no")
        said = await chat.say(chat.mo, "yes")
        assert "Nobody is left who may deal with this" in said
        for phone in (chat.bea, chat.cai):
            assert chat.heard(phone) == []
        assert "complaint" not in "\n".join(chat.heard(chat.stage.alex))
        assert "as a report to the safeguarding team" in await chat.say(chat.mo, "3")


async def test_where_nobody_is_left_somebody_may_be_let_in_after_all(chat: Chat) -> None:
    async with chat.open():
        await chat.play(chat.mo, "complain", "none", "1", "skip", "Spam", "He shouts")
        await chat.play(chat.mo, "Bea", "Cai", "no", "yes")
        assert "Is there anybody" in await chat.say(chat.mo, "1")
        await chat.play(chat.mo, "Bea", "no")
        assert "Sent to the moderators" in await chat.say(chat.mo, "yes")
        assert "A complaint has come in" in chat.heard(chat.cai)[-1]
        assert chat.heard(chat.bea) == []


async def test_what_nobody_may_read_waits_for_somebody_who_may(chat: Chat) -> None:
    dee = chat.stage.signal.new_phone("Dee New")
    chat.stage.group("Organisers", dee, only_admins=False)
    async with chat.open():
        await chat.play(chat.mo, "complain", "none", "1", "skip", "Spam", "He shouts")
        await chat.play(chat.mo, "Bea", "Cai", "no", "yes")
        assert "Nobody may read it yet" in await chat.say(chat.mo, "2")
        await chat.stage.wait(timedelta(days=3))
        assert "Nobody has dealt" not in "\n".join(chat.heard(chat.mo))
    async with chat.open(moderators=(chat.bea.aci, dee.aci)):
        # While her name is not known, she may be called Bea.
        assert chat.heard(dee) == []
        await chat.stage.relay.names.look()
        await chat.stage.wait(timedelta(minutes=1))
        assert "A complaint has come in" in chat.heard(dee)[-1]
        assert "Somebody can deal with complaint" in chat.heard(chat.mo)[-1]


async def test_another_branch_helps_only_where_both_have_agreed(chat: Chat) -> None:
    dee = chat.stage.signal.new_phone("Dee Moderator")
    there = chat.stage.group("Camden chat", dee, chat.ned, only_admins=False)

    def camden(**conduct: object) -> Branch:
        made = branch("camden", chat.stage.alex)
        settled = made.conduct.model_copy(update=conduct)
        return made.model_copy(
            update={
                "groups": (chat.declared(there),),
                "moderators": (dee.aci,),
                "conduct": settled,
            }
        )

    hackney = chat.declaration()
    helped = hackney.conduct.model_copy(update={"helped_by": "camden"})
    for helps, is_told in (((), False), (("hackney",), True)):
        async with chat.open(camden(helps=helps), conduct=helped):
            dee.say("Hello", to=there)
            await chat.stage.settle()
            await chat.play(chat.mo, "complain", "none", "1", "skip", "Spam", "He shouts")
            await chat.play(chat.mo, "Bea", "Cai", "no")
            said = await chat.say(chat.mo, "yes")
            assert ("Sent to the moderators" in said) == is_told
            assert ("A complaint has come in" in "\n".join(chat.heard(dee))) == is_told
            await chat.say(chat.mo, "stop")


async def test_an_officer_and_an_admin_never_see_a_complaint(chat: Chat) -> None:
    async with chat.open():
        number = await chat.complain()
        for phone in (chat.una, chat.stage.alex, chat.sam):
            for command in ("complaint", "ask", "offer", "close", "note", "reply"):
                said = await chat.say(phone, f"{command} {number} Hello there")
                assert "rats" not in said
                assert "sleep" not in said
                await chat.say(phone, "stop")


@pytest.mark.parametrize("who", ["ned", "bea"])
async def test_the_numbers_of_others_are_as_unknown_as_any(chat: Chat, who: str) -> None:
    async with chat.open():
        number = await chat.complain(excluded="Bea")
        phone = getattr(chat, who)
        real = await chat.say(phone, f"complaint {number}")
        other = "987" if number != "987" else "986"
        assert real.replace(number, other) == await chat.say(phone, f"complaint {other}")
