"""With a long history behind it, the store reads only what waits."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from relay.store import Store

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
FINISHED = 100_000


@pytest.fixture(scope="module")
def long_lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("plans") / "relay.db"
    with Store(path, "ab" * 32) as store:
        write = store._db.conn.executemany
        with store.transaction():
            write(
                "INSERT INTO inbox (key, received_at, state, finished_at) VALUES (?, 1, 'done', 1)",
                [(str(number),) for number in range(FINISHED)],
            )
            write(
                "INSERT INTO announcements (branch, text, state, author, created_at, posted_at)"
                " VALUES ('b', 't', 'posted', 'a', 1, 1)",
                [() for _ in range(1000)],
            )
            write(
                "INSERT INTO operations (announcement, kind, asked_by, created_at, settled_at)"
                " VALUES (?, 'post', 'a', 1, 1)",
                [(number,) for number in range(1, 1001)],
            )
            write(
                "INSERT INTO outbox (lane, target, action, priority, state, created_at,"
                " finished_at, operation) VALUES ('signal', 't', 'send', 2, 'delivered', 1, 1, ?)",
                [(number % 1000 + 1,) for number in range(FINISHED)],
            )
        yield store


QUESTIONS: dict[str, Callable[[Store], Any]] = {
    "inbox.accept": lambda s: s.inbox.accept(
        account="a", source="b", timestamp=1, body={}, now=NOW
    ),
    "inbox.next": lambda s: s.inbox.next(NOW),
    "inbox.next_retry": lambda s: s.inbox.next_retry(NOW),
    "inbox.waiting": lambda s: s.inbox.waiting(),
    "inbox.oldest_waiting": lambda s: s.inbox.oldest_waiting(),
    "inbox.last_received": lambda s: s.inbox.last_received(),
    "inbox.dead": lambda s: s.inbox.dead(),
    "outbox.next": lambda s: s.outbox.next("signal", NOW),
    "outbox.probe": lambda s: s.outbox.probe("signal", NOW),
    "outbox.next_retry": lambda s: s.outbox.next_retry("signal", NOW),
    "outbox.older": lambda s: s.outbox.older("signal", NOW),
    "outbox.found_blocked": lambda s: s.outbox.found_blocked("signal"),
    "outbox.release": lambda s: s.outbox.release("signal"),
    "outbox.queued": lambda s: (s.outbox.queued(), s.outbox.queued("signal")),
    "outbox.oldest_queued": lambda s: s.outbox.oldest_queued("signal"),
    "outbox.of_operation": lambda s: s.outbox.of_operation(3),
    "operations.pending": lambda s: s.operations.pending(3),
    "operations.slow": lambda s: s.operations.slow(NOW),
    "operations.empty": lambda s: s.operations.empty(),
    "operations.open_on": lambda s: s.operations.open_on(3),
    "operations.latest": lambda s: s.operations.latest(3),
    "announcements.due": lambda s: s.announcements.due(NOW),
    "announcements.get": lambda s: s.announcements.get(3),
    "conversations.expired": lambda s: s.conversations.expired(NOW),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_reads_what_is_finished(long_lived: Store, name: str) -> None:
    asked: list[tuple[str, Any]] = []
    database = long_lived._db
    with database.tracer(lambda sql, values: asked.append((sql, values))):
        QUESTIONS[name](long_lived)
    steps = [
        step[3]
        for sql, values in asked
        for step in database.conn.execute(f"EXPLAIN QUERY PLAN {sql}", values or [])
    ]
    scans = [step for step in steps if step.startswith("SCAN") and " INDEX " not in step]
    # The newest row of all is the one place where a table is read from its end, by one row.
    assert scans == (["SCAN inbox"] if name == "inbox.last_received" else [])
    indexes = [
        step.split(" INDEX ")[1].split()[0]
        for step in steps
        if step.startswith("SCAN ") and " INDEX " in step
    ]
    partial = {
        row[0]
        for row in database.conn.execute(
            "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'"
        )
    }
    # To read through an index is fine where it holds only what waits.
    assert set(indexes) <= partial - {"inbox_finished", "outbox_finished", "outbox_operation"}
