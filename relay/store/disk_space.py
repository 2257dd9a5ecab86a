"""Whether the disk has room for the store."""

import errno
import shutil
import sqlite3
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

LEAST_ROOM = 16 * 1000**2
"""Bytes; with less than this a few messages fill the disk."""

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
_FULL = "disk is full"
"""How SQLite says SQLITE_FULL (sqlite3ErrStr in main.c)."""


def has_room(path: Path) -> bool:
    """Return whether the disk of a file, which need not exist, has room for a while."""
    folder = path.absolute().parent
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free >= LEAST_ROOM


def ran_out_of_room(error: BaseException, path: Path) -> bool:
    """Return whether an error comes from a disk that is full.

    Args:
        error: what was raised; what it was raised from counts too.
        path: the store. SQLite also says "disk I/O error" or "unable to open database file" where
            there is no room for the files beside it.
    """
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError) and cause.errno in _NO_ROOM:
            return True
        if isinstance(cause, (sqlcipher.OperationalError, sqlite3.OperationalError)):
            return _FULL in str(cause) or not has_room(path)
        cause = cause.__cause__ or cause.__context__
    return False
