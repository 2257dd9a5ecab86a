"""The databases of signal-cli: plain SQLite, copied while signal-cli uses them."""

import os
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from relay.store.copies.errors import told_apart

_SENT = ("message_send_log", "message_send_log_content")
"""What signal-cli keeps of sent messages, to send them again on request: words of reports too."""


def is_database(file: Path) -> bool:
    """Whether a file is an SQLite database."""
    with file.open("rb") as content:
        return content.read(16) == b"SQLite format 3\0"


def copy_plain(source: Path, target: Path) -> None:
    """Copy a database that another program has open, without what it keeps of sent messages.

    Args:
        source: only read.
        target: must not exist.

    Raises:
        CopyError: one of its kinds.
    """
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with told_apart():
        reading = sqlcipher.connect(
            f"{source.absolute().as_uri()}?mode=ro", isolation_level=None, uri=True
        )
        writing = sqlcipher.connect(target.as_posix(), isolation_level=None)
        try:
            reading.backup(writing)
            writing.execute("PRAGMA journal_mode = DELETE")
            writing.execute("PRAGMA foreign_keys = OFF")
            names = writing.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            for name in {row[0] for row in names.fetchall()}.intersection(_SENT):
                writing.execute(f'DELETE FROM "{name}"')  # noqa: S608 -- one of two names
            writing.execute("VACUUM")
        finally:
            writing.close()
            reading.close()
