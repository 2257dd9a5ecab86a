"""What backups were made, what was destroyed since, and whether this store came from one."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # One row for each try. `outcome` is how it went, see `store.backups`.
    """
    CREATE TABLE backups (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('whole', 'confidential')),
        made_at INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        file TEXT,
        size INTEGER NOT NULL DEFAULT 0
    )
    """,
    # How often a key of a case was destroyed, and how many of those the newest confidential file
    # knows of. While they differ, that file still opens what must be gone.
    """
    CREATE TABLE destroyed_keys (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        counted INTEGER NOT NULL,
        covered INTEGER NOT NULL
    )
    """,
    "INSERT INTO destroyed_keys (id, counted, covered) VALUES (1, 0, 0)",
    """
    CREATE TRIGGER case_keys_counted AFTER DELETE ON case_keys
    BEGIN UPDATE destroyed_keys SET counted = counted + 1; END
    """,
    # That this store was made from a backup, and what was held back then, as a JSON list.
    """
    CREATE TABLE restored (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        restored_at INTEGER NOT NULL,
        made_at INTEGER NOT NULL,
        held TEXT NOT NULL,
        told_at INTEGER
    )
    """,
)


@MIGRATIONS()
def backups(db: Database) -> None:
    """Create the tables of backups."""
    for statement in _STATEMENTS:
        db.execute(statement)
