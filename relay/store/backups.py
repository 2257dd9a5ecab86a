"""Which backups were made, whether the newest still holds what was destroyed, and restoring."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from relay.store.table import Rows, Table

Kind = Literal["whole", "confidential"]
DONE = "done"
"""The outcome of a backup that was made."""
WITHOUT_SIGNAL = "without-signal"
"""The outcome of one that was made without signal-cli's data, which could not be read."""
_KEPT = 200


@dataclass(frozen=True)
class BackupRow:
    """One try to make a backup.

    Attributes:
        kind: `whole`, or `confidential` for the file that is replaced when something was destroyed.
        made_at: when it was begun, aware, UTC: what it holds is what there was then.
        outcome: `done`, `without-signal`, or a code of `relay.backup.errors`.
        file: the file's name, None if there is none.
        size: of all its files, in bytes.
    """

    kind: Kind
    made_at: datetime
    outcome: str
    file: str | None
    size: int

    @property
    def well(self) -> bool:
        """Whether there is a backup."""
        return self.outcome in (DONE, WITHOUT_SIGNAL)


@dataclass(frozen=True)
class LastBackup:
    """What is known of the last whole backup.

    Attributes:
        made_at: when the last one was made that is there, aware; None for never.
        failed: whether a later try failed.
    """

    made_at: datetime | None
    failed: bool


@dataclass(frozen=True)
class Restored:
    """That this store was made from a backup.

    Attributes:
        restored_at, made_at: when, and when the backup was made; aware, UTC.
        held: numbers of announcements that were due in between and now wait for an admin.
    """

    restored_at: datetime
    made_at: datetime
    held: tuple[int, ...]


_ROWS = Rows(BackupRow)
_RESTORED = Rows(Restored)


class Backups(Table):
    """The tables backups, destroyed_keys and restored. For what is in a backup: `store.copies`."""

    def record(self, row: BackupRow) -> None:
        """Note a try."""
        self._insert("backups", **_ROWS.values(row))
        self._run("DELETE FROM backups WHERE id <= (SELECT max(id) FROM backups) - ?", [_KEPT])

    def last(self, kind: Kind = "whole") -> BackupRow | None:
        """Return the last try of a kind, or None."""
        return self._one(_ROWS, "FROM backups WHERE kind = ? ORDER BY id DESC LIMIT 1", [kind])

    def last_well(self, kind: Kind = "whole") -> BackupRow | None:
        """Return the last backup of a kind that was made, or None."""
        return self._one(
            _ROWS,
            "FROM backups WHERE kind = ? AND outcome IN (?, ?) ORDER BY id DESC LIMIT 1",
            [kind, DONE, WITHOUT_SIGNAL],
        )

    def latest(self) -> LastBackup:
        """Return how old the last whole backup is, and whether making another one has failed."""
        last, well = self.last(), self.last_well()
        failed = last is not None and not last.well
        return LastBackup(None if well is None else well.made_at, failed)

    def covers(self, destroyed: int) -> None:
        """Note how many destroyed keys the newest confidential file no longer holds."""
        self._run("UPDATE destroyed_keys SET covered = max(covered, ?)", [destroyed])

    def outdate(self) -> None:
        """Note that the newest confidential file holds what was destroyed just now."""
        self._run("UPDATE destroyed_keys SET counted = counted + 1")

    def is_stale(self) -> bool:
        """Return whether the newest confidential file may hold a key that was destroyed since."""
        return self._holds("SELECT counted > covered FROM destroyed_keys")

    def restored(self) -> Restored | None:
        """Return that this store came from a backup, as long as nobody was told."""
        return self._one(_RESTORED, "FROM restored WHERE told_at IS NULL")

    def came_back_at(self) -> datetime | None:
        """Return when this store came from a backup, whoever was told; None for never."""
        return self._moment("SELECT restored_at FROM restored")

    def told(self, now: datetime) -> None:
        """Note that people know that this store came from a backup."""
        self._run("UPDATE restored SET told_at = ?", [now])
