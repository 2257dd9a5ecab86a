"""An officer whose safety number changed gets nothing until an admin confirms them."""

from collections.abc import Callable

import pytest
from harness.vault import VaultHarness, person, team

from relay.safeguarding import OfficerStatus, PausedOfficer
from relay.safeguarding.tables import VaultTables
from relay.signal.types import Identity

Build = Callable[..., VaultHarness]
ADMIN = person(1)


def look(house: VaultHarness, *keys: Identity) -> None:
    with house.at_work() as vault:
        vault.watch.compare(keys)


def key(officer: int, number: str, added: int = 0) -> Identity:
    return Identity("TRUSTED_UNVERIFIED", person(officer), None, number, added)


@pytest.fixture
def house(build: Build) -> VaultHarness:
    house = build(team("hackney", 1, 2))
    look(house, key(1, "11"), key(2, "22"), key(700, "77"))
    return house


def paused(house: VaultHarness) -> PausedOfficer:
    look(house, key(1, "11"), key(2, "22", 5), key(2, "99", 6))
    (officer,) = house.vault.watch.paused()
    return officer


def test_the_first_number_is_accepted_and_the_same_one_stays(house: VaultHarness) -> None:
    look(house, key(1, "11"), key(2, "22"))
    assert house.vault.watch.paused() == ()
    assert house.store[VaultTables].officers.of(person(700)) is None


def test_another_number_pauses(house: VaultHarness) -> None:
    officer = paused(house)
    assert (officer.number, officer.role, officer.safety_number) == (1, "officer 2", "99")
    assert house.vault.standing(person(2)) is OfficerStatus.PAUSED
    assert house.vault.for_officer(person(2)) is None
    house.report("text")
    assert [x.target for x in house.carry()] == [person(1)]


def test_who_is_paused_stays_so_when_the_old_number_is_back(house: VaultHarness) -> None:
    paused(house)
    look(house, key(2, "22", 9))
    assert house.vault.standing(person(2)) is OfficerStatus.PAUSED


def test_after_confirming_they_get_what_they_missed(house: VaultHarness) -> None:
    case = house.report("before")
    assert case is not None
    house.carry()
    officer = paused(house)
    added = house.write("meanwhile", to=case.id)
    with house.at_work() as vault:
        house.relay(case, vault.reports.parts(case.id)[1])
        assert vault.timetable.behind() == ()
        assert vault.watch.confirm(officer, by=ADMIN)
        (late,) = vault.timetable.behind()
        assert (late.officer, late.first) == (person(2), False)
        assert [e.number for e in late.entries] == [added.number]
    assert house.vault.standing(person(2)) is OfficerStatus.ACTIVE


def test_also_what_signal_refused_to_send_to_the_new_key(house: VaultHarness) -> None:
    house.unreachable.add(person(2))
    house.report("one")
    house.carry()
    officer = paused(house)
    house.unreachable.clear()
    with house.at_work() as vault:
        assert vault.watch.confirm(officer, by=ADMIN)
        assert [b.officer for b in vault.timetable.behind()] == [person(2)]


def test_nobody_confirms_themself(house: VaultHarness) -> None:
    officer = paused(house)
    with house.at_work() as vault:
        assert not vault.watch.confirm(officer, by=person(2))
    assert house.vault.standing(person(2)) is OfficerStatus.PAUSED


def test_a_number_that_changed_again_is_not_confirmed(house: VaultHarness) -> None:
    officer = paused(house)
    with house.at_work() as vault:
        vault.watch.told(officer)
    look(house, key(2, "1234", 7))
    with house.at_work() as vault:
        assert not vault.watch.confirm(officer, by=ADMIN)
    (again,) = house.vault.watch.paused()
    assert (again.told, again.safety_number) == (False, "1234")


def test_thousands_of_keys_are_looked_up_at_once(house: VaultHarness) -> None:
    house.report("text")
    asked: list[str] = []
    many = [key(number, str(number)) for number in range(1_000, 3_000)]
    house.store._db.conn.set_trace_callback(asked.append)
    look(house, key(1, "11"), key(2, "22"), *many)
    house.store._db.conn.set_trace_callback(None)
    assert len(asked) < 20
