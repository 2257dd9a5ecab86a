"""Reminders, the next team, trying again, and quiet nights."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

import pytest
from harness.vault import WRITER, VaultHarness, person, team

from relay.safeguarding import Changed, Consent, Contact, Manner, Waiting

Build = Callable[..., VaultHarness]
HOUR = timedelta(hours=1)


@pytest.fixture
def house(build: Build) -> VaultHarness:
    return build(team("hackney", 1, 2, next="national"), team("national", 3, 2))


def remind(house: VaultHarness) -> list[Waiting]:
    with house.at_work() as vault:
        due = vault.timetable.reminders()
        for one in due:
            vault.timetable.reminded(one.case_id)
    return list(due)


def escalate(house: VaultHarness) -> list[Waiting]:
    with house.at_work() as vault:
        due = vault.timetable.escalations()
        for one in due:
            vault.timetable.escalated(one.case_id)
    return list(due)


def agreed(house: VaultHarness) -> int:
    """A draft whose writer wants to be reminded of it."""
    draft = house.draft("text")
    with house.at_work() as vault:
        vault.reports.agree(draft, Contact(Consent.ANY_TIME))
    return draft


class TestNudging:
    def test_nobody_is_reminded_who_has_not_agreed(self, house: VaultHarness) -> None:
        house.draft("text")
        house.clock.move(7 * HOUR)
        assert house.vault.timetable.nudges() == ()

    def test_nor_outside_of_the_hours_that_are_safe(self, house: VaultHarness) -> None:
        draft = house.draft("text")
        with house.at_work() as vault:
            vault.reports.agree(draft, Contact(Consent.HOURS, time(20), time(21)))
        house.clock.move(7.5 * HOUR)
        assert house.vault.timetable.nudges() == ()
        house.clock.move(1 * HOUR)
        assert len(house.vault.timetable.nudges()) == 1

    def test_a_draft_is_nudged_once(self, house: VaultHarness) -> None:
        draft = agreed(house)
        house.clock.move(5.9 * HOUR)
        assert house.vault.timetable.nudges() == ()
        house.clock.move(0.2 * HOUR)
        with house.at_work() as vault:
            (nudge,) = vault.timetable.nudges()
            assert (nudge.case_id, nudge.manner) == (draft, Manner.PLAIN)
            vault.timetable.nudged(draft)
        house.clock.move(2 * HOUR)
        assert house.vault.timetable.nudges() == ()

    def test_never_at_night(self, house: VaultHarness) -> None:
        house.clock.move(8 * HOUR)
        agreed(house)
        house.clock.move(7 * HOUR)
        assert house.vault.timetable.is_quiet()
        assert house.vault.timetable.nudges() == ()
        house.clock.move(6 * HOUR)
        assert len(house.vault.timetable.nudges()) == 1

    def test_a_draft_ends_after_its_time_also_at_night(self, house: VaultHarness) -> None:
        house.clock.move(11 * HOUR)
        house.draft("text")
        house.clock.move(24 * HOUR - timedelta(seconds=1))
        with house.at_work() as vault:
            assert vault.timetable.sweep().drafts == 0
        house.clock.move(timedelta(seconds=1))
        assert house.vault.timetable.is_quiet()
        with house.at_work() as vault:
            assert vault.timetable.sweep().drafts == 1


class TestReminding:
    def test_the_readers_are_reminded_once_after_a_day(self, house: VaultHarness) -> None:
        case = house.report("text")
        assert case is not None
        house.clock.move(24 * HOUR - timedelta(minutes=1))
        assert remind(house) == []
        house.clock.move(timedelta(minutes=1))
        (due,) = remind(house)
        assert (due.name, due.chats) == (case.name, (person(1), person(2)))
        assert due.tell_reporter
        house.clock.move(HOUR)
        assert remind(house) == []

    def test_the_next_team_learns_after_three_days_that_one_waits_and_no_name(
        self, house: VaultHarness
    ) -> None:
        case = house.report("text")
        assert case is not None
        house.clock.move(72 * HOUR)
        (due,) = escalate(house)
        # Officer 2 reads it already.
        assert (due.name, due.chats) == (None, (person(3),))
        assert due.people.roles == ("officer 1", "officer 2")
        desk = house.vault.for_officer(person(3))
        assert desk is not None
        assert desk.cases() == ()
        assert escalate(house) == []

    def test_without_a_next_team_only_the_writer_is_told(self, build: Build) -> None:
        house = build(team("hackney", 1))
        house.report("text")
        house.clock.move(72 * HOUR)
        (due,) = escalate(house)
        assert (due.chats, due.tell_reporter) == ((), True)

    def test_an_answer_ends_it_and_the_next_part_begins_it_anew(self, house: VaultHarness) -> None:
        case = house.report("text")
        assert case is not None
        house.clock.move(24 * HOUR)
        assert len(remind(house)) == 1
        desk = house.vault.for_officer(person(1))
        assert desk is not None
        mine = desk.case(case.name)
        assert mine is not None
        with house.at_work():
            desk.answer(mine, "yes")
        house.clock.move(100 * HOUR)
        assert (remind(house), escalate(house)) == ([], [])
        house.write("and then", to=case.id)
        house.clock.move(23 * HOUR)
        assert remind(house) == []
        house.clock.move(HOUR)
        assert len(remind(house)) == 1

    @pytest.mark.parametrize(
        ("sent", "first_reminded"),
        [
            # Sent late: the reminder waits for eight in the morning, by the clock on the wall.
            (datetime(2026, 3, 27, 23, 0, tzinfo=UTC), datetime(2026, 3, 29, 7, 0, tzinfo=UTC)),
            (datetime(2026, 10, 23, 22, 0, tzinfo=UTC), datetime(2026, 10, 25, 8, 0, tzinfo=UTC)),
            (datetime(2026, 6, 1, 12, 0, tzinfo=UTC), datetime(2026, 6, 2, 12, 0, tzinfo=UTC)),
        ],
    )
    def test_across_the_clock_changes(
        self, house: VaultHarness, sent: datetime, first_reminded: datetime
    ) -> None:
        house.clock.move(sent - house.clock.now())
        house.report("text")
        while not remind(house):
            house.clock.move(timedelta(minutes=10))
        assert house.clock.now() == first_reminded

    def test_a_new_report_does_not_wait_for_the_morning(self, house: VaultHarness) -> None:
        house.clock.move(12 * HOUR)
        assert house.vault.timetable.is_quiet()
        house.report("text")
        assert len(house.carry()) == 2


class TestTryingAgain:
    def test_one_officer_missed_is_told_to_the_others(self, house: VaultHarness) -> None:
        house.unreachable.add(person(2))
        case = house.report("one", "two")
        assert case is not None
        house.carry()
        with house.at_work() as vault:
            assert vault.timetable.unreached() == ()
            (missed,) = vault.timetable.missed()
            assert (missed.role, missed.chats) == ("officer 2", (person(1),))
            vault.timetable.told_missed(missed)
            assert vault.timetable.missed() == ()

    def test_nobody_reached_is_told_to_the_writer_and_tried_again(
        self, house: VaultHarness
    ) -> None:
        house.unreachable |= {person(1), person(2)}
        case = house.report("one")
        assert case is not None
        house.carry()
        for expected in (True, False):
            with house.at_work() as vault:
                (unreached,) = vault.timetable.unreached()
                assert (unreached.numbers, unreached.tell_reporter) == ((1,), expected)
                house.relay(case, vault.reports.parts(case.id)[0])
                vault.timetable.retried(case.id)
            house.carry()
            with house.at_work() as vault:
                assert vault.timetable.unreached() == ()
            house.clock.move(HOUR)
        house.unreachable.clear()
        with house.at_work() as vault:
            (unreached,) = vault.timetable.unreached()
            house.relay(case, vault.reports.parts(case.id)[0])
        assert len(house.carry()) == 2
        assert house.vault.timetable.unreached() == ()

    def test_an_answer_that_did_not_get_through_is_told_to_the_readers(
        self, house: VaultHarness
    ) -> None:
        case = house.report("one")
        assert case is not None
        house.carry()
        house.unreachable.add(WRITER)
        desk = house.vault.for_officer(person(1))
        assert desk is not None
        mine = desk.case(case.name)
        assert mine is not None
        with house.at_work() as vault:
            entry = desk.answer(mine, "yes")
            vault.post.to_reporter(case.id, "yes", entry=entry.number)
        house.carry()
        (missed,) = house.vault.timetable.missed()
        assert (missed.role, set(missed.chats)) == (None, {person(1), person(2)})
        assert WRITER not in repr(missed)

    def test_an_edit_reaches_those_who_have_the_part(self, house: VaultHarness) -> None:
        house.draft()
        house.write("one", origin=111)
        with house.at_work() as vault:
            case = vault.reports.send(WRITER)
            assert case is not None
            house.relay(case, vault.reports.parts(case.id)[0])
        house.carry()
        sent = {x.target: x.timestamp for x in house.letters}
        with house.at_work() as vault:
            changed = vault.reports.edit(WRITER, 111, "two", moment=112)
            assert isinstance(changed, Changed)
            assert changed.sent
            assert vault.post.edit_entry(case.id, changed.number, "two") == 2
            assert vault.post.delete_entry(case.id, changed.number) == 2
        letters = house.carry()
        for action in ("edit", "delete"):
            aimed = {
                x.target: x.payload["earlier"]["timestamp"] for x in letters if x.action == action
            }
            assert aimed == sent
