"""Who gets a branch's announcements by direct message, and what is on its way to them."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # By account id, because they have to be written to.
    """
    CREATE TABLE subscribers (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        branch TEXT NOT NULL,
        person TEXT NOT NULL,
        scope TEXT NOT NULL,
        is_waiting INTEGER NOT NULL,
        is_known INTEGER NOT NULL,
        since INTEGER NOT NULL,
        failures INTEGER NOT NULL DEFAULT 0,
        failing_since INTEGER,
        UNIQUE (branch, person)
    )
    """,
    "CREATE INDEX subscribers_of ON subscribers (person)",
    # One row for a post, whoever gets it: who comes next is found by `place`.
    """
    CREATE TABLE mailings (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        branch TEXT NOT NULL,
        about TEXT NOT NULL UNIQUE,
        announcement INTEGER,
        is_meeting INTEGER NOT NULL,
        kind TEXT NOT NULL,
        steps TEXT NOT NULL,
        revision INTEGER NOT NULL,
        place INTEGER NOT NULL,
        last INTEGER NOT NULL,
        first_last INTEGER NOT NULL,
        reached INTEGER NOT NULL,
        owed_after INTEGER,
        sent INTEGER NOT NULL,
        revised_at INTEGER NOT NULL,
        until INTEGER NOT NULL,
        is_open INTEGER NOT NULL
    )
    """,
    "CREATE INDEX mailings_open ON mailings (is_open, id)",
    """
    CREATE TABLE mailing_copies (
        delivery INTEGER PRIMARY KEY,
        mailing INTEGER NOT NULL REFERENCES mailings (id) ON DELETE CASCADE,
        subscriber INTEGER NOT NULL,
        role TEXT NOT NULL,
        sent_at INTEGER
    )
    """,
    "CREATE INDEX mailing_copies_of ON mailing_copies (mailing, subscriber)",
)


@MIGRATIONS()
def subscriptions(db: Database) -> None:
    """Keep subscribers, mailings and the copies of them that still can be changed."""
    for statement in _STATEMENTS:
        db.execute(statement)
