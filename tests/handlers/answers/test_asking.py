"""What people ask before they come, and what is never taken for such a question."""

import tomllib
from pathlib import Path

import pytest
from harness.running import RelayHarness, branch, from_bot
from marked import marked_picture
from reporting import send, with_teams

PHRASINGS = tomllib.loads(
    (Path(__file__).parents[2] / "relay" / "answers" / "phrasings.toml").read_text("utf-8")
)
DANGER = "999"


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("why signal", "Why Signal?\n\nSignal is a free app"),
        ("Why not WhatsApp?", "Why not WhatsApp?"),
        ("why not facebook", "Why not a Facebook group?"),
        ("Is Signal safe??", "Is Signal safe?"),
        ("another app?", "Another app?"),
        ("Another app", "Another app?"),
    ],
)
async def test_a_stranger_is_answered_and_told_how_to_begin(
    on_stage: RelayHarness, typed: str, begins: str
) -> None:
    stranger = on_stage.signal.new_phone("Robin")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        answer = await on_stage.ask(stranger, typed)
        assert answer.startswith(begins)
        assert "To get going, send me one of these words:\n" in answer
        assert "next: our next meeting" in answer
        assert "Where this is from" in answer
        assert len(answer.encode()) < 2_000 or "https://" in answer


async def test_what_names_no_app_is_answered_after_what_to_do_in_danger(
    on_stage: RelayHarness,
) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for typed in ("too difficult", "I lost my phone", "can people see my phone number"):
            answer = await on_stage.ask(on_stage.mo, typed)
            assert DANGER in answer.splitlines()[0]
            assert "If you did not mean an app" in answer
            assert "To get going" in answer


async def test_questions_are_listed_and_asked_for_by_number(on_stage: RelayHarness) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        listed = await on_stage.ask(on_stage.mo, "Questions?")
        assert "1 Why Signal?" in listed
        assert (await on_stage.ask(on_stage.mo, "questions 2")).startswith("Why not WhatsApp?")
        assert (await on_stage.ask(on_stage.mo, "question 1")).startswith("Why Signal?")
        assert "There is no question 77" in await on_stage.ask(on_stage.mo, "questions 77")
        about = await on_stage.ask(on_stage.mo, "questions about what he did")
        assert "did not understand" in about


async def test_a_question_about_an_app_that_nobody_answers_gets_the_list(
    on_stage: RelayHarness,
) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        answer = await on_stage.ask(on_stage.mo, "Does Signal have dark mode stickers")
        assert answer.splitlines()[0].count(DANGER)
        assert "did not understand" in answer
        assert "1 Why Signal?" in answer


async def test_with_a_public_page_the_answer_leads_to_its_sources(on_stage: RelayHarness) -> None:
    on_stage.more_settings["web"] = {"public_url": "https://hackney.example.org"}
    async with on_stage.running(branch("hackney", on_stage.alex)):
        answer = await on_stage.ask(on_stage.mo, "is signal safe")
        assert "https://hackney.example.org/answers#is-signal-safe" in answer
        assert "aclu.org" not in answer


async def test_without_one_each_source_is_named_with_its_date(on_stage: RelayHarness) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        answer = await on_stage.ask(on_stage.mo, "is signal safe")
        assert "published on 4 October 2016: https://www.aclu.org/" in answer
        assert "read on 28 November 2026: https://support.signal.org/" in answer


@pytest.mark.parametrize("kind", sorted(PHRASINGS["never"]))
async def test_reports_and_cries_are_not_taken_for_questions(
    on_stage: RelayHarness, kind: str
) -> None:
    answers = "Signal is a free app"
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for typed in PHRASINGS["never"][kind][:15]:
            said = await on_stage.say(on_stage.mo, typed)
            assert not any(answers in text or "What they do not do" in text for text in said), typed


async def test_words_for_those_who_read_a_report_stay_theirs(on_stage: RelayHarness) -> None:
    with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(on_stage.mo, "report")
        # While somebody writes one, all of it is part of it.
        for typed in ("too difficult", "is signal safe", "questions"):
            for text in await on_stage.say(on_stage.mo, typed):
                assert "To get going" not in text, typed


async def test_what_an_admin_drafts_is_no_question(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.say(on_stage.alex, "announce")
        preview = await on_stage.ask(on_stage.alex, "Why not WhatsApp?")
        assert "Nothing has been posted yet" in preview
        assert "———\nWhy not WhatsApp?\n———" in preview


async def test_the_help_of_members_has_one_line_for_it(on_stage: RelayHarness) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        helped = await on_stage.ask(on_stage.mo, "help")
        assert helped.count("questions") == 1
        assert "type questions" not in await on_stage.ask(on_stage.alex, "help")


async def test_a_question_that_a_branch_adds_can_be_typed_too(
    on_stage: RelayHarness, tmp_path: Path
) -> None:
    folder = tmp_path / "wording"
    (folder / "answers").mkdir(parents=True)
    (folder / "answers" / "parking.toml").write_text(
        'question = "Where can I park?"\nasked = ["where can I park", "is there parking"]\n'
        'answer = "Behind the hall."\norder = 5\n',
        encoding="utf-8",
    )
    on_stage.more_settings["wording"] = {"folder": folder}
    async with on_stage.running(branch("hackney", on_stage.alex)):
        assert "Behind the hall." in await on_stage.ask(on_stage.mo, "Is there any parking?")
        assert "Behind the hall." in await on_stage.ask(on_stage.mo, "questions 1")
        status, page = await on_stage.read("/answers")
        assert status == 200
        assert b"Behind the hall." in page


async def test_who_has_a_report_is_asked_first_whether_it_is_for_that(
    on_stage: RelayHarness,
) -> None:
    with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, on_stage.mo, "He follows me home.")
        asked = await on_stage.ask(on_stage.mo, "It is too difficult")
        assert "Is this for the people who read" in asked
        assert "To get going" not in asked
        # What names an app is a command like any other.
        assert "To get going" in await on_stage.ask(on_stage.mo, "is signal safe")


async def test_a_newer_version_of_a_message_is_no_question(on_stage: RelayHarness) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        first = on_stage.mo.say("asdf qwer")
        await on_stage.settle()
        on_stage.mo.edit(first, "is signal safe")
        await on_stage.settle()
        assert "To get going" not in from_bot(on_stage.mo)[-1].text


async def test_what_comes_with_a_picture_is_none(on_stage: RelayHarness) -> None:
    async with on_stage.running(branch("hackney", on_stage.alex)):
        answer = await on_stage.ask(on_stage.mo, "is signal safe", attachments=[marked_picture()])
        assert "To get going" not in answer
