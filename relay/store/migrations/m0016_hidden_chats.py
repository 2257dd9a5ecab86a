"""What `hide` needs: where messages stand in people's chats, and which cases are hidden."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # By a keyed hash of whose chat it is, for two days. Without a timestamp it is still on its way
    # and is deleted once it has got there.
    """
    CREATE TABLE chat_messages (
        delivery INTEGER PRIMARY KEY,
        chat TEXT NOT NULL,
        timestamp INTEGER,
        at INTEGER NOT NULL
    )
    """,
    "CREATE INDEX chat_messages_chat ON chat_messages (chat)",
    "CREATE INDEX chat_messages_at ON chat_messages (at)",
    # Who was told that others read what they write in a group, for an hour, by the same hash.
    "CREATE TABLE group_warnings (chat TEXT PRIMARY KEY, at INTEGER NOT NULL)",
    # Since when a case is not spoken of to its writer, until they name it.
    "ALTER TABLE case_links ADD COLUMN hidden_at INTEGER",
    # When its writer may be written to: `any-time`, `never`, or the hours as `09:00-17:00`; nothing
    # where that was not said. Whether somebody else may look at their phone.
    "ALTER TABLE cases ADD COLUMN contact TEXT",
    "ALTER TABLE cases ADD COLUMN seen INTEGER NOT NULL DEFAULT 0",
    # Since when something is kept for its writer, and when they were told that there is something.
    "ALTER TABLE cases ADD COLUMN unread_since INTEGER",
    "ALTER TABLE cases ADD COLUMN noticed_at INTEGER",
)


@MIGRATIONS()
def hidden_chats(db: Database) -> None:
    """Create what is needed to write nothing where, or when, it harms."""
    for statement in _STATEMENTS:
        db.execute(statement)
