"""A case changes hands: by its writer's will, or by somebody who had their phone for a minute."""

from datetime import timedelta

import pytest
from harness.cases import seen
from harness.running import RelayHarness, branch, from_bot
from reporting import Cast, last, send, shown, with_teams, write

from practice.phones import Phone

PHRASE, OTHER = "quiet lantern seven bridges", "seven green lamps walking"
AWAY = "There is nothing more to do in this chat."
MOVED = "it is now written from another account"
CAREFUL = "Make sure before you name a place or a time"


def offered(phone: Phone) -> str:
    """Return what the bot suggests as a passphrase, as it stands on a phone now."""
    found = [text for text in seen(phone) if "Or use these: phrase" in text]
    return found[-1].partition("Or use these: phrase ")[2].partition("\n")[0] if found else ""


async def begun(stage: RelayHarness, cast: Cast, **more: str) -> tuple[str, Phone]:
    """Send a report; return its name and a phone of nobody's."""
    return await send(stage, cast.rio, **more), stage.signal.new_phone("Somebody else")


@pytest.mark.parametrize("words", [PHRASE, "what was suggested"])
async def test_the_suggestion_is_deleted_once_a_phrase_is_set(
    on_stage: RelayHarness, words: str
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name, _ = await begun(on_stage, cast)
        # Also what `phrase` alone suggests.
        await on_stage.ask(cast.rio, "phrase")
        suggestion = offered(cast.rio)
        assert len(suggestion.split()) == 4
        chosen = PHRASE if words == PHRASE else suggestion
        told = await on_stage.ask(cast.rio, f"phrase {chosen}")
        assert f"resume {name}" in told
        assert "too old" not in told
        assert offered(cast.rio) == ""
        assert suggestion not in "".join(seen(cast.rio))
        assert not [m for m in from_bot(cast.rio) if "for example: phrase" in m.text]


async def test_what_signal_deletes_no_longer_is_said_to_stay(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await begun(on_stage, cast)
        await on_stage.wait(timedelta(days=3))
        assert "too old for me to delete" in await on_stage.ask(cast.rio, f"phrase {PHRASE}")


async def test_it_is_deleted_after_a_restart_too(on_stage: RelayHarness) -> None:
    cast, settings = with_teams(on_stage), branch("hackney", on_stage.alex)
    async with on_stage.running(settings):
        await begun(on_stage, cast)
    async with on_stage.running(settings):
        await on_stage.say(cast.rio, f"phrase {PHRASE}")
        assert offered(cast.rio) == ""


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("phrase", "There are words already"),
        (f"phrase {OTHER}", "There are words already"),
        (f"phrase one two three four new {OTHER}", "The old words do not fit"),
        (f"phrase new {OTHER}", "The old words do not fit"),
        (f"“phrase {OTHER}”", "There are words already"),
    ],
)
async def test_a_minute_at_the_phone_sets_no_other_phrase(
    on_stage: RelayHarness, typed: str, told: str
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name, other = await begun(on_stage, cast)
        await on_stage.say(cast.rio, f"phrase {PHRASE}")
        before = len(seen(cast.una))
        assert told in await on_stage.ask(cast.rio, typed)
        assert "did not fit" in await on_stage.ask(other, f"resume {name} {OTHER}")
        assert len(seen(cast.una)) == before


async def test_who_knows_the_old_words_sets_others(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name, other = await begun(on_stage, cast)
        first = "a brand new garden gate"
        await on_stage.say(cast.rio, f"phrase {first}")
        told = await on_stage.ask(cast.rio, f"Phrase: {first}, New: {OTHER}")
        assert told.startswith("That is set.")
        assert "did not fit" in await on_stage.ask(other, f"resume {name} {first}")
        assert last(other) != told
        assert "You are back" in (await on_stage.say(other, f"resume {name} {OTHER}"))[0]


async def test_both_sides_hear_that_it_goes_on_from_another_account(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name, other = await begun(on_stage, cast, about="1")
        await on_stage.say(cast.rio, f"phrase {PHRASE}")
        await on_stage.say(cast.una, f"reply {name} Are you safe?")
        before = len(from_bot(cast.rio))
        await on_stage.say(other, f"resume {name} {PHRASE}")
        # To who wrote it before: one sentence that says nothing about anything.
        (away,) = from_bot(cast.rio)[before:]
        assert away.text.startswith(f"Hello. {AWAY}")
        assert name not in away.text
        assert MOVED in last(cast.una)
        assert CAREFUL in last(cast.una)
        assert "written from another account since" in await on_stage.ask(cast.una, f"case {name}")
        assert "They are told that it goes on from another phone" in last(other)
        # Who was left out, and who has nothing to do with it, read nothing.
        assert (seen(cast.vic), seen(cast.nia)) == ([], [])
        # An officer who is let in later reads it too.
        await on_stage.say(cast.una, f"escalate {name} national")
        assert MOVED in last(cast.nia)


async def test_it_is_said_for_each_time_it_changes_hands(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name, other = await begun(on_stage, cast)
        await on_stage.say(cast.rio, f"phrase {PHRASE}")
        await on_stage.say(other, f"resume {name} {PHRASE}")
        # Its writer did not expect that, and takes it back.
        assert "I know of nothing" in await on_stage.ask(cast.rio, "case")
        assert "You are back" in (await on_stage.say(cast.rio, f"resume {name} {PHRASE}"))[0]
        assert sum(MOVED in text for text in seen(cast.una)) == 2
        assert last(other).startswith(f"Hello. {AWAY}")


async def test_a_number_in_other_hands_is_not_told(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name, other = await begun(on_stage, cast)
        await on_stage.say(cast.rio, f"phrase {PHRASE}")
        await on_stage.watch()
        cast.rio.change_safety_number()
        await on_stage.say(cast.rio, "hello")
        before = len(from_bot(cast.rio))
        await on_stage.say(other, f"resume {name} {PHRASE}")
        assert len(from_bot(cast.rio)) == before
        assert MOVED in last(cast.una)


async def test_a_new_phone_with_the_same_number_is_said_to_be_that(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name, _ = await begun(on_stage, cast)
        await on_stage.say(cast.rio, f"phrase {PHRASE}")
        await on_stage.watch()
        cast.rio.change_safety_number()
        await on_stage.say(cast.rio, f"resume {name} {PHRASE}")
        assert "has a new phone" in last(cast.una)
        assert CAREFUL in last(cast.una)
        assert AWAY not in shown(cast.rio)
        assert "another account" not in await on_stage.ask(cast.una, f"case {name}")


async def test_who_reads_it_hears_that_taking_back_may_not_have_been_the_writers_will(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await begun(on_stage, cast, about="1")
        await on_stage.say(cast.rio, "erase")
        await on_stage.say(cast.rio, "yes")
        assert "may not have been the writer’s own will" in last(cast.una)
        assert seen(cast.vic) == []


async def test_who_resumes_where_they_are_already_changes_nothing(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name, _ = await begun(on_stage, cast)
        await on_stage.say(cast.rio, f"phrase {PHRASE}")
        before = len(seen(cast.una))
        assert "You are back" in await on_stage.ask(cast.rio, f"resume {name} {PHRASE}")
        assert len(seen(cast.una)) == before
        assert AWAY not in shown(cast.rio)


async def test_the_phone_of_before_changes_nothing_and_learns_nothing(
    on_stage: RelayHarness,
) -> None:
    """It deletes, edits, quotes and names what it once wrote: as anybody would who never did."""
    cast, stranger = with_teams(on_stage), on_stage.signal.new_phone("Stranger")
    new = on_stage.signal.new_phone("New")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        part = cast.rio.say("He waits at the mill.")
        await on_stage.settle()
        name = ""
        for text in ("done", "send"):
            name = "\n".join(await on_stage.say(cast.rio, text))
        name = name.partition("I call it ")[2].partition(".")[0]
        quoted = from_bot(cast.rio)[-1]
        await on_stage.say(cast.rio, "phrase kettle ribbon marble pigeon")
        await on_stage.say(new, f"resume {name} kettle ribbon marble pigeon")
        before, told, kept = shown(cast.una), len(from_bot(cast.rio)), seen(cast.una)
        theirs = stranger.say("Nothing at all.")
        await on_stage.settle()
        said = len(from_bot(stranger))
        for phone, moment in ((cast.rio, part), (stranger, theirs)):
            phone.delete(moment)
            await on_stage.settle()
            phone.edit(moment, "Nothing happened.")
            await on_stage.settle()
            phone.say(f"{name} Forget it.", quote=quoted if phone is cast.rio else None)
            await on_stage.settle()
        mine = [m.text for m in from_bot(cast.rio)[told:]]
        assert mine == [m.text for m in from_bot(stranger)[said:]]
        # Neither the words nor a word of it has reached anybody, on either side.
        assert shown(cast.una) == before
        assert seen(cast.una) == kept
        assert "He waits at the mill." in "".join(kept)
