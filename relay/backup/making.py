"""Making a backup: a copy, parted, restored on trial, and only then encrypted and put in place."""

import fcntl
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from relay import __version__
from relay.backup.archive import MANIFEST, STORE, Member, disk_errors, write
from relay.backup.errors import (
    Busy,
    NoRoom,
    NoStore,
    NotSetUp,
    SignalNotRead,
    Stopped,
    StoreUnsound,
)
from relay.backup.members import settings_members, signal_members
from relay.backup.retention import CONFIDENTIAL, name_of, superfluous
from relay.backup.signing import signer_of
from relay.settings import Settings
from relay.store import StoreError
from relay.store.backups import DONE, WITHOUT_SIGNAL, Kind
from relay.store.copies import (
    CopyError,
    CopyNoRoom,
    CopyStopped,
    Moment,
    copy_for_trial,
    merge,
    partition,
    partition_confidential,
    snapshot,
)

FORMAT = 2
"""The version of what an archive holds; since 2 it ends with a signature."""
_PARTIAL = ".partial-"
"""How an encrypted file is called until it is complete."""
_SCRATCH = ".backup-"
"""How the folder beside the store is called in which copies are made: they never lie where files
are carried away from."""


@dataclass(frozen=True)
class Made:
    """A backup that was made.

    Attributes:
        kind: `whole`, or `confidential` for that file alone.
        file: the file's path.
        size: of all files written, in bytes.
        destroyed: how many destroyed keys it no longer holds.
        outcome: `done`, or `without-signal` if signal-cli's data could not be read.
    """

    kind: Kind
    file: Path
    size: int
    destroyed: int
    outcome: str


@dataclass(frozen=True)
class BackupRequest:
    """What is to be backed up.

    Attributes:
        settings: with a folder and a recipient.
        now: the moment, aware.
        stopped: asked between steps; once it is true, nothing more is made.
    """

    settings: Settings
    now: datetime
    stopped: Callable[[], bool]


def make_whole(request: BackupRequest) -> Made:
    """Make a dated and a confidential file, then let go of dated files that have had their time.

    May run in a thread, and beside a running relay: it only reads the store.

    Raises:
        BackupError: one of its kinds; every file from before is as it was.
    """
    with _at_work(request) as scratch:
        copy = scratch / "copy.db"
        destroyed = snapshot(_store(request), _key(request), copy, request.stopped)
        dated, confidential = scratch / "dated.db", scratch / "confidential.db"
        partition(copy, _key(request), dated=dated, confidential=confidential)
        _go_on(request)
        _try_out(request, scratch, dated, confidential)
        _go_on(request)
        # This one first: it must never be older than a dated file.
        size, outcome = _write_confidential(request, scratch, confidential)
        file = _folder(request) / name_of(request.now)
        members = [_manifest(request, "dated"), Member(STORE, dated)]
        size += write(
            file,
            file.with_name(f"{_PARTIAL}{file.name}"),
            iter([*members, *settings_members(request.settings)]),
            _recipient(request),
            signer_of(request.settings),
        )
        _let_go(request)
    return Made("whole", file, size, destroyed, outcome)


def make_confidential(request: BackupRequest) -> Made:
    """Replace the confidential file, after something in it was destroyed.

    Raises:
        BackupError: one of its kinds.
    """
    with _at_work(request) as scratch:
        copy, confidential = scratch / "copy.db", scratch / "confidential.db"
        destroyed = snapshot(_store(request), _key(request), copy, request.stopped)
        partition_confidential(copy, _key(request), confidential)
        _go_on(request)
        size, outcome = _write_confidential(request, scratch, confidential)
    return Made("confidential", _folder(request) / CONFIDENTIAL, size, destroyed, outcome)


def is_set_up(settings: Settings) -> bool:
    """Whether the settings say where backups go."""
    return settings.backup.folder is not None and settings.backup.recipient is not None


def has_confidential(settings: Settings) -> bool:
    """Whether there is a confidential file that may hold what was destroyed since."""
    folder = settings.backup.folder
    return folder is not None and (folder / CONFIDENTIAL).exists()


@contextmanager
def _at_work(request: BackupRequest) -> Iterator[Path]:
    """Give a folder for what is not finished; whatever happens, it is gone afterwards."""
    if not is_set_up(request.settings):
        raise NotSetUp
    if not _store(request).exists():
        raise NoStore(_store(request))
    folder = _folder(request)
    with disk_errors(folder):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = (folder / ".lock").open("a", encoding="utf-8")
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Busy(folder) from error
        with disk_errors(folder):
            for left in folder.glob(f"{_PARTIAL}*"):
                left.unlink()
        beside = _store(request).absolute().parent
        with disk_errors(beside):
            for left in beside.glob(f"{_SCRATCH}*"):
                shutil.rmtree(left)
            scratch = Path(tempfile.mkdtemp(prefix=_SCRATCH, dir=beside))
        try:
            with disk_errors(beside):
                yield scratch
        except CopyNoRoom as error:
            raise NoRoom(beside) from error
        except CopyStopped as error:
            raise Stopped from error
        except (CopyError, StoreError) as error:
            raise StoreUnsound(_store(request)) from error
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


def _try_out(request: BackupRequest, scratch: Path, dated: Path, confidential: Path) -> None:
    """Restore the parts into a place of its own and open what comes of it."""
    trial = scratch / "trial"
    trial.mkdir(mode=0o700)
    when = Moment(made_at=request.now, now=request.now, reason="")
    merge(
        trial / "relay.db",
        _key(request),
        dated=copy_for_trial(dated, trial),
        confidential=copy_for_trial(confidential, trial),
        when=when,
    )
    shutil.rmtree(trial)


def _write_confidential(request: BackupRequest, scratch: Path, store: Path) -> tuple[int, str]:
    members = [_manifest(request, "confidential"), Member(STORE, store)]
    outcome = DONE
    if request.settings.backup.signal_folder is not None:
        copies = scratch / "signal"
        copies.mkdir(mode=0o700)
        try:
            members += signal_members(request.settings.backup.signal_folder, copies)
        except SignalNotRead:
            # Reports are worth more than safety numbers that stay.
            outcome = WITHOUT_SIGNAL
    file = _folder(request) / CONFIDENTIAL
    partial = file.with_name(f"{_PARTIAL}{file.name}")
    signer = signer_of(request.settings)
    return write(file, partial, iter(members), _recipient(request), signer), outcome


def _manifest(request: BackupRequest, kind: str) -> Member:
    said = {
        "format": FORMAT,
        "kind": kind,
        "made_at": request.now.isoformat(),
        "version": __version__,
    }
    return Member(MANIFEST, json.dumps(said).encode())


def _let_go(request: BackupRequest) -> None:
    settings, folder = request.settings.backup, _folder(request)
    names = [file.name for file in folder.iterdir()]
    for name in superfluous(names, days=settings.keep_days, weeks=settings.keep_weeks):
        (folder / name).unlink(missing_ok=True)


def _go_on(request: BackupRequest) -> None:
    if request.stopped():
        raise Stopped


def _store(request: BackupRequest) -> Path:
    return Path(request.settings.store.path)


def _key(request: BackupRequest) -> str:
    return request.settings.store_key.get_secret_value()


def _folder(request: BackupRequest) -> Path:
    folder = request.settings.backup.folder
    if folder is None:
        raise NotSetUp
    return folder


def _recipient(request: BackupRequest) -> str:
    recipient = request.settings.backup.recipient
    if recipient is None:
        raise NotSetUp
    return recipient
