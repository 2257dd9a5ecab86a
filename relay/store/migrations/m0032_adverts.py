"""Adverts of members, and the pinned list of what stands in each board."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # Numbers are never given twice: an old message still names one.
    """
    CREATE TABLE adverts (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        branch TEXT NOT NULL,
        board TEXT NOT NULL,
        stage TEXT NOT NULL,
        since INTEGER NOT NULL,
        writer TEXT,
        text TEXT NOT NULL DEFAULT '',
        photo INTEGER,
        description TEXT,
        days INTEGER NOT NULL,
        until INTEGER,
        origins TEXT NOT NULL DEFAULT '[]',
        offers TEXT NOT NULL DEFAULT '[]',
        nudged INTEGER NOT NULL DEFAULT 0,
        delivery INTEGER,
        sent_at INTEGER
    )
    """,
    "CREATE INDEX adverts_of ON adverts (writer) WHERE writer IS NOT NULL",
    # Who may post without being read first, and how often somebody has posted of late: keyed
    # hashes of account ids, under the key in advert_keys.
    """
    CREATE TABLE advert_marks (
        mark BLOB NOT NULL,
        branch TEXT NOT NULL,
        what TEXT NOT NULL,
        at INTEGER NOT NULL
    )
    """,
    "CREATE INDEX advert_marks_of ON advert_marks (mark)",
    "CREATE TABLE advert_keys (id INTEGER PRIMARY KEY CHECK (id = 1), key BLOB NOT NULL)",
    # `delivery` is that of the message with the list, `earlier` of the one that it replaces.
    """
    CREATE TABLE board_lists (
        board TEXT PRIMARY KEY,
        shown TEXT NOT NULL DEFAULT '',
        delivery INTEGER,
        earlier INTEGER,
        pinning TEXT NOT NULL DEFAULT '',
        retry_at INTEGER
    )
    """,
)


@MIGRATIONS()
def adverts(db: Database) -> None:
    """Keep adverts for as long as they stand."""
    for statement in _STATEMENTS:
        db.execute(statement)
