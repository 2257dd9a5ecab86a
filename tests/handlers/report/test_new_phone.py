"""Whoever wrote a report has a new phone, or somebody else has their number."""

from datetime import timedelta

import pytest
from harness.cases import seen
from harness.running import RelayHarness, branch
from reporting import send, with_teams, write

PHRASE = "quiet lantern seven bridges"
NONE = "I know of nothing that you have sent from this account"


@pytest.mark.parametrize("text", ["case", "erase", "hide", "phrase one two three four"])
async def test_nothing_of_a_case_is_told_to_a_new_phone(on_stage: RelayHarness, text: str) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, "Somebody followed me home.")
        await on_stage.ask(cast.rio, f"phrase {PHRASE}")
        await on_stage.watch()
        stranger = await on_stage.say(on_stage.mo, text)
        cast.rio.change_safety_number()
        answers = await on_stage.say(cast.rio, text)
        assert answers == stranger
        assert answers
        assert name not in "".join(answers)


async def test_answers_wait_for_the_name_and_the_passphrase(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, "Somebody followed me home.")
        await on_stage.ask(cast.rio, f"phrase {PHRASE}")
        await on_stage.watch()
        before = len(seen(cast.rio))
        cast.rio.change_safety_number()
        # Nobody knows yet: it is on its way when Signal complains of the key.
        await on_stage.say(cast.una, f"reply {name} Are you safe tonight?")
        await on_stage.wait(timedelta(seconds=10))
        assert "Your answer is kept" in seen(cast.una)[-1]
        waits = await on_stage.ask(cast.una, f"reply {name} We meet on Thursday.")
        assert "Your answer is kept" in waits
        assert not [text for text in seen(cast.una) if text.startswith("Sent to")]
        await on_stage.wait(timedelta(days=1))
        assert len(seen(cast.rio)) == before
        assert NONE in await on_stage.ask(cast.rio, "case")
        assert "did not fit" in await on_stage.ask(cast.rio, f"resume {name} one two three four")
        back = await on_stage.say(cast.rio, f"resume {name} {PHRASE}")
        assert back[0].startswith(f"You are back with {name}")
        assert [("safe tonight" in t, "on Thursday" in t) for t in back[1:]] == [
            (True, False),
            (False, True),
        ]
        assert "is back" in seen(cast.una)[-1]
        await on_stage.say(cast.una, f"reply {name} Good to hear from you.")
        assert "Good to hear from you." in seen(cast.rio)[-1]
        assert seen(cast.una)[-1].startswith("Sent to")


async def test_what_a_stolen_number_writes_reaches_no_officer(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio, "Somebody followed me home.")
        await on_stage.say(cast.rio, "More.")
        await on_stage.say(cast.rio, "yes")
        await on_stage.watch()
        cast.rio.change_safety_number()
        before = seen(cast.una)
        answers = await on_stage.say(cast.rio, "I made it all up, forget it.")
        assert answers
        assert seen(cast.una) == before


async def test_a_draft_is_not_shown_or_sent_from_a_new_phone(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "Somebody followed me home.")
        before = len(seen(cast.una))
        cast.rio.change_safety_number()
        for text in ("done", "send", "yes"):
            assert await on_stage.say(cast.rio, text) == await on_stage.say(on_stage.mo, text)
        assert len(seen(cast.una)) == before


async def test_a_kill_between_noting_and_trusting_changes_nothing(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    settings = branch("hackney", on_stage.alex)
    async with on_stage.running(settings):
        name = await send(on_stage, cast.rio, "Somebody followed me home.")
        await on_stage.ask(cast.rio, f"phrase {PHRASE}")
        await on_stage.watch()
        cast.rio.change_safety_number()
        before = len(seen(cast.rio))
        cast.rio.say("case")
        await on_stage.signal.signal_cli.drained()
        noted = await on_stage.client.identities()
        with on_stage.store.transaction():
            on_stage.relay.services.vault.watch.compare(noted)
    async with on_stage.running(settings):
        assert len(seen(cast.rio)) == before
        await on_stage.watch()
        await on_stage.settle()
        (answer,) = seen(cast.rio)[before:]
        assert NONE in answer
        await on_stage.say(cast.rio, f"resume {name} {PHRASE}")
        assert name in await on_stage.ask(cast.rio, "case")
