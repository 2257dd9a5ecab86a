"""The public pages as files. A reader of the folder sees the old pages or the new, never half.

The new files are written beside the folder, then the two change places by renaming. Nothing that
this export did not write is ever replaced: the folder is recognised by a mark in it.
"""

import ctypes
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from relay.web.pages.addresses import file_of
from relay.web.pages.site import Document

MARK = ".branch-relay-pages"
"""A file in every exported folder."""

_HERE = -100
"""AT_FDCWD: relative paths start in the working directory."""

_EXCHANGE = 2
"""RENAME_EXCHANGE, see renameat2(2)."""


class ForeignFolder(Exception):
    """The folder holds files that an export did not write."""

    safe_to_log = True


def export_documents(documents: Iterable[tuple[str, Document]], folder: Path) -> int:
    """Replace everything in a folder by documents.

    Args:
        documents: each with its path, `/` at its beginning.
        folder: new, empty, or of an earlier export; its parent is made if it is missing.

    Returns:
        how many files there are now.

    Raises:
        ForeignFolder: it is neither.
        OSError: it could not be written; what was there stays.
    """
    target = folder.absolute()
    if target.is_symlink():
        target = target.resolve()
    if target.exists() and not is_ours(target):
        raise ForeignFolder
    target.parent.mkdir(parents=True, exist_ok=True)
    # Beside the folder, so that renaming does not cross file systems.
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as workshop:
        fresh, old = Path(workshop, "new"), Path(workshop, "old")
        fresh.mkdir()
        count = 0
        for path, document in documents:
            _write(fresh, file_of(path), document.body)
            count += 1
        _write(fresh, f"/{MARK}", b"")
        _swap(fresh, target, old)
    return count


def is_ours(folder: Path) -> bool:
    """Whether a folder that exists is empty or was written by an export."""
    return folder.is_dir() and ((folder / MARK).is_file() or not any(folder.iterdir()))


def place_of(folder: Path, path: str) -> Path:
    """Where in a folder the file of a path is.

    Raises:
        ValueError: the path leads out of the folder.
    """
    file = folder.joinpath(*path.strip("/").split("/"))
    if ".." in file.parts or not file.is_relative_to(folder):
        raise ValueError("a path that leads out of the folder")
    return file


def _write(folder: Path, path: str, body: bytes) -> None:
    file = place_of(folder, path)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as opened:
        opened.write(body)
        opened.flush()
        os.fsync(opened.fileno())


def _swap(fresh: Path, target: Path, old: Path) -> None:
    if not target.exists():
        fresh.rename(target)
        return
    if _exchange(fresh, target):
        return
    target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        old.rename(target)
        raise


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, where the system can (Linux, renameat2)."""
    renameat2 = getattr(ctypes.CDLL(None), "renameat2", None)
    if renameat2 is None:
        return False
    names = (os.fsencode(one), os.fsencode(other))
    return bool(renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)
