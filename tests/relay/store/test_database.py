"""Opening the store: what it is given, it opens, or it says why not and touches nothing."""

import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from relay.store import (
    Store,
    StoreDamaged,
    StoreError,
    StoreKeyWrong,
    StoreLocked,
    StoreNewer,
    StoreOutOfReach,
)
from relay.store.migrations import MIGRATIONS

KEY = "ab" * 32
NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
PAGE = 4096

_KILLED_WHILE_OPEN = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from relay.store import Store
store = Store(Path(sys.argv[1]), "ab" * 32)
for number in range(20):
    with store.transaction():
        store.inbox.accept(account="a", source="s", timestamp=number, body={"text": "x" * 2000},
                           now=datetime(2026, 11, 22, tzinfo=UTC))
os._exit(0)
"""


_ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from relay.store import Store, StoreOutOfReach
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
try:
    Store(Path(sys.argv[1]), "ab" * 32)
except StoreOutOfReach:
    print("out of reach")
"""


def _fill(path: Path, count: int = 20) -> None:
    with Store(path, KEY) as store:
        for number in range(count):
            accept(store, number)


def accept(store: Store, number: int) -> None:
    with store.transaction():
        store.inbox.accept(
            account="a", source="s", timestamp=number, body={"text": "x" * 2000}, now=NOW
        )


def _bytes(folder: Path) -> dict[str, bytes]:
    """Every file but the lock and the WAL's index, which is only shared memory."""
    return {
        file.name: file.read_bytes()
        for file in folder.iterdir()
        if not file.name.endswith((".lock", "-shm"))
    }


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """A store whose relay was killed, with a WAL that holds everything."""
    path = tmp_path / "relay.db"
    subprocess.run([sys.executable, "-c", _KILLED_WHILE_OPEN, str(path)], check=True, timeout=60)
    assert path.with_name("relay.db-wal").stat().st_size > 0
    return path


def test_a_new_store_is_made_with_its_folder_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "var" / "relay.db"
    with Store(path, KEY) as store:
        assert store.intact()
        assert store.inbox.waiting() == 0
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "relay.db"
    path.touch()
    with Store(path, KEY) as store:
        accept(store, 1)
    with Store(path, KEY) as store:
        assert store.inbox.waiting() == 1


def test_migrations_are_applied_once_and_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "relay.db"
    for _ in range(2):
        with Store(path, KEY) as store:
            database = store._db
            assert MIGRATIONS.pending(database) == []
            names = [migration.name for migration in MIGRATIONS.applied(database)]
            assert names[0] == "first"
            assert len(set(names)) == len(names)


def test_writing_is_as_durable_as_promised(store: Store) -> None:
    def pragma(name: str) -> object:
        return store._db.execute(f"PRAGMA {name}").fetchone()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("secure_delete") == 1
    assert pragma("foreign_keys") == 1


def test_nothing_of_it_can_be_read_without_the_key(tmp_path: Path) -> None:
    path = tmp_path / "relay.db"
    with Store(path, KEY) as store:
        with store.transaction():
            store.inbox.accept(
                account="a", source="s", timestamp=1, body={"text": "MARKEDWORDS"}, now=NOW
            )
        contents = b"".join(_bytes(tmp_path).values())
    assert b"MARKEDWORDS" not in contents
    assert b"SQLite format" not in contents


@pytest.mark.parametrize("key", ["cd" * 32, "a passphrase", "it's"])
def test_a_wrong_key_is_said_and_changes_nothing(tmp_path: Path, key: str) -> None:
    _fill(tmp_path / "relay.db")
    before = _bytes(tmp_path)
    with pytest.raises(StoreKeyWrong, match="does not open with this key"):
        Store(tmp_path / "relay.db", key)
    assert _bytes(tmp_path) == before


@pytest.mark.parametrize("key", ["a passphrase", "it's 'quoted'", "Ünïcode ☂"])
def test_a_passphrase_opens_what_it_closed(tmp_path: Path, key: str) -> None:
    path = tmp_path / "relay.db"
    with Store(path, key) as store:
        accept(store, 1)
    with Store(path, key) as store:
        assert store.inbox.waiting() == 1


def test_a_wrong_key_leaves_what_waits_in_the_wal(killed: Path) -> None:
    before = _bytes(killed.parent)
    with pytest.raises(StoreKeyWrong):
        Store(killed, "cd" * 32)
    assert _bytes(killed.parent) == before
    with Store(killed, KEY) as store:
        assert store.inbox.waiting() == 20


def test_a_plain_file_is_not_taken_for_a_store(tmp_path: Path) -> None:
    path = tmp_path / "relay.db"
    path.write_text("a shopping list\n" * 1000)
    with pytest.raises(StoreKeyWrong):
        Store(path, KEY)
    assert path.read_text() == "a shopping list\n" * 1000


def _pretend_newer(path: Path) -> None:
    with Store(path, KEY) as store:
        store._db.table("_sqlite_migrations").insert(
            {"migration_set": "branch-relay", "name": "m9999_later", "applied_at": "2030"}
        )


def test_a_newer_schema_is_said_and_changes_nothing(tmp_path: Path) -> None:
    _pretend_newer(tmp_path / "relay.db")
    before = _bytes(tmp_path)
    with pytest.raises(StoreNewer, match="m9999_later"):
        Store(tmp_path / "relay.db", KEY)
    assert _bytes(tmp_path) == before


def test_a_second_relay_is_refused_while_the_first_one_runs(tmp_path: Path) -> None:
    path = tmp_path / "relay.db"
    with Store(path, KEY) as first:
        accept(first, 1)
        before = _bytes(tmp_path)
        with pytest.raises(StoreLocked):
            Store(path, KEY)
        assert _bytes(tmp_path) == before
        accept(first, 2)
    with Store(path, KEY) as again:
        assert again.inbox.waiting() == 2


def test_a_refused_open_lets_the_next_one_in(tmp_path: Path) -> None:
    path = tmp_path / "relay.db"
    _fill(path)
    with pytest.raises(StoreKeyWrong):
        Store(path, "cd" * 32)
    with Store(path, KEY) as store:
        assert store.intact()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreOutOfReach):
        Store(tmp_path / "file" / "relay.db", KEY)


def test_a_full_disk_is_said(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _ON_A_FULL_DISK, str(tmp_path / "relay.db")]
    assert subprocess.run(command, check=True, capture_output=True).stdout == b"out of reach\n"


def test_every_page_that_is_damaged_is_found_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "relay.db"
    _fill(path)
    whole = path.read_bytes()
    assert len(whole) // PAGE > 10
    for page in range(len(whole) // PAGE):
        damaged = bytearray(whole)
        damaged[page * PAGE + 1234] ^= 0x01
        path.write_bytes(damaged)
        with pytest.raises((StoreDamaged, StoreKeyWrong)):
            Store(path, KEY)
        assert path.read_bytes() == damaged
    path.write_bytes(whole)
    with Store(path, KEY) as store:
        assert store.inbox.waiting() == 20


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "relay.db"
    _fill(path)
    return path.read_bytes()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_flipped_bit_is_found_and_left_alone(
    data: st.DataObject, whole: bytes, tmp_path: Path
) -> None:
    position = data.draw(st.integers(0, len(whole) - 1))
    bit = data.draw(st.integers(0, 7))
    damaged = bytearray(whole)
    damaged[position] ^= 1 << bit
    path = tmp_path / "relay.db"
    path.write_bytes(damaged)
    with pytest.raises(StoreError):
        Store(path, KEY)
    assert path.read_bytes() == damaged


@pytest.mark.parametrize("kept", [PAGE // 2, PAGE, 3 * PAGE, 3 * PAGE + 17, -1, -PAGE])
def test_a_file_that_was_cut_off_is_found_and_left_alone(
    tmp_path: Path, whole: bytes, kept: int
) -> None:
    path = tmp_path / "relay.db"
    path.write_bytes(whole[:kept])
    with pytest.raises((StoreDamaged, StoreKeyWrong)):
        Store(path, KEY)
    assert path.read_bytes() == whole[:kept]


def test_a_killed_relay_finds_everything_again(killed: Path) -> None:
    with Store(killed, KEY) as store:
        assert store.inbox.waiting() == 20
        assert store.audit.broken_at() is None


def test_a_power_cut_while_the_wal_was_copied_back_is_survived(killed: Path) -> None:
    """The page that SQLite was copying at that moment is torn in the file, and whole in the WAL."""
    torn = bytearray(killed.read_bytes())
    torn[100:200] = bytes(100)
    killed.write_bytes(torn)
    with Store(killed, KEY) as store:
        assert store.inbox.waiting() == 20


def test_damage_beside_a_wal_is_found_and_leaves_both_files_alone(killed: Path) -> None:
    copy = killed.parent / "copy"
    copy.mkdir()
    with Store(killed, KEY):
        pass
    # The file is whole now. A WAL beside it, of one later change that touches few of its pages:
    subprocess.run(
        [sys.executable, "-c", _KILLED_WHILE_OPEN.replace("range(20)", "range(90, 91)"), killed],
        check=True,
        timeout=60,
    )
    found = 0
    pages = killed.stat().st_size // PAGE
    for page in range(1, pages):
        for name in ("relay.db", "relay.db-wal"):
            shutil.copy(killed.with_name(name), copy / name)
        damaged = bytearray(killed.read_bytes())
        damaged[page * PAGE + 99] ^= 0x10
        (copy / "relay.db").write_bytes(damaged)
        before = _bytes(copy)
        try:
            Store(copy / "relay.db", KEY).close()
        except StoreError:
            found += 1
            assert _bytes(copy) == before
    # The rest are whole in the WAL, or hold nothing.
    assert found > pages // 3


def test_the_schema_refuses_states_that_do_not_exist(store: Store) -> None:
    database: Database = store._db
    accept(store, 1)
    with pytest.raises(Exception, match="CHECK constraint"):
        database.execute("UPDATE inbox SET state = 'lost'")
