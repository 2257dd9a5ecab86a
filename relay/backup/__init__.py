"""Backups: made while the relay runs, encrypted so that the server cannot read them, restored."""

from relay.backup.errors import BackupError
from relay.store import Store
from relay.store.backups import BackupRow

__all__ = ["BackupError", "last", "last_well"]


def last(store: Store) -> BackupRow | None:
    """Return the last try to make a whole backup, or None if there was none."""
    return store.backups.last()


def last_well(store: Store) -> BackupRow | None:
    """Return the last whole backup that was made, or None; `made_at` says how old it is."""
    return store.backups.last_well()
