"""Changing a meeting: who is told is shown first, then everybody reads the same."""

from datetime import timedelta
from typing import Any

from harness.running import from_bot

from practice.faults import Fault
from practice.seen import SeenMessage
from relay.meetings.meeting import Place
from relay.meetings.tables import Meetings


def standing(hackney: Any) -> list[SeenMessage]:
    """What stands in the group and is not deleted."""
    return [post for post in from_bot(hackney.stage.mo, hackney.board) if not post.deleted]


async def test_a_meeting_is_moved(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    question = await stage.ask(stage.alex, "move 1 to Friday 8pm")
    assert "from Thursday 26 November at 7 pm to Friday 27 November at 8 pm" in question
    assert "Board (1 person): a new post with a new card" in question
    assert "I delete the post that is there" in question
    assert "CHANGED: Branch meeting\nNew time: Friday 27 November at 8 pm" in question

    await stage.say(stage.alex, "yes")

    old, post = from_bot(stage.mo, hackney.board)
    assert old.deleted
    assert post.text.startswith("CHANGED: Branch meeting\nNew time: Friday 27 November at 8 pm")
    assert "When: Friday 27 November at 8 pm" in post.text
    assert [file.content_type for file in post.attachments] == ["image/png", "text/calendar"]
    assert b"DTSTART;TZID=Europe/London:20261127T200000" in post.attachments[1].data
    assert "I deleted the earlier one" in from_bot(stage.alex)[-1].text
    meeting = stage.store[Meetings].get(1)
    assert meeting.sequence == 1
    assert "Friday 27 November at 8 pm" in await stage.ask(stage.mo, "next")


async def test_the_place_the_agenda_and_the_papers_change(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    for command, shown in (
        ("where 1 Old Library", "Where: Old Library"),
        ("agenda 1 Only rents", "Agenda:\nOnly rents"),
        ("access 1 Lift and childcare", "Access: Lift and childcare"),
        ("papers 1 https://example.org/more.pdf", "https://example.org/more.pdf"),
    ):
        assert "Nothing has changed yet" in await stage.ask(stage.alex, command)
        await stage.say(stage.alex, "yes")
        assert any(shown in post.text for post in standing(hackney))
    assert stage.store[Meetings].get(1).sequence == 4


async def test_a_meeting_is_cancelled_with_a_reason(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    question = await stage.ask(stage.alex, "cancel 1 because the hall is flooded")
    assert "would be cancelled" in question
    assert "Why: The hall is flooded" in question
    await stage.say(stage.alex, "yes")
    [post] = standing(hackney)
    assert post.text.startswith("CANCELLED: Branch meeting, Thursday 26 November at 7 pm")
    card, calendar = post.attachments
    assert card.content_type == "image/png"
    assert b"METHOD:CANCEL" in calendar.data
    assert "CANCELLED" in await stage.ask(stage.mo, "meetings")
    assert "cancelled already" in await stage.ask(stage.alex, "move 1 to Friday 8pm")


async def test_no_leaves_it(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    await stage.ask(stage.alex, "cancel 1")
    assert "stays as it is" in await stage.ask(stage.alex, "no")
    assert len(from_bot(stage.mo, hackney.board)) == 1


async def test_numbers_are_shared_with_announcements(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    await stage.ask(stage.alex, "announce Hello")
    await stage.say(stage.alex, "yes")
    assert "is an announcement" in await stage.ask(stage.alex, "move 2 to Friday 8pm")
    assert "is a meeting" in await stage.ask(stage.alex, "edit 1 Hello")
    assert "Number 1 was posted" in await stage.ask(stage.alex, "status 1")
    await stage.ask(stage.alex, "announce tomorrow 9am: Later")
    await stage.ask(stage.alex, "yes")
    assert "will not be posted" in await stage.ask(stage.alex, "cancel 3")


async def test_a_member_changes_nothing(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    await stage.ask(stage.mo, "cancel 1 because I say so")
    await stage.say(stage.mo, "yes")
    assert len(from_bot(stage.mo, hackney.board)) == 1


async def test_without_a_reason_it_is_asked_for(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    assert "Why is number 1, Branch meeting, off?" in await stage.ask(stage.alex, "cancel 1")
    assert "You look after" in await stage.ask(stage.alex, "help")
    assert "the most is 300" in await stage.ask(stage.alex, "because " + "x" * 301)
    question = await stage.ask(stage.alex, "because the hall is shut")
    assert "Why: The hall is shut" in question
    assert "would be cancelled" in question
    await stage.say(stage.alex, "yes")
    assert stage.store[Meetings].get(1).reason == "The hall is shut"


async def test_a_reason_can_be_left_out(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    await stage.ask(stage.alex, "cancel 1")
    assert "no reason" in await stage.ask(stage.alex, "skip")
    await stage.say(stage.alex, "yes")
    assert stage.store[Meetings].get(1).is_cancelled


async def test_the_receipt_says_how_a_meeting_is_changed(hackney: Any) -> None:
    await hackney.put_up()
    receipt = from_bot(hackney.stage.alex)[-1].text
    assert "move 1" in receipt
    assert "rsvp 1" in receipt
    assert "edit 1" not in receipt


async def test_a_late_change_is_no_correction(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    await stage.wait(timedelta(days=2))
    await stage.ask(stage.alex, "move 1 to Friday 8pm")
    receipt = (await stage.say(stage.alex, "yes"))[-1]
    assert "An earlier one is more than a day old" in receipt
    assert "correction" not in receipt
    # What Signal no longer deletes is no longer the newest thing that the group has.
    old, post = standing(hackney)
    assert "When: Thursday 26 November at 7 pm" in old.text
    assert "When: Friday 27 November at 8 pm" in post.text
    assert len(post.attachments) == 2

    await stage.wait(timedelta(hours=2))
    await stage.ask(stage.alex, "move 1 to Friday 9pm")
    await stage.say(stage.alex, "yes")
    assert [one.text.count("at 9 pm") > 0 for one in standing(hackney)] == [False, True]


async def test_a_late_change_of_what_no_card_shows_is_a_notice(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    await stage.wait(timedelta(days=2))
    await stage.ask(stage.alex, "agenda 1 Only rents")
    receipt = (await stage.say(stage.alex, "yes"))[-1]
    assert "The notice of the change is there" in receipt
    post, notice = standing(hackney)
    assert "Only rents" not in post.text
    assert "Only rents" in notice.text
    assert [file.content_type for file in notice.attachments] == ["text/calendar"]


async def test_a_notice_with_the_old_date_goes_when_the_meeting_is_moved(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    for command in ("agenda 1 Only rents", "move 1 to Friday 8pm"):
        await stage.ask(stage.alex, command)
        await stage.say(stage.alex, "yes")
    [post] = standing(hackney)
    assert "Only rents" in post.text
    assert "Thursday 26 November at 7 pm before" in post.text


async def test_the_old_post_stays_until_the_new_one_is_there(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    board = hackney.board.api_id
    stage.signal.put_in_the_way(Fault("refuse", times=None, path="/v2/send", recipient=board))
    await stage.ask(stage.alex, "move 1 to Friday 8pm")
    await stage.say(stage.alex, "yes")
    assert ["Thursday 26 November" in post.text for post in standing(hackney)] == [True]
    stage.signal.faults.clear()
    await stage.wait(timedelta(minutes=20))
    assert ["New time: Friday" in post.text for post in standing(hackney)] == [True]


async def test_a_deletion_that_is_held_up_is_made_up_for(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    fault = Fault("drop after", path=f"/v1/remote-delete/{stage.signal.number}")
    stage.signal.put_in_the_way(fault)
    await stage.ask(stage.alex, "move 1 to Friday 8pm")
    await stage.say(stage.alex, "yes")
    await stage.wait(timedelta(minutes=2))
    assert ["New time: Friday" in post.text for post in standing(hackney)] == [True]
    assert stage.store.outbox.queued() == 0


async def test_whoever_deletes_a_meeting_is_told_of_the_better_way(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    assert "cancel 1 because" in await stage.ask(stage.alex, "retract 1")
    await stage.ask(stage.alex, "no")
    await stage.wait(timedelta(days=2))
    answer = await stage.ask(stage.alex, "retract 1")
    assert "can no longer be deleted" in answer
    assert "cancel 1 because" in answer


async def test_too_much_and_too_little_are_said(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    for command, said in (
        ("access 1", "access 1 Step-free"),
        ("access 1 " + "x" * 601, "the most is 600"),
        ("agenda 1 " + "x" * 4_001, "the most is 4000"),
        ("where 1 " + "x" * 151, "the most is 150"),
    ):
        assert said in (await stage.ask(stage.alex, command)).replace(",", "")
    assert len(from_bot(stage.mo, hackney.board)) == 1


async def test_another_hall_keeps_the_way_in_online(hackney: Any) -> None:
    stage, link = hackney.stage, "https://zoom.us/j/1"
    await hackney.put_up(
        f"meeting Title: AGM\nWhen: Thursday 7pm\nWhere: Town Hall and {link}\nAgenda: Rents\n"
        "Access: step-free\nPapers: https://example.org/rents.pdf"
    )
    assert "The link to join online stays" in await stage.ask(stage.alex, "where 1 Old Library")
    await stage.say(stage.alex, "yes")
    assert stage.store[Meetings].get(1).place == Place("Old Library", link)
    question = await stage.ask(stage.alex, "where 1 Old Library, in person only")
    assert "online" not in question.casefold()
    await stage.say(stage.alex, "yes")
    assert stage.store[Meetings].get(1).place == Place("Old Library", "")
