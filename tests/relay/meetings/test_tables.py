"""Meetings in the store: what was put in comes out, and what is over is forgotten."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Unpack

import pytest
from catalogues import MeetingParts

from relay.meetings.meeting import Change, Meeting, MeetingState, Paper, Place
from relay.meetings.tables import Meetings, PlannedReminders
from relay.meetings.tables.meetings import NoSuchMeeting
from relay.meetings.tables.reminders import Reminder
from relay.store import Store
from relay.store.announcements import State

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
PERSON = "5b7e0f3a-0c8d-4d55-9a37-1f2e3d4c5b6a"


def full(store: Store, **more: Unpack[MeetingParts]) -> Meeting:
    number = store.announcements.draft(branch="hackney", text="", author=PERSON, now=NOW)
    file = store.files.add(name="a.pdf", media_type="application/pdf", data=b"%PDF", now=NOW)
    start = NOW + timedelta(days=5)
    meeting = Meeting(
        id=number,
        branch="hackney",
        title="Branch meeting",
        start=start,
        zone="Europe/London",
        uid=f"{number}@example.org",
        created_at=NOW,
        changed_at=NOW,
        rule="FREQ=WEEKLY;COUNT=3",
        changes=(Change(start, start, cancelled=True, reason="strike", place=Place("Elsewhere")),),
        place=Place("1 High Street\nLondon", "https://example.org/call"),
        access="step-free",
        agenda="1. Hello",
        papers=(
            Paper(1, "Minutes", "application/pdf", file=file),
            Paper(2, "Motion", url="https://example.org/motion"),
        ),
        state=MeetingState.SCHEDULED,
    )
    meeting = replace(meeting, **more)
    store[Meetings].add(meeting)
    return meeting


def test_what_was_kept_comes_back_the_same(store: Store) -> None:
    meeting = full(store)
    assert store[Meetings].get(meeting.id) == meeting
    changed = replace(meeting, title="Other", rule=None, changes=(), papers=(), sequence=4)
    store[Meetings].save(changed)
    assert store[Meetings].get(meeting.id) == changed


def test_what_does_not_exist_is_not_saved(store: Store) -> None:
    meeting = full(store)
    store[Meetings].discard(meeting.id)
    assert store[Meetings].get(meeting.id) is None
    with pytest.raises(NoSuchMeeting):
        store[Meetings].save(meeting)


def test_a_draft_goes_with_its_announcement(store: Store) -> None:
    meeting = full(store, state=MeetingState.DRAFT)
    store.announcements.discard(meeting.id)
    assert store[Meetings].get(meeting.id) is None


def test_public_are_those_that_are_published_and_not_over(store: Store) -> None:
    shown = full(store)
    full(store, state=MeetingState.DRAFT)
    endless = full(store, rule="FREQ=DAILY")
    off = full(store, state=MeetingState.CANCELLED, reason="no room")
    elsewhere = full(store, branch="bow")

    def numbers(now: datetime, *branches: str) -> list[int]:
        return [one.id for one in store[Meetings].public(branches, now)]

    assert numbers(NOW, "hackney") == [shown.id, endless.id, off.id]
    assert numbers(NOW, "hackney", "bow") == [shown.id, endless.id, off.id, elsewhere.id]
    end = shown.start + timedelta(days=14) + shown.lasts
    assert shown.id in numbers(end - timedelta(seconds=1), "hackney")
    assert numbers(end, "hackney") == [endless.id]


def test_papers_are_kept_from_the_tidying(store: Store) -> None:
    meeting = full(store)
    store.files.add(name="b.pdf", media_type="application/pdf", data=b"%PDF", now=NOW)
    assert store.files.forget_orphans() == 1
    assert store[Meetings].get(meeting.id) == meeting


def test_a_file_on_its_way_is_kept_from_the_tidying(store: Store) -> None:
    file = store.files.add(name="m.ics", media_type="text/calendar", data=b"BEGIN", now=NOW)
    store.outbox.queue(
        lane="signal",
        target=PERSON,
        action="send",
        payload={"kind": "send", "text": "", "files": [file]},
        priority=1,
        now=NOW,
    )
    assert store.files.forget_orphans() == 0


def test_what_became_of_a_drafts_announcement_is_noticed(store: Store) -> None:
    meeting = full(store, state=MeetingState.DRAFT)
    assert store[Meetings].undecided() == []
    store.announcements.move_to(meeting.id, State.POSTED, posted_at=NOW)
    assert store[Meetings].undecided() == [(meeting, "posted")]
    store[Meetings].save(replace(meeting, state=MeetingState.SCHEDULED))
    assert store[Meetings].retracted(NOW) == []
    store.announcements.move_to(meeting.id, State.RETRACTED)
    assert [one.id for one in store[Meetings].retracted(NOW)] == [meeting.id]


class TestReminders:
    def test_one_that_was_sent_is_never_due_again(self, store: Store) -> None:
        meeting = full(store)
        one = Reminder(meeting.id, meeting.start, timedelta(days=1), NOW + timedelta(days=4))
        store[PlannedReminders].plan([one])
        assert store[PlannedReminders].due(NOW) == []
        assert store[PlannedReminders].due(one.due) == [one]
        store[PlannedReminders].settle(one, "sent")
        store[PlannedReminders].plan([one])
        store[PlannedReminders].unplan(meeting.id)
        store[PlannedReminders].plan([one])
        assert store[PlannedReminders].due(one.due) == []

    def test_followers_are_forgotten_when_it_is_over(self, store: Store) -> None:
        meeting = full(store)
        end = meeting.start + meeting.lasts
        store[PlannedReminders].follow(
            meeting=meeting.id, original=meeting.start, person=PERSON, until=end
        )
        store[PlannedReminders].forget_followers(end - timedelta(seconds=1))
        assert store[PlannedReminders].followers(meeting.id, meeting.start) == [PERSON]
        assert store[PlannedReminders].followed(PERSON) == [(meeting.id, meeting.start)]
        store[PlannedReminders].forget_followers(end)
        assert store[PlannedReminders].followers(meeting.id, meeting.start) == []

    def test_stop_ends_all_of_them(self, store: Store) -> None:
        for _ in range(2):
            meeting = full(store)
            until = meeting.start
            store[PlannedReminders].follow(
                meeting=meeting.id, original=meeting.start, person=PERSON, until=until
            )
        assert store[PlannedReminders].unfollow(PERSON) == 2
        assert store[PlannedReminders].unfollow(PERSON) == 0

    def test_they_follow_to_the_new_date(self, store: Store) -> None:
        meeting = full(store)
        new = meeting.start + timedelta(days=1)
        store[PlannedReminders].follow(
            meeting=meeting.id, original=meeting.start, person=PERSON, until=meeting.start
        )
        store[PlannedReminders].carry_followers(meeting.id, old=meeting.start, new=new, until=new)
        assert store[PlannedReminders].followers(meeting.id, meeting.start) == []
        assert store[PlannedReminders].followers(meeting.id, new) == [PERSON]
