"""In which language people want to be answered."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS


@MIGRATIONS()
def chosen_languages(db: Database) -> None:
    """Create what `language` needs; who is answered as the installation speaks has no row."""
    db.execute("CREATE TABLE chosen_languages (person TEXT PRIMARY KEY, locale TEXT NOT NULL)")
