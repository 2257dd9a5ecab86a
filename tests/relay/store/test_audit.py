"""The audit trail: what was done stays done, and who changes the record is seen."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlcipher

from relay.store import Store
from relay.store.moments import from_ms

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)


def record(store: Store, count: int) -> None:
    for number in range(count):
        with store.transaction():
            store.audit.record(
                actor=f"admin {number % 2}",
                action="post",
                subject=f"announcement {number}",
                now=NOW + timedelta(minutes=number),
                groups=number,
            )


def without_triggers(store: Store) -> None:
    """What somebody with the key and an SQL prompt can do."""
    for trigger in ("audit_no_update", "audit_no_delete", "audit_no_replace"):
        store._db.execute(f"DROP TRIGGER {trigger}")


def test_of_one_subject_its_own_acts_are_given(store: Store) -> None:
    record(store, 3)
    record(store, 2)
    acts = [(act.actor, act.action) for act in store.audit.acts("announcement 1")]
    assert acts == [("admin 1", "post"), ("admin 1", "post")]
    assert store.audit.acts("announcement 7") == []


def test_acts_are_kept_in_order(store: Store) -> None:
    record(store, 3)
    rows = list(store._db["audit"].rows)
    assert [r["subject"] for r in rows] == ["announcement 0", "announcement 1", "announcement 2"]
    assert from_ms(rows[1]["at"]) == NOW + timedelta(minutes=1)
    assert rows[2]["detail"] == '{"groups": 2}'
    assert store.audit.broken_at() is None


def test_an_empty_trail_is_whole(store: Store) -> None:
    assert store.audit.broken_at() is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET actor = 'nobody' WHERE id = 2",
        "DELETE FROM audit WHERE id = 2",
        "DELETE FROM audit",
        (
            "INSERT OR REPLACE INTO audit SELECT id, at, 'nobody', action, subject, detail,"
            " previous, hash FROM audit WHERE id = 2"
        ),
        "UPDATE OR REPLACE audit SET id = 1 WHERE id = 2",
    ],
)
def test_the_database_refuses_to_change_the_trail(store: Store, statement: str) -> None:
    record(store, 3)
    with pytest.raises(sqlcipher.DatabaseError, match="append-only"):
        store._db.execute(statement)
    assert store._db["audit"].count == 3
    assert store.audit.broken_at() is None


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", 1),
        ("actor", "nobody"),
        ("action", "retract"),
        ("subject", "announcement 99"),
        ("detail", "{}"),
        ("previous", "0" * 64),
        ("hash", "f" * 64),
    ],
)
def test_any_changed_column_shows(store: Store, column: str, value: Any) -> None:
    record(store, 4)
    without_triggers(store)
    store._db.table("audit").update(3, {column: value})
    assert store.audit.broken_at() == 3


@pytest.mark.parametrize("missing", [1, 2, 3, 4])
def test_a_missing_row_shows_also_the_last_one(store: Store, missing: int) -> None:
    record(store, 4)
    without_triggers(store)
    store._db.execute("DELETE FROM audit WHERE id = ?", [missing])
    assert store.audit.broken_at() == missing


def test_a_trail_that_was_emptied_shows(store: Store) -> None:
    record(store, 4)
    without_triggers(store)
    store._db.execute("DELETE FROM audit")
    assert store.audit.broken_at() == 1


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(order=st.permutations(range(1, 6)))
def test_any_other_order_shows(store: Store, order: list[int]) -> None:
    if not store._db["audit"].count:
        record(store, 5)
        without_triggers(store)
    rows = store._db.execute("SELECT * FROM audit ORDER BY id").fetchall()
    store._db.execute("DELETE FROM audit")
    for place, number in enumerate(order, start=1):
        store._db.execute(
            "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)", [place, *rows[number - 1][1:]]
        )
    first_wrong = next((i for i, number in enumerate(order, 1) if number != i), None)
    assert store.audit.broken_at() == first_wrong
    store._db.execute("DELETE FROM audit")
    for row in rows:
        store._db.execute("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?)", list(row))


def test_the_trail_goes_on_after_a_restart(store: Store) -> None:
    record(store, 2)
    record(store, 2)
    assert [row["id"] for row in store._db["audit"].rows] == [1, 2, 3, 4]
    assert store.audit.broken_at() is None
