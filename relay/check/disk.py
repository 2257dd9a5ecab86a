"""Is there room on the disks?"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from relay.check.findings import Finding, Outcome, Report
from relay.settings import Settings

LEAST = 500 * 1000**2
"""Bytes; with less than this a few papers and a day's log fill the disk."""

LITTLE = 2 * 1000**3
"""Bytes; with less than this it is time to make room."""

_MEGABYTE = 1000**2


def check_disks(report: Report, settings: Settings) -> Iterator[Finding]:
    """Look at the room where the store and the backups are."""
    places = {"store.path": settings.store.path.absolute().parent}
    if settings.backup.folder is not None:
        places["backup.folder"] = settings.backup.folder.absolute()
    store = settings.store.path
    size = store.stat().st_size if store.is_file() else 0
    for where, folder in places.items():
        free = shutil.disk_usage(_existing(folder)).free
        args = {"free": f"{free // _MEGABYTE:,}"}
        match judged(free, size):
            case Outcome.PROBLEM:
                yield report.problem(where, "check-disk-full", **args)
            case Outcome.NOTE:
                yield report.note(where, "check-disk-little", **args)
            case Outcome.OK:
                yield report.ok(where, "check-disk-fine", **args)


def judged(free: int, store: int) -> Outcome:
    """Return whether there is room enough.

    Args:
        free: bytes that can still be written.
        store: bytes of the store. An update makes a copy of it, a backup two more for a while.
    """
    if free < LEAST + 3 * store:
        return Outcome.PROBLEM
    return Outcome.NOTE if free < LITTLE + 3 * store else Outcome.OK


def _existing(folder: Path) -> Path:
    while not folder.exists():
        folder = folder.parent
    return folder
