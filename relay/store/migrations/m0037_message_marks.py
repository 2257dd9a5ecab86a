"""By what a message that somebody complains about is found again, and what floods have paused."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # For each part of a day one key, which goes with all that it marks.
    "CREATE TABLE message_keys (period INTEGER PRIMARY KEY, secret BLOB NOT NULL)",
    # In the order of hashes, so that not even where a row lies tells when it came.
    """
    CREATE TABLE message_marks (
        period INTEGER NOT NULL,
        mark BLOB NOT NULL,
        sealed BLOB NOT NULL,
        PRIMARY KEY (period, mark, sealed)
    ) WITHOUT ROWID
    """,
    "CREATE TABLE people_key (id INTEGER PRIMARY KEY CHECK (id = 1), secret BLOB NOT NULL)",
    """
    CREATE TABLE flood_alarms (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        branch TEXT NOT NULL,
        groups TEXT NOT NULL,
        until INTEGER NOT NULL,
        asked TEXT NOT NULL DEFAULT '[]'
    )
    """,
)


@MIGRATIONS()
def message_marks(db: Database) -> None:
    """Make room for them."""
    for statement in _STATEMENTS:
        db.execute(statement)
