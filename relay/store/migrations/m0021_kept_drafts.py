"""Drafts of announcements that admins keep for later."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS


@MIGRATIONS()
def kept_drafts(db: Database) -> None:
    """Note since when a draft is kept; what is being written just now is not."""
    db.execute("ALTER TABLE announcements ADD COLUMN kept_at INTEGER")
    db.execute("CREATE INDEX announcements_kept ON announcements (kept_at) WHERE kept_at NOT NULL")
