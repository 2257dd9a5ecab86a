"""What is said in public where it differs from the groups, and under which names it was planned."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # NULL where the public reads the same as the groups.
    "ALTER TABLE announcements ADD COLUMN public_text TEXT",
    # What was to be sent is forgotten once it has failed; these names find what it left behind.
    """
    CREATE TABLE planned_posts (
        announcement INTEGER NOT NULL REFERENCES announcements (id) ON DELETE CASCADE,
        destination TEXT NOT NULL,
        key TEXT NOT NULL,
        PRIMARY KEY (announcement, destination, key)
    ) WITHOUT ROWID
    """,
)


@MIGRATIONS()
def public_posts(db: Database) -> None:
    """Add both."""
    for statement in _STATEMENTS:
        db.execute(statement)
