"""In which language somebody was answered last who has chosen none."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS


@MIGRATIONS()
def language_guesses(db: Database) -> None:
    """Keep it for a day, by a keyed hash of whose chat it is; `hide` forgets it."""
    db.execute(
        """
        CREATE TABLE language_guesses (
            chat TEXT PRIMARY KEY,
            locale TEXT,
            offered INTEGER NOT NULL DEFAULT 0,
            at INTEGER NOT NULL
        )
        """
    )
