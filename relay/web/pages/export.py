"""The public pages as files, for any web host: one file after the other, each in one step.

The folder itself stays, because a web server or a copying program may be looking at it all the
time. A file is written beside its place and renamed into it; pages go before the lists that lead to
them, and what is gone goes last. Nothing that an export did not write is ever replaced: the folder
is recognised by a mark in it.
"""

import os
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from relay.web.pages.addresses import file_of
from relay.web.pages.documents import Document

MARK = ".branch-relay-pages"
"""A file in every exported folder."""

_UNFINISHED = ".relay-unfinished"
_FOR_ALL = 0o644
_FOR_ALL_TO_ENTER = 0o755


class ForeignFolder(Exception):
    """The folder holds files that an export did not write."""

    safe_to_log = True


class IncrementalExport:
    """A folder that holds documents and nothing else.

    Args:
        folder: new, empty, or of an earlier export; its parent is made if it is missing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def open(self) -> None:
        """Make the folder, and mark it as one whose files may be replaced.

        Raises:
            ForeignFolder: it holds files of something else.
            OSError: it could not be made.
        """
        if self._folder.exists() and not is_ours(self._folder):
            raise ForeignFolder
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        _make_folder(self._folder)
        (self._folder / MARK).touch()

    def put(self, path: str, body: bytes) -> bool:
        """Write one document, unless it stands there already; return whether it was written.

        Raises:
            OSError: it could not be written; what was there stays.
        """
        file = place_of(self._folder, file_of(path))
        if _holds(file, body):
            return False
        # All but the last of the parents, which is the folder itself.
        for folder in reversed(file.relative_to(self._folder).parents[:-1]):
            _make_folder(self._folder / folder)
        if file.is_dir():
            _empty(file)
        unfinished = file.with_name(f"{file.name}{_UNFINISHED}")
        with unfinished.open("wb") as opened:
            opened.write(body)
            # Another account's web server reads it, whatever this process keeps to itself.
            os.fchmod(opened.fileno(), _FOR_ALL)
            opened.flush()
            os.fsync(opened.fileno())
        unfinished.replace(file)
        return True

    def put_all(
        self,
        documents: Iterable[tuple[str, Document]],
        kept: Collection[str],
        stopped: Callable[[], bool],
    ) -> int:
        """Write documents, then take away everything else.

        Args:
            documents: each with its path; what leads to others comes before them.
            kept: paths that stay as they are.
            stopped: asked before each step; where it says yes, nothing is taken away.

        Returns:
            how many files were written anew.

        Raises:
            OSError: something could not be written; everything else is as it was or as it is now.
        """
        wanted = {place_of(self._folder, file_of(path)) for path in kept}
        made = []
        for path, document in documents:
            if stopped():
                return 0
            made.append((path, document.body))
            wanted.add(place_of(self._folder, file_of(path)))
        written = 0
        for path, body in reversed(made):
            if stopped():
                return written
            written += self.put(path, body)
        self._take_away_all_but(wanted | {self._folder / MARK})
        return written

    def count(self) -> int:
        """Return how many files there are, the mark left out."""
        return sum(file.is_file() and file.name != MARK for file in self._folder.rglob("*"))

    def _take_away_all_but(self, wanted: Collection[Path]) -> None:
        for found in sorted(self._folder.rglob("*"), reverse=True):
            if found.is_symlink() or not found.is_dir():
                if found not in wanted:
                    found.unlink()
            elif not any(found.iterdir()):
                found.rmdir()


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


def _holds(file: Path, body: bytes) -> bool:
    try:
        if file.is_symlink() or file.stat().st_size != len(body):
            return False
        return file.read_bytes() == body
    except OSError:
        return False


def _make_folder(folder: Path) -> None:
    """Make a folder, also where a file of the same name stood."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    if not folder.is_dir():
        folder.mkdir()
        folder.chmod(_FOR_ALL_TO_ENTER)


def _empty(folder: Path) -> None:
    for found in sorted(folder.rglob("*"), reverse=True):
        if found.is_dir() and not found.is_symlink():
            found.rmdir()
        else:
            found.unlink()
    folder.rmdir()
