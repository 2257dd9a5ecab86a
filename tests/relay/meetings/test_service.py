"""Changes of meetings: told in every place, in the order they were made, and never by halves."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Unpack

import pytest
from catalogues import MeetingParts, changed
from harness.announcing import AnnouncementHarness, scene_of
from harness.running import from_bot

from relay.announcements.service import NotPosted
from relay.meetings.changes import (
    AddPapers,
    Cancel,
    Move,
    Relocate,
    SetAccess,
    SetAgenda,
    next_version,
)
from relay.meetings.early_votes import EarlyVotes
from relay.meetings.meeting import Meeting, MeetingState, Occurrence, Place
from relay.meetings.questions import Questions
from relay.meetings.recurrence import next_occurrence, occurrence_of
from relay.meetings.reminders import Reminders
from relay.meetings.service import MeetingService, Outdated
from relay.meetings.tables import Meetings, PlannedReminders, Polls
from relay.meetings.tables.meetings import NoSuchMeeting
from relay.signal.notification import Vote
from relay.signal.outgoing import SIGNAL_LANE
from relay.store.groups import KnownGroup

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
START = datetime(2026, 12, 3, 19, tzinfo=UTC)
WEEK = timedelta(days=7)
MEETING = Meeting(
    id=1,
    branch="hackney",
    title="Branch meeting",
    start=START,
    zone="Europe/London",
    uid="1@x",
    created_at=NOW,
    changed_at=NOW,
    state=MeetingState.SCHEDULED,
)


class Written:
    """Writes reminders so that a test can tell them."""

    def reminder(self, date: Occurrence, lead: timedelta) -> str:
        return f"Reminder: {date.start:%a %H:%M}"

    def personal_reminder(self, date: Occurrence, lead: timedelta) -> str:
        return f"For you: {date.start:%a %H:%M}"

    def not_reminded(self, date: Occurrence, closed: Sequence[KnownGroup], unknown: int) -> str:
        return f"Left out: {len(closed) + unknown}"


class Office:
    """A posted meeting in a scene."""

    def __init__(self, scene: AnnouncementHarness) -> None:
        self.scene = scene
        relay = scene.stage.relay
        self.store, self.clock = relay.store, scene.stage.clock
        self.reminders = Reminders(self.store, self.clock, relay.services.branches, Written())
        self.questions = Questions(self.store, self.clock, relay.services.branches)
        self.desk = MeetingService(
            self.store, self.clock, relay.services.announcements, self.reminders, self.questions
        )

    async def publish(self, **more: Unpack[MeetingParts]) -> Meeting:
        await self.scene.post("Branch meeting on Thursday")
        meeting = replace(MEETING, **more)
        with self.store.transaction():
            self.store[Meetings].add(meeting)
            self.reminders.replan(meeting)
        return meeting

    async def change(
        self, revised: Meeting, notice: str = "CHANGED", notice_files: Sequence[int] = ()
    ) -> list[str]:
        before = len(from_bot(self.scene.alex))
        with self.store.transaction():
            self.desk.change(
                revised,
                text=f"Branch meeting, version {revised.sequence}",
                notice=notice,
                asked_by=self.scene.alex.aci,
                notice_files=notice_files,
            )
        await self.scene.stage.settle()
        return [message.text for message in from_bot(self.scene.alex)[before:]]


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    async with scene_of(tmp_path) as scene:
        yield Office(scene)


async def test_the_post_is_edited_and_a_notice_follows_in_every_group(office: Office) -> None:
    meeting = await office.publish()
    revised = changed(meeting, Move(start=START + timedelta(days=1)), office.clock.now())
    receipts = await office.change(revised, "CHANGED: now on Friday")
    expected = ["Branch meeting, version 1", "CHANGED: now on Friday"]
    assert office.scene.board(office.scene.north) == expected
    assert office.scene.board(office.scene.south) == expected
    assert len(receipts) == 1
    assert "2 of 2 groups" in receipts[0]
    assert office.store[Meetings].get(1) == revised


async def test_after_a_day_only_the_notice_comes(office: Office) -> None:
    meeting = await office.publish()
    await office.scene.wait(hours=25)
    await office.change(changed(meeting, Cancel(reason="no room"), office.clock.now()), "CANCELLED")
    assert office.scene.board(office.scene.north) == ["Branch meeting on Thursday", "CANCELLED"]
    assert [one.due for one in office.store[PlannedReminders].of(1)] == []


async def test_a_second_change_edits_the_same_post(office: Office) -> None:
    meeting = await office.publish()
    first = changed(meeting, SetAgenda(text="1. Hello"), office.clock.now())
    await office.change(first, "CHANGED: agenda")
    second = changed(first, Relocate(address="The library"), office.clock.now())
    await office.change(second, "CHANGED: place")
    assert office.scene.board(office.scene.north) == [
        "Branch meeting, version 2",
        "CHANGED: agenda",
        "CHANGED: place",
    ]


async def test_two_who_change_the_same_version_do_not_undo_each_other(office: Office) -> None:
    meeting = await office.publish()
    now = office.clock.now()
    one, other = (changed(meeting, SetAgenda(text=text), now) for text in ("1. A", "1. B"))
    await office.change(one)
    with pytest.raises(Outdated):
        await office.change(other)
    stored = office.store[Meetings].get(1)
    assert stored is not None
    assert stored.agenda == "1. A"


async def test_what_stands_nowhere_is_not_changed(office: Office) -> None:
    meeting = await office.publish()
    await office.scene.ask("retract 1")
    await office.scene.ask("yes")
    standing = office.store[Meetings].get(1)
    assert standing is not None
    with pytest.raises(NotPosted):
        await office.change(next_version(replace(standing, agenda="1. A"), office.clock.now()))
    assert office.store[Meetings].get(1) == standing
    with pytest.raises(NoSuchMeeting):
        await office.change(replace(meeting, id=99))


async def test_the_post_keeps_its_files_and_the_notice_has_its_own(office: Office) -> None:
    meeting = await office.publish()
    store, now = office.store, office.clock.now()
    with store.transaction():
        old, new = (
            store.files.add(name="m.ics", media_type="text/calendar", data=data, now=now)
            for data in (b"old", b"new")
        )
        store.announcements.attach(1, old)
    revised = changed(meeting, SetAgenda(text="1. A"), now)
    await office.change(revised, notice_files=[new])
    edited, notice = from_bot(office.scene.stage.mo, office.scene.north)
    # Phones keep what came with the post, which was nothing, whatever its edit brings.
    assert [len(message.attachments) for message in (edited, notice)] == [0, 1]
    assert notice.attachments[0].data == b"new"


class TestFollowing:
    async def test_reminders_and_followers_go_to_the_new_time(self, office: Office) -> None:
        meeting = await office.publish()
        person = office.scene.stage.mo.aci
        office.store[PlannedReminders].follow(
            meeting=1, original=START, person=person, until=START + meeting.lasts
        )
        new = START + timedelta(days=2)
        await office.change(changed(meeting, Move(start=new), office.clock.now()))
        assert office.store[PlannedReminders].followed(person) == [(1, new)]
        dues = [one.due for one in office.store[PlannedReminders].of(1)]
        assert dues == [new - WEEK, new - timedelta(days=1), new - timedelta(hours=2)]

    async def test_who_follows_one_date_of_many_follows_it_where_it_goes(
        self, office: Office
    ) -> None:
        meeting = await office.publish(rule="FREQ=WEEKLY")
        person, second = office.scene.stage.mo.aci, START + WEEK
        office.store[PlannedReminders].follow(
            meeting=1, original=second, person=person, until=second + meeting.lasts
        )
        late = second + timedelta(days=1)
        await office.change(changed(meeting, Move(start=late, date=second), office.clock.now()))
        assert office.store[PlannedReminders].followed(person) == [(1, second)]
        with office.store.transaction():
            office.store[PlannedReminders].forget_followers(second + timedelta(hours=3))
        assert office.store[PlannedReminders].followers(1, second) == [person]

    async def test_an_agenda_leaves_the_reminders_alone(self, office: Office) -> None:
        meeting = await office.publish()
        before = office.store[PlannedReminders].of(1)
        await office.change(changed(meeting, SetAgenda(text="1. A"), office.clock.now()))
        assert office.store[PlannedReminders].of(1) == before


class TestPolls:
    async def asked(self, office: Office) -> None:
        meeting = await office.publish()
        date = occurrence_of(meeting, START)
        assert date is not None
        with office.store.transaction():
            assert office.questions.ask(date, "Will you come?", ["Yes", "Maybe", "No"]) == 2
        await office.scene.stage.settle()

    async def vote(self, office: Office, board: str, choice: int) -> None:
        stage, group = office.scene.stage, getattr(office.scene, board)
        poll = from_bot(stage.mo, group)[-1]
        assert poll.question == "Will you come?"
        stage.mo.vote(poll.timestamp, (choice,), to=group)
        await stage.settle()

    async def test_votes_are_counted_and_each_person_once(self, office: Office) -> None:
        assert office.store[Polls].counts(1) is None
        await self.asked(office)
        assert office.store[Polls].counts(1) == (0, 0, 0)
        await self.vote(office, "north", 0)
        assert office.store[Polls].counts(1) == (1, 0, 0)
        await self.vote(office, "south", 2)
        assert office.store[Polls].counts(1) == (0, 0, 1)

    async def test_a_vote_that_comes_before_the_poll_is_known_to_be_sent_counts(
        self, office: Office
    ) -> None:
        date = occurrence_of(await office.publish(), START)
        assert date is not None
        store, now, votes = office.store, office.clock.now(), EarlyVotes(office.store, office.clock)
        known = store.groups.get(office.scene.north.api_id)
        assert known is not None
        sent = {"timestamp": 1_795_000_000_123}
        with store.transaction():
            office.questions.ask(date, "Will you come?", ["Yes", "Maybe", "No"])
            for count, choice in ((1, 2), (2, 0)):
                votes.cast(Vote(sent["timestamp"], (choice,), count, known.internal_id), "one")
            votes.cast(Vote(sent["timestamp"] + 1, (1,), 1, known.internal_id), "another's poll")
            votes.cast(Vote(sent["timestamp"], (1,), 1, "another group"), "somebody else")
            assert store[Polls].counts(1) == (0, 0, 0)
            poll = store.outbox.next(SIGNAL_LANE, now)
            assert poll is not None
            assert poll.target == known.id
            store.outbox.delivered(poll, sent, now)
            votes.delivered(poll, sent)
        assert store[Polls].counts(1) == (1, 0, 0)

    async def test_nothing_says_who_voted_and_in_the_end_nothing_could(
        self, office: Office
    ) -> None:
        await self.asked(office)
        await self.vote(office, "north", 1)
        mo, db = office.scene.stage.mo.aci, office.store._db
        rows = db.execute("SELECT voter FROM meeting_votes").fetchall()
        assert len(rows) == 1
        assert mo not in rows[0][0]
        assert db.execute("SELECT count(*) FROM inbox WHERE source = ?", [mo]).fetchone()[0] == 0
        office.clock.move(START + timedelta(hours=2) - office.clock.now())
        office.reminders.tick()
        assert office.store[Polls].counts(1) == (0, 1, 0)
        assert db.execute("SELECT count(*) FROM meeting_votes").fetchone()[0] == 0
        assert db.execute("SELECT count(*) FROM meeting_polls WHERE secret").fetchone()[0] == 0
        await self.vote(office, "north", 0)
        assert office.store[Polls].counts(1) == (0, 1, 0)


class TestVersions:
    weekly = replace(MEETING, rule="FREQ=WEEKLY")
    second = START + WEEK

    def test_each_change_is_the_next_version_of_the_same_meeting(self) -> None:
        later = NOW + timedelta(hours=1)
        for change in (
            Move(start=self.second),
            Relocate(address="Elsewhere"),
            SetAgenda(text="1."),
            SetAccess(text="lift"),
            AddPapers(links=("https://example.org",)),
            Cancel(reason="no room"),
        ):
            revised = changed(MEETING, change, later)
            assert revised != next_version(MEETING, later)
            assert (revised.uid, revised.sequence, revised.changed_at) == ("1@x", 1, later)

    def test_a_date_that_is_not_there_cannot_be_changed(self) -> None:
        never = START + timedelta(days=1)
        assert Cancel(date=never).date_in(self.weekly, NOW) is None
        assert Move(date=never, start=self.second).date_in(self.weekly, NOW) is None

    def test_a_single_meeting_has_no_other_dates_that_could_stay(self) -> None:
        whole = changed(MEETING, Move(date=START, start=self.second), NOW)
        assert (whole.start, whole.rule) == (self.second, None)
        assert changed(MEETING, Cancel(date=START), NOW).is_cancelled

    def test_moving_a_date_that_was_off_puts_it_on_again(self) -> None:
        off = changed(self.weekly, Cancel(date=self.second, reason="strike"), NOW)
        found = next_occurrence(off, self.second)
        assert found is not None
        assert found.start == START + 2 * WEEK
        again = Move(date=self.second, start=self.second + timedelta(hours=1))
        assert again.date_in(off, NOW) is None
        date = occurrence_of(off, self.second)
        assert date is not None
        on = next_version(again.applied(off, date), NOW)
        found = occurrence_of(on, self.second)
        assert found is not None
        assert (found.cancelled, found.is_moved) == (False, True)
        assert on.sequence == 2

    def test_a_place_for_one_date_leaves_the_others_where_they_are(self) -> None:
        there = Place("The library")
        change = Relocate(address=there.address, date=self.second, one=True)
        revised = changed(self.weekly, change, NOW)
        places = [
            occurrence.place
            for original in (START, self.second, self.second + WEEK)
            if (occurrence := occurrence_of(revised, original)) is not None
        ]
        assert places == [Place(), there, Place()]
