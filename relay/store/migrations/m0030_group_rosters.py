"""Who was in each group when it was last looked at, as marks."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS


@MIGRATIONS()
def group_rosters(db: Database) -> None:
    """Keep the marks of each group, and the key under which its people are hashed."""
    db.execute(
        """
        CREATE TABLE group_rosters (
            number INTEGER PRIMARY KEY REFERENCES kept_groups (number) ON DELETE CASCADE,
            members BLOB NOT NULL,
            asking BLOB NOT NULL,
            pending BLOB NOT NULL,
            key BLOB NOT NULL
        ) STRICT
        """
    )
