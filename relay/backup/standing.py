"""What is there already where a backup is to be restored: somebody may have put an old one back."""

import tomllib
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from relay.backup.retention import moment_of
from relay.store.copies import CopyError, Difference, difference

_ALLOWED = timedelta(days=1)
"""A backup is made every day, and always a moment before whatever came last."""


@dataclass(frozen=True)
class Standing:
    """A store that a restored one would take the place of.

    Attributes:
        path: where it is.
        lacking: what it knows and the backup does not; None if the backup's key does not open it.
    """

    path: Path
    lacking: Difference | None

    def is_newer(self, made_at: datetime) -> bool:
        """Return whether it may know of something that happened after a moment."""
        return self.lacking is None or (
            self.lacking.until is not None and self.lacking.until > made_at
        )

    def would_lose(self, made_at: datetime) -> bool:
        """Return whether restoring takes away, or brings back, or turns back by more than a day.

        Args:
            made_at: when the backup was made, aware.
        """
        if self.lacking is None:
            return True
        differs = self.lacking.announcements or self.lacking.reports or self.lacking.returning
        until = self.lacking.until
        return bool(differs) or (until is not None and until - made_at > _ALLOWED)


def standing(settings: Path, restored: Path, key: str) -> Standing | None:
    """Return the store that stands where these settings have theirs; None if there is none.

    Args:
        settings: the settings file of the backup.
        restored: the store made of it.
        key: opens it.
    """
    try:
        said = tomllib.loads(settings.read_text(encoding="utf-8"))
        path = Path(str(said.get("store", {}).get("path", "var/relay.db")))
        if not path.is_file():
            return None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, AttributeError):
        return None
    try:
        return Standing(path, difference(restored, path, key))
    except CopyError:
        return Standing(path, None)


def newer_beside(file: Path, made_at: datetime) -> tuple[str, ...]:
    """Return the names of dated files in the same folder that say they are newer, newest first.

    Args:
        file: the one that is to be restored.
        made_at: when it was made.
    """
    # Names are cut to the second.
    since = made_at.replace(microsecond=0)
    beside = (one.name for one in file.absolute().parent.iterdir() if one.name != file.name)
    return tuple(sorted((n for n in beside if (at := moment_of(n)) and at > since), reverse=True))
