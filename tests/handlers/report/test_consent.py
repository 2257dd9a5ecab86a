"""Nothing goes to those who read a report unless it is surely meant for them."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from harness.running import RelayHarness, branch, from_bot
from reporting import send, shown, with_teams, write

from handlers.conversation.filters import admin, everybody, officer
from handlers.parsing import is_slip, nearest
from handlers.report.consent import CONSENT
from handlers.routes import CATALOGUE
from relay.language.vocabulary import vocabulary
from relay.safeguarding.tables import VaultTables
from relay.store import Store

MARK = "zebra crossing behind the baths"


def slips(word: str) -> Iterator[str]:
    """Return a word with a letter left out, doubled, or swapped with the next one."""
    for at, letter in enumerate(word):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + 2 * letter + word[at + 1 :]
        if word[at + 1 : at + 2] not in ("", letter):
            yield word[:at] + word[at + 1] + letter + word[at + 2 :]


def names_of_officials() -> tuple[str, ...]:
    """Return what every command is called that admins or officers have for themselves."""
    words, theirs = vocabulary("en-GB"), (admin, officer)
    told = {one.id for one in CATALOGUE.commands if one.may in theirs or one.may is everybody}
    return tuple(sorted(words.words(one)[0] for one in told))


def consents_for_ever(store: Store) -> None:
    """Leave every case as an earlier version left it after a yes."""
    with store.transaction():
        for case in store[VaultTables].cases.all("open"):
            store[VaultTables].cases.change(case.id, listening="yes")


@pytest.mark.parametrize(
    "said",
    [
        "anounce tomorrow 9am: {mark}",
        "staus 12 {mark}",
        "rply {other} We believe you: {mark}",
        "reply{other} {mark}",
        "nte {other} {mark}",
        "hodl {other} {mark}",
        "yes",
        "{mark}",
        "Thursday, {mark}",
        "hello, {mark}",
        "case {other} {mark}",
        "https://example.org/{mark}",
    ],
)
async def test_what_an_official_types_goes_to_no_case_that_it_does_not_name(
    on_stage: RelayHarness, said: str
) -> None:
    cast = with_teams(on_stage)
    alex, vic = on_stage.alex, cast.vic
    async with on_stage.running(branch("hackney", alex)):
        other = await send(on_stage, cast.rio)
        for official in (alex, vic):
            await send(on_stage, official)
        consents_for_ever(on_stage.store)
        before = {phone.aci: len(from_bot(phone)) for phone in (cast.una, vic, cast.rio)}
        for official in (alex, vic):
            answers = await on_stage.say(official, said.format(other=other, mark=MARK))
            assert answers
            # Whatever waits for a yes now is not for their case either.
            await on_stage.say(official, "yes")
        got = [m.text for m in from_bot(cast.una)[before[cast.una.aci] :]]
        assert [text for text in got if MARK in text or "part" in text] == []
        assert [m for m in from_bot(cast.rio)[before[cast.rio.aci] :] if MARK in m.text] == []


@pytest.mark.parametrize("word", ["report", "garden party"])
@pytest.mark.parametrize("steps", [(), ("1",), ("1", "0"), ("1", "0", "It happened.")])
async def test_an_official_who_writes_a_report_hears_what_became_a_part_of_it(
    on_stage: RelayHarness, word: str, steps: tuple[str, ...]
) -> None:
    """Begun yesterday and forgotten: what they type today is no silent part of it."""
    cast = with_teams(on_stage, codeword="garden party")
    vic = cast.vic
    async with on_stage.running(branch("hackney", on_stage.alex, vic)):
        other = await send(on_stage, on_stage.mo)
        for said in (word, *steps):
            await on_stage.say(vic, said)
        for said, command in (
            (f"anounce tomorrow 9am: {MARK}", "announce"),
            (f"rply {other} {MARK}", "reply"),
            (f"reply {other} {MARK}", "reply"),
            (f"status 12 {MARK}", "status"),
        ):
            moment = vic.say(said)
            await on_stage.settle()
            told = "\n".join(m.text for m in from_bot(vic)[-2:])
            assert f"Did you mean the command {command}?" in told, said
            vic.delete(moment)
            await on_stage.settle()
        assert "added that" in "\n".join(await on_stage.say(vic, f"Then {MARK}")) or not steps[2:]
        await on_stage.say(vic, "stop")
    assert MARK not in shown(cast.una) + shown(on_stage.mo)


async def test_no_slip_of_any_command_of_theirs_goes_to_a_case(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    alex = on_stage.alex
    async with on_stage.running(branch("hackney", alex)):
        await send(on_stage, alex)
        consents_for_ever(on_stage.store)
        before = shown(cast.una)
        for name in names_of_officials():
            alex.say(f"{name[1:]}{name[0]} {MARK}")
        await on_stage.settle()
        assert shown(cast.una) == before


@pytest.mark.parametrize("name", names_of_officials())
def test_every_slip_is_known_as_one(name: str) -> None:
    known = vocabulary("en-GB")
    commands = {word for words in known.commands.values() for word in words}
    told = names_of_officials()
    for slip in set(slips(name)) - commands - {"no"}:
        assert nearest(slip, told, 0.75) or any(is_slip(slip, one) for one in told), slip


async def test_an_official_adds_to_a_case_under_its_name_and_nothing_more_follows(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    alex = on_stage.alex
    async with on_stage.running(branch("hackney", alex)):
        name = await send(on_stage, alex)
        assert f"people who read {name}" in await on_stage.ask(alex, f"{name}: one thing more")
        assert "one thing more" in shown(cast.una)
        assert "passing it on" not in await on_stage.ask(alex, f"something else, {MARK}")
        nearly = f"{name[1:]}: a second thing"
        assert f"Is this for the people who read {name}?" in await on_stage.ask(alex, nearly)
        assert "a second thing" not in shown(cast.una)
        await on_stage.say(alex, "yes")
        assert "a second thing" in shown(cast.una)
        await on_stage.say(alex, MARK)
        assert MARK not in shown(cast.una)
        assert f"begin your message with {name}" in await on_stage.ask(alex, f"case {name}")
        await on_stage.say(alex, MARK)
        assert MARK not in shown(cast.una)


async def test_a_quote_of_what_the_bot_said_of_a_case_is_for_that_case(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    alex = on_stage.alex
    async with on_stage.running(branch("hackney", alex)):
        first = await send(on_stage, alex, "One.")
        second = await send(on_stage, alex, "Two.")
        told = next(m for m in from_bot(alex) if f"I call it {first}" in m.text)
        # What the bot said does not go along, which is said.
        lost, passed_on = await on_stage.say(alex, "She saw it, too.", quote=told)
        assert "What you quoted does not go along" in lost
        assert first in passed_on
        assert f"{first}, part 2\n\nShe saw it, too." in shown(cast.una)
        # The quote of one case and the name of another, or a command: asked about.
        for said in (f"{second} and this", "anounce We meet at nine"):
            assert "Nobody has it yet" in "".join(await on_stage.say(alex, said, quote=told))
            await on_stage.say(alex, "no")
        assert "and this" not in shown(cast.una)
        assert "We meet at nine" not in shown(cast.una)


async def test_a_yes_holds_for_a_short_while_and_one_of_an_earlier_version_not_at_all(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    rio = cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, rio)
        consents_for_ever(on_stage.store)
        assert "Type yes or no" in await on_stage.ask(rio, "It happened again.")
        await on_stage.say(rio, "yes")
        for number in range(3):
            await on_stage.wait(CONSENT - timedelta(minutes=1))
            assert "passing it on" in await on_stage.ask(rio, f"And part {number}.")
        await on_stage.wait(CONSENT)
        assert "Type yes or no" in await on_stage.ask(rio, MARK)
        assert MARK not in shown(cast.una)
        assert "Is all of it" in await on_stage.ask(rio, "and this")
        await on_stage.say(rio, "no")
        assert "Type yes or no" in await on_stage.ask(rio, "and that")
        assert shown(cast.una).count("And part") == 3
        assert "and this" not in shown(cast.una)


async def test_a_yes_outlives_no_resuming_and_a_restart_does_not_end_it(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    rio = cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, rio)
        await on_stage.say(rio, "It happened again.")
        await on_stage.say(rio, "yes")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        assert "passing it on" in await on_stage.ask(rio, "And again.")


ORDINARY = {
    "meetings": "No meeting is planned yet",
    "next": "No meeting is planned yet",
    "when is the next meeting?": "No meeting is planned yet",
    "meetings this week please": "No meeting is planned yet",
    "remind me": "No meeting is planned yet",
    "hello": "meetings: what is planned",
    "whoami": "account id",
    "language": "in these languages",
    "stop": "has arrived",
}


@pytest.mark.parametrize("passing", [False, True])
async def test_ordinary_commands_work_while_a_case_is_open(
    on_stage: RelayHarness, passing: bool
) -> None:
    cast = with_teams(on_stage)
    rio = cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, rio)
        if passing:
            await on_stage.say(rio, "One more thing.")
            await on_stage.say(rio, "yes")
        before = shown(cast.una)
        # The first `stop` ends that what is written is passed on.
        ends = {"stop": "I pass on nothing"} if passing else {}
        for said, answer in (ORDINARY | ends | {"stop.": ORDINARY["stop"]}).items():
            assert answer in "\n".join(await on_stage.say(rio, said)), said
        assert shown(cast.una) == before


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("meetngs", "meetings"),
        ("nextt", "next"),
        ("remnid me", "remind"),
        ("agenad 4", "agenda"),
        ("stpo", "stop"),
        ("ersae", "erase"),
        ("csae", "case"),
        ("phrse seven green lamps walking", "phrase"),
        ("resmue amber river 42 seven green lamps", "resume"),
        ("helplnes", "helplines"),
        ("reprot", "report"),
        ("pls erase", "erase"),
        ("please ersae it", "erase"),
        ("erase my report now", "erase"),
        ("stop please", "stop"),
        ("tidy the chat", "tidy"),
        ("wen is teh next meeting?", "next"),
        ("nxt meeting", "next"),
        ("remind me of the next meeting", "remind"),
        ("remind me about meetings pls", "remind"),
    ],
)
async def test_a_slip_of_a_command_is_not_passed_on(
    on_stage: RelayHarness, typed: str, meant: str
) -> None:
    cast = with_teams(on_stage)
    rio = cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, rio)
        await on_stage.say(rio, f"case {name}")
        before = shown(cast.una)
        answer = "\n".join(await on_stage.say(rio, typed))
        begins = "What is it about?" if meant == "report" else f"Did you mean {meant}?"
        planned = "No meeting is planned yet" if meant == "meetings" else begins
        # What is `stop` with a courtesy ends that what is written is passed on.
        planned = "I pass on nothing" if typed == "stop please" else planned
        assert begins in answer or planned in answer
        assert shown(cast.una) == before


@pytest.mark.parametrize(
    "words",
    [
        "Next time he said it to her.",
        "Meetings with him frighten me.",
        "meetings scare me",
        "Where he lives is no secret.",
        "help, he is here again",
        "hello he hit me",
        "language like that is not on",
        "stop him please",
        "Text me if you can",
        "case closed, he thinks",
        "make him stop it now",
        "he was at the next meeting",
        "remind me of him",
        "where is he now",
        "remind him of what he did",
        "999",
    ],
)
async def test_words_that_only_begin_like_a_command_are_not_lost(
    on_stage: RelayHarness, words: str
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio)
        assert "Type yes or no" in await on_stage.ask(cast.rio, words)
        await on_stage.say(cast.rio, "yes")
        assert words in shown(cast.una)


@pytest.mark.parametrize(
    "leave", ["stop", "no dont", "No, don’t send it!", "not yet", "never mind"]
)
async def test_who_is_asked_about_more_can_say_no_in_many_ways(
    on_stage: RelayHarness, leave: str
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "And the van again.")
        # Neither sends anything by itself, nor becomes a part of what was said.
        for unclear in ("send", "done"):
            assert "\n1. Yes" in await on_stage.ask(cast.rio, unclear)
        assert "I have passed nothing on" in await on_stage.ask(cast.rio, leave)
        assert "van again" not in shown(cast.una)


@pytest.mark.parametrize(
    "said",
    ["take it back", "I take it back.", "erase everything", "delete everything", "Delete it all!"],
)
async def test_what_takes_a_report_back_is_understood_and_asked_about(
    on_stage: RelayHarness, said: str
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        assert f"Take {name} back for good?" in await on_stage.ask(cast.rio, said)
        assert "Nothing has changed" in await on_stage.ask(cast.rio, "no")
        # Where one is written it is destroyed only by its own word, whether or not this is a part.
        await write(on_stage, cast.rio, "Another thing.")
        await on_stage.say(cast.rio, said)
        shown = await on_stage.ask(cast.rio, "done")
        assert "I have one message from you" in shown or "I have 2 messages from you" in shown


async def test_stop_ends_reminders_whatever_is_asked_about_a_case(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    rio, board = cast.rio, on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        facts = "Title: Tea\nWhen: Thursday 7pm\nWhere: Hall\nAgenda: B\nAccess: C"
        for said in (f"meeting {facts}", "skip", "yes"):
            await on_stage.say(on_stage.alex, said)
        name = await send(on_stage, rio)
        for before in ((), (f"case {name}",), ("One more thing.",)):
            assert "remind you" in await on_stage.ask(rio, "remind me")
            for said in before:
                await on_stage.say(rio, said)
            answers = "\n".join(await on_stage.say(rio, "stop"))
            assert "forgotten that you asked" in answers
            assert ("passed on nothing" in answers) == ("One more thing." in before)
        assert "has arrived" in await on_stage.ask(rio, "stop")
        assert "One more thing." not in shown(cast.una)
