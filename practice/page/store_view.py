"""What is in the relay's database, row by row: a copy of it, opened with the practice key."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from practice.rehearsal import Store
from practice.store_pages import opened
from relay.store.connecting import connect

_TRIES = 5

Cell = str | int | float | bytes | None


@dataclass(frozen=True)
class Table:
    """A table as it stands.

    Args:
        name: as in the schema.
        columns: their names.
        rows: their values, in the order in which they were put in.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Contents:
    """Everything in the database.

    Args:
        tables: by what rows tell.
        pages: every page in the clear, those that are not in use any more included.
    """

    tables: tuple[Table, ...]
    pages: bytes


def read_store(store: Store) -> Contents:
    """Read a store that may be in use; nothing in it changes.

    Raises:
        RuntimeError: it was written to each time it was copied.
    """
    for _ in range(_TRIES):
        with _copy(store.path) as path:
            pages = opened(path, store.key)
            try:
                return Contents(tuple(_tables(path, store.key)), pages)
            except sqlcipher.DatabaseError:
                # Copied while the relay tidied up: the parts do not fit together.
                continue
    raise RuntimeError("the store could not be copied whole")


@contextmanager
def _copy(original: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=original.parent) as folder:
        copy = Path(folder) / original.name
        shutil.copyfile(original, copy)
        log = original.with_name(original.name + "-wal")
        if log.exists():
            shutil.copyfile(log, copy.with_name(log.name))
        yield copy


def _tables(path: Path, key: str) -> Iterator[Table]:
    connection = connect(path.as_posix(), key, uri=False)
    try:
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
            " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY rowid"
        ).fetchall()
        for (name,) in names:
            found = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608
            columns = tuple(column[0] for column in found.description)
            yield Table(name, columns, tuple(tuple(row) for row in found.fetchall()))
    finally:
        connection.close()
