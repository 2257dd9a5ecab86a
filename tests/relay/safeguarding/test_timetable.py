"""Reminders, the next team, trying again, and quiet nights."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

import pytest
from harness.vault import WRITER, Letter, VaultHarness, person, team

from relay.safeguarding import (
    Changed,
    Consent,
    Contact,
    Hidden,
    Manner,
    NewText,
    ReporterCase,
    Waiting,
)

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

    def test_a_change_is_sent_anew_to_those_who_have_the_part(self, house: VaultHarness) -> None:
        case = sent_part(house)
        house.carry()
        stood = {x.target: x.timestamp for x in house.letters}
        assert change(house, "two") == Hidden(2, 0)
        letters = house.carry()
        # First the old one goes, and then the new one comes: never the other way round.
        assert [x.action for x in letters if x.target == person(1)] == ["delete", "send"]
        assert aimed(letters) == stood
        assert {x.text for x in letters if x.action == "send"} == {"changed: two"}
        # Next time it is the newest that goes, alone.
        stood = {x.target: x.timestamp for x in letters if x.action == "send"}
        assert change(house, "three") == Hidden(2, 0)
        letters = house.carry()
        assert aimed(letters) == stood
        with house.at_work() as vault:
            assert vault.post.relayed.delete(case.id, 1) == Hidden(2, 0)
        stood = {x.target: x.timestamp for x in letters if x.action == "send"}
        letters = house.carry()
        assert aimed(letters) == stood
        assert [x.action for x in letters] == ["delete", "delete"]
        with house.at_work() as vault:
            assert vault.post.relayed.delete(case.id, 1) == Hidden(0, 0)

    def test_what_has_not_gone_out_goes_with_the_new_words_alone(self, house: VaultHarness) -> None:
        sent_part(house)
        assert change(house, "two") == Hidden(2, 0)
        assert [x.text for x in house.carry() if x.action == "send"] == ["fresh: two"] * 2

    def test_what_is_just_going_out_is_deleted_again(self, house: VaultHarness) -> None:
        sent_part(house)
        going = house.next_letter()
        assert going is not None
        change(house, "two")
        gone = house.deliver(going)
        assert gone is not None
        letters = [x for x in house.carry() if x.target == going.target]
        assert [x.action for x in letters] == ["delete", "send"]
        assert house.store.outbox.result(going.id) == {"timestamp": gone.timestamp}
        assert letters[0].payload["earlier"]["delivery"] == going.id

    def test_what_signal_no_longer_deletes_is_said_to_be_so(self, house: VaultHarness) -> None:
        sent_part(house)
        house.carry()
        house.clock.move(timedelta(hours=25))
        assert change(house, "two") == Hidden(0, 2)
        letters = house.carry()
        assert {x.text for x in letters if x.action == "send"} == {"late: two"}
        # It is tried all the same.
        assert len(aimed(letters)) == 2

    def test_an_officer_can_still_quote_what_was_replaced(self, house: VaultHarness) -> None:
        case = sent_part(house)
        stood = {x.target: x.timestamp for x in house.carry()}
        change(house, "two")
        house.carry()
        desk = house.vault.for_officer(person(1))
        assert desk is not None
        quoted = desk.by_quote(stood[person(1)])
        assert quoted is not None
        assert quoted.case.id == case.id


def sent_part(house: VaultHarness) -> ReporterCase:
    """Send one part, which its readers are about to get."""
    house.draft()
    house.write("one", origin=111)
    with house.at_work() as vault:
        case = vault.reports.send(WRITER)
        assert case is not None
        house.relay(case, vault.reports.parts(case.id)[0])
    return case


def change(house: VaultHarness, text: str) -> Hidden:
    """Let its writer change it."""
    with house.at_work() as vault:
        changed = vault.reports.edit(WRITER, 111, text)
        assert isinstance(changed, Changed)
        assert changed.sent
        new = NewText(fresh=f"fresh: {text}", deleted=f"changed: {text}", late=f"late: {text}")
        return vault.post.relayed.replace(changed.case_id, changed.number, new)


def aimed(letters: list[Letter]) -> dict[str, int]:
    """Return what the deletions among some letters name, by chat."""
    return {x.target: x.payload["earlier"]["timestamp"] for x in letters if x.action == "delete"}
