"""The outbox: what waits, in which order, and what became of it."""

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from relay.store import Store
from relay.store.outbox import Delivery

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def queue(
    store: Store, target: str = "t", priority: int = 2, text: str = "", operation: int | None = None
) -> int:
    return store.outbox.queue(
        lane="signal",
        target=target,
        action="send",
        payload={"text": text},
        priority=priority,
        now=NOW,
        operation=operation,
    )


def take(store: Store, now: datetime = NOW) -> Delivery:
    delivery = store.outbox.next("signal", now)
    assert delivery is not None
    return delivery


def targets(store: Store) -> list[str]:
    return [row[0] for row in store._db.execute("SELECT target FROM outbox ORDER BY id")]


def operation_on(store: Store) -> int:
    number = store.announcements.draft(branch="hackney", text="Hello", author="alex", now=NOW)
    return store.operations.open(announcement=number, kind="post", asked_by="alex", now=NOW)


def test_urgent_deliveries_overtake_others(store: Store) -> None:
    queue(store, "group", priority=3)
    urgent = queue(store, "admin", priority=1)
    assert take(store).id == urgent


def test_but_not_those_to_the_same_target(store: Store) -> None:
    first = queue(store, "admin", priority=3)
    queue(store, "admin", priority=0)
    assert take(store).id == first


def test_a_delayed_delivery_holds_back_only_its_target(store: Store) -> None:
    first = queue(store, "a")
    second = queue(store, "a")
    other = queue(store, "b")
    store.outbox.delayed(take(store), "network", NOW + 5 * SECOND)
    assert take(store).id == other
    store.outbox.delivered(take(store), {}, NOW)
    assert store.outbox.next("signal", NOW) is None
    assert store.outbox.next_retry("signal", NOW) == NOW + 5 * SECOND
    again = take(store, NOW + 5 * SECOND)
    assert (again.id, again.attempts) == (first, 1)
    store.outbox.delivered(again, {}, NOW)
    assert take(store).id == second


def test_lanes_do_not_see_each_other(store: Store) -> None:
    queue(store)
    assert store.outbox.next("bluesky:hackney", NOW) is None
    assert store.outbox.queued("bluesky:hackney") == 0
    assert store.outbox.queued() == store.outbox.queued("signal") == 1


def test_what_has_ended_keeps_its_result_and_forgets_its_words(store: Store) -> None:
    sent, lost = queue(store, "a", text="Hello"), queue(store, "b", text="Hello")
    store.outbox.delivered(take(store), {"timestamp": 5}, NOW)
    assert store.outbox.failed(take(store), "gone", NOW)
    assert store.outbox.result(sent) == {"timestamp": 5}
    assert store.outbox.result(lost) is None
    rows = store._db.execute("SELECT payload FROM outbox").fetchall()
    assert [row[0] for row in rows] == [None, None]


def test_of_an_ordinary_reply_nothing_says_whom_it_went_to(store: Store) -> None:
    for target in ("sent", "lost", "waits"):
        queue(store, target)
    store.outbox.delivered(take(store), {"timestamp": 5}, NOW)
    assert store.outbox.failed(take(store), "gone", NOW)
    assert targets(store) == ["", "", "waits"]


def test_what_an_admin_asked_for_and_what_has_a_topic_still_says_so(store: Store) -> None:
    queue(store, "group", operation=operation_on(store))
    store.topics.assign(queue(store, "follower"), "reminder:1")
    store.outbox.delivered(take(store), {"timestamp": 5}, NOW)
    assert store.outbox.failed(take(store), "gone", NOW)
    assert targets(store) == ["group", "follower"]


def test_what_was_dropped_stays_dropped_when_its_attempt_fails(store: Store) -> None:
    operation = operation_on(store)
    queue(store, operation=operation)
    under_way = take(store)
    assert store.outbox.drop_queued(operation=operation, now=NOW) == 1
    store.outbox.delayed(under_way, "network", NOW)
    assert store.outbox.next("signal", NOW + SECOND) is None
    assert not store.outbox.failed(under_way, "gone", NOW)
    assert [place.state for place in store.outbox.of_operation(operation)] == ["dropped"]


def test_what_was_dropped_and_arrived_all_the_same_is_known(store: Store) -> None:
    operation = operation_on(store)
    queue(store, operation=operation)
    under_way = take(store)
    store.outbox.drop_queued(operation=operation, now=NOW)
    store.outbox.delivered(under_way, {"timestamp": 7}, NOW)
    [place] = store.outbox.of_operation(operation)
    assert (place.state, place.result) == ("delivered", {"timestamp": 7})


def test_a_blocked_lane_is_tried_with_what_was_not_tried_longest(store: Store) -> None:
    first, second, third = (queue(store, target) for target in "abc")
    tried = []
    for second_passed in range(4):
        now = NOW + second_passed * SECOND
        delivery = store.outbox.probe("signal", now)
        assert delivery is not None
        tried.append(delivery.id)
        store.outbox.blocked(delivery, "unreachable", now)
    assert tried == [first, second, third, first]
    assert [d.id for d in store.outbox.found_blocked("signal")] == [first, second, third]
    store.outbox.release("signal")
    assert store.outbox.found_blocked("signal") == []


def test_what_is_put_aside_waits_no_longer_however_often_it_is_said(store: Store) -> None:
    queue(store)
    delivery = take(store)
    store.outbox.blocked(delivery, "captcha", NOW)
    store.outbox.put_aside(delivery, NOW + 60 * SECOND)
    store.outbox.put_aside(delivery, NOW + 90 * SECOND)
    assert store.outbox.next("signal", NOW) is None
    assert take(store, NOW + 60 * SECOND).id == delivery.id


def test_the_age_of_a_lane_is_that_of_its_oldest_delivery(store: Store) -> None:
    assert store.outbox.oldest_queued("signal") is None
    queue(store)
    assert store.outbox.oldest_queued("signal") == NOW
    assert [d.created_at for d in store.outbox.older("signal", NOW)] == [NOW]
    assert store.outbox.older("signal", NOW - SECOND) == []


def test_what_ended_long_ago_is_forgotten_and_what_waits_never(store: Store) -> None:
    queue(store, "a")
    queue(store, "b")
    store.outbox.delivered(take(store), {}, NOW)
    assert store.outbox.forget_before(NOW + SECOND) == 1
    assert store.outbox.queued() == 1


def test_an_operation_is_empty_once_nothing_of_it_waits(store: Store) -> None:
    operation = operation_on(store)
    assert [o.id for o in store.operations.empty()] == [operation]
    queue(store, operation=operation)
    assert store.operations.empty() == []
    assert store.operations.pending(operation) == 1
    store.outbox.delivered(take(store), {}, NOW)
    store.operations.settle(operation, NOW)
    assert store.operations.empty() == []


class OutboxAgainstAModel(RuleBasedStateMachine):
    """The outbox does what a plain list would."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store(Path(self.folder.name) / "relay.db", "ab" * 32)
        self.now = NOW
        self.queued: list[dict[str, Any]] = []

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def due(self) -> list[dict[str, Any]]:
        firsts: dict[str, dict[str, Any]] = {}
        for row in self.queued:
            firsts.setdefault(row["target"], row)
        return [row for row in firsts.values() if row["due"] <= self.now]

    def expected(self, *order: str) -> dict[str, Any] | None:
        return min(self.due(), key=lambda row: [row[key] for key in order], default=None)

    @rule(whom=st.sampled_from("abc"), priority=st.integers(0, 4))
    def queue(self, whom: str, priority: int) -> None:
        number = self.store.outbox.queue(
            lane="signal",
            target=whom,
            action="send",
            payload={},
            priority=priority,
            now=self.now,
        )
        row = {"id": number, "target": whom, "priority": priority}
        self.queued.append({**row, "due": self.now, "blocked": 0, "since": self.now})

    def taken(self) -> tuple[dict[str, Any], Delivery]:
        row = self.expected("priority", "id")
        assert row is not None
        return row, take(self.store, self.now)

    @precondition(lambda self: self.due())
    @rule(ends_well=st.booleans())
    def end(self, ends_well: bool) -> None:
        row, delivery = self.taken()
        self.queued.remove(row)
        if ends_well:
            self.store.outbox.delivered(delivery, {}, self.now)
        else:
            assert self.store.outbox.failed(delivery, "gone", self.now)

    @precondition(lambda self: self.due())
    @rule(seconds=st.integers(0, 20))
    def delay(self, seconds: int) -> None:
        row, delivery = self.taken()
        row["due"] = self.now + seconds * SECOND
        row["blocked"] = 0
        self.store.outbox.delayed(delivery, "network", row["due"])

    @precondition(lambda self: self.due())
    @rule()
    def find_the_lane_blocked(self) -> None:
        row, delivery = self.taken()
        row["blocked"] = self.now.timestamp()
        self.store.outbox.blocked(delivery, "unreachable", self.now)

    @rule()
    def release(self) -> None:
        self.store.outbox.release("signal")
        for row in self.queued:
            if row["blocked"]:
                row["due"], row["blocked"] = self.now, 0

    @rule(seconds=st.integers(1, 10))
    def time_passes(self, seconds: int) -> None:
        self.now += seconds * SECOND

    @invariant()
    def both_would_take_the_same(self) -> None:
        outbox = self.store.outbox
        for delivery, row in (
            (outbox.next("signal", self.now), self.expected("priority", "id")),
            (outbox.probe("signal", self.now), self.expected("blocked", "priority", "id")),
        ):
            assert (delivery and delivery.id) == (row and row["id"])

    @invariant()
    def both_count_the_same(self) -> None:
        outbox = self.store.outbox
        assert outbox.queued("signal") == len(self.queued)
        later = [row["due"] for row in self.queued if row["due"] > self.now]
        assert outbox.next_retry("signal", self.now) == min(later, default=None)
        oldest = min((row["since"] for row in self.queued), default=None)
        assert outbox.oldest_queued("signal") == oldest


OutboxAgainstAModel.TestCase.settings = settings(
    max_examples=25, stateful_step_count=30, deadline=None
)
TestOutboxAgainstAModel = OutboxAgainstAModel.TestCase
