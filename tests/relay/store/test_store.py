"""Transactions: all of it or nothing, and nobody hears of what did not happen."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from relay.store import Store

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)


def accept(store: Store, number: int, size: int = 10) -> None:
    store.inbox.accept(
        account="a", source="s", timestamp=number, body={"text": "x" * size}, now=NOW
    )


def queue(store: Store, lane: str = "signal") -> int:
    return store.outbox.queue(lane=lane, target="t", action="send", payload={}, priority=2, now=NOW)


def within_transaction(store: Store, work: Callable[[], None]) -> None:
    with store.transaction():
        work()


def test_what_a_transaction_changed_is_there_afterwards(store: Store) -> None:
    with store.transaction():
        accept(store, 1)
        queue(store)
    assert (store.inbox.waiting(), store.outbox.queued()) == (1, 1)


def test_nothing_of_a_transaction_that_failed_remains(store: Store) -> None:
    def work() -> None:
        accept(store, 1)
        queue(store)
        store.conversations.set("p", "announce.text", {}, NOW)
        store.audit.record(actor="p", action="post", subject="announcement 1", now=NOW)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        within_transaction(store, work)
    assert (store.inbox.waiting(), store.outbox.queued()) == (0, 0)
    assert store.conversations.of("p") is None
    assert store._db["audit"].count == 0


def test_after_a_failure_the_next_transaction_works(store: Store) -> None:
    def work() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        within_transaction(store, work)
    with store.transaction():
        accept(store, 1)
    assert store.inbox.waiting() == 1


def test_a_transaction_within_another_is_a_fault_that_undoes_both(store: Store) -> None:
    def work() -> None:
        accept(store, 1)
        within_transaction(store, lambda: accept(store, 2))

    with pytest.raises(sqlcipher.OperationalError):
        within_transaction(store, work)
    assert store.inbox.waiting() == 0
    with store.transaction():
        accept(store, 3)
    assert store.inbox.waiting() == 1


def test_a_full_disk_fails_the_transaction_and_only_that(store: Store) -> None:
    pages = store._db.execute("PRAGMA page_count").fetchone()[0]
    store._db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(sqlcipher.OperationalError, match="full"):
        within_transaction(store, lambda: accept(store, 1, size=1_000_000))
    store._db.execute("PRAGMA max_page_count = 1000000")
    with store.transaction():
        accept(store, 1, size=1_000_000)
    assert store.inbox.waiting() == 1


def test_a_commit_that_fails_leaves_the_store_usable(store: Store) -> None:
    """A deferred foreign key is only looked at when the transaction is committed."""

    def work() -> None:
        store._db.execute("PRAGMA defer_foreign_keys = ON")
        store.files.arrived(inbox=12345, attachment="a")

    with pytest.raises(sqlcipher.IntegrityError):
        within_transaction(store, work)
    with store.transaction():
        accept(store, 1)
    assert store.inbox.waiting() == 1


def test_listeners_hear_of_a_commit_and_only_then(store: Store) -> None:
    heard: list[str] = []
    store.on_commit("inbox", lambda: heard.append("inbox"))
    store.on_commit("signal", lambda: heard.append("signal"))
    with store.transaction():
        accept(store, 1)
        assert heard == []
    assert heard == ["inbox"]
    with store.transaction():
        queue(store, "signal")
        queue(store, "bluesky:hackney")
    assert heard == ["inbox", "signal"]


def test_listeners_never_hear_of_what_was_rolled_back(store: Store) -> None:
    heard: list[str] = []
    store.on_commit("inbox", lambda: heard.append("inbox"))

    def work() -> None:
        accept(store, 1)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        within_transaction(store, work)
    with store.transaction():
        queue(store)
    assert heard == []


def test_closing_a_breaker_wakes_its_lane(store: Store) -> None:
    heard: list[str] = []
    store.on_commit("signal", lambda: heard.append("signal"))
    with store.transaction():
        store.breakers.block("signal", cause="captcha", reason="r", now=NOW)
    assert heard == []
    with store.transaction():
        assert store.breakers.lift("signal")
        assert not store.breakers.lift("signal")
    assert heard == ["signal"]


def test_a_closed_store_is_not_intact(tmp_path: Path) -> None:
    store = Store(tmp_path / "relay.db", "ab" * 32)
    assert store.intact()
    store.close()
    assert not store.intact()
