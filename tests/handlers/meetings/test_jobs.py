"""What goes wrong with nobody there to see it is told to the admins."""

from datetime import timedelta
from typing import Any

from harness.running import from_bot

from practice.faults import Fault

REFUSED = "User is not allowed to send message to group: Board (id)"


def said_to(person: Any, words: str) -> list[str]:
    return [message.text for message in from_bot(person) if words in message.text]


async def test_a_reminder_that_fails_in_a_group_is_told_to_the_admins_once(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    refuse = Fault("refuse", path="/v2/send", recipient=hackney.board.api_id, text=REFUSED)
    stage.signal.put_in_the_way(refuse)
    await stage.wait(timedelta(days=3, hours=6))
    for _ in range(3):
        await stage.wait(timedelta(minutes=1))
    [told] = said_to(stage.alex, "A reminder of number 1, Branch meeting")
    assert "• Board: failed" in told
    assert said_to(stage.mo, "A reminder of number 1") == []


async def test_a_group_in_which_the_bot_may_not_post_any_more_is_told_to_the_admins(
    hackney: Any,
) -> None:
    stage = hackney.stage
    await hackney.put_up()
    hackney.board.admins.clear()
    await stage.relay.directory.refresh()
    await stage.wait(timedelta(days=3, hours=6))
    for _ in range(3):
        await stage.wait(timedelta(minutes=1))
    [told] = said_to(stage.alex, "A reminder of number 1, Branch meeting, did not get everywhere")
    assert "• Board: I am not allowed to post there. A group admin has to make me an admin." in told
    assert said_to(stage.mo, "Tomorrow") == []


async def test_where_all_goes_well_nobody_is_told(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    before = len(from_bot(stage.alex))
    await stage.wait(timedelta(days=3, hours=6))
    assert "Tomorrow" in from_bot(stage.mo, hackney.board)[-1].text
    assert len(from_bot(stage.alex)) == before


async def test_a_question_that_fails_is_told(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    await stage.ask(stage.alex, "rsvp 1")
    stage.signal.put_in_the_way(Fault("refuse", path="/v1/polls", text=REFUSED))
    await stage.say(stage.alex, "yes")
    await stage.settle()
    [told] = said_to(stage.alex, "The question who is coming to number 1")
    assert "• Board: failed" in told
