"""Going on from another phone, with the name of a case and a passphrase."""

from harness.running import RelayHarness, branch
from reporting import last, send, shown, with_teams

PHRASE = "seven green lamps walking"


async def test_a_case_goes_on_from_another_account(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    new = on_stage.signal.new_phone("Rio again")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        assert f"resume {name}" in await on_stage.ask(cast.rio, f"phrase {PHRASE}")
        answer = await on_stage.ask(new, f"Resume {name.upper()}, Seven green, lamps walking.")
        assert f"back with {name}" in answer

        await on_stage.say(cast.una, f"reply {name} Are you safe?")
        assert "Are you safe?" in last(new)
        assert "Are you safe?" not in shown(cast.rio)
        assert "nothing that you have sent" in await on_stage.ask(cast.rio, "case")
        await on_stage.say(new, "Yes.")
        await on_stage.say(new, "yes")
        assert "Yes." in shown(cast.una)


async def test_wrong_words_tell_nothing_and_end(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, f"phrase {PHRASE}")
        wrong = await on_stage.ask(on_stage.mo, f"resume {name} eight blue lamps")
        unknown = await on_stage.ask(on_stage.mo, "resume nowhere nothing 12 eight blue lamps")
        assert wrong == unknown
        assert await on_stage.ask(on_stage.mo, f"resume {name}") == wrong
        assert "then your passphrase" in await on_stage.ask(on_stage.mo, "resume")
        for _ in range(4):
            await on_stage.say(on_stage.mo, f"resume {name} eight blue lamps")
        assert "too many tries" in await on_stage.ask(on_stage.mo, f"resume {name} {PHRASE}")


async def test_a_weak_phrase_is_refused_with_what_to_do(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        assert "at least four words" in await on_stage.ask(cast.rio, "phrase")
        assert "too short" in await on_stage.ask(cast.rio, "phrase one two")
        assert "too easy" in await on_stage.ask(cast.rio, f"phrase {name} {name}")
        assert f"resume {name}" in await on_stage.ask(cast.rio, f"phrase {PHRASE}")


async def test_without_a_phrase_nobody_can_resume(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        assert "did not fit" in await on_stage.ask(on_stage.mo, f"resume {name} {PHRASE}")
