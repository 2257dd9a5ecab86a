"""A store that was restored beside the one that is there: what the older one would take away."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from relay.store.connecting import connect
from relay.store.copies.errors import told_apart
from relay.store.moments import from_ms

_NEWEST = (
    "SELECT max(received_at) FROM inbox",
    "SELECT max(created_at) FROM outbox",
    "SELECT max(at) FROM audit",
    "SELECT max(made_at) FROM backups",
)
_ANNOUNCEMENTS = "SELECT id, created_at FROM announcements"
_REPORTS = "SELECT id, started_at FROM cases WHERE state != 'draft'"


@dataclass(frozen=True)
class Difference:
    """What another store knows, and a restored one does not.

    Attributes:
        until: the last moment of which the other one knows anything; None if it knows nothing.
        announcements, reports: how many the other one has that the restored one lacks.
        returning: reports that the restored one has and the other one no longer: they were erased,
            or have had their time.
    """

    until: datetime | None
    announcements: int
    reports: int
    returning: int


def difference(restored: Path, there: Path, key: str) -> Difference:
    """Compare a restored store with one that is there, which may be in use and is only read.

    Args:
        restored: the one made of a backup.
        there: the other one.
        key: opens both.

    Raises:
        CopyError: one of them cannot be read, for example because it has another key.
    """
    with told_apart():
        other = connect(f"{there.absolute().as_uri()}?mode=ro", key, uri=True)
        mine = connect(f"{restored.absolute().as_uri()}?mode=ro", key, uri=True)
        try:
            moments = [other.execute(query).fetchone()[0] for query in _NEWEST]
            known = [moment for moment in moments if moment is not None]
            reports, restored_reports = _rows(other, _REPORTS), _rows(mine, _REPORTS)
            return Difference(
                until=from_ms(max(known)) if known else None,
                announcements=len(_rows(other, _ANNOUNCEMENTS) - _rows(mine, _ANNOUNCEMENTS)),
                reports=len(reports - restored_reports),
                returning=len(restored_reports - reports),
            )
        finally:
            mine.close()
            other.close()


def _rows(connection: Any, query: str) -> set[tuple[int, int]]:
    return {(int(number), int(at)) for number, at in connection.execute(query).fetchall()}
