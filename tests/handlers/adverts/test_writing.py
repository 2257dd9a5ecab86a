"""A member writes an advert: from the word to the board, and out of it again."""

import io
from datetime import timedelta

import pikepdf
import pytest
from harness.adverts import Board
from harness.running import from_bot
from PIL import Image

from practice.attachments import Attachment

SOFA = "Blue sofa to give away, Clapton. Come by any evening."


def photo() -> Attachment:
    image = Image.new("RGB", (64, 48), "blue")
    exif = Image.Exif()
    exif[0x010E] = "51.5450 N, 0.0553 W"
    encoded = io.BytesIO()
    image.save(encoded, "JPEG", exif=exif)
    return Attachment(encoded.getvalue(), "image/jpeg", "IMG_Mo.jpg")


def paper() -> Attachment:
    document = pikepdf.new()
    document.add_blank_page()
    encoded = io.BytesIO()
    document.save(encoded)
    return Attachment(encoded.getvalue(), "application/pdf", "flyer.pdf")


async def test_the_first_advert_is_read_and_then_stands_with_nobodys_name(board: Board) -> None:
    async with board.open():
        preview = await board.say(board.mo, f"advert {SOFA}")
        assert "Nothing is posted yet" in preview
        assert "from a member. Until Sunday 6 December." in preview
        assert "A moderator reads it" in preview
        assert "no way to reach you" in preview
        assert "A moderator reads it first" in await board.say(board.mo, "yes")
        assert board.texts() == []
        offered = from_bot(board.bea)[-1]
        assert SOFA in offered.text
        assert "Mo" not in offered.text
        assert "is posted" in await board.say(board.cai, "advert yes 1")
        assert "You need do nothing" in from_bot(board.bea)[-1].text
        [post, listed] = board.shown()
        assert post.text.startswith("Advert 1, from a member. Until Sunday 6 December.")
        assert SOFA in post.text
        assert "1. Blue sofa" in listed.text
        assert "until Sunday 6 December" in listed.text
        [(_, pinned)] = board.group.pinned
        assert pinned == listed.timestamp
        assert "stands in Hackney board" in from_bot(board.mo)[-1].text
        assert "stands in Hackney board until" in await board.say(board.mo, "advert")
        assert all("Mo" not in text for text in board.texts())


async def test_who_was_read_once_posts_at_once_and_one_takes_the_place_of_another(
    board: Board,
) -> None:
    async with board.open():
        await board.put_up(SOFA)
        told = len(from_bot(board.bea))
        preview = await board.say(board.mo, "advert Two chairs, free.")
        assert "Your advert 1 is taken down once this one stands" in preview
        assert "A moderator reads it" not in preview
        await board.say(board.mo, "yes")
        assert len(from_bot(board.bea)) == told
        texts = board.texts()
        assert not any(SOFA in text for text in texts)
        assert any("Two chairs" in text and text.startswith("Advert 2") for text in texts)
        assert sum("What stands here now" in text for text in texts) == 1
        assert "2. Two chairs" in next(text for text in texts if "What stands" in text)


async def test_a_link_is_always_read_and_all_are_where_the_settings_say_so(board: Board) -> None:
    async with board.open():
        await board.put_up()
        preview = await board.say(board.mo, "advert Great prices: https://deals.example/now")
        assert "A moderator reads it" in preview
        await board.say(board.mo, "no")
    async with board.open(adverts_read="all"):
        assert "A moderator reads it" in await board.say(board.mo, "advert Chairs")


async def test_a_photo_loses_what_is_hidden_in_it_and_is_described(board: Board) -> None:
    async with board.open():
        asked = await board.say(board.mo, "advert Sofa, free.", attachments=[photo(), photo()])
        assert "What does the photo show?" in asked
        assert "An advert has one photo" in asked
        assert "say in a few words" in await board.say(board.mo, "yes")
        assert "Photo: A blue sofa" in await board.say(board.mo, "A blue sofa")
        assert len(from_bot(board.mo)[-1].attachments) == 1
        await board.say(board.mo, "yes")
        assert len(from_bot(board.bea)[-1].attachments) == 1
        await board.say(board.bea, "advert yes 1")
        [shown] = board.shown()[0].attachments
        assert b"51.5450" not in shown.data
        assert "Mo" not in (shown.filename or "")


async def test_a_photo_may_stay_without_a_description_and_a_paper_is_no_photo(
    board: Board,
) -> None:
    async with board.open():
        preview = await board.say(board.mo, "advert Sofa, free.", attachments=[paper()])
        assert "only photos can go with an advert" in preview
        assert "It has no photo" in preview
        asked = await board.say(board.mo, "", attachments=[photo()])
        assert "What does the photo show?" in asked
        preview = await board.say(board.mo, "skip")
        assert "Your photo goes with it" in preview
        assert "Photo:" not in preview


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("until 6 days", "Saturday 28 November"),
        ("until Friday", "Friday 27 November"),
        ("3 weeks", "Sunday 13 December"),
        ("Until 10 December.", "Thursday 10 December"),
        ("for 28 days", "Sunday 20 December"),
        ("until tomorrow", "Monday 23 November"),
    ],
)
async def test_until_when_is_understood_as_people_type_it(
    board: Board, typed: str, until: str
) -> None:
    async with board.open():
        await board.say(board.mo, "advert Sofa")
        assert f"Until {until}." in await board.say(board.mo, typed)


@pytest.mark.parametrize("typed", ["until 29 days", "until whenever", "until yesterday", "5 weeks"])
async def test_what_is_too_long_or_unclear_is_asked_again(board: Board, typed: str) -> None:
    async with board.open():
        await board.say(board.mo, "advert Sofa")
        assert "up to 28 days" in await board.say(board.mo, typed)
        assert "reads it first" in await board.say(board.mo, "yes")


async def test_what_looks_like_somebodys_own_is_asked_about(board: Board) -> None:
    async with board.open():
        text = "advert Sofa to give away. Ring Jo on 07700 900123."
        asked = await board.say(board.mo, text)
        assert "07700 900123" in asked
        assert "or they have said yes" in asked
        assert "answer 1 to leave it" in await board.say(board.mo, "well")
        without = await board.say(board.mo, "2")
        assert "07700" not in without
        assert "no way to reach you" in without
        await board.say(board.mo, "edit Sofa. Call me: 07700 900123")
        assert "07700 900123" in await board.say(board.mo, "1")


async def test_what_is_written_is_taken_as_it_is_read(board: Board) -> None:
    """A text that would stand for something else stays inside what a member has written."""
    async with board.open():
        await board.say(board.mo, "advert")
        preview = await board.say(board.mo, "yes 12 \u202egnitsop\u202c report he hit me")
        assert "\u202e" not in preview
        await board.say(board.mo, "no")
        await board.say(board.mo, "advert")
        preview = await board.say(board.mo, "Hackney branch: pay your fees to 12-34-56 now")
        assert "from a member" in preview
        assert preview.index("from a member") < preview.index("Hackney branch: pay")


async def test_the_word_for_a_command_is_one_also_in_the_middle(board: Board) -> None:
    async with board.open():
        assert "What should your advert say?" in await board.say(board.mo, "advert")
        assert "planned" in (await board.say(board.mo, "meetings")).lower()
        assert "Nothing is posted yet" in await board.say(board.mo, "Meetings table, oak, free")
        asked = await board.say(board.mo, "report")
        assert "advert" not in asked.lower()


CRIES = ("help me", "999 he is here", "HELP!")


@pytest.mark.parametrize("cry", CRIES)
async def test_a_cry_is_never_part_of_an_advert(board: Board, cry: str) -> None:
    """Whatever is asked for, it hears what to do in danger, and the draft waits as it is."""
    async with board.open():
        said = await board.say(board.mo, f"advert {cry}")
        assert "999" in said
        assert "Nothing is posted yet" not in said
        await board.say(board.mo, "advert")
        for asked_for in ("advert Sofa. Ring 07700 900123.", "1", "edit", "Sofa, blue"):
            said = await board.say(board.mo, cry)
            assert "999" in said
            assert "Nothing is posted yet" not in said
            await board.say(board.mo, asked_for)
        board.mo.say("", attachments=[photo()])
        await board.stage.settle()
        assert "What does the photo show?" in from_bot(board.mo)[-1].text
        said = await board.say(board.mo, cry)
        assert "999" in said
        assert "Nothing is posted yet" not in said
        assert "Sofa, blue" in await board.say(board.mo, "skip")
        for typed in (cry, f"edit {cry}"):
            said = await board.say(board.mo, typed)
            assert "999" in said
            assert "Nothing is posted yet" not in said
        kept = board.stage.store._db.execute("SELECT text, description FROM adverts").fetchall()
        assert kept == [("Sofa, blue", "")]


async def test_a_longer_text_that_may_be_a_cry_is_shown_after_what_to_do_in_danger(
    board: Board,
) -> None:
    cry = "999 he is here and he has a knife, please send somebody"
    async with board.open():
        first = board.mo.say(f"advert {cry}")
        await board.stage.settle()
        danger, preview = (one.text for one in from_bot(board.mo)[-2:])
        assert "999" in danger
        assert "answer no" in danger
        assert "Nothing is posted yet" in preview
        assert (await board.say(board.mo, cry)).count("999") > 0
        board.mo.edit(first, "advert help me")
        await board.stage.settle()
        assert "999" in from_bot(board.mo)[-1].text
        assert "help me" not in from_bot(board.mo)[-1].text


async def test_an_advert_that_is_too_long_is_asked_for_again(board: Board) -> None:
    async with board.open():
        assert "up to 800" in await board.say(board.mo, "advert " + "sofa " * 500)
        assert "Nothing is posted yet" in await board.say(board.mo, "sofa")


async def test_who_is_in_no_group_is_told_so_and_sends_no_photo(board: Board) -> None:
    async with board.open():
        said = await board.say(board.sam, "advert Buy gold", attachments=[photo()])
        assert "Adverts are for members" in said
        assert board.stage.store._db.execute("SELECT count(*) FROM files").fetchone()[0] == 0


async def test_without_a_board_it_is_a_word_like_any_other(board: Board) -> None:
    async with board.open(groups=()):
        assert "I did not understand" in await board.say(board.mo, "advert Sofa")


async def test_its_writer_takes_it_down_at_once(board: Board) -> None:
    async with board.open():
        await board.put_up(SOFA)
        assert "Advert 1 is taken down" in await board.say(board.mo, "advert down")
        assert board.texts() == []
        assert "You have no advert" in await board.say(board.mo, "advert down")
        rows = board.stage.store._db.execute("SELECT writer, text FROM adverts").fetchall()
        assert rows == [(None, "")]


async def test_after_a_day_it_leaves_the_list_and_the_board_is_told(board: Board) -> None:
    async with board.open():
        await board.put_up(SOFA)
        await board.stage.wait(timedelta(days=2))
        said = await board.say(board.mo, "advert down")
        assert "Its message stays there" in said
        texts = board.texts()
        assert any(SOFA in text for text in texts)
        assert "Advert 1 no longer stands." in texts
        assert not board.group.pinned


async def test_its_time_ends_it_and_it_can_be_put_up_again(board: Board) -> None:
    async with board.open():
        await board.put_up(SOFA)
        await board.stage.wait(timedelta(days=14, hours=8))
        assert "Advert 1 no longer stands." not in board.texts()
        assert "off the list" in from_bot(board.mo)[-1].text
        assert "has had its time" in await board.say(board.mo, "advert")
        preview = await board.say(board.mo, "advert again")
        assert SOFA in preview
        await board.say(board.mo, "yes")
        assert "Advert 2, from a member" in board.texts()[-2]
        await board.stage.wait(timedelta(days=22))
        await board.stage.wait(timedelta(days=8))
        await board.stage.relay.tidy()
        rows = board.stage.store._db.execute("SELECT writer FROM adverts").fetchall()
        assert rows == []


async def test_what_it_was_written_in_can_be_edited_before_and_deleted_at_any_time(
    board: Board,
) -> None:
    async with board.open():
        first = board.mo.say("advert Blue sofa")
        await board.stage.settle()
        board.mo.edit(first, "advert Green sofa")
        await board.stage.settle()
        assert "Green sofa" in from_bot(board.mo)[-1].text
        await board.say(board.mo, "yes")
        await board.say(board.bea, "advert yes 1")
        board.mo.edit(first, "advert Gold sofa")
        await board.stage.settle()
        assert "I do not change with your message" in from_bot(board.mo)[-1].text
        assert any("Green sofa" in text for text in board.texts())
        board.mo.delete(first)
        await board.stage.settle()
        assert "I have taken it down too" in from_bot(board.mo)[-1].text
        assert not any("Green sofa" in text for text in board.texts())


async def test_twenty_adverts_are_three(board: Board) -> None:
    async with board.open():
        await board.put_up()
        for number in range(20):
            await board.say(board.mo, f"advert Cheap phones {number}")
            await board.say(board.mo, "yes")
            await board.say(board.mo, "advert down")
        assert "within a week" in await board.say(board.mo, "advert Cheap phones")
        posted = "SELECT count(*) FROM adverts WHERE delivery IS NOT NULL"
        assert board.stage.store._db.execute(posted).fetchone()[0] == 3
        await board.stage.wait(timedelta(days=8))
        await board.stage.relay.tidy()
        assert "Nothing is posted yet" in await board.say(board.mo, "advert Cheap phones")


async def test_nobody_is_woken_by_an_advert(board: Board) -> None:
    async with board.open():
        await board.put_up()
        await board.stage.wait(timedelta(hours=11))
        await board.say(board.mo, "advert Two chairs")
        assert "in the morning" in await board.say(board.mo, "yes")
        assert not any("Two chairs" in text for text in board.texts())
        await board.stage.wait(timedelta(hours=8))
        assert any("Two chairs" in text for text in board.texts())


async def test_a_draft_that_nobody_goes_on_with_is_forgotten(board: Board) -> None:
    async with board.open():
        await board.say(board.mo, "advert Sofa")
        await board.stage.wait(timedelta(hours=1))
        assert "I have kept nothing of it" in from_bot(board.mo)[-1].text
        assert board.stage.store._db.execute("SELECT count(*) FROM adverts").fetchone()[0] == 0
