"""Which groups Signal is asked about although nothing tells that they were changed."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from relay.groups.declared import DeclaredGroup
from relay.groups.keeping import GroupKeeper
from relay.groups.polling import EVERY, MOST_AT_ONCE, REST, RequestPoll
from relay.groups.tables import KeptGroup, KeptGroups, Standing
from relay.language.words import Words
from relay.settings.groups import GroupKind
from relay.signal.types import Group, LinkState, Member, Permissions
from relay.store import Store
from relay.time.clock import BranchTime, StillClock

START = datetime(2026, 11, 22, 13, tzinfo=UTC)


def declared(number: int, link: LinkState) -> DeclaredGroup:
    name = f"Group {number}"
    everything = Permissions()
    return DeclaredGroup(_id(number), "hackney", GroupKind.CHAT, name, "", everything, link)


def found(number: int, *, link: str = "https://signal.group/#x", asking: int = 0) -> Group:
    return Group(
        id=_id(number),
        internal_id=str(number),
        name="",
        description="",
        member=True,
        admin=True,
        blocked=False,
        members=(),
        admins=(),
        pending=(),
        requesting=tuple(Member(str(one)) for one in range(asking)),
        permissions=Permissions(),
        invite_link=link,
    )


def _id(number: int) -> str:
    return f"group.{number:03}"


class Polled:
    """Groups that are kept, and the poll of them."""

    def __init__(self, store: Store, links: Sequence[LinkState], *, agreed: bool = True) -> None:
        self.clock = StillClock(START)
        for number, _ in enumerate(links, start=1):
            store[KeptGroups].add(_id(number), "hackney")
            kept = KeptGroup(number, _id(number), "hackney", Standing.KEPT, agreed=agreed)
            store[KeptGroups].save(kept)
        groups = [declared(number, link) for number, link in enumerate(links, start=1)]
        time = BranchTime("Europe/London", Words(), self.clock)  # type: ignore[arg-type]
        keeper = GroupKeeper(store, self.clock, groups, time, lambda: None)
        self.poll = RequestPoll(store, self.clock, keeper)

    def turn(self) -> list[str]:
        """Let one turn pass; return what was fetched in it."""
        due = self.poll.due()
        for one in due:
            self.poll.fetched(one)
        self.poll.turned()
        self.clock.move(EVERY)
        return due


ASKS = LinkState.ENABLED_WITH_APPROVAL


def test_only_a_group_whose_link_asks_an_admin_first_is_fetched(store: Store) -> None:
    polled = Polled(store, [ASKS, LinkState.DISABLED, LinkState.ENABLED, ASKS])
    polled.poll.note([found(1), found(2), found(3), found(4, link="")])
    assert polled.turn() == [_id(1)]


def test_nothing_is_fetched_of_a_group_that_nobody_has_agreed_to_have_kept(store: Store) -> None:
    polled = Polled(store, [ASKS], agreed=False)
    polled.poll.note([found(1)])
    assert polled.turn() == []
    assert polled.poll.next_at is None


def test_each_has_its_turn_within_two_minutes_where_they_are_few(store: Store) -> None:
    polled = Polled(store, [ASKS] * MOST_AT_ONCE)
    polled.poll.note([found(number) for number in range(1, MOST_AT_ONCE + 1)])
    assert timedelta(minutes=2) > EVERY
    assert len(polled.turn()) == len(polled.turn()) == MOST_AT_ONCE
    assert polled.poll.next_at is not None
    assert polled.poll.next_at <= polled.clock.now()


def test_forty_groups_cost_no_more_calls_and_those_in_use_keep_their_turn(store: Store) -> None:
    polled = Polled(store, [ASKS] * 40)
    groups = [found(number, asking=number == 37) for number in range(1, 41)]
    polled.poll.note(groups)
    turns = [polled.turn() for _ in range(6)]
    assert {len(turn) for turn in turns} == {MOST_AT_ONCE}
    assert all(_id(37) in turn for turn in turns)
    assert {one for turn in turns for one in turn} == {group.id for group in groups}


def test_many_that_are_in_use_leave_a_place_for_the_others(store: Store) -> None:
    polled = Polled(store, [ASKS] * 12)
    groups = [found(number, asking=number <= 10) for number in range(1, 13)]
    polled.poll.note(groups)
    seen = {one for _ in range(4) for one in polled.turn()}
    assert seen == {group.id for group in groups}


def test_after_a_refusal_it_rests(store: Store) -> None:
    polled = Polled(store, [ASKS])
    polled.poll.note([found(1)])
    polled.poll.refused()
    assert polled.poll.due() == []
    polled.clock.move(REST)
    assert polled.poll.due() == [_id(1)]


@pytest.mark.parametrize("asking", [0, 1])
def test_what_is_known_of_groups_does_not_begin_anew_at_each_look(
    store: Store, asking: int
) -> None:
    polled = Polled(store, [ASKS] * 20)
    for _ in range(2):
        polled.poll.note([found(number, asking=asking) for number in range(1, 21)])
        first = polled.turn()
    assert first[0] != _id(1)
