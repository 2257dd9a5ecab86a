"""Which reports wait because too many came at once, and whose earlier one was muted."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    """
    CREATE TABLE case_quarantine (
        case_id INTEGER PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
        cause TEXT NOT NULL,
        since INTEGER NOT NULL,
        told_at INTEGER
    )
    """,
    # `person` is the keyed hash by which cases find their writer.
    """
    CREATE TABLE muted_writers (
        person TEXT PRIMARY KEY,
        officer TEXT NOT NULL,
        since INTEGER NOT NULL
    )
    """,
)


@MIGRATIONS()
def quarantine(db: Database) -> None:
    """Create what a flood of reports, and muting, need."""
    for statement in _STATEMENTS:
        db.execute(statement)
