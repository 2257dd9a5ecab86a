"""A question who is coming, and a change of the date it names: it goes, and is asked anew."""

from datetime import timedelta
from typing import Any

import pytest
from harness.running import from_bot

from practice.faults import Fault
from practice.releases import RELEASES, Release
from practice.seen import SeenMessage
from relay.meetings.tables import Polls

WEEKLY = "meeting Title: Committee\nWhen: every Thursday 7pm\nWhere: -\nAgenda: -\nAccess: -"
MOVE = "move 1 to Friday 8pm"
OLD = "Are you coming to Branch meeting, Thursday 26 November at 7 pm?"
NEW = "Are you coming to Branch meeting, Friday 27 November at 8 pm?"


async def ask(hackney: Any, number: int = 1) -> SeenMessage:
    """Ask the groups; return the question as Mo sees it."""
    await tell(hackney, f"rsvp {number}")
    return polls(hackney)[-1]


async def tell(hackney: Any, text: str) -> str:
    """Ask for a change and say yes to it; return what was shown before."""
    shown = await hackney.stage.ask(hackney.stage.alex, text)
    await hackney.stage.say(hackney.stage.alex, "yes")
    return str(shown)


async def vote(hackney: Any, poll: SeenMessage, choice: int) -> None:
    hackney.stage.mo.vote(poll.timestamp, (choice,), to=hackney.board)
    await hackney.stage.settle()


def polls(hackney: Any) -> list[SeenMessage]:
    """Return the questions in the group, deleted ones too."""
    return [m for m in from_bot(hackney.stage.mo, hackney.board) if m.options]


def standing(hackney: Any) -> list[str]:
    """Return what is to be read in the group, without what is deleted."""
    seen = from_bot(hackney.stage.mo, hackney.board)
    return [m.question or m.text for m in seen if not m.deleted]


async def counts(hackney: Any) -> str:
    return str(await hackney.stage.ask(hackney.stage.alex, "rsvp 1"))


@pytest.mark.parametrize("release", RELEASES)
async def test_a_date_that_moved_is_asked_about_anew(hackney: Any, release: Release) -> None:
    hackney.stage.signal.tuning.release = release
    await hackney.put_up()
    old = await ask(hackney)
    await vote(hackney, old, 0)
    shown = await tell(hackney, MOVE)
    assert f"The question who is coming: I delete it. I ask again: {NEW}" in shown
    assert "The 1 answer so far does not count for the new date." in shown
    gone, new = polls(hackney)
    assert (gone.timestamp, gone.deleted, gone.poll_closed) == (old.timestamp, True, False)
    assert (new.question, new.options) == (NEW, ("Yes", "No", "Maybe"))
    assert len(standing(hackney)) == 2
    assert standing(hackney)[-1] == NEW
    said = await counts(hackney)
    assert "Answers for Friday 27 November at 8 pm: none yet." in said
    # What was answered before is not lost to whoever plans.
    earlier = "Before it moved, for Thursday 26 November at 7 pm: 1 yes, 0 no, 0 maybe."
    assert earlier in said
    await vote(hackney, old, 0)
    assert "none yet" in await counts(hackney)
    await vote(hackney, new, 1)
    said = await counts(hackney)
    assert "Answers for Friday 27 November at 8 pm: 0 yes, 1 no, 0 maybe." in said
    assert earlier in said
    rows = hackney.stage.store._db.execute("SELECT voter FROM meeting_votes").fetchall()
    assert len(rows) == 1
    # What is off has no answers, of before either.
    await hackney.stage.ask(hackney.stage.alex, "cancel 1 because of snow")
    await hackney.stage.say(hackney.stage.alex, "yes")
    assert hackney.stage.store._db.execute("SELECT * FROM meeting_polls").fetchall() == []


@pytest.mark.parametrize("release", RELEASES)
async def test_what_is_too_old_to_be_deleted_is_closed(hackney: Any, release: Release) -> None:
    hackney.stage.signal.tuning.release = release
    await hackney.put_up()
    old = await ask(hackney)
    await hackney.stage.wait(timedelta(hours=25))
    shown = await tell(hackney, MOVE)
    assert "I close it. It stays there, because it is more than a day old" in shown
    closed, new = polls(hackney)
    assert (closed.timestamp, closed.deleted, closed.poll_closed) == (old.timestamp, False, True)
    assert (new.question, new.poll_closed) == (NEW, False)


async def test_the_end_of_a_question_comes_before_what_is_new(hackney: Any) -> None:
    await hackney.put_up()
    await ask(hackney)
    await hackney.stage.wait(timedelta(hours=25))
    hackney.stage.signal.calls.clear()
    await tell(hackney, MOVE)
    group = hackney.board.api_id
    made = [
        (call.method, call.path.split("/")[2])
        for call in hackney.stage.signal.calls
        if group in str(call.body)
    ]
    assert made == [("DELETE", "polls"), ("POST", "send"), ("POST", "polls")]


@pytest.mark.parametrize("age", [0, 25])
async def test_what_is_off_asks_and_counts_nobody(hackney: Any, age: int) -> None:
    await hackney.put_up()
    poll = await ask(hackney)
    await vote(hackney, poll, 0)
    await hackney.stage.wait(timedelta(hours=age))
    assert "1 yes" in await hackney.stage.ask(hackney.stage.alex, "meeting 1")
    await hackney.stage.ask(hackney.stage.alex, "cancel 1")
    shown = await tell(hackney, "because The hall is flooded")
    assert "The 1 answer so far no longer counts." in shown
    assert "ask again" not in shown
    [gone] = polls(hackney)
    assert (gone.deleted, gone.poll_closed) == ((False, True) if age else (True, False))
    await vote(hackney, poll, 0)
    for command in ("meeting 1", "status 1"):
        assert "yes," not in await hackney.stage.ask(hackney.stage.alex, command)
    for table in ("meeting_polls", "meeting_votes", "meeting_poll_places"):
        rows = hackney.stage.store._db.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
        assert rows == [], table


async def test_what_is_taken_down_asks_nobody(hackney: Any) -> None:
    await hackney.put_up()
    await ask(hackney)
    await tell(hackney, "retract 1")
    await hackney.stage.settle()
    assert standing(hackney) == []
    assert hackney.stage.store[Polls].latest(1) is None


@pytest.mark.parametrize("change", ["where 1 The library", "agenda 1 Rents", "access 1 A ramp"])
async def test_a_question_whose_date_stays_stays_with_its_votes(hackney: Any, change: str) -> None:
    await hackney.put_up()
    poll = await ask(hackney)
    await vote(hackney, poll, 0)
    assert "question who is coming" not in await tell(hackney, change)
    assert [(one.question, one.deleted) for one in polls(hackney)] == [(OLD, False)]
    assert "1 yes" in await counts(hackney)


async def test_of_a_series_only_the_date_that_was_asked_about_matters(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up(WEEKLY)
    await stage.say(stage.alex, "skip")
    await stage.say(stage.alex, "yes")
    await ask(hackney)
    shown = await tell(hackney, "move 1 on 3 December to 4 December 8pm")
    assert "question who is coming" not in shown
    assert [one.deleted for one in polls(hackney)] == [False]
    shown = await tell(hackney, "move 1 on 26 November to 27 November 8pm")
    assert "I ask again: Are you coming to Committee, Friday 27 November at 8 pm?" in shown
    assert [one.deleted for one in polls(hackney)] == [True, False]
    await stage.ask(stage.alex, "cancel 1")
    await tell(hackney, "because of snow")
    assert [one.deleted for one in polls(hackney)] == [True, True]
    assert "Thursday 3 December at 7 pm?" not in str(standing(hackney))


async def test_a_series_that_moves_as_a_whole_is_asked_about_its_next_date(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up(WEEKLY)
    await stage.say(stage.alex, "skip")
    await stage.say(stage.alex, "yes")
    await ask(hackney)
    await tell(hackney, "move 1 to every Friday at 8pm")
    assert standing(hackney)[-1] == "Are you coming to Committee, Friday 27 November at 8 pm?"
    assert [one.deleted for one in polls(hackney)] == [True, False]


async def test_nobody_is_asked_again_where_nobody_was_asked(hackney: Any) -> None:
    await hackney.put_up()
    assert "question who is coming" not in await tell(hackney, MOVE)
    assert polls(hackney) == []


async def test_no_leaves_the_question_as_it_is(hackney: Any) -> None:
    await hackney.put_up()
    poll = await ask(hackney)
    await hackney.stage.ask(hackney.stage.alex, MOVE)
    await hackney.stage.ask(hackney.stage.alex, "no")
    await vote(hackney, poll, 0)
    assert "1 yes" in await counts(hackney)


async def test_a_question_that_still_waits_is_not_asked(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    stage.signal.put_in_the_way(
        Fault("refuse", path="/v1/polls", text="Failed to send message", times=1)
    )
    await tell(hackney, "rsvp 1")
    assert polls(hackney) == []
    assert "I delete it." in await tell(hackney, MOVE)
    await stage.wait(timedelta(minutes=10))
    assert [one.question for one in polls(hackney)] == [NEW]


async def test_where_two_admins_are_wanted_both_see_that_people_are_asked_again(
    hackney_of_two: Any,
) -> None:
    stage = hackney_of_two.stage
    await hackney_of_two.put_up()
    await stage.say(stage.bea, "agree 1")
    await tell(hackney_of_two, "rsvp 1")
    await stage.say(stage.bea, "agree 1")
    shown = await tell(hackney_of_two, MOVE)
    asked = from_bot(stage.bea)[-1].text
    for text in (shown, asked):
        assert f"I ask again: {NEW}" in text
    assert [one.question for one in polls(hackney_of_two)] == [OLD]
    await stage.say(stage.bea, "agree 1")
    assert [(one.question, one.deleted) for one in polls(hackney_of_two)] == [
        (OLD, True),
        (NEW, False),
    ]


async def test_a_question_that_could_not_be_taken_back_is_told(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    await ask(hackney)
    await stage.wait(timedelta(hours=25))
    stage.signal.put_in_the_way(
        Fault("refuse", path="/v1/polls", method="DELETE", text="Group not found")
    )
    await tell(hackney, MOVE)
    told = [m.text for m in from_bot(stage.alex) if "could not take it back" in m.text]
    assert len(told) == 1
    assert "• Board: failed" in told[0]
    assert polls(hackney)[-1].question == NEW


OPEN = (
    "meeting Title: Fair\nWhen: Saturday 28 November, time tbc\nWhere: Hall\nAgenda: -\nAccess: -"
)


async def put_up(hackney: Any, text: str) -> None:
    for typed in (text, "tbc", "skip"):
        await hackney.stage.ask(hackney.stage.alex, typed)
    await hackney.stage.say(hackney.stage.alex, "yes")
    await hackney.stage.settle()


async def test_a_time_that_is_set_keeps_the_answers(hackney: Any) -> None:
    await put_up(hackney, OPEN)
    poll = await ask(hackney)
    await vote(hackney, poll, 0)
    shown = await tell(hackney, "move 1 2pm")
    assert "The question who is coming stays in the groups, and the 1 answer so far" in shown
    assert "ask again" not in shown
    assert [(one.deleted, one.poll_closed) for one in polls(hackney)] == [(False, False)]
    notice = standing(hackney)[-1]
    assert "The time is set" in notice
    assert "If you have said whether you come, that still counts." in notice
    said = await counts(hackney)
    assert "Answers for Saturday 28 November at 2 pm: 1 yes, 0 no, 0 maybe." in said
    assert "Before it moved" not in said
    await vote(hackney, poll, 1)
    assert "0 yes, 1 no, 0 maybe" in await counts(hackney)
    # Until its end: then the counts stay and nobody's vote does.
    await hackney.stage.wait(timedelta(days=8))
    assert hackney.stage.store._db.execute("SELECT * FROM meeting_votes").fetchall() == []
    latest = hackney.stage.store[Polls].latest(1)
    assert latest is not None
    assert latest.counts == (0, 1, 0)


@pytest.mark.parametrize(
    ("change", "stays"),
    [
        ("move 1 to Thursday 26 November 7pm-9.30pm", True),
        ("move 1 to Thursday 26 November 7pm, doors 6.30pm", True),
        ("move 1 to Thursday 26 November 7.30pm", False),
    ],
)
async def test_an_end_that_is_named_keeps_them_and_another_beginning_does_not(
    hackney: Any, change: str, stays: bool
) -> None:
    await hackney.put_up()
    poll = await ask(hackney)
    await vote(hackney, poll, 0)
    shown = await tell(hackney, change)
    assert ("ask again" in shown) is not stays
    assert [one.deleted for one in polls(hackney)] == ([False] if stays else [True, False])
    said = await counts(hackney)
    assert ("1 yes" in said.partition("Before")[0]) is stays
    assert ("Before it moved, for Thursday 26 November at 7 pm: 1 yes" in said) is not stays


async def test_who_moves_it_and_back_asks_three_times_and_counts_nobody_twice(hackney: Any) -> None:
    await hackney.put_up()
    await vote(hackney, await ask(hackney), 0)
    await tell(hackney, MOVE)
    await vote(hackney, polls(hackney)[-1], 1)
    await tell(hackney, "move 1 to Thursday 26 November 7pm")
    assert [one.deleted for one in polls(hackney)] == [True, True, False]
    said = await counts(hackney)
    assert "Answers for Thursday 26 November at 7 pm: none yet." in said
    assert "Before it moved, for Friday 27 November at 8 pm: 0 yes, 1 no, 0 maybe." in said
