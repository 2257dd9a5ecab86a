"""Can others on this computer read what is secret? Does an old copy of the store lie about?"""

import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from relay.check.findings import Finding, Report
from relay.settings import Settings
from relay.settings.loading import SECRETS_FOLDER

_BELONGS = (".lock", "-shm", "-wal", "-journal")
_BEFORE_UPDATE = ".before-"


def check_permissions(
    report: Report, settings: Settings, environ: Mapping[str, str]
) -> Iterator[Finding]:
    """Name every file that others can read, or change, though they should not."""
    open_ = [path for path in _confidential(settings, environ) if is_open(path)]
    for path in open_:
        yield report.problem(str(path), "check-file-open", path=str(path))
    if not open_:
        yield report.ok("store.path", "check-files-closed")
    store = settings.store.path.absolute()
    for path in leftovers(store):
        yield report.note(str(path), "check-leftover")


def is_open(path: Path) -> bool:
    """Return whether other users of this computer can get at a file or a folder's names.

    Not only the file decides: what lies in a folder that they cannot enter is out of reach.
    """
    path = path.absolute()
    if not stat.S_IMODE(path.stat().st_mode) & (stat.S_IROTH | stat.S_IWOTH):
        return False
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in path.parents)


def leftovers(store: Path) -> list[Path]:
    """Return what lies beside the store, is named after it, and is nothing that the relay keeps.

    Args:
        store: the store's file, which need not exist.
    """
    if not store.parent.is_dir():
        return []
    kept = {store.name, *(store.name + end for end in _BELONGS)}
    return [
        path
        for path in sorted(store.parent.iterdir())
        if path.name.startswith(store.name)
        and path.name not in kept
        and (not path.name.startswith(store.name + _BEFORE_UPDATE) or path.suffix == ".partial")
    ]


def _confidential(settings: Settings, environ: Mapping[str, str]) -> Iterator[Path]:
    folder = Path(environ.get(SECRETS_FOLDER) or "")
    if environ.get(SECRETS_FOLDER) and folder.is_dir():
        yield from sorted(file for file in folder.iterdir() if file.is_file())
    # The bot's number and the admins' account ids.
    if settings.file is not None:
        yield settings.file
    if settings.store.path.is_file():
        yield settings.store.path
    if settings.backup.folder is not None and settings.backup.folder.is_dir():
        yield from sorted(file for file in settings.backup.folder.iterdir() if file.is_file())
