"""What is known of the hours of a meeting, and whether admins were told that something is open."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    "ALTER TABLE meetings ADD COLUMN times TEXT NOT NULL DEFAULT 'set'",
    # Of a date that differs; nothing where as much is known as of the others.
    "ALTER TABLE meeting_changes ADD COLUMN times TEXT",
    # The start of the date of which admins were last told that its time or place is still open.
    "ALTER TABLE meetings ADD COLUMN open_told INTEGER",
)


@MIGRATIONS()
def whole_days(db: Database) -> None:
    """Keep days without hours, and times that are to be confirmed."""
    for statement in _STATEMENTS:
        db.execute(statement)
