"""Moderators with a term, what two admins have to agree to, and the standards of a branch."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # `person` and `name` only while a mandate runs; `mark` is a keyed hash of the account id, so
    # that records, which name a mandate by its number, can be kept from whom they are about.
    """
    CREATE TABLE mandates (
        id INTEGER PRIMARY KEY,
        branch TEXT NOT NULL,
        number INTEGER NOT NULL,
        person TEXT,
        mark BLOB NOT NULL,
        name TEXT NOT NULL DEFAULT '',
        groups TEXT NOT NULL DEFAULT '[]',
        origin TEXT NOT NULL,
        both INTEGER NOT NULL DEFAULT 0,
        since INTEGER NOT NULL,
        until INTEGER,
        ended_at INTEGER,
        reminded INTEGER NOT NULL DEFAULT 0,
        UNIQUE (branch, number)
    )
    """,
    # Who is ready to moderate, and has a code that an admin types.
    """
    CREATE TABLE mandate_offers (
        person TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        code BLOB NOT NULL,
        both INTEGER NOT NULL DEFAULT 0,
        until INTEGER NOT NULL
    )
    """,
    # What admins of a branch are asked to agree to; `said` depends on the kind.
    """
    CREATE TABLE conduct_proposals (
        number INTEGER PRIMARY KEY,
        branch TEXT NOT NULL,
        kind TEXT NOT NULL,
        author TEXT NOT NULL,
        person TEXT,
        said TEXT NOT NULL,
        agreed TEXT NOT NULL DEFAULT '[]',
        shown TEXT NOT NULL DEFAULT '{}',
        asked_at INTEGER NOT NULL,
        told INTEGER NOT NULL DEFAULT 0,
        accepting INTEGER NOT NULL DEFAULT 0
    )
    """,
    # One row for each change of one standard: what it says from that version of the list on.
    """
    CREATE TABLE standard_changes (
        branch TEXT NOT NULL,
        version INTEGER NOT NULL,
        number INTEGER NOT NULL,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        retired INTEGER NOT NULL DEFAULT 0,
        at INTEGER NOT NULL,
        PRIMARY KEY (branch, version, number)
    ) WITHOUT ROWID
    """,
)


@MIGRATIONS()
def mandates(db: Database) -> None:
    """Make room for moderators and standards."""
    for statement in _STATEMENTS:
        db.execute(statement)
