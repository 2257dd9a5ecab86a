"""Reports that wait before they are handed on, and writers who were muted."""

from dataclasses import dataclass, field
from datetime import datetime

from relay.safeguarding.codes import Wait
from relay.store.table import Rows, Table


@dataclass(frozen=True)
class QuarantineRow:
    """A report that waits: why, since when, and when its readers were told."""

    case_id: int
    cause: Wait
    since: datetime
    told_at: datetime | None


@dataclass(frozen=True)
class MutedRow:
    """A writer, as a hash, whom an officer muted."""

    person: str = field(repr=False)
    officer: str = field(repr=False)
    since: datetime


_CASES = Rows(QuarantineRow)
_WRITERS = Rows(MutedRow)


class Quarantined(Table):
    """The case_quarantine, muted_writers and stranger_counts tables."""

    def add(self, case_id: int, cause: Wait, now: datetime) -> None:
        """Let a report wait, or wait for another cause."""
        self._insert(
            "case_quarantine",
            "ON CONFLICT (case_id) DO UPDATE SET cause = excluded.cause",
            case_id=case_id,
            cause=cause,
            since=now,
        )

    def of(self, case_id: int) -> QuarantineRow | None:
        """Return how a report waits, or None if it does not."""
        return self._one(_CASES, "FROM case_quarantine WHERE case_id = ?", [case_id])

    def cause(self, case_id: int) -> Wait | None:
        """Return why a report waits, or None if it does not."""
        row = self.of(case_id)
        return None if row is None else row.cause

    def all(self) -> list[QuarantineRow]:
        """Return what waits, the longest first."""
        return self._all(_CASES, "FROM case_quarantine ORDER BY since, case_id")

    def cases(self) -> frozenset[int]:
        """Return the reports that wait."""
        return frozenset(self._values("SELECT case_id FROM case_quarantine"))

    def told(self, case_id: int, now: datetime) -> None:
        """Note that the readers of a report know that it waits."""
        self._run("UPDATE case_quarantine SET told_at = ? WHERE case_id = ?", [now, case_id])

    def release(self, case_id: int) -> bool:
        """Let a report wait no longer; return whether it did."""
        return bool(self._run("DELETE FROM case_quarantine WHERE case_id = ?", [case_id]))

    def mute(self, person: str, officer: str, now: datetime) -> None:
        """Note who muted a writer, and when last."""
        self._insert(
            "muted_writers",
            "ON CONFLICT (person) DO UPDATE SET officer = excluded.officer, since = excluded.since",
            person=person,
            officer=officer,
            since=now,
        )

    def muted(self, person: str) -> MutedRow | None:
        """Return who muted a writer, or None."""
        return self._one(_WRITERS, "FROM muted_writers WHERE person = ?", [person])

    def unmute(self, person: str) -> None:
        """Forget that a writer was muted."""
        self._run("DELETE FROM muted_writers WHERE person = ?", [person])

    def count(self, counted: str, now: datetime, *, times: int = 1) -> None:
        """Note that something of somebody unknown was handed on, `times` times."""
        for _ in range(times):
            self._insert("stranger_counts", counted=counted, at=now)

    def counted(self, counted: str, since: datetime) -> int:
        """Return how often something was noted after a moment."""
        return self._count(
            "SELECT count(*) FROM stranger_counts WHERE counted = ? AND at > ?", [counted, since]
        )

    def forget_counted(self, before: datetime) -> None:
        """Forget what was counted up to a moment."""
        self._run("DELETE FROM stranger_counts WHERE at <= ?", [before])

    def forget_muted(self, before: datetime) -> None:
        """Forget who was muted before a moment."""
        self._run("DELETE FROM muted_writers WHERE since < ?", [before])
