"""What admins write to people on the contact list, while it is on its way."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS


@MIGRATIONS()
def contact_letters(db: Database) -> None:
    """Make room for letters: `place` is the entry that was last, `delivery` the one on its way."""
    db.execute(
        """
        CREATE TABLE contact_letters (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            branch TEXT NOT NULL,
            audience TEXT NOT NULL,
            text TEXT NOT NULL,
            place INTEGER NOT NULL DEFAULT 0,
            last INTEGER NOT NULL,
            delivery INTEGER,
            until INTEGER NOT NULL
        )
        """
    )
