"""Somebody who is not sure, in a hurry or in danger, at every question of a report."""

import pytest
from harness.running import RelayHarness, branch
from reporting import send, shown, with_teams, write

from handlers.report.parsing import report_words
from handlers.report.remarks import Remark, read_remark
from relay.language.vocabulary import vocabulary
from relay.language.words import Words, shipped_locales

DANGER = "If you are in danger now, call 999."
LOCALES = shipped_locales()


@pytest.mark.parametrize("cry", ["999", "112!", "HELP!", "help me now", "no help me", "no 999"])
async def test_a_cry_while_something_is_taken_back_is_answered_with_danger_first(
    on_stage: RelayHarness, cry: str
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "erase")
        answers = await on_stage.say(cast.rio, cry)
        assert answers[0].startswith(DANGER), answers
        assert name in answers[0]
        assert "Type yes or no" not in "\n".join(answers)
        # Nothing was taken back by it, and it still can be.
        assert "is gone" in await on_stage.ask(cast.rio, "yes")


async def test_so_is_one_at_any_other_question(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    rio = cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for said in ("report", "1", "0", "It happened.", "done", "done send", "contact 2"):
            for one in [said] if said[0].isupper() else said.split():
                await on_stage.say(rio, one)
            for cry in ("999", "help!"):
                assert (await on_stage.say(rio, cry))[0].startswith(DANGER), (said, cry)
        await on_stage.say(rio, "no")
        # The bot asks whether it is for those who read it.
        assert "Nobody has it yet" in await on_stage.ask(rio, "He came back.")
        for cry in ("999", "help!"):
            assert (await on_stage.say(rio, cry))[0].startswith(DANGER), cry


@pytest.mark.parametrize("yes", ["yeah", "Yep!", "yup", "sure", "yes its for them", "go ahead"])
async def test_what_can_only_mean_yes_is_one(on_stage: RelayHarness, yes: str) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "And the van again.")
        assert "passing it on" in await on_stage.ask(cast.rio, yes)
        assert "van again" in shown(cast.una)


@pytest.mark.parametrize(
    ("then", "goes"), [("1", True), ("yes", True), ("2", False), ("no", False), ("k", False)]
)
async def test_nobody_goes_round_in_a_circle(on_stage: RelayHarness, then: str, goes: bool) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "And the van again.")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        named = await on_stage.ask(cast.rio, "ok")
        assert "\n1. Yes" in named
        assert "\n2. No" in named
    async with on_stage.running(branch("hackney", on_stage.alex)):
        answer = await on_stage.ask(cast.rio, then)
        assert ("passing it on" in answer) is goes
        assert ("I have passed nothing on" in answer) is not goes
        assert ("van again" in shown(cast.una)) is goes


async def test_nor_where_there_are_two_to_choose_from_or_one_is_taken_back(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    rio = cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for text in ("One.", "Two."):
            await send(on_stage, rio, text)
        await on_stage.say(rio, "And the van again.")
        assert "Answer with its number" in await on_stage.ask(rio, "ok")
        assert "I have passed nothing on" in await on_stage.ask(rio, "ok")
        await on_stage.say(rio, "erase")
        await on_stage.say(rio, "1")
        for _ in range(2):
            assert "back for good?" in await on_stage.ask(rio, "yeah")
        assert "Nothing has changed" in await on_stage.ask(rio, "yeah")
        # That is over now: what is said next is something else.
        assert "Nothing has changed" not in await on_stage.ask(rio, "yes")
    assert "van again" not in shown(cast.una)


@pytest.mark.parametrize("vague", ["yeah", "ok", "k", "👍🏽"])
async def test_what_may_be_a_yes_to_the_summary_is_no_part_of_the_report(
    on_stage: RelayHarness, vague: str
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened.")
        await on_stage.say(cast.rio, "done")
        said = "\n".join(await on_stage.say(cast.rio, vague))
        # A thumb was a yes to it before.
        assert "Type send to send it" in said or "It is on its way" in said
        await on_stage.say(cast.rio, "send")
        assert f"\n{vague}" not in shown(cast.una)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        *(("2 i think", 2), ("the first one", 1), ("first", 1), ("number 2 pls", 2)),
        ("2nd one", 2),
        *(("i think its 2 tbh", 2), ("the second one please", 2), ("one", 1), ("maybe 1?", 1)),
        *(("1 or 2", None), ("2 he hit me", None), ("he hit me", None), ("just me", None)),
    ],
)
def test_a_number_is_read_from_whoever_hesitates(said: str, number: int | None) -> None:
    assert report_words("en-GB").chosen(said) == number


@pytest.mark.parametrize(
    ("locale", "said", "number"),
    [
        *(("pl", "chyba 2", 2), ("pl", "myślę że pierwsza", 1), ("es", "creo que el 2", 2)),
        *(("pt", "acho que é o 2", 2), ("cy", "dwi'n meddwl 2", 2), ("tr", "sanırım 2", 2)),
        *(("ar", "أظن 2", 2), ("ur", "میرے خیال میں 2", 2), ("bn", "মনে হয় 2", 2)),
    ],
)
def test_and_in_their_language(locale: str, said: str, number: int) -> None:
    assert report_words(locale).chosen(said) == number


@pytest.mark.parametrize(
    "said",
    ["idk lol", "dont know", "don’t know tbh", "not sure", "either", "no clue", "1 or 2?", "???"],
)
async def test_who_does_not_know_what_it_is_about_goes_on_and_keeps_nothing(
    on_stage: RelayHarness, said: str
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(cast.rio, "report")
        assert "Is it about any of these people" in await on_stage.ask(cast.rio, said)
        await on_stage.say(cast.rio, "0")
        await on_stage.say(cast.rio, "It happened.")
        assert "one message from you" in await on_stage.ask(cast.rio, "done")


NO_MORE = {
    "en-GB": ("no more", "no more pls", "enough", "that's enough"),
    "cy": ("dim mwy", "digon"),
    "pl": ("nic więcej", "dość"),
    "es": ("nada más", "ya basta"),
    "pt": ("mais nada", "chega"),
    "ur": ("اور نہیں", "بس"),
    "ar": ("كفى", "لا مزيد"),
    "bn": ("আর না", "যথেষ্ট"),
    "tr": ("yeter", "artık yok"),
    "en-simple": ("no more",),
}


@pytest.mark.parametrize("locale", LOCALES)
def test_no_more_ends_a_consent_in_every_language(locale: str) -> None:
    for said in NO_MORE[locale]:
        assert read_remark(said, locale) is Remark.ENDS, said


async def test_no_more_ends_it_and_goes_to_nobody(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, f"case {name}")
        assert "From now on I pass on nothing" in await on_stage.ask(cast.rio, "no more")
        assert "Nobody has it yet" in await on_stage.ask(cast.rio, "See you at eight.")
        assert "no more" not in shown(cast.una)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_two_answers_have_numbers_in_every_language(locale: str) -> None:
    for message in ("report-offer-numbered", "report-offer-numbered.discreet"):
        lines = Words(locale).say(message, case="amber river 42").splitlines()
        assert [line[:2] for line in lines[1:3]] == ["1.", "2."]
    answers = vocabulary(locale).answers
    assert not answers["agrees"] & answers["no"]
    assert not answers["agrees"] & answers["not_for_them"]


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        *(
            ("en-GB", "mornings"),
            ("en-GB", "after school"),
            ("en-GB", "weekends"),
            ("cy", "boreau"),
        ),
        *(("pl", "rano"), ("pl", "po szkole"), ("es", "por la mañana"), ("pt", "fim de semana")),
        *(("ur", "شام"), ("ar", "في المساء"), ("bn", "সকালে"), ("tr", "hafta sonu")),
    ],
)
def test_times_that_name_no_hours_are_asked_about(locale: str, said: str) -> None:
    words = report_words(locale).contact
    assert words.hours(said) is None
    assert words.choice(said) == "hours"


@pytest.mark.parametrize("said", ["not 9 to 5", "before 9 or after 5", "he came at 9 and at 5"])
def test_hours_that_are_none_of_theirs_are_not_taken(said: str) -> None:
    assert report_words("en-GB").contact.hours(said) is None


async def test_at_the_question_for_hours_nothing_about_them_is_for_the_readers(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    rio = cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, rio)
        # Also where the first question is answered so.
        assert "Between which hours?" in await on_stage.ask(rio, "mornings")
        for said in (
            "mornings",
            "after school",
            "weekends",
            "after 5",
            "10",
            "2",
            "ok",
            "not sure",
        ):
            assert "For example 9 to 15" in await on_stage.ask(rio, said), said
        assert "between 10:00 and 14:00 only" in await on_stage.ask(rio, "10 till 2 pls")
        for said, answer in {
            "never": "I do not write first",
            "never write to me": "I do not write first",
            "dont": "I do not write first",
            "no": "I do not write first",
            "any time": "I write when there is something",
        }.items():
            await on_stage.say(rio, "contact")
            await on_stage.say(rio, "2")
            assert answer in await on_stage.ask(rio, said), said
        # What is no answer is something else, and comes first where it is a cry.
        await on_stage.say(rio, "contact")
        await on_stage.say(rio, "2")
        assert (await on_stage.ask(rio, "he is here again")).startswith(DANGER)


async def test_who_goes_on_telling_is_not_asked_the_same_for_ever(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    told = [f"He came to the stall again, and that was time {number}." for number in range(8)]
    async with on_stage.running(branch("hackney", on_stage.alex)):
        assert "What is it about?" in (await on_stage.say(cast.rio, "report"))[-1]
        for text in told[:2]:
            assert "1, 2 or 3" in (await on_stage.say(cast.rio, text))[-1]
        # What it is about is taken for what somebody takes who is not sure.
        about = (await on_stage.say(cast.rio, told[2]))[-1]
        assert "Chair" in about
        # Who must not read it is never taken for answered.
        for text in told[3:]:
            assert await on_stage.say(cast.rio, text)
        assert "It happened" not in shown(cast.una)
        assert shown(cast.una) == ""
        await on_stage.say(cast.rio, "0")
        await on_stage.say(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        for text in told:
            assert shown(cast.una).count(text) == 1
