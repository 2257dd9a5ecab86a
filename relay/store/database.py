"""Opening the encrypted database file, or saying in one sentence why not.

SQLCipher encrypts every page; the key is a secret that never lies beside the file. A file is first
looked at without writing, so that a wrong key, a newer schema or damage leaves it as it was.
"""

import fcntl
import os
from pathlib import Path
from typing import IO, Any

from sqlcipher3 import dbapi2 as sqlcipher
from sqlite_utils import Database

from relay.store.connecting import connect
from relay.store.disk_space import ran_out_of_room
from relay.store.errors import (
    StoreDamaged,
    StoreFull,
    StoreKeyWrong,
    StoreLocked,
    StoreNewer,
    StoreOutOfReach,
)
from relay.store.migrations import MIGRATIONS
from relay.store.premigration import PreMigrationBackup


def open_database(path: Path, key: str) -> tuple[Database, IO[str]]:
    """Open (or create) the store at `path` and bring its schema up to date.

    Args:
        path: the database file; its folder is created with mode 0700.
        key: 64 hexadecimal digits (used as the raw key, which opens in milliseconds), or any
            passphrase (stretched by SQLCipher's PBKDF2, which takes a moment).

    Returns:
        The database in autocommit mode, WAL, `synchronous=FULL` and `secure_delete`; and the lock
        file that keeps a second relay out for as long as it stays open.

    Raises:
        StoreLocked, StoreKeyWrong, StoreNewer, StoreDamaged, StoreNoRoom, StoreFull,
        StoreOutOfReach: the file was left as it was.
    """
    try:
        return _opened(path, key)
    except (OSError, sqlcipher.OperationalError) as error:
        if ran_out_of_room(error, path):
            raise StoreFull(f"no room for {path}") from error
        raise StoreOutOfReach(f"{path} cannot be written") from error


def _opened(path: Path, key: str) -> tuple[Database, IO[str]]:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = _lock(path)
    try:
        if path.exists() and path.stat().st_size:
            _inspect(path, key)
        else:
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        connection = connect(path.as_posix(), key, uri=False)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_size_limit = 4194304")
        database = Database(connection)
        _copy_before_changes(path, key, database)
        MIGRATIONS.apply(database)
    except BaseException:
        lock.close()
        raise
    return database, lock


def left_open(path: Path) -> bool:
    """Whether the last process that had this store open ended without closing it.

    SQLite removes the -wal file when the last connection is closed.
    """
    return _wal(path).exists()


def _wal(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _lock(path: Path) -> IO[str]:
    lock = path.with_name(path.name + ".lock").open("a", encoding="utf-8")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        lock.close()
        raise StoreLocked(f"{path} is open in another process") from error
    return lock


def _copy_before_changes(path: Path, key: str, database: Database) -> None:
    pending = MIGRATIONS.pending(database)
    if pending and MIGRATIONS.applied(database):
        PreMigrationBackup(path).keep(database.conn, key, pending[0].name)


def _inspect(path: Path, key: str) -> None:
    # Reading a file without commits beside it need not even create the -wal and -shm files.
    wal = _wal(path)
    alone = not (wal.exists() and wal.stat().st_size)
    mode = "mode=ro&immutable=1" if alone else "mode=ro"
    connection = connect(f"{path.absolute().as_uri()}?{mode}", key, uri=True)
    try:
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlcipher.OperationalError:
            raise  # The disk's fault, not the key's.
        except sqlcipher.DatabaseError as error:
            raise StoreKeyWrong(f"{path} does not open with this key") from error
        if not _pages_are_sound(path, connection):
            raise StoreDamaged(f"{path} has pages that fail their checksum")
        _refuse_newer(path, Database(connection))
    except sqlcipher.OperationalError:
        raise
    except sqlcipher.DatabaseError as error:
        raise StoreDamaged(f"{path} cannot be read to its end") from error
    finally:
        connection.close()


def _pages_are_sound(path: Path, connection: Any) -> bool:
    wal = path.with_name(path.name + "-wal")
    # A power cut while pages are copied from the WAL leaves some of them torn in the file and whole
    # in the WAL, from where they are copied again. So with a WAL only what is read counts.
    interrupted = wal.exists() and wal.stat().st_size > 0
    if not interrupted and connection.execute("PRAGMA cipher_integrity_check").fetchall():
        return False
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")


def _refuse_newer(path: Path, database: Database) -> None:
    known = {migration.name for migration in MIGRATIONS.pending(Database(memory=True))}
    unknown = [m.name for m in MIGRATIONS.applied(database) if m.name not in known]
    if unknown:
        raise StoreNewer(f"{path} was changed by a newer relay: {', '.join(unknown)}")
