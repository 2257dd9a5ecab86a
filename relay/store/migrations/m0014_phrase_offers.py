"""Which messages of the bot's suggest a passphrase, so that they can be deleted."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    """
    CREATE TABLE case_offers (
        delivery INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX case_offers_case ON case_offers (case_id)",
)


@MIGRATIONS()
def phrase_offers(db: Database) -> None:
    """Create what is needed to take a suggested passphrase back."""
    for statement in _STATEMENTS:
        db.execute(statement)
