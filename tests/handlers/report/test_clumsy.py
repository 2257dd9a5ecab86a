"""People whose hands shake: stickers, empty messages, slips, files that cannot be taken."""

import io
import wave
from datetime import timedelta

import pytest
from harness.running import RelayHarness, branch, from_bot
from PIL import Image
from reporting import last, send, shown, with_teams, write

from practice.attachments import Attachment

GPS = "51.5450 N, 0.0553 W"


def picture() -> Attachment:
    image, exif, encoded = Image.new("RGB", (64, 48), "red"), Image.Exif(), io.BytesIO()
    exif[0x010E] = GPS
    image.save(encoded, "JPEG", exif=exif)
    return Attachment(encoded.getvalue(), "image/jpeg", "IMG_Rio_Reporter.jpg")


def recording() -> Attachment:
    encoded = io.BytesIO()
    with wave.open(encoded, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(16_000)
        sound.writeframes(b"\x00\x00" * 16_000)
    return Attachment(encoded.getvalue(), "audio/wav", "Rio.wav")


async def test_done_too_early_is_answered_kindly(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(cast.rio, "report")
        assert "Before that, I have one question" in (await on_stage.say(cast.rio, "done"))[0]
        for text in ("1", "0"):
            await on_stage.say(cast.rio, text)
        assert "not written anything yet" in await on_stage.ask(cast.rio, "done")
        assert "not written anything yet" in await on_stage.ask(cast.rio, "send")


async def test_send_without_a_summary_shows_the_summary_first(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened.")
        assert "Type send to send it" in await on_stage.ask(cast.rio, "send")
        assert shown(cast.una) == ""


async def test_no_to_the_summary_goes_on_and_more_is_taken(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened.")
        await on_stage.say(cast.rio, "done")
        assert "Go on" in await on_stage.ask(cast.rio, "no")
        await on_stage.say(cast.rio, "On Friday.")
        await on_stage.say(cast.rio, "done")
        await on_stage.say(cast.rio, "and then again on Sunday")
        assert "3 messages" in await on_stage.ask(cast.rio, "done")


@pytest.mark.parametrize(
    "no", ["no dont send it", "Don’t send!", "not yet", "No wait", "wrong chat"]
)
async def test_a_longer_no_to_the_summary_is_no_part_of_the_report(
    on_stage: RelayHarness, no: str
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened.")
        await on_stage.say(cast.rio, "done")
        assert "Go on for as long as you like" in await on_stage.ask(cast.rio, no)
        assert "one message from you" in await on_stage.ask(cast.rio, "done")


async def test_a_slip_of_a_command_is_kept_and_explained(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened.")
        assert "If you meant done" in await on_stage.ask(cast.rio, "dnoe")
        assert "If you meant stop" in await on_stage.ask(cast.rio, "stopp")
        assert "3 messages" in await on_stage.ask(cast.rio, "done")


async def test_words_that_look_like_commands_are_part_of_the_report(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    said = ("stop him please", "cases", "report", "whoami", "no, he did not", "help me please")
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, *said)
        for text in ("done", "send"):
            await on_stage.say(cast.rio, text)
        for text in said:
            assert f"\n\n{text}" in shown(cast.una)


async def test_a_count_comes_now_and_then(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        answers = [await on_stage.say(cast.rio, f"part {number}") for number in range(1, 11)]
        assert [len(said) for said in answers] == [1, 0, 0, 0, 1, 0, 0, 0, 0, 1]
        assert "I have 10 messages" in answers[-1][0]


async def test_help_in_a_report_says_the_question_again(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await on_stage.say(cast.rio, "report")
        help_text, question = await on_stage.say(cast.rio, "help")
        assert "stop: leave" in help_text
        assert "What is it about?" in question
        assert "0808 2000 247" in await on_stage.ask(cast.rio, "helplines")


async def test_stickers_and_empty_messages_are_asked_about(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        cast.rio.say("\u200b \ufffc")
        await on_stage.settle()
        assert "could not read that" in last(cast.rio)
        assert "not written anything yet" in await on_stage.ask(cast.rio, "done")


async def test_a_picture_is_cleaned_and_comes_with_the_report(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        assert "I have that" in await on_stage.ask(cast.rio, "", attachments=[picture()])
        assert "one message with one file" in await on_stage.ask(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        [part] = [m for m in from_bot(cast.una) if m.attachments]
        [file] = part.attachments
        assert GPS.encode() not in file.data
        assert "Rio" not in str(file.filename)
        assert not list(on_stage.signal.world.attachments.names())


async def test_a_recording_comes_with_a_warning(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        assert "voice can be recognised" in await on_stage.ask(
            cast.rio, "", attachments=[recording()]
        )
        await on_stage.say(cast.rio, "done")
        await on_stage.say(cast.rio, "send")
        assert any(m.attachments for m in from_bot(cast.una))


@pytest.mark.parametrize(
    ("file", "advice"),
    [
        (Attachment(b"MZ\x90\x00" * 50, "application/x-msdownload", "a.exe"), "could not take"),
        (Attachment(b"\xff\xd8\xff\xe0 no picture", "image/jpeg", "x.jpg"), "could not open"),
        (Attachment(b"%PDF-1.7 no document", "application/pdf", "x.pdf"), "could not open"),
        (Attachment(b"\x00" * 26 * 1024 * 1024, "video/mp4", "x.mp4"), "too big"),
    ],
)
async def test_a_file_that_cannot_be_taken_comes_with_what_to_do_instead(
    on_stage: RelayHarness, file: Attachment, advice: str
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio)
        answers = await on_stage.say(cast.rio, "See this.", attachments=[file])
        assert advice in answers[0]
        assert "picture of the screen" in answers[0]
        for text in ("done", "send"):
            await on_stage.say(cast.rio, text)
        assert "See this." in shown(cast.una)
        assert not any(m.attachments for m in from_bot(cast.una))
        assert not list(on_stage.signal.world.attachments.names())


async def test_after_sending_the_words_of_before_do_no_harm(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        for text in ("send", "done", "stop"):
            assert f"{name} has arrived" in await on_stage.ask(cast.rio, text)
        assert f"where {name} stands" in await on_stage.ask(cast.rio, "help")
        assert shown(cast.una).count("It happened.") == 1


async def test_an_announcement_begun_before_is_dropped_and_said_so(on_stage: RelayHarness) -> None:
    with_teams(on_stage)
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.ask(on_stage.alex, "announce The hall is open")
        answers = await on_stage.say(on_stage.alex, "report")
        assert "announcement you were writing is dropped" in "\n".join(answers)
        await on_stage.say(on_stage.alex, "stop")
        await on_stage.say(on_stage.alex, "yes")
        assert from_bot(on_stage.mo, board) == []


@pytest.mark.parametrize(
    ("typed", "meant"), [("cancel", "stop"), ("Quit", "stop"), ("exit", "stop"), ("submit", "done")]
)
async def test_words_of_other_software_are_kept_and_explained(
    on_stage: RelayHarness, typed: str, meant: str
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened.")
        assert f"If you meant {meant}" in await on_stage.ask(cast.rio, typed)


async def test_who_comes_back_too_late_hears_that_nothing_was_sent(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened.")
        await on_stage.wait(timedelta(hours=25))
        for word in ("done", "Send"):
            assert "goes away by itself after 24 hours" in await on_stage.ask(cast.rio, word)
        assert shown(cast.una) == ""


async def test_who_said_no_hears_that_nobody_got_it_and_how_it_gets_there(
    on_stage: RelayHarness,
) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        name = await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "well, hello there")
        assert f"begin your message with {name}" in await on_stage.ask(cast.rio, "no")
        assert f"for the people who read {name}?" in await on_stage.ask(
            cast.rio, "He did it again."
        )
        await on_stage.say(cast.rio, "no")
        await on_stage.say(cast.rio, f"{name} He did it once more.")
        assert shown(cast.una).count("He did it once more.") == 1
        assert "hello there" not in shown(cast.una)
        assert "He did it again." not in shown(cast.una)


async def test_what_follows_the_summary_is_never_met_with_silence(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await write(on_stage, cast.rio, "It happened.")
        await on_stage.say(cast.rio, "done")
        assert "Nothing has gone to anybody yet" in await on_stage.ask(cast.rio, "ok")
        assert "I have added that" in await on_stage.ask(cast.rio, "It was on Friday.")
        assert "2 messages" in await on_stage.ask(cast.rio, "done")
        await on_stage.say(cast.rio, "yes")
        assert "It was on Friday." in shown(cast.una)


async def test_leaving_a_second_report_does_not_deny_the_first(on_stage: RelayHarness) -> None:
    cast = with_teams(on_stage)
    async with on_stage.running(branch("hackney", on_stage.alex)):
        await send(on_stage, cast.rio)
        await on_stage.say(cast.rio, "report")
        goodbye = await on_stage.ask(cast.rio, "stop")
        assert "what you had begun here. None of it" in goodbye
