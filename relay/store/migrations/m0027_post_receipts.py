"""How many phones a post has arrived on."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # `key` is under which account ids are hashed in receipt_marks, for as long as is counted.
    """
    CREATE TABLE post_receipts (
        timestamp INTEGER PRIMARY KEY,
        announcement INTEGER NOT NULL REFERENCES announcements (id) ON DELETE CASCADE,
        place TEXT NOT NULL,
        delivered INTEGER NOT NULL,
        since INTEGER NOT NULL,
        key BLOB
    )
    """,
    "CREATE INDEX post_receipts_of ON post_receipts (announcement)",
    """
    CREATE TABLE receipt_marks (
        timestamp INTEGER NOT NULL REFERENCES post_receipts (timestamp) ON DELETE CASCADE,
        mark BLOB NOT NULL,
        PRIMARY KEY (timestamp, mark)
    ) WITHOUT ROWID
    """,
)


@MIGRATIONS()
def post_receipts(db: Database) -> None:
    """Count the receipts of each post in each group."""
    for statement in _STATEMENTS:
        db.execute(statement)
