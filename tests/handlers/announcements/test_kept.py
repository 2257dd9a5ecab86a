"""Drafts are kept for the admins of a branch, and posted only as they were shown."""

import io
from datetime import timedelta

import pytest
from harness.running import RelayHarness, branch, from_bot
from PIL import Image

from practice.attachments import Attachment
from practice.groups import Group
from relay.announcements.service import MAX_TEXT


def board_of(stage: RelayHarness, board: Group) -> list[str]:
    return [m.text for m in from_bot(stage.mo, board) if not m.deleted]


def picture() -> Attachment:
    encoded = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(encoded, "JPEG")
    return Attachment(encoded.getvalue(), "image/jpeg", "chairs.jpg")


async def test_a_draft_is_kept_listed_and_posted_under_its_number(on_stage: RelayHarness) -> None:
    board, alex, bea = on_stage.group("Board"), on_stage.alex, on_stage.bea
    async with on_stage.running(branch("hackney", alex, bea, groups=[board])):
        told = await on_stage.ask(alex, "draft Chairs are *needed* on Saturday.")
        assert "I keep this as draft 1, for all admins of Hackney branch" in told
        assert "until Thursday 21 January" in told
        assert board_of(on_stage, board) == []
        await on_stage.wait(timedelta(hours=3))
    # The relay starts again.
    async with on_stage.running(branch("hackney", alex, bea, groups=[board])):
        listed = await on_stage.ask(bea, "drafts")
        expected = "• 1, Hackney branch, from 3 hours ago: Chairs are needed on Saturday."
        assert expected in listed
        assert "60 days" in listed
        shown = await on_stage.ask(bea, "draft 1")
        assert "Chairs are needed on Saturday." in shown
        await on_stage.say(bea, "yes")
        (post,) = from_bot(on_stage.mo, board)
        assert (post.text, len(post.content.styles)) == ("Chairs are needed on Saturday.", 1)
        assert "It is number 1." in from_bot(bea)[-1].text
        assert "No drafts are kept" in await on_stage.ask(alex, "drafts")


@pytest.mark.parametrize(
    "command",
    ["draft 1", "Draft no. 1", "post draft 1", "announce draft 1", "post draft #1.", "now draft 1"],
)
async def test_every_way_to_name_it(on_stage: RelayHarness, command: str) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await on_stage.say(alex, "draft Tea at four.")
        assert "Tea at four." in await on_stage.ask(alex, command)
        assert board_of(on_stage, board) == []
        await on_stage.say(alex, "yes")
        assert board_of(on_stage, board) == ["Tea at four."]


@pytest.mark.parametrize(
    "command", ["drop draft 1", "drop 1", "delete draft 1", "cancel draft 1", "discard draft 1"]
)
async def test_it_is_thrown_away(on_stage: RelayHarness, command: str) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await on_stage.say(alex, "draft Tea at four.")
        assert "is thrown away: Tea at four." in await on_stage.ask(alex, command)
        assert "No drafts" in await on_stage.ask(alex, "drafts")
        assert "no draft with the number 1" in await on_stage.ask(alex, "draft 1")
        assert "no draft with the number 1" in await on_stage.ask(alex, command)


async def test_a_no_a_new_text_and_a_long_silence_keep_it(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await on_stage.say(alex, "draft Tea at four.")
        await on_stage.say(alex, "draft 1")
        assert "Draft 1 is still kept" in await on_stage.ask(alex, "no")
        await on_stage.say(alex, "draft 1")
        await on_stage.wait(timedelta(hours=1))
        assert "it is still kept" in from_bot(alex)[-1].text
        await on_stage.say(alex, "draft 1")
        await on_stage.say(alex, "announce Cake.")
        await on_stage.say(alex, "yes")
        await on_stage.say(alex, "draft 1")
        await on_stage.say(alex, "meeting")
        await on_stage.say(alex, "no")
        await on_stage.say(alex, "draft 1")
        await on_stage.say(alex, "report")
        await on_stage.say(alex, "stop")
        assert "Tea at four." in await on_stage.ask(alex, "drafts")
        assert board_of(on_stage, board) == ["Cake."]


async def test_it_is_edited(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await on_stage.say(alex, "draft Tea at four.")
        assert "Tea at five." in await on_stage.ask(alex, "edit draft 1 Tea at five.")
        await on_stage.say(alex, "no")
        assert "Tea at five." in await on_stage.ask(alex, "drafts")
        assert "What should draft 1 say" in await on_stage.ask(alex, "edit draft 1")
        assert "Tea at six." in await on_stage.ask(alex, "Tea at six.")
        assert "Tea at seven." in await on_stage.ask(alex, "edit Tea at seven.")
        await on_stage.say(alex, "yes")
        assert board_of(on_stage, board) == ["Tea at seven."]


async def test_it_is_posted_at_a_time(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await on_stage.say(alex, "draft Tea at four.")
        assert "on Monday 23 November at 9 am" in await on_stage.ask(
            alex, "post draft 1 tomorrow 9am"
        )
        await on_stage.say(alex, "yes")
        await on_stage.wait(timedelta(hours=20))
        assert board_of(on_stage, board) == ["Tea at four."]
        await on_stage.say(alex, "draft Cake.")
        unclear = await on_stage.ask(alex, "post draft 2 some other time")
        assert "none that I was sure of" in unclear
        assert "post now" in unclear


async def test_what_another_admin_did_meanwhile_is_shown_before_a_yes(
    on_stage: RelayHarness,
) -> None:
    board, alex, bea = on_stage.group("Board"), on_stage.alex, on_stage.bea
    async with on_stage.running(branch("hackney", alex, bea, groups=[board])):
        await on_stage.say(alex, "draft Tea at four.")
        await on_stage.say(alex, "draft 1")
        await on_stage.say(bea, "edit draft 1 The hall is on fire.")
        changed, preview = await on_stage.say(alex, "yes")
        assert "Another admin has changed draft 1" in changed
        assert "The hall is on fire." in preview
        assert board_of(on_stage, board) == []
        await on_stage.say(bea, "yes")
        assert board_of(on_stage, board) == ["The hall is on fire."]
        assert "Another admin has posted draft 1" in await on_stage.ask(alex, "yes")
        assert board_of(on_stage, board) == ["The hall is on fire."]
        await on_stage.say(alex, "draft Cake.")
        await on_stage.say(bea, "draft 2")
        await on_stage.say(alex, "drop draft 2")
        assert "nothing waiting for an answer" in await on_stage.ask(bea, "yes")
        assert board_of(on_stage, board) == ["The hall is on fire."]


async def test_where_two_have_to_agree(on_stage: RelayHarness) -> None:
    board, alex, bea = on_stage.group("Board"), on_stage.alex, on_stage.bea
    async with on_stage.running(branch("hackney", alex, bea, groups=[board], approvals=2)):
        await on_stage.say(alex, "draft Tea at four.")
        await on_stage.say(bea, "draft 1")
        await on_stage.say(bea, "yes")
        # Whoever wrote it first may agree: who wants it posted is another.
        assert board_of(on_stage, board) == []
        assert "No drafts" in await on_stage.ask(alex, "drafts")
        await on_stage.say(bea, "agree 1")
        assert board_of(on_stage, board) == []
        await on_stage.say(alex, "agree 1")
        assert board_of(on_stage, board) == ["Tea at four."]


async def test_drafts_of_another_branch_are_nobodys_business(on_stage: RelayHarness) -> None:
    board, alex, bea = on_stage.group("Board"), on_stage.alex, on_stage.bea
    hackney = branch("hackney", alex, bea, groups=[board])
    async with on_stage.running(hackney, branch("lambeth", bea, groups=[board])):
        await on_stage.say(bea, "draft hackney: Tea at four.")
        question = await on_stage.ask(bea, "draft Cake.")
        assert "Which branch" in question
        assert "as draft 2, for all admins of Lambeth branch" in await on_stage.ask(bea, "2")
        listed = await on_stage.ask(alex, "drafts")
        assert "Tea" in listed
        assert "Cake" not in listed
        assert "no draft with the number 2" in await on_stage.ask(alex, "draft 2")
        assert "no draft with the number 2" in await on_stage.ask(alex, "drop 2")
        assert "2 drafts are kept" in await on_stage.ask(bea, "drafts")
        await on_stage.say(bea, "draft 1")
    # Bea is no admin of Hackney any more, with its draft open.
    async with on_stage.running(
        branch("hackney", alex, groups=[board]), branch("lambeth", bea, groups=[board])
    ):
        assert "nothing waiting" in await on_stage.ask(bea, "yes")
        assert "no draft with the number 1" in await on_stage.ask(bea, "draft 1")
        assert board_of(on_stage, board) == []
        assert "Tea" in await on_stage.ask(alex, "drafts")


async def test_a_clumsy_admin(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        assert "What should it say?" in await on_stage.ask(alex, "draft")
        assert "that is too long" in (await on_stage.ask(alex, "a" * (MAX_TEXT + 1))).lower()
        assert "as draft 1" in await on_stage.ask(alex, "Draft agenda for Thursday")
        assert "too long" in await on_stage.ask(alex, "draft " + "a" * (MAX_TEXT + 1))
        assert "Dropped" in await on_stage.ask(alex, "no")
        told = await on_stage.ask(alex, "draft 1 chair is missing")
        assert "If you meant draft 1" in told
        assert "1 chair is missing" in await on_stage.ask(alex, "drafts")
        assert "is a draft" in await on_stage.ask(alex, "status 1")
        assert "is a draft" in await on_stage.ask(alex, "again 1")
        assert "no draft with the number 7" in await on_stage.ask(alex, "draft 7")
        assert "no draft with the number 7" in await on_stage.ask(alex, "post draft 7")
        assert "Did you mean draft" in await on_stage.ask(alex, "darft Cake.")
        assert "Did you mean drafts" in await on_stage.ask(alex, "darfts")
        await on_stage.say(alex, "announce")
        # What was asked for may begin with the word.
        assert "Draft minutes are out." in await on_stage.ask(alex, "Draft minutes are out.")
        assert "as draft 4" in await on_stage.ask(alex, "draft")
        assert board_of(on_stage, board) == []


async def test_what_is_shown_is_kept_with_its_picture(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await on_stage.say(alex, "draft Bring chairs", attachments=[picture()])
        assert "screen reader" in await on_stage.ask(alex, "draft 1")
        await on_stage.say(alex, "A chair")
        assert "as draft 1" in await on_stage.ask(alex, "draft")
        assert "described as: A chair" in await on_stage.ask(alex, "draft 1")
        await on_stage.say(alex, "yes")
        (post,) = from_bot(on_stage.mo, board)
        assert len(post.attachments) == 1


async def test_it_is_not_kept_for_ever(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    on_stage.more_settings = {"announcements": {"draft_days": 7}}
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        assert "until Sunday 29 November" in await on_stage.ask(alex, "draft Tea at four.")
        await on_stage.wait(timedelta(days=6, hours=23))
        await on_stage.relay.tidy()
        assert "Tea" in await on_stage.ask(alex, "drafts")
        await on_stage.wait(timedelta(hours=2))
        await on_stage.relay.tidy()
        await on_stage.settle()
        assert "kept for a long time" in from_bot(alex)[-1].text
        assert "No drafts" in await on_stage.ask(alex, "drafts")


async def test_a_meeting_is_no_draft_and_can_wait_for_the_morning(on_stage: RelayHarness) -> None:
    board, alex = on_stage.group("Board"), on_stage.alex
    whole = (
        "meeting Title: Film night\nWhen: Thursday 7pm\nWhere: Town Hall\nAgenda: A film\n"
        "Papers: none\nAccess: step-free"
    )
    async with on_stage.running(branch("hackney", alex, groups=[board])):
        await on_stage.wait(timedelta(hours=10))
        await on_stage.say(alex, whole)
        assert "It is 11 pm" in await on_stage.ask(alex, "yes")
        assert "on Monday 23 November at 8 am" in await on_stage.ask(alex, "morning")
        assert board_of(on_stage, board) == []
        assert "No meeting is planned" in "".join(await on_stage.say(on_stage.mo, "meetings"))
        await on_stage.wait(timedelta(hours=9))
        (post,) = board_of(on_stage, board)
        assert "Film night" in post
        assert "Film night" in "".join(await on_stage.say(on_stage.mo, "meetings"))
