"""The copy that is made beside the store before its schema is changed.

It is a whole copy, as encrypted as the store and opened by the same key, so that the version of
the relay from before can go on with it. It holds every key of every case, so it ends as soon as
anything is destroyed (`relay.store.shredder`), and after `KEEP` in any case.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from relay.store.connecting import connect
from relay.store.errors import StoreNoRoom

KEEP = timedelta(days=7)
"""How long a copy is kept. Who has run a new version for a week does not go back."""

_CHUNK = 1024 * 1024


class PreMigrationBackup:
    """The copies beside one store.

    Args:
        path: the store's file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def keep(self, connection: Any, key: str, change: str) -> Path:
        """Copy the store as it is before a change.

        Args:
            connection: to the store.
            key: opens it, and the copy.
            change: the name of the migration that comes next.

        Returns:
            The copy, complete and on the disk.

        Raises:
            StoreNoRoom: it cannot be written. The store was not touched.
        """
        copy = self._path.with_name(f"{self._path.name}.before-{change}")
        partial = copy.with_name(f"{copy.name}.partial")
        try:
            partial.unlink(missing_ok=True)
            os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            target = connect(partial.as_posix(), key, uri=False)
            try:
                connection.backup(target)
            finally:
                target.close()
            force_to_disk(partial)
            partial.replace(copy)
            force_to_disk(copy.parent)
        except Exception as error:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
            raise StoreNoRoom(f"no copy of {self._path} could be written") from error
        return copy

    def forget(self) -> None:
        """Destroy every copy: something in them must be nowhere any more."""
        for copy in self._all():
            _overwrite(copy)

    def forget_before(self, moment: datetime) -> None:
        """Destroy the copies that were made before `moment` (aware)."""
        for copy in self._all():
            if copy.stat().st_mtime < moment.timestamp():
                _overwrite(copy)

    def _all(self) -> Iterator[Path]:
        prefix = f"{self._path.name}.before-"
        return (file for file in self._path.parent.iterdir() if file.name.startswith(prefix))


def _overwrite(file: Path) -> None:
    """Zeros over what lies there; a file system that writes elsewhere keeps its blocks a while."""
    size = file.stat().st_size
    with file.open("r+b") as content:
        for _ in range(0, size, _CHUNK):
            content.write(bytes(_CHUNK))
        content.truncate(size)
        content.flush()
        os.fsync(content.fileno())
    file.unlink()


def force_to_disk(path: Path) -> None:
    """Force a file, or the names in a folder, to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
