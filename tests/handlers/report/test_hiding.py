"""`hide`: nothing of the bot's is left in the chat, and the bot is silent until it is named."""

from datetime import timedelta

import pytest
from harness.running import RelayHarness, branch, from_bot
from reporting import hours, last, send, shown, with_teams, write

from practice.faults import Fault
from practice.phones import Phone

CODEWORD = "garden party"
WRITTEN = "It happened on Friday, when he’d locked the hall."
STEPS = ("report", "1", "0", WRITTEN, "done")
AGAIN = ("report", "1", "0", "done", "help", "stop", "raport", "stop")
"""What looks for what was begun by beginning it again."""
PARTNER = ("help", "hi", "stop", "case", "cases", "note", "erase", "done", "send", "yes", "1")
"""What somebody types who has taken the phone and wants to know."""


def left(phone: Phone) -> list[str]:
    """What of the bot's messages can still be read on a phone."""
    return [message.text for message in from_bot(phone) if message.text]


async def gives_nothing_away(stage: RelayHarness, phone: Phone) -> None:
    """Somebody else types things; they get, word for word, what a stranger gets."""
    stranger = stage.signal.new_phone("Stranger")
    for text in PARTNER:
        assert await stage.say(phone, text) == await stage.say(stranger, text), text


@pytest.mark.parametrize("length", range(1, len(STEPS) + 1))
async def test_at_every_step_of_a_report(on_stage: RelayHarness, length: int) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for text in STEPS[:length]:
            await on_stage.say(cast.rio, text)
        await on_stage.say(cast.rio, "hide")
        assert len(left(cast.rio)) == 1
        await gives_nothing_away(on_stage, cast.rio)
        assert shown(cast.una) + shown(cast.vic) == ""
        # Not even the word it was begun with tells that anything was: another one is begun.
        stranger = on_stage.signal.new_phone("Another")
        for text in AGAIN:
            assert await on_stage.say(cast.rio, text) == await on_stage.say(stranger, text), text
        if WRITTEN not in STEPS[:length]:
            assert await on_stage.say(cast.rio, WRITTEN) == await on_stage.say(stranger, WRITTEN)
            return
        # What was written in it brings it back.
        back, short, _ = await on_stage.say(cast.rio, WRITTEN)
        assert "has gone to nobody" in back
        assert "type full" in short
        await on_stage.say(cast.rio, "0")
        assert "one message from you" in await on_stage.ask(cast.rio, "done")


@pytest.mark.parametrize(
    ("said", "found"),
    [
        *(("it happened on Friday when", True), ("It happened on Friday, when hed locked", True)),
        *(
            (WRITTEN.upper(), True),
            ("It happened on Friday", False),
            ("when he’d locked the hall", False),
        ),
        *(("It happened on Friday, wen he", False), (f"{WRITTEN} And again.", False)),
    ],
)
async def test_how_a_message_of_it_begins_brings_a_draft_back(
    on_stage: RelayHarness, said: str, found: bool
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "He has a key.", WRITTEN)
        await on_stage.say(cast.rio, "hide")
        # Nor does anybody else open it with that.
        stranger = on_stage.signal.new_phone("Stranger")
        assert "has gone to nobody" not in await on_stage.ask(stranger, said)
        # Also where another one is begun meanwhile, but not where that would be lost.
        await on_stage.say(cast.rio, "report")
        told = "\n".join(await on_stage.say(cast.rio, said))
        assert ("What you began is still here" in told) is found
        assert found or "I have kept what you wrote" in told


async def test_a_new_one_is_sent_and_the_hidden_one_is_still_there(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, WRITTEN)
        await on_stage.say(cast.rio, "hide")
        await write(on_stage, cast.rio, "Something else.")
        # While another one is written, all of it is part of that.
        await on_stage.say(cast.rio, WRITTEN)
        assert "2 messages from you" in await on_stage.ask(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        assert shown(cast.una).count(WRITTEN) == 1
        assert "has gone to nobody" in (await on_stage.say(cast.rio, WRITTEN))[0]
        await on_stage.say(cast.rio, "0")
        assert "one message from you" in await on_stage.ask(cast.rio, "done")
        await on_stage.say(cast.rio, "stop")
        await on_stage.say(cast.rio, WRITTEN)
        assert "What you began" not in last(cast.rio)


async def test_a_hidden_draft_ends_when_its_time_is_over(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, WRITTEN)
        await on_stage.say(cast.rio, "hide")
        said = len(from_bot(cast.rio))
        await on_stage.wait(hours(on_stage.relay.services.settings.safeguarding.draft_hours + 1))
        assert len(from_bot(cast.rio)) == said
        assert "What you began" not in await on_stage.ask(cast.rio, WRITTEN)


async def test_what_was_sent_and_answered(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    rio, una = cast.rio, cast.una
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, rio)
        await on_stage.say(rio, "helplines")
        await on_stage.say(rio, "And more.")
        await on_stage.say(rio, "yes")
        await on_stage.say(una, f"reply {name} Are you safe tonight?")
        assert "Are you safe tonight?" in last(rio)
        await on_stage.say(rio, "Hide!")
        (remains,) = left(rio)
        assert "I have asked Signal to delete" in remains
        assert f"take care with {name}" in last(una)
        await gives_nothing_away(on_stage, rio)

        # Of what comes meanwhile they hear later, and only that there is something.
        heard = len(from_bot(rio))
        answer = await on_stage.ask(una, f"reply {name} We are here.")
        assert "They read it when they ask for it" in answer
        assert len(from_bot(rio)) == heard
        await on_stage.wait(hours(1.1))
        assert [m.text for m in from_bot(rio)[heard:]] == [
            "There is something for you. To read it, type note."
        ]
        # What they answered is shown when they ask for it, and not to whoever looks on.
        state, notice, short = await on_stage.say(rio, name)
        assert name in state
        assert notice == "There is something for you. To read it, type note."
        assert "type full" in short
        assert "We are here." in (await on_stage.say(rio, "note"))[1]
        assert "We are here." not in "".join(await on_stage.say(rio, "note"))


@pytest.mark.parametrize("how", ["{}", "case {}", "note {}", "{}."])
async def test_its_name_brings_it_back(on_stage: RelayHarness, how: str) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "hide")
        assert name in (await on_stage.say(cast.rio, how.format(name).upper()))[0]
        assert name in await on_stage.ask(cast.rio, "case")


async def test_it_can_be_erased_by_its_name(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "hide")
        assert f"Take {name} back for good?" in (await on_stage.say(cast.rio, f"erase {name}"))[0]
        await on_stage.say(cast.rio, "yes")
        assert "has been withdrawn" in last(cast.una)


async def test_nobody_else_brings_it_back(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, codeword=CODEWORD)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "hide")
        for text in (name, f"case {name}", f"erase {name}"):
            assert name not in "".join(await on_stage.say(on_stage.mo, text))
        assert name not in "".join(await on_stage.say(cast.rio, "case"))


async def test_the_code_word_brings_back_all(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, codeword=CODEWORD)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, word=CODEWORD)
        await write(on_stage, cast.rio, "Another thing.", word=CODEWORD)
        await on_stage.say(cast.rio, "hide")
        await gives_nothing_away(on_stage, cast.rio)
        state, back, question = await on_stage.say(cast.rio, CODEWORD)
        assert name in state
        assert "has gone to nobody" in back
        await on_stage.say(cast.rio, "0")
        assert "one message from you" in await on_stage.ask(cast.rio, "done")
        assert "Should any of these people" in question


async def test_a_partner_who_types_report_does_not_open_what_a_code_word_began(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage, codeword=CODEWORD)
    stranger = on_stage.signal.new_phone("Stranger")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened.", word=CODEWORD)
        await on_stage.say(cast.rio, "hide")
        for text in ("report", "1", "0", "done", "help", "stop", "case"):
            assert await on_stage.say(cast.rio, text) == await on_stage.say(stranger, text), text
        await on_stage.say(cast.rio, CODEWORD)
        await on_stage.say(cast.rio, "0")
        assert "one message from you" in await on_stage.ask(cast.rio, "done")


async def test_it_stays_hidden_over_a_restart(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "helplines")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(cast.rio, "hide")
        assert len(left(cast.rio)) == 1
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await gives_nothing_away(on_stage, cast.rio)
        assert name in (await on_stage.say(cast.rio, name))[0]


@pytest.mark.parametrize(
    "text",
    [
        *("hide", "HIDE!!", "hdie", "hide everything", "please hide", "Hide.", "hide pls"),
        *("pls hide this chat now!!", "hide hide hide", "Quick hide all of it", "hdie it"),
        "can you hide the messages please",
    ],
)
async def test_anybody_can_hide(on_stage: RelayHarness, text: str) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for phone in (on_stage.mo, on_stage.alex, cast.una):
            await on_stage.say(phone, "help")
            await on_stage.say(phone, "helplines")
            await on_stage.say(phone, text)
            assert left(phone) == [last(phone)]
            assert "delete what I wrote to you here" in last(phone)


HASTE = (
    *("hide this hes coming", "hes here hide", "hide this pls he's coming", "HIDE HE IS HERE"),
    *("quick hide my messages", "omg she’s back hide it", "hide it from him", "hide he is looking"),
    *(
        "my husband is coming home hide all of it now",
        "hide quick theyre outside",
        "pls hide now!!",
    ),
    *(
        "ukryj to szybko",
        "gizle hemen",
        "esconder tudo rápido",
        "cuddio hwn nawr",
        "ocultar todo ya",
    ),
)
A_STORY = (
    *("he is here", "I had to hide in the bathroom", "hide and seek is what he called it"),
    *("he said he would hide my passport", "hide and run was all I could do", "nowhere to hide"),
    *("he is coming and I hide under the bed", "he hid it"),
)


async def test_hide_is_heard_with_what_somebody_says_in_haste(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for number, text in enumerate(HASTE):
            rio = on_stage.signal.new_phone(f"Rio {number}")
            for said in ("report", "1", "0", text) if number % 2 else ("help", text):
                await on_stage.say(rio, said)
            assert left(rio) == [last(rio)], text
        await write(on_stage, cast.rio)
        for text in A_STORY:
            await on_stage.say(cast.rio, text)
        told = await on_stage.ask(cast.rio, "done")
        assert f"{len(A_STORY)} messages from you" in told


async def test_an_admin_hides_in_the_middle_of_a_draft(on_stage: RelayHarness) -> None:
    with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(on_stage.alex, "announce The hall is open")
        await on_stage.say(on_stage.alex, "hide")
        assert left(on_stage.alex) == [last(on_stage.alex)]


async def test_what_is_older_than_signal_deletes_is_left_and_said(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(cast.rio, "helplines")
        await on_stage.wait(timedelta(days=2, minutes=1))
        await on_stage.say(cast.rio, "help")
        calls = len(on_stage.signal.calls)
        await on_stage.say(cast.rio, "hide")
        asked = [
            call for call in list(on_stage.signal.calls)[calls:] if "remote-delete" in call.path
        ]
        assert len(asked) == 1
        assert "What is older" in last(cast.rio)
        rows = on_stage.store._db.execute("SELECT count(*) FROM chat_messages").fetchone()
        assert rows == (1,)


async def test_what_is_on_its_way_is_deleted_when_it_has_got_there(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        fault = Fault("refuse", path="/v2/send", times=1, text="Failed to send", status=500)
        on_stage.signal.put_in_the_way(fault)
        cast.rio.say("helplines")
        cast.rio.say("hide")
        await on_stage.settle()
        await on_stage.wait(hours(1))
        assert left(cast.rio) == [last(cast.rio)]
        assert "delete what I wrote to you here" in last(cast.rio)


async def test_who_deletes_their_own_words_afterwards_is_not_answered(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        moment = cast.rio.say("Friday, by the canal.")
        await on_stage.settle()
        await on_stage.say(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        await on_stage.say(cast.rio, "hide")
        said = len(from_bot(cast.rio))
        cast.rio.delete(moment)
        await on_stage.settle()
        assert len(from_bot(cast.rio)) == said
        assert "by the canal" not in "".join(left(cast.una))


async def test_hide_is_heard_after_far_too_much(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        limits = on_stage.relay.services.limits.anything
        while not limits.is_full(cast.rio.aci):
            limits.note(cast.rio.aci)
        await on_stage.say(cast.rio, "hide")
        assert len(left(cast.rio)) == 1
        assert name in (await on_stage.say(cast.rio, name))[0]


async def test_nobody_can_tell_from_the_store_whose_chat_it_was(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(cast.rio, "helplines")
        (row,) = on_stage.store._db.execute("SELECT * FROM chat_messages").fetchall()
        assert cast.rio.aci not in str(row)
        await on_stage.say(cast.rio, "hide")
        await on_stage.wait(timedelta(days=3))
        assert on_stage.store._db.execute("SELECT * FROM chat_messages").fetchall() == []
