"""Destroying what somebody said and could not be read, without knowing whose is whose."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from relay.signal.notification import read_notification
from relay.signal.unreadable import _sealed, forget_sender, keep_unreadable
from relay.store import Store

SAM, BEA = "5b7e0f3a-0c8d-4d55-9a37-1f2e3d4c5b6a", "b2b2b2b2-0000-4000-8000-0000000000b2"
NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "relay.db", "ab" * 32) as opened:
        yield opened


def keep(store: Store, name: str, content: str, source: str | None = None) -> None:
    secret, sealed = _sealed(content.encode())
    store.unreadable.keep(
        name=name, source=source, shape="x", now=NOW, due=None, secret=secret, sealed=sealed
    )


def said_by(person: str) -> str:
    return json.dumps({"envelope": {"sourceUuid": person.upper()}, "account": "+44"})


def test_all_of_one_sender_goes_and_nothing_of_another(store: Store) -> None:
    with store.transaction():
        for number, person in enumerate((SAM, BEA, SAM)):
            keep(store, str(number), said_by(person))
        keep(store, "untold", "", SAM)
        forget_sender(store, SAM)
    assert [name for name, _, _ in store.unreadable.sealed()] == ["1"]
    assert store.unreadable.kept() == 1


def test_what_is_nested_too_deeply_stops_nothing(store: Store) -> None:
    with store.transaction():
        keep(store, "deep", '{"envelope":' + "[" * 5_000 + "]" * 5_000 + "}")
        keep(store, "hers", said_by(BEA))
        forget_sender(store, SAM)
    assert [name for name, _, _ in store.unreadable.sealed()] == ["hers"]


def test_each_exception_that_came_without_an_envelope_is_counted(store: Store) -> None:
    params = {"exception": {"message": "boom", "type": "IOException"}, "account": "+44"}
    read = read_notification({"jsonrpc": "2.0", "method": "receive", "params": params})
    with store.transaction():
        for _ in range(2):
            assert keep_unreadable(store, read, "exception.IOException", NOW)
    assert [(one.name, one.count) for one in store.unreadable.shapes()] == [
        ("exception.IOException", 2)
    ]
