"""What was done that nothing else shows. Nobody's number or name and no secret stands in it."""

import json
from pathlib import Path

from relay.setup.files import make_private_folder, write_private

FILE = "setup-progress.json"


class Progress:
    """A set of marks, and a few notes, in a file.

    It is kept in the folder of secrets, the one place besides the settings that `relay setup` can
    write to in every way of running it.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._marks, self._notes = _read(self._path)

    def has(self, mark: str) -> bool:
        """Whether this was done."""
        return mark in self._marks

    def add(self, mark: str) -> None:
        """Note that this was done."""
        if mark not in self._marks:
            self._marks |= {mark}
            self._write()

    def drop(self, mark: str) -> None:
        """Note that this is no longer so."""
        if mark in self._marks:
            self._marks -= {mark}
            self._write()

    def note(self, name: str) -> str:
        """What was noted under a name, or nothing."""
        return self._notes.get(name, "")

    def take_note(self, name: str, text: str) -> None:
        """Note what the API server tells only once."""
        self._notes[name] = text
        self._write()

    def _write(self) -> None:
        make_private_folder(self._path.parent)
        kept = {"done": sorted(self._marks), "notes": self._notes}
        write_private(self._path, json.dumps(kept, indent=1) + "\n")


def _read(path: Path) -> tuple[set[str], dict[str, str]]:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        done, notes = kept["done"], kept.get("notes", {})
        return {str(mark) for mark in done}, {str(name): str(notes[name]) for name in notes}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        # Nothing is lost: every step looks first, and can be done again.
        return set(), {}
