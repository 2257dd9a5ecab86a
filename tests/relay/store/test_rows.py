"""Rows of a table as dataclasses, there and back."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

import pytest

from relay.store import Store
from relay.store.table import Rows, Table

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True)
class Thing:
    name: str
    at: datetime
    length: timedelta
    colour: Colour
    open: bool
    data: dict[str, Any]
    places: tuple[int, ...]
    sealed: bytes
    parts: tuple[str, ...]
    later: datetime | None = None
    also: tuple[str, ...] | None = None
    shade: Colour | None = None


ROWS = Rows(Thing, without=["parts"], at="begins")
FULL = Thing(
    "one",
    NOW,
    timedelta(hours=2),
    Colour.RED,
    open=True,
    data={"a": ["é"]},
    places=(1, 2),
    sealed=b"\x00\xff",
    parts=("first",),
    later=NOW + timedelta(days=1),
    also=("x",),
    shade=Colour.RED,
)


class Things(Table):
    def keep(self, thing: Thing) -> None:
        self._insert("things", **ROWS.values(thing))

    def back(self) -> Thing:
        row = self._db.execute(f"SELECT {ROWS.columns} FROM things").fetchone()  # noqa: S608
        return ROWS.read(row, parts=("first",))


@pytest.fixture
def things(store: Store) -> Things:
    store._db.execute(
        "CREATE TABLE things (name TEXT, begins INTEGER, length INTEGER, colour TEXT,"
        " open INTEGER, data TEXT, places TEXT, sealed BLOB, later INTEGER, also TEXT, shade TEXT)"
    )
    return store[Things]


@pytest.mark.parametrize("thing", [FULL, replace(FULL, later=None, also=None, shade=None)])
def test_what_is_kept_comes_back_the_same(things: Things, thing: Thing) -> None:
    things.keep(thing)
    back = things.back()
    assert back == thing
    assert isinstance(back.colour, Colour)
    assert back.open is True


def test_a_moment_is_kept_as_milliseconds(store: Store, things: Things) -> None:
    things.keep(FULL)
    kept = store._db.execute("SELECT begins, length, data FROM things").fetchone()
    assert kept == (1793534400000, 7200000, '{"a":["\\u00e9"]}')


def test_a_moment_without_a_zone_is_refused(things: Things) -> None:
    with pytest.raises(ValueError, match="time zone"):
        things.keep(replace(FULL, at=NOW.replace(tzinfo=None)))


def test_a_store_has_one_of_each_table(store: Store) -> None:
    assert store[Things] is store[Things]
