"""The copy beside the store: made before its schema changes, gone with what was destroyed."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from opened import opened
from sqlite_utils import Database

from relay.safeguarding.tables import VaultTables
from relay.store import Store, StoreNoRoom
from relay.store.connecting import connect
from relay.store.migrations import MIGRATIONS
from relay.store.premigration import PreMigrationBackup

KEY = "ab" * 32
NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
COPY = "relay.db.before-meetings"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A store of a version that knew no meetings, with something in it."""
    path = tmp_path / "relay.db"
    connection = connect(path.as_posix(), KEY, uri=False)
    MIGRATIONS.apply(Database(connection), stop_before="meetings")
    connection.execute(
        "INSERT INTO case_keys VALUES (1, 'content', ?)", [b"marked key" * 3 + b"xx"]
    )
    connection.execute("INSERT INTO sessions VALUES ('bluesky:hackney', 'kept')")
    connection.close()
    return path


def test_a_new_store_needs_no_copy(tmp_path: Path) -> None:
    for _ in range(2):
        Store(tmp_path / "relay.db", KEY).close()
    assert not list(tmp_path.glob("*before*"))


def test_an_update_leaves_the_store_from_before_beside_it(old: Path) -> None:
    with Store(old, KEY) as store:
        assert store.sessions.load("bluesky:hackney") == "kept"
    copy = old.with_name(COPY)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert b"marked key" not in copy.read_bytes()
    connection = connect(copy.as_posix(), KEY, uri=False)
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master").fetchall()}
    connection.close()
    assert "cases" in tables
    assert "meetings" not in tables
    assert b"marked key" in opened(copy, KEY)


def test_without_room_nothing_changes(old: Path) -> None:
    old.with_name(f"{COPY}.partial").mkdir()
    with pytest.raises(StoreNoRoom):
        Store(old, KEY)
    connection = connect(old.as_posix(), KEY, uri=False)
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master").fetchall()}
    connection.close()
    assert "meetings" not in tables


def test_it_ends_with_the_first_thing_that_is_destroyed(old: Path) -> None:
    with Store(old, KEY) as store:
        with store.transaction():
            store[VaultTables].keys.destroy(1, "content")
            store.shredder.shred(NOW)
        assert store.shredder.work(NOW)
    assert not list(old.parent.glob("*before*"))
    assert b"marked key" not in opened(old, KEY)


def test_it_ends_after_a_while_in_any_case(old: Path) -> None:
    with Store(old, KEY) as store:
        copy = old.with_name(COPY)
        made = NOW.timestamp()
        os.utime(copy, (made, made))
        store.premigration.forget_before(NOW - timedelta(seconds=1))
        assert copy.exists()
        store.premigration.forget_before(NOW + timedelta(seconds=1))
        assert not copy.exists()


def test_only_the_copies_of_this_store_end(tmp_path: Path) -> None:
    (tmp_path / "other.db.before-x").write_bytes(b"other")
    (tmp_path / "relay.db.before-x").write_bytes(b"ours")
    PreMigrationBackup(tmp_path / "relay.db").forget()
    assert [file.name for file in tmp_path.iterdir()] == ["other.db.before-x"]
