"""Whom a post did not reach because of a new phone, and how many new keys were trusted."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # Who still gets a copy of which announcement; '' while nobody has looked who that is.
    """
    CREATE TABLE missed_posts (
        announcement INTEGER NOT NULL,
        place TEXT NOT NULL,
        person TEXT NOT NULL,
        noted_at INTEGER NOT NULL,
        PRIMARY KEY (announcement, place, person)
    )
    """,
    # When, and not whose.
    "CREATE TABLE trusted_keys (trusted_at INTEGER NOT NULL)",
)


@MIGRATIONS()
def missed_posts(db: Database) -> None:
    """Create what posts that missed a new phone need."""
    for statement in _STATEMENTS:
        db.execute(statement)
