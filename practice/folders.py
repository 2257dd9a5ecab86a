"""Temporary folders that do not outlive the practice, even if it is killed."""

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PREFIX = "branch-relay-"
_HELD = "held"


@contextmanager
def practice_folder() -> Iterator[Path]:
    """Make a folder, and remove it at the end of the block.

    Folders of processes that were killed meanwhile are removed first. Each holds a file that its
    owner has locked; the system takes the lock away with the owner.
    """
    _remove_orphans(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as name:
        folder = Path(name)
        coming = folder / "coming"
        with coming.open("w") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            # Under its name only once it is locked: nobody may take the folder for an orphan.
            coming.rename(folder / _HELD)
            yield folder


def _remove_orphans(parent: Path) -> None:
    for mark in parent.glob(f"{_PREFIX}*/{_HELD}"):
        try:
            with mark.open("r+") as found:
                fcntl.flock(found, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(mark.parent, ignore_errors=True)
        except OSError:
            # Somebody uses it, has just removed it, or it is another user's.
            continue
