"""What ended under an earlier version says no longer whom it went to."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from opened import opened
from sqlite_utils import Database

from relay.safeguarding.people import Writers
from relay.safeguarding.sealing import Sealer
from relay.safeguarding.tables import VaultTables
from relay.sealing import keyed_hash
from relay.store import Store
from relay.store.connecting import connect
from relay.store.migrations import MIGRATIONS

KEY = "ab" * 32
NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
RIO, ADA, MO = (f"8ea1479a-4b7c-4600-8074-128d7d2e826{n}" for n in "678")
SECRET, LINK = b"s" * 32, b"k" * 32
DELIVERIES = (
    # target, state, topic, operation
    (MO, "delivered", None, None),
    (MO, "failed", None, None),
    (MO, "queued", None, None),
    (RIO, "delivered", "case:1", None),
    (RIO, "failed", "case:1", None),
    (RIO, "queued", "case:1", None),
    (ADA, "delivered", "case:1", None),
    (RIO, "delivered", "case:2", None),
    ("group.poll", "delivered", None, None),
    ("group.one", "delivered", None, 1),
    (ADA, "delivered", "trouble:signal", None),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of the version before, with two cases, brought up to date."""
    path = tmp_path / "relay.db"
    connection = connect(path.as_posix(), KEY, uri=False)
    database = Database(connection)
    MIGRATIONS.apply(database, stop_before="nobody_named")
    fill(database)
    connection.close()
    with Store(path, KEY) as store:
        yield store


def fill(database: Database) -> None:
    ask = database.execute
    missed = '{"timestamp":5,"missed":[{"kind":"unregistered","account_id":"' + MO + '"}]}'
    ask(
        "INSERT INTO announcements (id, branch, text, state, author, created_at)"
        " VALUES (1, 'hackney', 'Hello', 'posted', 'alex', 0)"
    )
    ask("INSERT INTO posts VALUES (1, 'signal:group.one', ?)", [missed])
    ask(
        "INSERT INTO operations (id, announcement, kind, asked_by, created_at)"
        " VALUES (1, 1, 'post', 'alex', 0)"
    )
    for target, state, topic, operation in DELIVERIES:
        ask(
            "INSERT INTO outbox (lane, target, action, priority, state, topic, operation,"
            " created_at, finished_at, result)"
            " VALUES ('signal', ?, 'send', 1, ?, ?, ?, 0, 0, ?)",
            [target, state, topic, operation, missed if operation else '{"timestamp":5}'],
        )
    ask("INSERT INTO meeting_poll_places VALUES (9, 1)")
    ask("INSERT INTO vault_secrets VALUES ('hashes', ?)", [SECRET])
    for case in (1, 2):
        ask(
            "INSERT INTO cases (id, state, manner, started_at) VALUES (?, 'open', 'plain', 0)",
            [case],
        )
    # Of the second case it is forgotten who wrote it.
    ask("INSERT INTO case_keys VALUES (1, 'link', ?)", [LINK])
    ask(
        "INSERT INTO case_links (case_id, person, sealed) VALUES (1, ?, x'00')",
        [keyed_hash(SECRET, "person", RIO)],
    )


def column(store: Store, query: str) -> list[Any]:
    return [row[0] for row in store._db.execute(query).fetchall()]


def test_rows_say_it_only_where_somebody_still_asks(store: Store) -> None:
    alias = Writers(store, Sealer(store[VaultTables].keys)).alias(1, RIO)
    assert alias is not None
    assert column(store, "SELECT target FROM outbox ORDER BY id") == [
        "",
        "",
        MO,
        alias,
        alias,
        RIO,
        "",
        "",
        "group.poll",
        "group.one",
        ADA,
    ]
    assert len(store.topics.sent("case:1", alias)) == 1


def test_who_could_not_be_reached_is_forgotten_and_how_many_is_not(store: Store) -> None:
    kept = {"timestamp": 5, "missed": [{"kind": "unregistered"}]}
    assert [json.loads(text) for text in column(store, "SELECT reference FROM posts")] == [kept]
    found = column(store, "SELECT result FROM outbox WHERE operation IS NOT NULL")
    assert [json.loads(text) for text in found] == [kept]


def test_no_page_and_no_copy_keeps_it(store: Store, tmp_path: Path) -> None:
    with store.transaction():
        store.topics.drop("case:1", NOW)
        store.topics.scrub("case:1")
    assert store.shredder.work(NOW)
    assert RIO.encode() not in opened(tmp_path / "relay.db", KEY)
    assert not list(tmp_path.glob("*before*"))
