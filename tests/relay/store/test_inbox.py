"""The inbox: each envelope once, each sender's in order, and none given up in silence."""

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from relay.store import Store
from relay.store.inbox import MAX_ATTEMPTS, InboxEntry

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def accept(store: Store, timestamp: int, source: str = "sam", account: str = "+44") -> bool:
    return store.inbox.accept(
        account=account, source=source, timestamp=timestamp, body={"number": timestamp}, now=NOW
    )


def take(store: Store, now: datetime = NOW) -> InboxEntry:
    entry = store.inbox.next(now)
    assert entry is not None
    return entry


def test_an_envelope_that_comes_again_changes_nothing(store: Store) -> None:
    assert accept(store, 1)
    assert not accept(store, 1)
    assert store.inbox.waiting() == 1
    store.inbox.finish(take(store), NOW)
    assert not accept(store, 1)
    assert store.inbox.waiting() == 0


def test_another_sender_moment_or_account_is_another_envelope(store: Store) -> None:
    assert accept(store, 1)
    assert accept(store, 2)
    assert accept(store, 1, source="ana")
    assert accept(store, 1, account="+49")
    assert store.inbox.waiting() == 4


def test_a_handled_envelope_leaves_neither_words_nor_sender(store: Store) -> None:
    accept(store, 1)
    store.inbox.finish(take(store), NOW)
    row = store._db.execute("SELECT source, body, state FROM inbox").fetchone()
    assert tuple(row) == (None, None, "done")


def test_a_failed_envelope_holds_back_only_its_sender(store: Store) -> None:
    accept(store, 1, "sam")
    accept(store, 2, "sam")
    accept(store, 3, "ana")
    store.inbox.fail(take(store), "Fault", NOW)
    ana = take(store)
    assert ana.body == {"number": 3}
    store.inbox.finish(ana, NOW)
    assert store.inbox.next(NOW) is None
    assert store.inbox.next_retry(NOW) == NOW + 2 * SECOND
    assert take(store, NOW + 2 * SECOND).body == {"number": 1}


def test_the_wait_doubles_and_the_fifth_failure_is_the_last(store: Store) -> None:
    accept(store, 1)
    now, waits = NOW, []
    for _ in range(MAX_ATTEMPTS - 1):
        assert not store.inbox.fail(take(store, now), "Fault", now)
        due = store.inbox.next_retry(now)
        assert due is not None
        waits.append(due - now)
        now = due
    assert waits == [2 * SECOND, 4 * SECOND, 8 * SECOND, 16 * SECOND]
    assert store.inbox.fail(take(store, now), "Fault", now)
    assert store.inbox.next(now) is None
    assert (store.inbox.waiting(), store.inbox.dead()) == (0, 1)


def test_a_dead_letter_keeps_its_words_and_lets_the_next_one_through(store: Store) -> None:
    accept(store, 1)
    accept(store, 2)
    store.inbox.bury(take(store), "Fault", NOW)
    row = store._db.execute("SELECT source, body, fault FROM inbox WHERE state = 'dead'").fetchone()
    assert tuple(row) == ("sam", '{"number":1}', "Fault")
    assert take(store).body == {"number": 2}


def test_a_postponed_envelope_has_not_failed(store: Store) -> None:
    accept(store, 1)
    for _ in range(50):
        entry = take(store)
        assert entry.attempts == 0
        store.inbox.postpone(entry, NOW)
    store.inbox.postpone(take(store), NOW + SECOND)
    assert store.inbox.next(NOW) is None


def test_busy_senders_are_passed_over(store: Store) -> None:
    accept(store, 1, "sam")
    accept(store, 2, "ana")
    entry = store.inbox.next(NOW, busy={"sam"})
    assert entry is not None
    assert entry.source == "ana"
    assert store.inbox.next(NOW, busy={"sam", "ana"}) is None


def test_ages_are_those_of_what_waits(store: Store) -> None:
    assert store.inbox.oldest_waiting() is None
    assert store.inbox.last_received() is None
    for minute in range(3):
        store.inbox.accept(
            account="a",
            source="s",
            timestamp=minute,
            body={},
            now=NOW + timedelta(minutes=minute),
        )
    store.inbox.finish(take(store), NOW)
    assert store.inbox.oldest_waiting() == NOW + timedelta(minutes=1)
    assert store.inbox.last_received() == NOW + timedelta(minutes=2)


def test_what_is_finished_for_long_is_forgotten_and_what_waits_never(store: Store) -> None:
    accept(store, 1)
    accept(store, 2)
    entry = take(store)
    store.files.arrived(inbox=entry.id, attachment="a", refused="stranger")
    store.inbox.finish(entry, NOW)
    assert store.inbox.forget_before(NOW) == 0
    assert store.inbox.forget_before(NOW + SECOND) == 1
    assert store.files.arrivals(entry.id) == []
    assert store.inbox.waiting() == 1


class InboxAgainstAModel(RuleBasedStateMachine):
    """The inbox does what a plain list would."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = Store(Path(self.folder.name) / "relay.db", "ab" * 32)
        self.now = NOW
        self.waiting: list[dict[str, Any]] = []
        self.known: set[tuple[str, int]] = set()
        self.handled: dict[str, list[int]] = {}

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    def expected(self, busy: frozenset[str] = frozenset()) -> dict[str, Any] | None:
        firsts: dict[str, dict[str, Any]] = {}
        for row in self.waiting:
            firsts.setdefault(row["source"], row)
        return next(
            (
                row
                for row in self.waiting
                if firsts[row["source"]] is row
                and row["due"] <= self.now
                and row["source"] not in busy
            ),
            None,
        )

    @rule(source=st.sampled_from("abc"), timestamp=st.integers(0, 20))
    def accept(self, source: str, timestamp: int) -> None:
        new = self.store.inbox.accept(
            account="+44", source=source, timestamp=timestamp, body={"n": timestamp}, now=self.now
        )
        assert new == ((source, timestamp) not in self.known)
        if new:
            self.known.add((source, timestamp))
            self.waiting.append(
                {
                    "source": source,
                    "n": timestamp,
                    "attempts": 0,
                    "due": self.now,
                    "since": self.now,
                }
            )

    def taken(self) -> tuple[dict[str, Any], InboxEntry]:
        row, entry = self.expected(), self.store.inbox.next(self.now)
        assert row is not None
        assert entry is not None
        return row, entry

    @precondition(lambda self: self.expected())
    @rule()
    def finish(self) -> None:
        row, entry = self.taken()
        self.store.inbox.finish(entry, self.now)
        self.waiting.remove(row)

    @precondition(lambda self: self.expected())
    @rule()
    def fail(self) -> None:
        row, entry = self.taken()
        dead = self.store.inbox.fail(entry, "Fault", self.now)
        row["attempts"] += 1
        assert dead == (row["attempts"] == MAX_ATTEMPTS)
        row["due"] = self.now + SECOND * 2 ** row["attempts"]
        if dead:
            self.waiting.remove(row)

    @precondition(lambda self: self.expected())
    @rule(seconds=st.integers(0, 20))
    def postpone(self, seconds: int) -> None:
        row, entry = self.taken()
        row["due"] = self.now + seconds * SECOND
        self.store.inbox.postpone(entry, row["due"])

    @rule(seconds=st.integers(1, 10))
    def time_passes(self, seconds: int) -> None:
        self.now += seconds * SECOND

    @invariant()
    def both_would_take_the_same(self) -> None:
        for busy in (frozenset(), frozenset("a"), frozenset("ab")):
            row, entry = self.expected(busy), self.store.inbox.next(self.now, busy=busy)
            if row is None:
                assert entry is None
            else:
                assert entry is not None
                assert (entry.source, entry.body["n"], entry.attempts) == (
                    row["source"],
                    row["n"],
                    row["attempts"],
                )

    @invariant()
    def both_count_the_same(self) -> None:
        assert self.store.inbox.waiting() == len(self.waiting)
        later = [row["due"] for row in self.waiting if row["due"] > self.now]
        assert self.store.inbox.next_retry(self.now) == min(later, default=None)
        oldest = self.waiting[0]["since"] if self.waiting else None
        assert self.store.inbox.oldest_waiting() == oldest


InboxAgainstAModel.TestCase.settings = settings(
    max_examples=25, stateful_step_count=30, deadline=None
)
TestInboxAgainstAModel = InboxAgainstAModel.TestCase
