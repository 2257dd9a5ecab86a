"""What it costs to come, where to book, the parts of a meeting, and whom to ask about it."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    "ALTER TABLE meetings ADD COLUMN cost TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE meetings ADD COLUMN tickets TEXT NOT NULL DEFAULT ''",
    # What everybody may know.
    "ALTER TABLE meetings ADD COLUMN contact TEXT NOT NULL DEFAULT ''",
    """
    CREATE TABLE meeting_sessions (
        meeting INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        -- Milliseconds after it begins.
        after INTEGER NOT NULL,
        what TEXT NOT NULL,
        PRIMARY KEY (meeting, position)
    ) WITHOUT ROWID
    """,
    # What only admins may know: a name, a number, an address. A table of its own, so that nothing
    # that publishes a meeting reads it, and backups that are kept do not hold it.
    """
    CREATE TABLE meeting_contacts (
        meeting INTEGER PRIMARY KEY REFERENCES meetings (id) ON DELETE CASCADE,
        contact TEXT NOT NULL
    )
    """,
)


@MIGRATIONS()
def costs_and_contacts(db: Database) -> None:
    """Keep what was only words among others, and what nobody but admins may read."""
    for statement in _STATEMENTS:
        db.execute(statement)
