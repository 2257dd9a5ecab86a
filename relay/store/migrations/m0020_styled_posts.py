"""How the words of an announcement are formatted."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS


@MIGRATIONS()
def styled_posts(db: Database) -> None:
    """Keep which words are bold, covered, …; what was written before has none."""
    db.execute("ALTER TABLE announcements ADD COLUMN styles TEXT NOT NULL DEFAULT '[]'")
