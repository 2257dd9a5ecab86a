"""Announcements with pictures and papers: descriptions are asked for, hidden data is removed."""

import io

import pikepdf
import pytest
from harness.running import RelayHarness, branch, from_bot
from PIL import Image

from practice.attachments import Attachment

GPS = "51.5450 N, 0.0553 W"


def picture(colour: str = "red") -> Attachment:
    image = Image.new("RGB", (64, 48), colour)
    exif = Image.Exif()
    exif[0x010E] = GPS
    exif[0x013B] = "Alex Admin"
    encoded = io.BytesIO()
    image.save(encoded, "JPEG", exif=exif)
    return Attachment(encoded.getvalue(), "image/jpeg", "IMG_Alex_Admin.jpg")


def paper() -> Attachment:
    document = pikepdf.new()
    document.add_blank_page()
    document.docinfo["/Author"] = "Alex Admin"
    encoded = io.BytesIO()
    document.save(encoded)
    return Attachment(encoded.getvalue(), "application/pdf", "Agenda.pdf")


async def test_a_picture_needs_a_description_before_it_can_be_posted(
    on_stage: RelayHarness,
) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        question = await on_stage.ask(on_stage.alex, "announce Come along", attachments=[picture()])
        assert "screen reader" in question
        assert "in words" in await on_stage.ask(on_stage.alex, "  ")

        preview = await on_stage.ask(on_stage.alex, "A red banner")
        assert "described as: A red banner" in preview
        await on_stage.say(on_stage.alex, "yes")

        [post] = from_bot(on_stage.mo, board)
        [shown] = post.attachments
        assert shown.content_type == "image/jpeg"
        assert GPS.encode() not in shown.data
        assert b"Alex" not in shown.data


async def test_several_pictures_are_described_one_after_another(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        files = [picture("red"), picture("blue")]
        question = await on_stage.ask(on_stage.alex, "announce Come along", attachments=files)
        assert "picture 1 of 2" in question
        assert "picture 2 of 2" in await on_stage.ask(on_stage.alex, "Red")
        preview = await on_stage.ask(on_stage.alex, "Blue")
        assert "described as: Red" in preview
        assert "described as: Blue" in preview
        await on_stage.say(on_stage.alex, "yes")
        assert len(from_bot(on_stage.mo, board)[0].attachments) == 2


async def test_a_paper_comes_along_without_its_authors_name(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        preview = await on_stage.ask(on_stage.alex, "announce The agenda", attachments=[paper()])
        assert "With a file: Agenda.pdf" in preview
        await on_stage.say(on_stage.alex, "yes")
        [shown] = from_bot(on_stage.mo, board)[0].attachments
        assert shown.filename == "Agenda.pdf"
        with pikepdf.open(io.BytesIO(shown.data)) as document:
            assert "/Author" not in document.docinfo


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (
            Attachment(b"MZ\x90\x00" * 50, "application/x-msdownload", "fun.exe"),
            "of a kind I do not know",
        ),
        (Attachment(b"\xff\xd8\xff\xe0 not a picture", "image/jpeg", "x.jpg"), "could not open"),
        (Attachment(b"%PDF-1.7 not a document", "application/pdf", "x.pdf"), "could not open"),
    ],
)
async def test_what_cannot_be_passed_on_is_said_and_the_rest_goes_ahead(
    on_stage: RelayHarness, file: Attachment, reason: str
) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        preview = await on_stage.ask(on_stage.alex, "announce Hello", attachments=[file])
        assert reason in preview
        await on_stage.say(on_stage.alex, "yes")
        [post] = from_bot(on_stage.mo, board)
        assert post.attachments == ()


async def test_pictures_stay_when_the_text_is_edited_later(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.ask(on_stage.alex, "announce Come along", attachments=[picture()])
        await on_stage.ask(on_stage.alex, "A red banner")
        await on_stage.say(on_stage.alex, "yes")
        await on_stage.ask(on_stage.alex, "edit 1 Do come along")
        await on_stage.say(on_stage.alex, "yes")
        [post] = from_bot(on_stage.mo, board)
        assert post.text == "Do come along"
        assert len(post.attachments) == 1


async def test_the_servers_own_copies_are_deleted(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.ask(on_stage.alex, "announce Come along", attachments=[picture()])
        await on_stage.ask(on_stage.mo, "Look at me", attachments=[picture()])
        assert not list(on_stage.signal.world.attachments.names())


async def test_a_picture_may_come_first_and_the_text_after(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        answers = await on_stage.say(on_stage.alex, "", attachments=[picture()])
        assert "nothing has been posted" in answers[0]
        assert "What should it say?" in answers[1]
        assert "screen reader" in await on_stage.ask(on_stage.alex, "announce Come along")
        assert "described as: A red banner" in await on_stage.ask(on_stage.alex, "A red banner")
        await on_stage.say(on_stage.alex, "yes")
        [post] = from_bot(on_stage.mo, board)
        assert post.text == "Come along"
        assert len(post.attachments) == 1


async def test_pictures_that_come_one_by_one_are_all_taken(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.ask(on_stage.alex, "announce Come along", attachments=[picture("red")])
        question = await on_stage.ask(on_stage.alex, "", attachments=[picture("blue")])
        assert "picture 1 of 2" in question
        await on_stage.ask(on_stage.alex, "Red square")
        preview = await on_stage.ask(on_stage.alex, "Blue square")
        assert "described as: Blue square" in preview


@pytest.mark.parametrize("answer", ["yes", "???", "ok", "👍", "12"])
async def test_what_describes_nothing_is_no_description(
    on_stage: RelayHarness, answer: str
) -> None:
    board = on_stage.group("Board")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        await on_stage.ask(on_stage.alex, "announce Come along", attachments=[picture()])
        assert "in words" in await on_stage.ask(on_stage.alex, answer)
        assert "described as: A red banner" in await on_stage.ask(on_stage.alex, "A red banner")


async def test_a_voice_note_alone_is_answered_with_what_is_taken(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    voice = Attachment(b"\x00" * 2_000, "audio/aac", "voice.aac")
    async with on_stage.running(branch("hackney", on_stage.alex, groups=[board])):
        answer = await on_stage.ask(on_stage.alex, "", attachments=[voice])
        assert "I take pictures and PDFs" in answer
        assert "Nothing is waiting" not in answer


async def test_another_admin_sees_the_pictures_and_papers_that_would_be_posted(
    on_stage: RelayHarness,
) -> None:
    board, files = on_stage.group("Board"), [picture(), paper()]
    both = branch("hackney", on_stage.alex, on_stage.bea, groups=[board], approvals=2)
    async with on_stage.running(both):
        await on_stage.ask(on_stage.alex, "announce Look", attachments=files)
        await on_stage.ask(on_stage.alex, "The hall from outside")
        await on_stage.ask(on_stage.alex, "yes")
        shown = from_bot(on_stage.bea)[-1]
        assert "The hall from outside" in shown.text
        await on_stage.say(on_stage.bea, "agree 1")
        [post] = from_bot(on_stage.mo, board)
        assert [one.data for one in shown.attachments] == [one.data for one in post.attachments]
        assert len(post.attachments) == 2
