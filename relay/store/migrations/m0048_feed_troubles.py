"""When admins were last told that something is wrong with a feed they follow."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS


@MIGRATIONS()
def feed_troubles(db: Database) -> None:
    """Let a feed that is broken and mended all day be told of seldom."""
    db.execute("ALTER TABLE followed_feeds ADD COLUMN trouble_said_at INTEGER")
