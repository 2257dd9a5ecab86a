"""Who asked about what: counted once each, reached by the thing itself, and gone after its time."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from relay.authenticity.enquiries import KEPT_FOR, AskedTable, Enquiries, Thing, things_of
from relay.authenticity.matcher import asked_about
from relay.store import Store
from relay.time.clock import StillClock

START = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)
MO, NED = "5b7e0f3a-0c8d-4d55-9a37-1f2e3d4c5b6a", "6c8f1a4b-1d9e-4e66-8b48-2a3f4e5d6c7b"
LINK = Thing("link", "ourbranch-join.com/register")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "relay.db", "ab" * 32) as opened:
        yield opened


@pytest.fixture
def clock() -> StillClock:
    return StillClock(START)


@pytest.fixture
def asked(store: Store, clock: StillClock) -> Enquiries:
    return Enquiries(store, clock)


def note(store: Store, asked: Enquiries, person: str, *things: Thing) -> list[int]:
    with store.transaction():
        return [one.people for one in asked.note(person, things)]


def test_each_person_counts_once_on_whichever_day(
    store: Store, asked: Enquiries, clock: StillClock
) -> None:
    assert note(store, asked, MO, LINK) == [1]
    assert note(store, asked, MO, LINK) == []
    clock.move(timedelta(days=3))
    assert note(store, asked, MO, LINK) == []
    assert note(store, asked, NED, LINK) == [2]


def test_only_the_very_thing_leads_to_who_asked(store: Store, asked: Enquiries) -> None:
    note(store, asked, MO, LINK)
    note(store, asked, NED, Thing("text", "another thing"))
    assert asked.who_asked([LINK]) == {MO}
    assert asked.who_asked([Thing("link", "ourbranch-join.com")]) == frozenset()
    assert asked.who_asked([Thing("text", LINK.value)]) == frozenset()


def test_after_its_time_nobody_is_reached_and_the_count_goes_later(
    store: Store, asked: Enquiries, clock: StillClock
) -> None:
    note(store, asked, MO, LINK)
    clock.move(KEPT_FOR)
    assert asked.who_asked([LINK]) == frozenset()
    with store.transaction():
        asked.tidy()
    assert store[AskedTable].keys() == {}
    assert note(store, asked, NED, LINK) == [2]
    clock.move(timedelta(weeks=7))
    with store.transaction():
        asked.tidy()
    assert note(store, asked, NED, LINK) == [1]


def test_a_link_counts_without_what_could_be_somebodys_own() -> None:
    found = things_of(asked_about("See HTTPS://Ourbranch-Join.com/register?id=77#mo today please"))
    assert LINK in found
    assert not any("77" in one.value for one in found if one.kind == "link")
