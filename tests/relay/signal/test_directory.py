"""The directory of groups: what the API last said, kept through silence."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from played import tuning_of

from practice.groups import Permission
from practice.releases import DEPLOYED, NEWEST
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from relay.delivery.errors import DeliveryError
from relay.signal.client import SignalClient
from relay.signal.directory import GroupDirectory
from relay.store import Store
from relay.time.clock import StillClock

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)


class Office:
    """A directory and what it asks."""

    def __init__(self, signal: PracticeSignal, store: Store, client: SignalClient) -> None:
        self.signal = signal
        self.store = store
        self.answers: list[None] = []
        self.compared: list[frozenset[str]] = []
        self.directory = GroupDirectory(
            client,
            store,
            StillClock(NOW),
            lambda: self.answers.append(None),
            lambda groups: self.compared.append(frozenset(group.id for group in groups)),
        )


@pytest.fixture(params=[DEPLOYED, NEWEST])
async def office(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Office]:
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        async with (
            practice_signal(tuning=tuning_of(request)) as signal,
            SignalClient(signal.url, signal.number) as client,
        ):
            yield Office(signal, store, client)


async def test_groups_are_known_by_both_ids_with_how_many_people_they_reach(
    office: Office,
) -> None:
    people = [office.signal.new_phone(name) for name in ("Ada", "Ben")]
    board = office.signal.new_group("Board", people, send_messages=Permission.ONLY_ADMINS)
    assert await office.directory.refresh()
    known = office.store.groups.get(board.api_id)
    assert known is not None
    assert (known.internal_id, known.name, known.members) == (board.internal_id, "Board", 2)
    assert known.is_admin
    assert known.can_post
    assert office.answers == [None]


async def test_a_board_on_which_only_admins_post_is_closed_to_a_bot_that_is_none(
    office: Office,
) -> None:
    closed = office.signal.new_group("A", bot="member", send_messages=Permission.ONLY_ADMINS)
    open_ = office.signal.new_group("B", bot="member")
    outside = office.signal.new_group("C", bot="outside")
    await office.directory.refresh()
    groups = office.store.groups
    assert [
        (g.can_post, g.is_admin) for g in map(groups.get, (closed.api_id, open_.api_id)) if g
    ] == [
        (False, False),
        (True, False),
    ]
    assert groups.get(outside.api_id) is None


async def test_an_api_that_is_silent_leaves_what_is_known(office: Office) -> None:
    board = office.signal.new_group("Board")
    await office.directory.refresh()
    await office.signal.stop()
    assert not await office.directory.refresh()
    assert office.store.groups.get(board.api_id) is not None
    assert len(office.answers) == 1
    await office.signal.start()
    assert await office.directory.refresh()


async def test_a_group_that_the_bot_has_left_is_forgotten(office: Office) -> None:
    board = office.signal.new_group("Board")
    await office.directory.refresh()
    world = office.signal.world
    world.leave(world.group_chat(board.internal_id), world.account.aci)
    await office.directory.refresh()
    assert office.store.groups.get(board.api_id) is None


class Turns:
    """Two groups, the one fetched longest ago first."""

    next_at = None

    def __init__(self) -> None:
        self.order = ["group.one", "group.two"]

    def due(self) -> list[str]:
        return list(self.order)

    def fetched(self, group: str) -> None:
        self.order.remove(group)
        self.order.append(group)

    def turned(self) -> None:
        """All had their turn."""

    def refused(self) -> None:
        """The rest waits."""


async def test_a_group_that_never_answers_does_not_keep_the_others_waiting(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    async def fetch(self: SignalClient, group: str, **_: object) -> None:
        asked.append(group)
        if group == "group.one":
            raise DeliveryError("no answer")

    monkeypatch.setattr(SignalClient, "fetch_group", fetch)
    turns = Turns()
    office.directory._stale = turns
    await office.directory.look()
    await office.directory.look()
    assert asked == ["group.one", "group.two", "group.one"]
