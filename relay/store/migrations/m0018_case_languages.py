"""In which language somebody reports, as far as it is not the branch's own."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS


@MIGRATIONS()
def case_languages(db: Database) -> None:
    """Let a report have the language in which its writer is answered; it goes with the report."""
    db.execute("ALTER TABLE cases ADD COLUMN language TEXT")
