"""Making backups beside everything else that a running relay does.

The work is done in a thread with a connection of its own, so that nothing waits for it.
"""

import asyncio
from datetime import datetime, timedelta
from threading import Event
from zoneinfo import ZoneInfo

import structlog

from relay.backup.errors import BackupError
from relay.backup.making import (
    BackupRequest,
    Made,
    has_confidential,
    is_set_up,
    make_confidential,
    make_whole,
)
from relay.settings import BackupSettings, Settings
from relay.store import Store
from relay.store.backups import BackupRow, Kind
from relay.time.clock import Clock

LOOK_SECONDS = 5
"""How often it is looked for what is due; so soon the confidential file follows an erasure."""

RETRY = timedelta(hours=1)
"""How long after a backup failed it is tried again."""

log = structlog.get_logger(__name__)


class BackupJob:
    """Makes backups when they are due.

    Args:
        settings: complete and valid.
        store: what is backed up; results are recorded in it.
        clock: the time.
    """

    def __init__(self, settings: Settings, store: Store, clock: Clock) -> None:
        self._settings = settings
        self._store = store
        self._clock = clock
        self._stopped = Event()
        self._working = False

    async def look(self) -> None:
        """Make what is due; called every `LOOK_SECONDS`, also while one is being made."""
        if self._working or not is_set_up(self._settings):
            return
        now, backups = self._clock.now(), self._store.backups
        last, well = backups.last(), backups.last_well()
        if is_due(self._settings.backup, self._settings.timezone, now, last, well):
            await self.make("whole")
        elif has_confidential(self._settings) and self._is_outdated(now):
            await self.make("confidential")

    async def make(self, kind: Kind) -> None:
        """Make a backup now, and record how it went."""
        request = BackupRequest(self._settings, self._clock.now(), self._stopped.is_set)
        work = make_whole if kind == "whole" else make_confidential
        self._working = True
        try:
            made = await asyncio.to_thread(work, request)
        except BackupError as error:
            log.warning("backup_failed", kind=kind, reason=error.code)
            self._record(row_of(kind, request.now, error), None)
        except Exception as error:
            log.exception("backup_fault", kind=kind)
            self._record(row_of(kind, request.now, error), None)
        else:
            log.info("backup_made", kind=kind, reason=made.outcome)
            self._record(row_of(kind, request.now, made), made.destroyed)
        finally:
            self._working = False

    def stop(self) -> None:
        """Give up what is being made; the relay is being stopped."""
        self._stopped.set()

    def _is_outdated(self, now: datetime) -> bool:
        backups = self._store.backups
        return backups.is_stale() and _may_try(backups.last("confidential"), now)

    def _record(self, row: BackupRow, destroyed: int | None) -> None:
        with self._store.transaction():
            self._store.backups.record(row)
            if destroyed is not None:
                self._store.backups.covers(destroyed)


def is_due(
    settings: BackupSettings,
    zone: ZoneInfo,
    now: datetime,
    last: BackupRow | None,
    well: BackupRow | None,
) -> bool:
    """Return whether a whole backup is to be made: the first at once, then each day at its hour.

    Args:
        settings: when.
        zone: in which `at` is meant.
        now: aware.
        last: the last try.
        well: the last that was made.
    """
    if well is not None and well.made_at >= _last_hour(settings, zone, now):
        return False
    return last is None or last.well or _may_try(last, now)


def row_of(kind: Kind, began: datetime, outcome: Made | Exception) -> BackupRow:
    """Return what is recorded of a try."""
    if isinstance(outcome, Made):
        return BackupRow(kind, began, outcome.outcome, outcome.file.name, outcome.size)
    code = outcome.code if isinstance(outcome, BackupError) else BackupError.code
    return BackupRow(kind, began, code, None, 0)


def _last_hour(settings: BackupSettings, zone: ZoneInfo, now: datetime) -> datetime:
    local = now.astimezone(zone)
    hour = datetime.combine(local.date(), settings.at, tzinfo=zone)
    if hour > now:
        hour = datetime.combine(local.date() - timedelta(days=1), settings.at, tzinfo=zone)
    return hour


def _may_try(last: BackupRow | None, now: datetime) -> bool:
    return last is None or last.well or now - last.made_at >= RETRY
