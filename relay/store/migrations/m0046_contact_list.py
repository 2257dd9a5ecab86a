"""The contact list, who was asked whether they want to be on it, and how many members there are."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

# Moments are milliseconds since 1970 UTC.
_STATEMENTS = (
    # Secrets of this store that keyed hashes are made with.
    "CREATE TABLE contact_secrets (name TEXT PRIMARY KEY, secret BLOB NOT NULL)",
    # A key for each entry, and for each number that waits to be asked. Destroying a row here
    # destroys what it opens, wherever a copy of that may be.
    """
    CREATE TABLE contact_keys (
        contact INTEGER NOT NULL,
        purpose TEXT NOT NULL CHECK (purpose IN ('entry', 'number')),
        secret BLOB NOT NULL,
        PRIMARY KEY (contact, purpose)
    )
    """,
    # While the newest confidential file knows of fewer, it still opens what must be gone.
    """
    CREATE TRIGGER contact_keys_counted AFTER DELETE ON contact_keys
    BEGIN UPDATE destroyed_keys SET counted = counted + 1; END
    """,
    # `person` is a keyed hash, to find an entry by who writes; `ends` when it is deleted unless
    # they say that they want to stay, once they were asked.
    """
    CREATE TABLE contacts (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        branch TEXT NOT NULL,
        person TEXT NOT NULL,
        sealed BLOB NOT NULL,
        agreed INTEGER NOT NULL,
        ask_at INTEGER NOT NULL,
        ends INTEGER,
        UNIQUE (branch, person)
    )
    """,
    # Keyed hashes of phone numbers that were in a list of the branch: nobody is asked twice. `went`
    # is when they were asked.
    """
    CREATE TABLE contact_asked (
        phone TEXT PRIMARY KEY,
        branch TEXT NOT NULL,
        until INTEGER NOT NULL,
        went INTEGER
    ) WITHOUT ROWID
    """,
    # Numbers whose turn to be asked has not come. `tried` is set before Signal is given one, so
    # that after a kill nobody is asked who may have been.
    """
    CREATE TABLE contact_invitations (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        branch TEXT NOT NULL,
        sealed BLOB NOT NULL,
        queued INTEGER NOT NULL,
        delivery INTEGER,
        tried INTEGER NOT NULL DEFAULT 0
    )
    """,
    # How many were asked, are not on Signal, and so on. Nothing of whom.
    """
    CREATE TABLE contact_outcomes (
        branch TEXT NOT NULL,
        what TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (branch, what)
    ) WITHOUT ROWID
    """,
    # How many were in each group on a day, and so on. Nothing of whom.
    """
    CREATE TABLE member_counts (
        branch TEXT NOT NULL,
        day TEXT NOT NULL,
        what TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (branch, day, what)
    ) WITHOUT ROWID
    """,
)


@MIGRATIONS()
def contact_list(db: Database) -> None:
    """Keep who asked to be on the contact list, and count members."""
    for statement in _STATEMENTS:
        db.execute(statement)
