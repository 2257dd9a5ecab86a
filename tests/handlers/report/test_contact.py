"""Whether and when the bot may write by itself, and a phone that somebody else looks at."""

from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from harness.running import RelayHarness, branch, from_bot, relay_harness
from reporting import hours, last, send, shown, with_teams, write

from handlers.report.contact_words import ContactWords
from handlers.report.parsing import report_words

CODEWORD = "garden party"
NOTICE = "There is something for you. To read it, type note."
WORDS: ContactWords = report_words("en-GB").contact


@pytest.mark.parametrize(
    ("typed", "start", "end"),
    [
        ("9 to 15", 9, 15),
        ("9-5", 9, 17),
        ("between 9 and 5", 9, 17),
        ("9am to 5pm", 9, 17),
        ("9 am – 5 p.m.", 9, 17),
        ("2 to 4pm", 14, 16),
        ("only from 9:00 until 17:00 please", 9, 17),
        ("22 to 6", 22, 6),
        ("12 to 2", 12, 14),
        ("8 to 8", 8, 20),
    ],
)
def test_hours_are_read(typed: str, start: int, end: int) -> None:
    assert WORDS.hours(typed) == (time(start), time(end))


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "9",
            "9 to",
            "25 to 30",
            "He came at 9 and went at 10",
            "in the mornings",
            "9 to 10 to 11",
        ),
        *("9xm to 5", "yes", "", "1 or 2"),
    ],
)
def test_what_is_no_hours_is_none(typed: str) -> None:
    assert WORDS.hours(typed) is None


async def test_it_is_asked_once_and_not_after_the_next_report(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio)
        assert "May I write to you here when there is an answer?" in last(cast.rio)
        assert "I write when there is something" in await on_stage.ask(cast.rio, "1")
        await send(on_stage, cast.rio, "Another.")
        assert "May I write" not in last(cast.rio)
        assert "May I write" in await on_stage.ask(cast.rio, "contact")
        assert "I do not write first" in await on_stage.ask(cast.rio, "No.")


async def test_who_does_not_answer_is_written_to_as_before(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        assert "Sent to whoever" in await on_stage.ask(cast.una, f"reply {name} We are here.")
        assert "We are here." in last(cast.rio)


async def test_words_that_are_no_answer_are_offered_to_the_readers(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio)
        assert "Is this for the people" in await on_stage.ask(cast.rio, "He came again at 9.")
        await on_stage.say(cast.rio, "yes")
        assert "He came again at 9." in shown(cast.una)


async def test_who_comes_and_looks_is_never_written_to(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "3")
        heard = len(from_bot(cast.rio))
        assert "I have kept your answer" in await on_stage.ask(
            cast.una, f"reply {name} We are here."
        )
        await on_stage.say(cast.una, f"close {name} resolved")
        await on_stage.wait(hours(30))
        assert len(from_bot(cast.rio)) == heard
        state, kept = await on_stage.say(cast.rio, "case")
        assert "They finished with it" in state
        assert "We are here." in kept
        assert len(await on_stage.say(cast.rio, "case")) == 1


async def test_answers_wait_for_the_hours_that_are_safe(tmp_path: Path) -> None:
    # In the week in which the clocks go back: it is the branch's clocks that count.
    async with relay_harness(tmp_path, datetime(2026, 10, 24, 17, 0, tzinfo=UTC)) as on_stage:
        cast = with_teams(on_stage)
        async with on_stage.running(branch("hackney", on_stage.alex)):
            name = await send(on_stage, cast.rio)
            assert "Between which hours?" in await on_stage.ask(cast.rio, "2")
            assert "between 09:00 and 17:00 only" in await on_stage.ask(cast.rio, "9 to 5")
            await on_stage.say(cast.una, f"reply {name} We are here.")
            heard = len(from_bot(cast.rio))
            # 8:59 on the next day, an hour later than the day before.
            await on_stage.wait(hours(15.9))
            assert len(from_bot(cast.rio)) == heard
            await on_stage.wait(hours(0.2))
            assert "We are here." in last(cast.rio)
            assert "Sent to whoever" in last(cast.una) or "reminded" not in last(cast.una)


async def test_a_phone_that_may_be_seen_shows_that_there_is_something(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        assert "I only say that there is something" in await on_stage.ask(cast.rio, "4")
        assert f"take care with {name}" in last(cast.una)
        for words in ("Thank you for reporting the violence.", "Ring 020 7946 0000."):
            await on_stage.say(cast.una, f"reply {name} {words}")
            await on_stage.say(cast.una, "yes")
        assert last(cast.rio) == NOTICE
        assert shown(cast.rio).count(NOTICE) == 1
        assert "Thank you for reporting" not in shown(cast.rio)
        state, first, second = await on_stage.say(cast.rio, "note")
        assert ("violence" in first, "7946" in second) == (True, True)
        assert "team" not in state


async def test_officers_are_told_before_they_type(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, codeword=CODEWORD)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, word=CODEWORD)
        for officer in (cast.una, cast.vic):
            first = next(m.text for m in from_bot(officer) if "new report" in m.text)
            assert f"take care with {name}" in first
        assert f"take care with {name}" in await on_stage.ask(cast.una, f"case {name}")
        assert "I have kept your answer" in await on_stage.ask(
            cast.una, f"reply {name} Are you safe?"
        )
        assert last(cast.rio) == NOTICE
        plain = await send(on_stage, on_stage.mo)
        assert f"take care with {plain}" not in shown(cast.una)


async def test_in_discreet_mode_nothing_comes_but_that_there_is_something(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage, codeword=CODEWORD)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, word=CODEWORD)
        heard = len(from_bot(cast.rio))
        await on_stage.wait(hours(80))
        await on_stage.say(cast.una, f"reply {name} Thank you for reporting.")
        await on_stage.say(cast.una, f"escalate {name} 1")
        await on_stage.say(cast.una, f"close {name} resolved")
        await on_stage.say(cast.una, f"reopen {name}")
        assert {m.text for m in from_bot(cast.rio)[heard:]} == {NOTICE}
        assert len(from_bot(cast.rio)) == heard + 1
        kept = await on_stage.say(cast.rio, "note")
        assert "Thank you for reporting." in kept[1]
        # And after that, of the next thing, once more.
        await on_stage.say(cast.una, f"reply {name} Another answer.")
        assert last(cast.rio) == NOTICE


@pytest.mark.parametrize("agrees", [True, False])
async def test_nobody_is_reminded_of_a_draft_who_has_not_agreed(
    on_stage: RelayHarness, agrees: bool
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened.")
        if agrees:
            assert "I write once" in await on_stage.ask(cast.rio, "remind me")
        heard = len(from_bot(cast.rio))
        await on_stage.wait(hours(6.1))
        assert len(from_bot(cast.rio)) == heard + agrees
        assert "one message from you" in await on_stage.ask(cast.rio, "done")


async def test_kept_answers_wait_for_a_restart_and_a_new_phone(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage, codeword=CODEWORD)
    other = on_stage.signal.new_phone("Rio elsewhere")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio, word=CODEWORD)
        await on_stage.say(cast.rio, "phrase seven green lamps walking")
        await on_stage.say(cast.una, f"reply {name} We are here.")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        answers = await on_stage.say(other, f"resume {name} seven green lamps walking")
        assert "We are here." in "".join(answers)
        assert "We are here." not in shown(cast.rio)


async def test_a_yes_to_what_the_team_asks_is_not_taken_for_the_question(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        await on_stage.say(cast.una, f"reply {name} Are you safe?")
        for word in ("Yes.", "yes"):
            await on_stage.say(cast.rio, word)
        assert "Yes." in shown(cast.una)
