"""How much of strangers was handed on in the last hour, so that a restart begins no new hour."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # What was counted (`messages`, `reports`, `digests`) and when. Never whose it was.
    "CREATE TABLE stranger_counts (counted TEXT NOT NULL, at INTEGER NOT NULL)",
    "CREATE INDEX stranger_counts_at ON stranger_counts (counted, at)",
)


@MIGRATIONS()
def stranger_counts(db: Database) -> None:
    """Create what a flood is counted by."""
    for statement in _STATEMENTS:
        db.execute(statement)
