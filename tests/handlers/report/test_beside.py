"""Whatever comes beside an answer or a command is carried over, or said to stay behind."""

import pytest
from harness.running import RelayHarness, branch, from_bot
from marked import marked_picture
from posted import come
from reporting import last, send, shown, with_teams

LOST = "Something in that message was not text"
KEPT = "I have kept what you wrote as the beginning"
FILE = "I read only the words of that message"
CONTACT = {"contacts": [{"name": {"display": "Bob"}}]}
STICKER = {"sticker": {"packId": "ab", "stickerId": 1}}
POLL = {"pollCreate": {"question": "Who?", "options": ["a", "b"]}}
STORY = {"storyContext": {"authorUuid": "0", "sentTimestamp": 5}}


@pytest.mark.parametrize("more", [CONTACT, STICKER, POLL, STORY], ids=str)
async def test_every_answer_of_a_report_says_what_it_left(
    on_stage: RelayHarness, more: dict[str, object]
) -> None:
    cast = with_teams(on_stage)
    rio = cast.rio
    async with on_stage.running(branch("hackney", on_stage.alex)):
        steps = (
            *("report", "help", "1", "help", "0", "helplines", "It happened.", "done", "no"),
            *("tidy", "done", "send", "1", "contact", "2", "9 to 15", "case", "There is more."),
            *("no", "erase", "no", "phrase", "language", "meetings", "hide"),
        )
        for text in steps:
            answers = await come(on_stage, rio, message=text, **more)
            assert len(answers) > 1, text
            assert sum(LOST in one for one in answers) == 1, (text, answers)
        # After `hide` they are somebody of whom nothing is known.
        answers = await come(on_stage, rio, message="help", **more)
        assert not any(LOST in one for one in answers)
        assert "It happened." in shown(cast.una)


async def test_a_file_beside_a_command_is_kept_or_said_to_stay(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    rio, files = cast.rio, [marked_picture()]
    async with on_stage.running(branch("hackney", on_stage.alex)):
        for text in ("report", "1", "tidy", "helplines"):
            answers = await on_stage.say(rio, text, attachments=files)
            assert any(FILE in one or KEPT in one for one in answers), (text, answers)
        for text in ("1", "0", "It happened.", "done"):
            await on_stage.say(rio, text)
        await on_stage.say(rio, "send")
        assert len([m for m in from_bot(cast.una) if m.attachments]) == 1
        answers = await on_stage.say(rio, "helplines", attachments=files)
        assert FILE in answers[-1]


async def test_somebody_hides_also_with_a_picture_and_nothing_is_given_away(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "hide", attachments=[marked_picture()])
        left = [message.text for message in from_bot(cast.rio) if message.text]
        assert left[0].startswith("I have asked Signal to delete")
        assert left[1].startswith(FILE)
        assert len(left) == 2


async def test_nobody_else_is_told_so(on_stage: RelayHarness) -> None:
    """What admins and members do beside reports is answered as it was."""
    with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        answers = await come(on_stage, on_stage.mo, message="meetings", **CONTACT)
        assert not any(LOST in one for one in answers)
        await come(on_stage, on_stage.mo, message="helplines", **CONTACT)
        assert LOST in last(on_stage.mo)
