"""Newcomers: who is still to be welcomed, who was, whose invitation hangs; how full groups are."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    """
    CREATE TABLE recent_joins (
        number INTEGER NOT NULL REFERENCES kept_groups (number) ON DELETE CASCADE,
        mark BLOB NOT NULL,
        since INTEGER NOT NULL,
        PRIMARY KEY (number, mark)
    ) WITHOUT ROWID
    """,
    # The account id, because they are written to; for minutes, and no longer than two weeks.
    """
    CREATE TABLE awaited_welcomes (
        branch TEXT NOT NULL,
        person TEXT NOT NULL,
        shows_number INTEGER NOT NULL,
        since INTEGER NOT NULL,
        PRIMARY KEY (branch, person)
    )
    """,
    # Who was told something that is told once: a keyed hash, each thing under a key of its own.
    """
    CREATE TABLE told_once (
        about TEXT NOT NULL,
        mark BLOB NOT NULL,
        since INTEGER NOT NULL,
        PRIMARY KEY (about, mark)
    ) WITHOUT ROWID
    """,
    "CREATE TABLE told_once_keys (about TEXT PRIMARY KEY, key BLOB NOT NULL)",
    """
    CREATE TABLE hanging_invites (
        number INTEGER NOT NULL REFERENCES kept_groups (number) ON DELETE CASCADE,
        person TEXT NOT NULL,
        since INTEGER NOT NULL,
        keepers_told INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (number, person)
    )
    """,
    # To how many percent admins were told that a group is full.
    """
    CREATE TABLE group_fullness (
        number INTEGER PRIMARY KEY REFERENCES kept_groups (number) ON DELETE CASCADE,
        told INTEGER NOT NULL
    )
    """,
)


@MIGRATIONS()
def newcomers(db: Database) -> None:
    """Make room for them."""
    for statement in _STATEMENTS:
        db.execute(statement)
