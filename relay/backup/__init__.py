"""Backups: made while the relay runs, encrypted so that the server cannot read them, restored."""

from relay.backup.errors import BackupError

__all__ = ["BackupError"]
