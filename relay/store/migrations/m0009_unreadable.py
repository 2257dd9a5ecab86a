"""What was said to the bot and could not be read."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS


@MIGRATIONS()
def unreadable(db: Database) -> None:
    """Create the table of unreadable messages, and how many there were of each shape."""
    db.execute(
        "CREATE TABLE unreadable ("
        " id INTEGER PRIMARY KEY,"
        " name TEXT NOT NULL UNIQUE,"
        " source TEXT,"
        " shape TEXT NOT NULL,"
        " received_at INTEGER NOT NULL,"
        " due_at INTEGER,"
        " told_at INTEGER,"
        " secret BLOB NOT NULL,"
        " sealed BLOB NOT NULL)"
    )
    db.execute("CREATE INDEX unreadable_due ON unreadable (due_at) WHERE due_at IS NOT NULL")
    db.execute(
        "CREATE TABLE unreadable_shapes ("
        " shape TEXT PRIMARY KEY, count INTEGER NOT NULL, last_at INTEGER NOT NULL) WITHOUT ROWID"
    )
