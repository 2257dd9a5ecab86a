"""The records of a case: appended, chained, and readable until the case is destroyed."""

from collections.abc import Callable

import pytest
from harness.vault import VaultHarness, person, team
from sqlcipher3 import dbapi2 as sqlcipher

from relay.safeguarding import Act, OfficerCase, OfficerCases, Outcome

Build = Callable[..., VaultHarness]


@pytest.fixture
def house(build: Build) -> VaultHarness:
    return build(team("hackney", 1, 2))


def case_of(house: VaultHarness) -> tuple[OfficerCases, OfficerCase]:
    case = house.report("text")
    desk = house.vault.for_officer(person(1))
    assert case is not None
    assert desk is not None
    mine = desk.case(case.name)
    assert mine is not None
    return desk, mine


def test_every_act_is_recorded_with_its_reason_and_the_role_of_who_did_it(
    house: VaultHarness,
) -> None:
    desk, case = case_of(house)
    with house.at_work():
        desk.claim(case)
        desk.answer(case, "an answer")
        desk.decide(case, "both sides are heard first")
        desk.close(case, Outcome.ACTION, "he left the group")
        desk.reopen(case, "he came back")
    assert [(r.act, r.role, r.text) for r in desk.records(case)] == [
        (Act.SENT, None, None),
        (Act.CLAIMED, "officer 1", None),
        (Act.ANSWERED, "officer 1", "entry 2"),
        (Act.DECIDED, "officer 1", "both sides are heard first"),
        (Act.CLOSED, "officer 1", "action: he left the group"),
        (Act.REOPENED, "officer 1", "he came back"),
    ]
    assert house.store.records.broken_at(case.id) is None


def test_records_count_within_their_case_alone(house: VaultHarness) -> None:
    for _ in range(3):
        desk, case = case_of(house)
        with house.at_work():
            desk.decide(case, "so be it")
        assert [record.number for record in desk.records(case)] == [1, 2]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE case_records SET digest = 'x'",
        "DELETE FROM case_records",
        "REPLACE INTO case_records SELECT case_id, number, 'x', previous, '' FROM case_records",
    ],
)
def test_the_schema_refuses_to_change_them(house: VaultHarness, statement: str) -> None:
    case_of(house)
    with pytest.raises(sqlcipher.IntegrityError, match="append-only"):
        house.store._db.execute(statement)


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE case_records SET digest = 'x' WHERE number = 2", 2),
        ("UPDATE case_records SET previous = 'x' WHERE number = 3", 3),
        ("UPDATE case_records SET hash = 'x' WHERE number = 3", 3),
        ("DELETE FROM case_records WHERE number = 2", 2),
        ("DELETE FROM case_records WHERE number = 1", 1),
        ("UPDATE case_record_bodies SET sealed = x'00' WHERE number = 2", 2),
    ],
)
def test_whoever_gets_round_the_schema_is_seen(
    house: VaultHarness, statement: str, broken: int
) -> None:
    desk, case = case_of(house)
    with house.at_work():
        desk.decide(case, "one")
        desk.decide(case, "two")
    for trigger in ("no_update", "no_delete", "no_replace"):
        house.store._db.execute(f"DROP TRIGGER case_records_{trigger}")
    house.store._db.execute(statement)
    assert house.store.records.broken_at(case.id) == broken


def test_a_body_cannot_be_taken_from_another_case(house: VaultHarness) -> None:
    _, first = case_of(house)
    _, second = case_of(house)
    house.store._db.execute(
        "UPDATE case_record_bodies SET sealed = (SELECT sealed FROM case_record_bodies"
        " WHERE case_id = ?) WHERE case_id = ?",
        [first.id, second.id],
    )
    assert house.store.records.broken_at(second.id) == 1
