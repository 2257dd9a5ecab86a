"""What could not be read is kept, and a flood of it fills no disk."""

from datetime import UTC, datetime

import pytest

from relay.store import Store
from relay.store import unreadable as bounds
from relay.store.unreadable import MOST_OF_ONE

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)


def keep(store: Store, number: int, size: int = 10, shape: str = "dataMessage.poll") -> bool:
    with store.transaction():
        return store.unreadable.keep(
            name=str(number),
            source=f"person {number}",
            shape=shape,
            now=NOW,
            due=NOW,
            secret=b"key",
            sealed=b"x" * size,
        )


def sizes(store: Store) -> list[int]:
    return [len(sealed) for _, _, sealed in store.unreadable.sealed()]


def test_of_what_is_longer_than_any_text_only_that_it_came_is_kept(store: Store) -> None:
    assert keep(store, 1, MOST_OF_ONE)
    assert keep(store, 2, MOST_OF_ONE + 1)
    assert sizes(store) == [MOST_OF_ONE]
    assert [one.source for one in store.unreadable.due(NOW)] == ["person 1", "person 2"]
    assert [name for name, _, _ in store.unreadable.untold()] == ["1"]


def test_all_that_is_kept_has_an_end(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_BYTES", 100)
    monkeypatch.setattr(bounds, "MOST_KEPT", 30)
    assert all(keep(store, number) for number in range(50))
    assert sizes(store) == [10] * 10
    assert store.unreadable.kept() == 30
    [shape] = store.unreadable.shapes()
    assert shape.count == 50
    assert not keep(store, 1)
