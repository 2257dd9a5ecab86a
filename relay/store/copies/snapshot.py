"""The store as it is at one moment, while a relay goes on writing to it.

SQLite's own backup over a connection of its own that only reads, so that it may run in another
thread, or in another process than the relay. It reads some pages at a time and lets go in between;
when the store has changed meanwhile, SQLite begins again. On a store that never rests it takes
everything in one go instead.
"""

import os
from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database

from relay.store.backups import BackupRow, Backups
from relay.store.connecting import connect
from relay.store.copies.errors import CopyStopped, CopyUnsound, told_apart

PAGES = 256
"""How much is read at a time: a megabyte, which takes a few milliseconds."""
_PATIENCE = 4
_ALL = -1


class _NeverRests(Exception):
    pass


def snapshot(store: Path, key: str, target: Path, stopped: Callable[[], bool]) -> int:
    """Copy a store into a new file, complete and sound.

    Args:
        store: the store's file; it may be in use.
        key: opens it, and the copy.
        target: must not exist.
        stopped: asked all the time; once it is true, the copy is given up.

    Returns:
        How often a key of a case had been destroyed by then (`Backups.destroyed`).

    Raises:
        CopyError: one of its kinds.
    """
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with told_apart():
        try:
            _copy(store, key, target, PAGES, stopped)
        except _NeverRests:
            _copy(store, key, target, _ALL, stopped)
        return _sound(target, key)


def note(store: Path, key: str, row: BackupRow, destroyed: int | None) -> None:
    """Enter a backup that another process made into the store, which may be in use.

    Args:
        store: the store's file.
        key: opens it.
        row: what was made, or why nothing was.
        destroyed: what `snapshot` returned; None if there is no new confidential file.

    Raises:
        CopyError: it cannot be written, for example because the store's relay is older.
    """
    with told_apart():
        connection = connect(f"{store.absolute().as_uri()}?mode=rw", key, uri=True)
        try:
            backups = Backups(Database(connection))
            backups.record(row)
            if destroyed is not None:
                backups.covers(destroyed)
        finally:
            connection.close()


def _copy(store: Path, key: str, target: Path, pages: int, stopped: Callable[[], bool]) -> None:
    steps = 0

    def progress(_status: int, _remaining: int, total: int) -> None:
        nonlocal steps
        steps += 1
        if stopped():
            raise CopyStopped("stopped")
        if pages != _ALL and steps > _PATIENCE * (1 + total // pages) + _PATIENCE:
            raise _NeverRests

    # Only reading: the log of a relay that was killed stays for that relay to find.
    source = connect(f"{store.absolute().as_uri()}?mode=ro", key, uri=True)
    copy = connect(target.as_posix(), key, uri=False)
    try:
        source.backup(copy, pages=pages, progress=progress, sleep=0.005)
    finally:
        copy.close()
        source.close()


def _sound(copy: Path, key: str) -> int:
    connection = connect(copy.as_posix(), key, uri=False)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        if connection.execute("PRAGMA cipher_integrity_check").fetchall():
            raise CopyUnsound("a page fails its checksum")
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise CopyUnsound("the pages do not hold together")
        return int(connection.execute("SELECT counted FROM destroyed_keys").fetchone()[0])
    finally:
        connection.close()
