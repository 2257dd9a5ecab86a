"""An officer whose safety number has changed waits until an admin confirms it."""

from harness.cases import CaseHarness, message_with, report, seen, write_on
from harness.running import branch


async def _changed(cast: CaseHarness) -> None:
    """Ben reinstalls Signal, signal-cli renews what it knows of him, and the relay looks."""
    await cast.stage.watch()
    cast.ben.change_safety_number()
    cast.stage.signal.world.fetch_key(cast.ben.person)
    await cast.stage.watch()
    await cast.stage.settle()


async def test_nothing_reaches_an_officer_who_waits_and_all_of_it_comes_later(
    cast: CaseHarness,
) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    before = seen(cast.ben)
    await _changed(cast)
    told = seen(cast.alex)[-1]
    assert "The safety number of Deputy in Local team has changed" in told
    assert "type confirm officer 1" in told
    await write_on(cast.stage, cast.mo, "It happened again.")
    await cast.say(cast.ada, f"reply {name} We are here.")
    assert seen(cast.ben) == before
    assert "Confirmed. Deputy in Local team" in await cast.ask(cast.alex, "confirm officer 1")
    await cast.stage.settle()
    after = seen(cast.ben)[len(before) :]
    assert "confirmed your safety number" in after[0]
    assert f"{name}, part 2\n\nIt happened again." in after
    assert not [text for text in seen(cast.ada) if "from now on" in text]


async def test_the_commands_of_an_officer_who_waits_get_one_calm_sentence(
    cast: CaseHarness,
) -> None:
    name = await report(cast.stage, cast.mo, "Somebody shouted at me.")
    quote = message_with(cast.ben, "shouted")
    cast.stage.signal.world.trust = "always"
    await _changed(cast)
    sentences = {
        await cast.ask(cast.ben, "cases"),
        await cast.ask(cast.ben, f"reply {name} Hello"),
        await cast.ask(cast.ben, f"case {name}"),
        await cast.ask(cast.ben, "close amber river 12 resolved"),
        await cast.ask(cast.ben, "hold on"),
        await cast.ask(cast.ben, "We are here.", quote=quote),
    }
    (sentence,) = sentences
    assert "because your safety number has changed" in sentence
    assert seen(cast.mo) == []


async def test_only_admins_of_the_first_branch_confirm(cast: CaseHarness) -> None:
    await _changed(cast)
    nonsense = await cast.say(cast.ada, "the xyzzy")
    assert await cast.say(cast.ada, "confirm officer 1") == nonsense
    assert "Which one?" in await cast.ask(cast.alex, "confirm officer")
    assert "Which one?" in await cast.ask(cast.alex, "confirm officer 7")
    assert "Confirmed" in await cast.ask(cast.alex, "confirm officer deputy")
    assert "No officer is waiting" in await cast.ask(cast.alex, "confirm officer 1")


async def test_nobody_confirms_themself(at_rest: CaseHarness) -> None:
    cast = at_rest
    cast.stage.signal.world.trust = "always"
    async with cast.stage.running(branch("hackney", cast.ben, cast.alex)):
        await _changed(cast)
        assert "another admin" in await cast.ask(cast.ben, "confirm officer 1")
        assert not [text for text in seen(cast.ben) if "type confirm officer" in text]
        assert "paused" not in await cast.ask(cast.ben, "help")
        await cast.ask(cast.alex, "confirm officer 1")
        assert "no case that is open" in await cast.ask(cast.ben, "cases")
