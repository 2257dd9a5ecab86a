"""Is there a backup, and how old is it?"""

from datetime import timedelta

from relay.check.findings import Finding, Report
from relay.settings import Settings
from relay.store.backups import LastBackup
from relay.time.clock import BranchTime

OLDEST = timedelta(hours=36)
"""One is made each day; one day's may fail, and be tried again."""

_WHERE = "backup.folder"


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
