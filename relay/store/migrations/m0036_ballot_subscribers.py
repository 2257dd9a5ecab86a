"""Who is asked a question only because they have subscribed, so that it ends with that."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS


@MIGRATIONS()
def ballot_subscribers(db: Database) -> None:
    """Note it of whom a question has still to be sent to."""
    db.execute("ALTER TABLE ballot_people ADD COLUMN is_subscriber INTEGER NOT NULL DEFAULT 0")
