"""The signed feeds of the branches."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # One feed of a branch goes on; the others ended with a lost key.
    """
    CREATE TABLE signed_feeds (
        feed TEXT PRIMARY KEY,
        branch TEXT NOT NULL,
        since INTEGER NOT NULL,
        ended_at INTEGER,
        restarted_at INTEGER
    )
    """,
    "CREATE UNIQUE INDEX signed_feeds_of ON signed_feeds (branch) WHERE ended_at IS NULL",
    # `secret` is that of the newest key alone: those before it are destroyed.
    """
    CREATE TABLE signed_feed_keys (
        feed TEXT NOT NULL REFERENCES signed_feeds (feed),
        position INTEGER NOT NULL,
        public BLOB NOT NULL,
        secret BLOB,
        PRIMARY KEY (feed, position)
    )
    """,
    # `entry` is the canonical JSON that is signed.
    """
    CREATE TABLE signed_entries (
        feed TEXT NOT NULL REFERENCES signed_feeds (feed),
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        about INTEGER,
        entry BLOB NOT NULL,
        digest TEXT NOT NULL,
        key BLOB NOT NULL,
        signature BLOB NOT NULL,
        vouched BLOB,
        PRIMARY KEY (feed, number)
    )
    """,
    "CREATE INDEX signed_entries_about ON signed_entries (feed, about)",
    """
    CREATE TRIGGER signed_entries_stay BEFORE UPDATE ON signed_entries
    BEGIN SELECT raise(ABORT, 'the feed only grows'); END
    """,
    """
    CREATE TRIGGER signed_entries_remain BEFORE DELETE ON signed_entries
    BEGIN SELECT raise(ABORT, 'the feed only grows'); END
    """,
    # The words stand here alone, and go with their salt.
    """
    CREATE TABLE signed_contents (
        feed TEXT NOT NULL,
        number INTEGER NOT NULL,
        branch TEXT NOT NULL,
        about INTEGER,
        is_warning INTEGER NOT NULL,
        at INTEGER NOT NULL,
        salt TEXT NOT NULL,
        text TEXT NOT NULL,
        language TEXT NOT NULL,
        files TEXT NOT NULL DEFAULT '[]',
        PRIMARY KEY (feed, number)
    )
    """,
    "CREATE INDEX signed_contents_about ON signed_contents (branch, about)",
)


@MIGRATIONS()
def signed_feed(db: Database) -> None:
    """Keep what each branch has said in public, signed, and the keys it is signed with."""
    for statement in _STATEMENTS:
        db.execute(statement)
