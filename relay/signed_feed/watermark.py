"""How far the feeds had come, in a file beside the store.

A store that somebody puts back by hand, or an older one that is started by mistake, does not know
that it is older: this file does. Nobody can tell from it what was said.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path

import structlog

_ENDING = ".feeds"

log = structlog.get_logger(__name__)


class Watermark:
    """The number and the hash of each feed's newest entry.

    Args:
        store: the file of the store.
    """

    def __init__(self, store: Path) -> None:
        self._file = store.with_name(f"{store.name}{_ENDING}")

    def read(self) -> Mapping[str, tuple[int, str]]:
        """Return what was noted, by feed; nothing where the file is not there or is damaged."""
        try:
            kept = json.loads(self._file.read_bytes())
            return {str(feed): (int(one[0]), str(one[1])) for feed, one in kept.items()}
        except (OSError, ValueError, TypeError, AttributeError, LookupError):
            return {}

    def write(self, newest: Mapping[str, tuple[int, str]]) -> None:
        """Note how far the feeds have come. What cannot be written is tried again the next time."""
        unfinished = self._file.with_name(f"{self._file.name}.new")
        try:
            opened = os.open(unfinished, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            with os.fdopen(opened, "w") as new:
                json.dump(newest, new)
                new.flush()
                os.fsync(new.fileno())
            unfinished.replace(self._file)
        except OSError as error:
            log.warning("feeds_not_noted", fault=type(error).__name__)
