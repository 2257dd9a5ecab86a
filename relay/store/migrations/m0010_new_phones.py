"""New phones: admins' safety numbers, and reports that wait for their name and passphrase."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # The safety number an admin is known by, and since when their rights wait.
    """
    CREATE TABLE admin_keys (
        admin TEXT PRIMARY KEY,
        known TEXT NOT NULL,
        seen TEXT NOT NULL,
        paused_at INTEGER,
        told_at INTEGER
    )
    """,
    # A hash that only the key of the link makes, of the safety number its writer is known by.
    "ALTER TABLE case_links ADD COLUMN safety TEXT",
    # Since when the case waits for its name and passphrase.
    "ALTER TABLE case_links ADD COLUMN waits_since INTEGER",
    # Which officer is still to hear what became of an answer, and since when it is known to wait.
    """
    CREATE TABLE case_answers (
        delivery INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        officer TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        told_at INTEGER
    )
    """,
    "CREATE INDEX case_answers_case ON case_answers (case_id)",
)


@MIGRATIONS()
def new_phones(db: Database) -> None:
    """Create what a new phone needs."""
    for statement in _STATEMENTS:
        db.execute(statement)
