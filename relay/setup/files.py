"""Files that only the relay's own user may read."""

import contextlib
import os
from pathlib import Path

FOLDER_MODE = 0o700
FILE_MODE = 0o600


def make_private_folder(folder: Path) -> None:
    """Make a folder, or close one that others may read."""
    if not folder.is_dir():
        folder.mkdir(parents=True, mode=FOLDER_MODE)
    folder.chmod(FOLDER_MODE)


def write_private(path: Path, text: str) -> None:
    """Write a file as a whole or not at all.

    In a container, the settings file is mounted by itself and cannot be replaced; then it is
    written in place.
    """
    beside = path.with_name(f".{path.name}.new")
    try:
        _fill(beside, text)
        beside.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        if not path.exists():
            raise
        path.write_text(text, encoding="utf-8")


def _fill(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
