"""Whom any message to a group did not reach because of a new phone, not only announcements."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # `about` is what the message was about: `post:` and an announcement's number, or the topic of
    # its delivery; `person` is '' while nobody has looked who that is. `told` is what of an
    # announcement's posts was sent last, where that is not the announcement as it stands.
    """
    CREATE TABLE missed_messages (
        about TEXT NOT NULL,
        place TEXT NOT NULL,
        person TEXT NOT NULL,
        noted_at INTEGER NOT NULL,
        told TEXT,
        PRIMARY KEY (about, place, person)
    )
    """,
    """
    INSERT INTO missed_messages (about, place, person, noted_at)
    SELECT 'post:' || announcement, place, person, noted_at FROM missed_posts
    """,
    "DROP TABLE missed_posts",
)


@MIGRATIONS()
def missed_messages(db: Database) -> None:
    """Create what reminders, notices and questions that missed a new phone need."""
    for statement in _STATEMENTS:
        db.execute(statement)
