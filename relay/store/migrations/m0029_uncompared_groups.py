"""When a group was last compared is not kept: nothing asks for it."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS


@MIGRATIONS()
def uncompared_groups(db: Database) -> None:
    """Drop the moment."""
    db.execute("ALTER TABLE kept_groups DROP COLUMN seen_at")
