"""When a meeting ends where somebody said so, and when people may come before it begins."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # All in milliseconds; nothing where nobody said. Until now an end that nobody had named was
    # kept as two hours, so two hours say nothing.
    "ALTER TABLE meetings ADD COLUMN lasts INTEGER",
    "UPDATE meetings SET lasts = nullif(length, 7200000)",
    "ALTER TABLE meetings DROP COLUMN length",
    "ALTER TABLE meetings ADD COLUMN doors INTEGER",
    "ALTER TABLE meeting_changes ADD COLUMN lasts INTEGER",
    "ALTER TABLE meeting_changes ADD COLUMN doors INTEGER",
)


@MIGRATIONS()
def ends_and_doors(db: Database) -> None:
    """Tell apart how long a meeting lasts and how long it is taken to last."""
    for statement in _STATEMENTS:
        db.execute(statement)
