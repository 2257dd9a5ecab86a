"""Somebody asks whether a picture or a paper is real: it is looked at, and never kept."""

from harness.authenticity import DUES, Rumours, jpeg, paper, picture
from harness.authenticity_set.pictures import FORGED, KNOWN, OTHERS, poor, screenshot
from harness.running import from_bot

from practice.attachments import Attachment

FLYER = KNOWN["flyer-fund"]
WORDS = "Strike fund: give £5 today to sort code 60-83-01, account 20459137, or at the hall."


async def posted(rumours: Rumours) -> None:
    """A flyer is posted with its words."""
    asked = await rumours.say(rumours.alex, f"announce {WORDS}", attachments=[picture(jpeg(FLYER))])
    for _ in range(4):
        if "Nothing has been posted yet" in asked:
            break
        answer = "1" if "May everybody read it?" in asked else "A flyer of the strike fund"
        asked = await rumours.say(rumours.alex, answer)
    await rumours.say(rumours.alex, "yes")
    await rumours.stage.relay.prints.look()


async def test_the_very_picture_is_real(rumours: Rumours) -> None:
    async with rumours.open():
        await posted(rumours)
        [post] = from_bot(rumours.mo, rumours.group)
        sent = post.attachments[0].data
        answer = await rumours.check(rumours.sam, "", attachments=[picture(sent)])
        assert "It is the very file that came with number 1" in answer


async def test_a_copy_looks_like_it_and_is_never_called_the_same(rumours: Rumours) -> None:
    async with rumours.open():
        await posted(rumours)
        forged = jpeg(FORGED["fund with another account"][1])
        for copy in (poor(FLYER), screenshot("black", "white")(FLYER), forged):
            answer = await rumours.say(rumours.mo, "is this real?", attachments=[picture(copy)])
            assert "This picture looks like the one that came with number 1" in answer
            assert "may have been changed" in answer
            assert WORDS in answer
            assert "this is real" not in answer


async def test_another_picture_is_not_known_and_a_stranger_learns_nothing_of_posts(
    rumours: Rumours,
) -> None:
    async with rumours.open():
        await posted(rumours)
        other = picture(jpeg(OTHERS["flyer-cat"]))
        answer = await rumours.check(rumours.mo, "", attachments=[other])
        assert "I do not know this file" in answer
        assert "I cannot read what is written in a picture" in answer
        answer = await rumours.check(rumours.sam, "", attachments=[picture(poor(FLYER))])
        assert "I do not know this file" in answer
        assert "Strike fund" not in answer


async def test_no_file_of_whoever_asks_is_ever_kept(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.check(rumours.sam, "", attachments=[picture(jpeg(FLYER)), paper()])
        assert rumours.rows("files") == 0
        assert rumours.rows("asked_prints") == 0
        assert rumours.stage.signal.world.attachments.names() == []


async def test_a_paper_is_known_by_its_bytes(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.post(
            "The bill of the hall is attached to this message.", attachments=[paper()]
        )
        [post] = from_bot(rumours.mo, rumours.group)
        sent = post.attachments[0]
        same = Attachment(sent.data, "application/pdf", "x.pdf")
        assert "very file" in await rumours.check(rumours.mo, "", attachments=[same])


async def test_what_is_neither_is_said_to_be_neither(rumours: Rumours) -> None:
    async with rumours.open():
        sound = Attachment(b"RIFF\x24\x00\x00\x00WAVEfmt ", "audio/wav", "x.wav")
        answer = await rumours.check(rumours.mo, DUES, attachments=[sound])
        assert "I can look at pictures and PDFs" in answer


async def test_an_admin_who_asks_posts_nothing(rumours: Rumours) -> None:
    async with rumours.open():
        await rumours.say(rumours.alex, "is this real?")
        answer = await rumours.say(rumours.alex, "", attachments=[picture(jpeg(FLYER))])
        assert "I do not know this file" in answer
        assert rumours.rows("files") == 0
        assert rumours.rows("announcements") == 0
