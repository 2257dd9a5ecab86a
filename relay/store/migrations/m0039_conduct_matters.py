"""What moderators deal with: sealed bytes, codes and moments, never a text in the clear."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

# Moments are milliseconds since 1970 UTC. What is called sealed is opened with a key of its matter.
_STATEMENTS = (
    # Secrets of this store that keyed hashes are made with; none is one of the vault's.
    "CREATE TABLE conduct_secrets (name TEXT PRIMARY KEY, secret BLOB NOT NULL)",
    # The keys. Destroying a row here destroys what it opens, wherever a copy of that may be.
    """
    CREATE TABLE conduct_keys (
        matter INTEGER NOT NULL,
        purpose TEXT NOT NULL CHECK (purpose IN ('content', 'link')),
        secret BLOB NOT NULL,
        PRIMARY KEY (matter, purpose)
    )
    """,
    # While the newest confidential file knows of fewer, it still opens what must be gone.
    """
    CREATE TRIGGER conduct_keys_counted AFTER DELETE ON conduct_keys
    BEGIN UPDATE destroyed_keys SET counted = counted + 1; END
    """,
    # One row for each thing moderators deal with. Of one that is erased the number alone stays for
    # a while, so that it is not drawn again.
    """
    CREATE TABLE conduct_matters (
        number INTEGER PRIMARY KEY,
        branch TEXT NOT NULL,
        origin TEXT NOT NULL,
        state TEXT NOT NULL,
        sealed BLOB,
        created INTEGER NOT NULL,
        told INTEGER,
        waiting_since INTEGER,
        reminded INTEGER NOT NULL DEFAULT 0,
        alone_since INTEGER,
        ended INTEGER
    )
    """,
    # Who complained: a keyed hash to find them by, and the sealed account id to answer to.
    """
    CREATE TABLE conduct_links (
        matter INTEGER PRIMARY KEY REFERENCES conduct_matters (number) ON DELETE CASCADE,
        person TEXT NOT NULL,
        sealed BLOB NOT NULL,
        hidden_at INTEGER
    )
    """,
    "CREATE INDEX conduct_links_person ON conduct_links (person)",
    """
    CREATE TABLE conduct_entries (
        matter INTEGER NOT NULL REFERENCES conduct_matters (number) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        sealed BLOB NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (matter, number)
    )
    """,
    # Which message in which moderator's chat shows something of a matter, for when that is erased.
    """
    CREATE TABLE conduct_copies (
        delivery INTEGER PRIMARY KEY,
        matter INTEGER NOT NULL REFERENCES conduct_matters (number) ON DELETE CASCADE,
        sealed BLOB NOT NULL
    )
    """,
    "CREATE INDEX conduct_copies_matter ON conduct_copies (matter)",
    # When somebody complained, or named a number, by a keyed hash; as long as a limit needs it.
    "CREATE TABLE conduct_pace (kind TEXT NOT NULL, person TEXT NOT NULL, at INTEGER NOT NULL)",
    "CREATE INDEX conduct_pace_person ON conduct_pace (person, kind, at)",
)


@MIGRATIONS()
def conduct_matters(db: Database) -> None:
    """Create the tables of what moderators deal with."""
    for statement in _STATEMENTS:
        db.execute(statement)
