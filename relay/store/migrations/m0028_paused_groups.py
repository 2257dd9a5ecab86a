"""Groups that pause: only admins write there for a time."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS


@MIGRATIONS()
def paused_groups(db: Database) -> None:
    """Keep until when a group pauses, and what admins are told once it does."""
    for column in (
        "awaits TEXT NOT NULL DEFAULT ''",
        "paused_until INTEGER",
        "quiet INTEGER NOT NULL DEFAULT 0",
    ):
        db.execute(f"ALTER TABLE kept_groups ADD COLUMN {column}")
