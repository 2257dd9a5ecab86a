"""Who is coming: asked in the groups after a yes, counted, and never kept by name."""

from datetime import timedelta
from typing import Any

from harness.running import RelayHarness, branch, from_bot

from relay.meetings.tables import Polls

WEEKLY = "meeting Title: Committee\nWhen: every Thursday 7pm\nWhere: -\nAgenda: -\nAccess: -"


async def ask(hackney: Any, number: int = 1) -> Any:
    """Ask the groups; return the question as Mo sees it."""
    await hackney.stage.ask(hackney.stage.alex, f"rsvp {number}")
    await hackney.stage.say(hackney.stage.alex, "yes")
    return from_bot(hackney.stage.mo, hackney.board)[-1]


async def test_an_admin_sees_what_is_asked_of_whom_and_a_yes_asks_it(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    preview = await stage.ask(stage.alex, "rsvp 1")
    assert "Are you coming to Branch meeting, Thursday 26 November at 7 pm?" in preview
    assert "Yes / No / Maybe" in preview
    assert "Board (1 person)" in preview
    assert "I keep only how many" in preview
    assert len(from_bot(stage.mo, hackney.board)) == 1
    assert "I am asking the group." in await stage.ask(stage.alex, "yes")
    poll = from_bot(stage.mo, hackney.board)[-1]
    assert poll.question == "Are you coming to Branch meeting, Thursday 26 November at 7 pm?"
    assert poll.options == ("Yes", "No", "Maybe")


async def test_no_asks_nobody(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    await stage.ask(stage.alex, "RSVP 1")
    assert "asked nobody" in await stage.ask(stage.alex, "no")
    assert len(from_bot(stage.mo, hackney.board)) == 1


async def test_asking_again_counts_instead(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    poll = await ask(hackney)
    assert "none yet" in await stage.ask(stage.alex, "rsvp 1")
    stage.mo.vote(poll.timestamp, (0,), to=hackney.board)
    said = "Answers for Thursday 26 November at 7 pm: 1 yes, 0 no, 0 maybe."
    for command in ("rsvp 1", "meeting 1", "status 1"):
        assert said in await stage.ask(stage.alex, command)
    assert "Answers for" not in await stage.ask(stage.mo, "meeting 1")
    assert len(from_bot(stage.mo, hackney.board)) == 2


async def test_two_yeses_ask_once(on_stage: RelayHarness) -> None:
    board = on_stage.group("Board")
    hackney = branch("hackney", on_stage.alex, on_stage.bea, groups=[board])
    async with on_stage.running(hackney):
        await on_stage.ask(on_stage.alex, "meeting Title: A\nWhen: Thursday 7pm\nWhere: B")
        for _ in range(3):
            await on_stage.ask(on_stage.alex, "skip")
        await on_stage.say(on_stage.alex, "yes")
        for admin in (on_stage.alex, on_stage.bea):
            await on_stage.ask(admin, "rsvp 1")
        await on_stage.ask(on_stage.alex, "yes")
        assert "I have asked about number 1 already" in await on_stage.ask(on_stage.bea, "yes")
        assert len(from_bot(on_stage.mo, board)) == 2


async def test_whoever_votes_again_or_takes_it_back_is_counted_once(hackney: Any) -> None:
    stage, board = hackney.stage, hackney.board
    await hackney.put_up()
    poll = await ask(hackney)
    for choices, counts in (
        ((0,), (1, 0, 0)),
        ((0,), (1, 0, 0)),
        ((2,), (0, 0, 1)),
        ((), (0,) * 3),
    ):
        stage.mo.vote(poll.timestamp, choices, to=board)
        await stage.settle()
        assert stage.store[Polls].counts(1) == counts


async def test_a_vote_from_outside_of_the_group_counts_nothing(hackney: Any) -> None:
    stage = hackney.stage
    other = stage.group("Another group", stage.bea)
    await stage.relay.directory.refresh()
    await hackney.put_up()
    poll = await ask(hackney)
    stage.bea.vote(poll.timestamp, (0,), to=other)
    stage.bea.vote(poll.timestamp, (0,))
    await stage.settle()
    assert stage.store[Polls].counts(1) == (0, 0, 0)


async def test_votes_count_until_the_date_is_over_also_two_months_on(hackney: Any) -> None:
    stage, board = hackney.stage, hackney.board
    await hackney.put_up("meeting Title: AGM\nWhen: 28/1 7pm\nWhere: A\nAgenda: B\nAccess: C")
    await stage.say(stage.alex, "skip")
    await stage.say(stage.alex, "yes")
    poll = await ask(hackney)
    await stage.wait(timedelta(days=50))
    await stage.relay.tidy()
    stage.mo.vote(poll.timestamp, (1,), to=board)
    await stage.settle()
    assert stage.store[Polls].counts(1) == (0, 1, 0)
    await stage.wait(timedelta(days=20))
    stage.mo.vote(poll.timestamp, (0,), to=board)
    await stage.settle()
    assert stage.store[Polls].counts(1) == (0, 1, 0)
    assert "is over" in await stage.ask(stage.alex, "rsvp 1")


async def test_of_a_recurring_meeting_the_next_date_is_asked_about(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up(WEEKLY)
    await stage.say(stage.alex, "skip")
    await stage.say(stage.alex, "yes")
    assert "the next date only" in await stage.ask(stage.alex, "rsvp 1")
    await stage.say(stage.alex, "yes")
    await stage.wait(timedelta(days=5))
    assert "Thursday 3 December at 7 pm?" in await stage.ask(stage.alex, "rsvp 1")


async def test_nobody_is_asked_about_what_is_off(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    await stage.ask(stage.alex, "cancel 1 because of snow")
    await stage.say(stage.alex, "yes")
    assert "cancelled already" in await stage.ask(stage.alex, "rsvp 1")
    assert "Please add its number" in await stage.ask(stage.alex, "rsvp")


async def test_where_two_admins_are_wanted_the_other_one_agrees(hackney_of_two: Any) -> None:
    stage, board = hackney_of_two.stage, hackney_of_two.board
    await hackney_of_two.put_up()
    await stage.say(stage.bea, "agree 1")
    await stage.ask(stage.alex, "rsvp 1")
    await stage.say(stage.alex, "yes")
    asked = from_bot(stage.bea)[-1].text
    assert "wants to ask the groups who is coming" in asked
    assert "Are you coming to Branch meeting" in asked
    assert len(from_bot(stage.mo, board)) == 1
    await stage.say(stage.bea, "agree 1")
    assert from_bot(stage.mo, board)[-1].question.startswith("Are you coming")


async def test_a_question_is_never_longer_than_signal_shows(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up(f"meeting Title: {'اجتماع 🎉 ' * 12}\nWhen: Thursday 7pm\nWhere: A")
    for _ in range(3):
        await stage.say(stage.alex, "skip")
    await stage.say(stage.alex, "yes")
    poll = await ask(hackney)
    assert len(poll.question.encode("utf-16-le")) // 2 <= 100
    assert poll.question.endswith("Thursday 26 November at 7 pm?")


async def test_a_member_asks_nobody_anything(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    assert "I keep no list" in await stage.ask(stage.mo, "rsvp 1")
    await stage.say(stage.mo, "yes")
    assert len(from_bot(stage.mo, hackney.board)) == 1


async def test_nothing_anybody_reads_or_that_is_kept_names_who_voted(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up()
    poll = await ask(hackney)
    stage.mo.vote(poll.timestamp, (0,), to=hackney.board)
    for command in ("rsvp 1", "meeting 1", "status 1"):
        answer = await stage.ask(stage.alex, command)
        assert "1 yes" in answer
        assert stage.mo.aci not in answer
        assert "Mo Member" not in answer
    tables = stage.store._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    for (table,) in tables.fetchall():
        rows = stage.store._db.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
        assert stage.mo.aci not in repr(rows), table
