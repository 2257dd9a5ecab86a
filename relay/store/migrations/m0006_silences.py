"""Which lanes have let nothing through for long, though something waits."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS


@MIGRATIONS()
def silences(db: Database) -> None:
    """Create the table of silences, one row a lane, and let the last delivery be found at once."""
    db.execute(
        "CREATE TABLE silences (lane TEXT PRIMARY KEY, since INTEGER NOT NULL) WITHOUT ROWID"
    )
    db.execute(
        "CREATE INDEX outbox_delivered ON outbox (lane, finished_at) WHERE state = 'delivered'"
    )
