"""One-to-one talks through the bot, appeals, the record, and yearly counts without people."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

# Moments are milliseconds since 1970 UTC. What is called sealed opens with the key of its matter.
_STATEMENTS = (
    # `person`, `companion` and `code` are keyed hashes, to find a talk by who writes; to whom it
    # goes is in `sealed`.
    """
    CREATE TABLE conduct_talks (
        matter INTEGER PRIMARY KEY,
        branch TEXT NOT NULL,
        person TEXT NOT NULL,
        companion TEXT,
        code TEXT,
        code_until INTEGER,
        sealed BLOB NOT NULL,
        state TEXT NOT NULL,
        opened INTEGER NOT NULL,
        last INTEGER NOT NULL,
        waiting TEXT NOT NULL,
        reminded INTEGER NOT NULL DEFAULT 0
    )
    """,
    "CREATE INDEX conduct_talks_person ON conduct_talks (person)",
    "CREATE INDEX conduct_talks_companion ON conduct_talks (companion) WHERE companion IS NOT NULL",
    """
    CREATE TABLE conduct_talk_lines (
        matter INTEGER NOT NULL REFERENCES conduct_talks (matter) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        side TEXT NOT NULL,
        at INTEGER NOT NULL,
        sealed BLOB NOT NULL,
        PRIMARY KEY (matter, number)
    ) WITHOUT ROWID
    """,
    # How far each has read, by keyed hash, and up to which line they were told of something new.
    """
    CREATE TABLE conduct_talk_readers (
        matter INTEGER NOT NULL REFERENCES conduct_talks (matter) ON DELETE CASCADE,
        reader TEXT NOT NULL,
        read INTEGER NOT NULL DEFAULT 0,
        told INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (matter, reader)
    ) WITHOUT ROWID
    """,
    # `court` is the branch whose moderators are asked now; `person` a keyed hash of who asks.
    """
    CREATE TABLE conduct_appeals (
        decision INTEGER PRIMARY KEY,
        matter INTEGER NOT NULL,
        branch TEXT NOT NULL,
        court TEXT NOT NULL,
        person TEXT NOT NULL,
        sealed BLOB NOT NULL,
        state TEXT NOT NULL,
        asked INTEGER NOT NULL,
        deadline INTEGER NOT NULL,
        reminded INTEGER NOT NULL DEFAULT 0,
        ended INTEGER,
        answered_by INTEGER
    )
    """,
    "CREATE INDEX conduct_appeals_matter ON conduct_appeals (matter)",
    # One row for each decision that was taken, until it is destroyed; `person` is a keyed hash.
    """
    CREATE TABLE conduct_record (
        decision INTEGER PRIMARY KEY,
        matter INTEGER NOT NULL,
        branch TEXT NOT NULL,
        person TEXT NOT NULL,
        step TEXT NOT NULL,
        decided INTEGER NOT NULL,
        told INTEGER,
        ended INTEGER,
        -- Keyed hashes of who took part in it, sealed: they answer no appeal against it.
        sealed BLOB NOT NULL
    )
    """,
    "CREATE INDEX conduct_record_person ON conduct_record (person)",
    # What records that are destroyed add up to. Nothing of whom they were about.
    """
    CREATE TABLE conduct_counts (
        branch TEXT NOT NULL,
        year INTEGER NOT NULL,
        what TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (branch, year, what)
    ) WITHOUT ROWID
    """,
)


@MIGRATIONS()
def talks_and_appeals(db: Database) -> None:
    """Make room for talks, appeals and the record."""
    for statement in _STATEMENTS:
        db.execute(statement)
