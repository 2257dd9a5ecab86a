"""By which earlier words of what is followed are known again, once they are gone."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS


@MIGRATIONS()
def followed_marks(db: Database) -> None:
    """Create keyed hashes of what those have posted whom a branch follows, never the words."""
    db.execute(
        """
        CREATE TABLE followed_marks (
            mark BLOB PRIMARY KEY,
            feed TEXT NOT NULL,
            number INTEGER NOT NULL,
            at INTEGER NOT NULL
        ) WITHOUT ROWID
        """
    )
