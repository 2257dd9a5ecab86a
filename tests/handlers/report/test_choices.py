"""Every question, answered in every way that people answer; and who never gets a report."""

import pytest
from harness.running import RelayHarness, branch, team
from reporting import CHAIR, LEAD, WELFARE, last, shown, with_teams, write

from handlers.report.parsing import report_words
from relay.language.vocabulary import vocabulary
from relay.settings import SafeguardingSettings


@pytest.mark.parametrize("answer", ["1", "one", "3", "not sure", "dont know", "?", "safeguarding"])
async def test_who_is_not_sure_writes_to_the_safeguarding_team(
    on_stage: RelayHarness, answer: str
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(cast.rio, "report")
        assert "1. Chair" in await on_stage.ask(cast.rio, answer)


@pytest.mark.parametrize("answer", ["2", "complaint", "behaviour"])
async def test_conduct_can_go_to_one_of_several_teams(on_stage: RelayHarness, answer: str) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(cast.rio, "report")
        teams = await on_stage.ask(cast.rio, answer)
        assert "1. Hackney team: 2 people (Chair, Welfare officer)" in teams
        assert "2. National team: one person (National lead)" in teams
        assert "from 1 to 2" in await on_stage.ask(cast.rio, "the third")
        assert f"1. {LEAD}" in await on_stage.ask(cast.rio, "national team")
        assert "One person would read it (National lead)." in await on_stage.ask(
            cast.rio, "none of them"
        )


async def test_who_is_not_sure_about_the_team_gets_the_first(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for text in ("report", "2"):
            await on_stage.say(cast.rio, text)
        assert "1. Chair" in await on_stage.ask(cast.rio, "not sure")


async def test_an_unclear_answer_is_asked_about_and_decides_nothing(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(cast.rio, "report")
        kept, again = await on_stage.say(cast.rio, "my ex")
        assert "kept what you wrote" in kept
        assert "answer with 1, 2 or 3" in again
        assert "answer with 1, 2 or 3" in await on_stage.ask(cast.rio, "4")
        await on_stage.say(cast.rio, "1")
        assert "numbers only" in (await on_stage.say(cast.rio, "him"))[-1]
        for unclear in ("yes", "9"):
            assert "numbers only" in await on_stage.ask(cast.rio, unclear)
        assert "I understood Chair, and not" in await on_stage.ask(cast.rio, "0 and 1")
        assert "Do you mean Chair?" in await on_stage.ask(cast.rio, "not the chair")
        assert "any of these people" in await on_stage.ask(cast.rio, "no")
        assert "you can leave them out" in await on_stage.ask(cast.rio, "not sure")
        await on_stage.say(cast.rio, "done")
        assert "1. Chair" in last(cast.rio)


async def test_a_question_with_one_answer_is_not_asked(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    on_stage.safeguarding = SafeguardingSettings(
        teams=(team("hackney", (cast.una, WELFARE), tracks=("safeguarding",)),)
    )
    async with on_stage.running(branch("hackney", on_stage.alex)):
        answers = await on_stage.say(cast.rio, "report")
        assert "1. Welfare officer" in answers[-1]


async def test_who_is_left_out_never_learns_of_it(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    rio, una, vic = cast.rio, cast.una, cast.vic
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, rio, "It is about the chair.", about="1")
        summary = await on_stage.ask(rio, "done")
        assert "One person would read it (Welfare officer)." in summary
        assert "Chair will not get it" in summary
        await on_stage.say(rio, "send")
        await on_stage.say(rio, "More about the chair.")
        await on_stage.say(rio, "yes")
        assert "More about the chair" in shown(una)
        assert shown(vic) == ""


async def test_where_nobody_is_left_the_next_team_is_asked_about(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(cast.rio, "report")
        await on_stage.say(cast.rio, "1")
        moved, question = await on_stage.say(cast.rio, "both of them")
        assert moved.startswith("Nobody is left there who could read it, so it would go to other")
        assert f"One person would read it ({LEAD})." in moved
        assert f"1. {LEAD}" in question
        await on_stage.say(cast.rio, "0")
        for text in ("It happened.", "done", "send"):
            await on_stage.say(cast.rio, text)
        assert "It happened." in shown(cast.nia)
        assert shown(cast.una) + shown(cast.vic) == ""


async def test_where_nobody_is_left_anywhere_it_is_said_honestly(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for text in ("report", "1", "1, 2"):
            await on_stage.say(cast.rio, text)
        sorry, question = await on_stage.say(cast.rio, "1")
        assert "nobody here who could read it" in sorry
        assert "0808 2000 247" in sorry
        assert "1. Chair" in question
        await on_stage.say(cast.rio, "1")
        assert "One person would read it (Welfare officer)." in last(cast.rio)
        assert shown(cast.una) + shown(cast.vic) + shown(cast.nia) == ""


async def test_somebody_with_two_roles_is_left_out_of_both_teams(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    on_stage.safeguarding = SafeguardingSettings(
        teams=(
            team("hackney", (cast.vic, CHAIR), next="national"),
            team("national", (cast.vic, LEAD), (cast.nia, "Clerk"), tracks=("conduct",)),
        )
    )
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for text in ("report", "1", "1", "0", "It is about the chair.", "done", "send"):
            await on_stage.say(cast.rio, text)
        assert "It is about the chair." in shown(cast.nia)
        assert shown(cast.vic) == ""


async def test_a_story_told_too_early_is_kept(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(cast.rio, "report my ex followed me home")
        kept = await on_stage.say(cast.rio, "He stood outside my door until three at night.")
        assert "answer with 1, 2 or 3" in kept[-1]
        for text in ("1", "0"):
            await on_stage.say(cast.rio, text)
        assert "I have 2 messages" in await on_stage.ask(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        assert "report my ex followed me home" in shown(cast.una)
        assert "outside my door" in shown(cast.una)


def test_a_childs_spelling_and_urdu_in_latin_letters_are_read() -> None:
    assert report_words("en-GB").chosen("um number one i fink") == 1
    assert report_words("ur").chosen("pehla") == 1
    assert report_words("ur").chosen("dusra") == 2
    for text in ("delete report", "can you delete my report", "withdraw the report"):
        assert vocabulary("en-GB").means("erase", text), text
