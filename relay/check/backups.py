"""Is there a backup, and how old is it?"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from relay.check.findings import Finding, Report
from relay.clock import BranchTime
from relay.settings import Settings
from relay.store import Store

OLDEST = timedelta(hours=36)
"""One is made each day; one day's may fail, and be tried again."""

_WHERE = "backup.folder"


@dataclass(frozen=True)
class LastBackup:
    """What is known of the last backup.

    Attributes:
        made_at: when the last one was made that is there, aware; None for never.
        failed: whether a later try failed.
    """

    made_at: datetime | None
    failed: bool

    @classmethod
    def of(cls, store: Store) -> "LastBackup":
        """Read it from a store that is open."""
        last, well = store.backups.last(), store.backups.last_well()
        failed = last is not None and not last.well
        return cls(None if well is None else well.made_at, failed)


def check_backups(
    report: Report, settings: Settings, last: LastBackup | None, time: BranchTime
) -> Finding:
    """Say how the backups are.

    Args:
        report: makes the finding.
        settings: whether any are wanted.
        last: the last one; None if nobody could be asked.
        time: what time it is, and how it is said.
    """
    if settings.backup.folder is None:
        return report.note(_WHERE, "check-backup-none")
    if last is None:
        return report.note(_WHERE, "check-backup-unknown")
    if last.failed:
        return report.problem(_WHERE, "check-backup-failed")
    if last.made_at is None:
        return report.note(_WHERE, "check-backup-never")
    when = time.spoken(last.made_at)
    if time.clock.now() - last.made_at > OLDEST:
        return report.problem(_WHERE, "check-backup-old", when=when)
    return report.ok(_WHERE, "check-backup-fine", when=when)
