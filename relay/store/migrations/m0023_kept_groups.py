"""Groups that are kept as declared."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS


@MIGRATIONS()
def kept_groups(db: Database) -> None:
    """Make the table; a number is never given twice."""
    db.execute(
        """
        CREATE TABLE kept_groups (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            branch TEXT NOT NULL,
            standing TEXT NOT NULL,
            agreed INTEGER NOT NULL,
            differing TEXT NOT NULL DEFAULT '[]',
            mended TEXT NOT NULL DEFAULT '[]',
            taken TEXT NOT NULL DEFAULT '{}',
            tries INTEGER NOT NULL DEFAULT 0,
            seen_at INTEGER
        ) STRICT
        """
    )
