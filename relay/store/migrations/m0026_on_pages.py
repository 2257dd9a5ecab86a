"""How much of an announcement is on the public pages."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS


@MIGRATIONS()
def on_pages(db: Database) -> None:
    """Keep what an admin was shown to be on the pages, and when that last changed.

    What was posted before was not shown to be there: it stays off them.
    """
    db.execute("ALTER TABLE announcements ADD COLUMN on_page TEXT NOT NULL DEFAULT 'nothing'")
    db.execute("ALTER TABLE announcements ADD COLUMN page_changed_at INTEGER")
    db.execute(
        "CREATE INDEX announcements_on_page ON announcements (branch, posted_at)"
        " WHERE on_page != 'nothing'"
    )
