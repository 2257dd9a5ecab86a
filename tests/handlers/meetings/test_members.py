"""What a member asks about meetings, and what comes before one begins."""

from datetime import timedelta
from typing import Any

from harness.running import from_bot

from relay.meetings.tables import PlannedReminders


async def test_a_member_sees_what_is_planned(hackney: Any) -> None:
    stage = hackney.stage
    assert "No meeting is planned yet" in await stage.ask(stage.mo, "meetings")
    await hackney.put_up()
    answer = await stage.ask(stage.mo, "Meetigns")
    assert "One meeting is planned" in answer
    assert "• 1: Branch meeting, Thursday 26 November at 7 pm" in answer


async def test_a_meeting_comes_with_its_calendar_file(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    for question in ("next", "meeting 1", "Meeting", "next meeting?"):
        answer = await stage.ask(stage.mo, question)
        assert "Where: Town Hall" in answer
        [file] = from_bot(stage.mo)[-1].attachments
        assert file.content_type == "text/calendar"
    assert "Rents" in await stage.ask(stage.mo, "agenda")
    assert "https://example.org/rents.pdf" in await stage.ask(stage.mo, "papers 1")
    assert "no meeting with the number 7" in await stage.ask(stage.mo, "meeting 7")


async def test_a_draft_is_nobody_elses(hackney: Any) -> None:
    stage = hackney.stage
    await stage.ask(stage.alex, "meeting Title: Secret\nWhen: Thursday 7pm")
    for _ in range(4):
        await stage.ask(stage.alex, "skip")
    assert "no meeting with the number 1" in await stage.ask(stage.mo, "meeting 1")
    assert "No meeting is planned" in await stage.ask(stage.mo, "meetings")


async def test_groups_and_who_asked_for_it_are_reminded_until_they_stop(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    assert "before Branch meeting, Thursday 26 November at 7 pm" in await stage.ask(
        stage.mo, "remind me"
    )
    stage.clock.move(timedelta(days=3, hours=6))
    await hackney.settle()
    assert "Tomorrow: Branch meeting" in from_bot(stage.mo, hackney.board)[-1].text
    assert "Tomorrow: Branch meeting" in from_bot(stage.mo)[-1].text
    assert "forgotten that you asked" in await stage.ask(stage.mo, "stop")
    stage.clock.move(timedelta(hours=22))
    before = len(from_bot(stage.mo))
    await hackney.settle()
    assert "In 2 hours: Branch meeting" in from_bot(stage.mo, hackney.board)[-1].text
    assert len(from_bot(stage.mo)) == before
    assert "not sending you any reminders" in await stage.ask(stage.mo, "stop reminding me")


async def test_what_nobody_answers_is_dropped_and_said_so(hackney: Any) -> None:
    stage = hackney.stage
    await stage.ask(stage.alex, "meeting")
    stage.clock.move(timedelta(minutes=31))
    await hackney.settle()
    assert "stopped waiting" in from_bot(stage.alex)[-1].text


async def test_a_member_who_writes_a_report_is_left_with_it(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    answer = await stage.ask(stage.mo, "agenda and papers were fine, thank you")
    assert "Agenda of" not in answer


async def test_free_words_are_answered_like_the_command(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    for person in (stage.mo, stage.alex):
        assert "Where: Town Hall" in await stage.ask(person, "When is the next meeting?")
        assert "One meeting is planned" in await stage.ask(person, "What’s on this week?")


async def test_reminding_twice_is_said_so_and_one_date_of_many_too(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up(
        "meeting Title: Committee\nWhen: every Thursday 7pm\nWhere: A\nAgenda: B\nAccess: C"
    )
    await stage.say(stage.alex, "skip")
    await stage.say(stage.alex, "yes")
    assert "that date only" in await stage.ask(stage.mo, "remind me 1")
    assert "already" in await stage.ask(stage.mo, "remind me")
    assert len(stage.store[PlannedReminders].followed(stage.mo.aci)) == 1
    await stage.wait(timedelta(days=5))
    assert "Thursday 3 December" in await stage.ask(stage.mo, "remind me")
    await stage.ask(stage.mo, "stop")
    assert "Nothing is waiting" in await stage.ask(stage.mo, "stop")


async def test_questions_are_answered_within_limits(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    answered = sum([len(await stage.say(stage.mo, "next")) for _ in range(125)])
    assert answered == 121
    assert "pause here" in from_bot(stage.mo)[-1].text
