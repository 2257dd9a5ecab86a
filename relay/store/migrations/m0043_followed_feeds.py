"""Feeds of other branches that a branch follows, and what was posted in them."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # Numbers are never given twice: an old message still names one. Who asked is known only until
    # it is agreed to, and who trusts it so that they get the receipts.
    """
    CREATE TABLE followed_feeds (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        branch TEXT NOT NULL,
        url TEXT NOT NULL,
        stage TEXT NOT NULL,
        since INTEGER NOT NULL,
        asked_by TEXT,
        replaces INTEGER,
        feed TEXT NOT NULL DEFAULT '',
        name TEXT NOT NULL DEFAULT '',
        key TEXT NOT NULL DEFAULT '',
        trusted INTEGER NOT NULL DEFAULT 0,
        trusted_by TEXT,
        last_number INTEGER,
        last_digest TEXT,
        earlier TEXT NOT NULL DEFAULT '{}',
        etag TEXT,
        next_at INTEGER NOT NULL,
        failures INTEGER NOT NULL DEFAULT 0,
        read_at INTEGER,
        trouble TEXT NOT NULL DEFAULT '',
        trouble_at INTEGER,
        trouble_told TEXT NOT NULL DEFAULT '',
        told_at TEXT NOT NULL DEFAULT '[]',
        posted_at TEXT NOT NULL DEFAULT '[]'
    )
    """,
    # `text` is gone once it was corrected or retracted there. `created_at` is that of the
    # announcement that it has become: numbers alone may mean another one after a restore. `said` is
    # a hash of what that said, to know whether admins have changed it.
    """
    CREATE TABLE followed_posts (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        source INTEGER NOT NULL REFERENCES followed_feeds (number) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        about INTEGER NOT NULL,
        entry INTEGER NOT NULL,
        at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        text TEXT,
        files TEXT NOT NULL DEFAULT '[]',
        state TEXT NOT NULL,
        here TEXT NOT NULL,
        changed INTEGER NOT NULL DEFAULT 0,
        elsewhere TEXT NOT NULL DEFAULT '{}',
        announcement INTEGER,
        created_at INTEGER,
        said TEXT,
        told_at INTEGER,
        UNIQUE (source, kind, about)
    )
    """,
    "CREATE INDEX followed_posts_here ON followed_posts (here)",
    """
    CREATE INDEX followed_posts_of ON followed_posts (announcement)
    WHERE announcement IS NOT NULL
    """,
)


@MIGRATIONS()
def followed_feeds(db: Database) -> None:
    """Keep the feeds that are followed."""
    for statement in _STATEMENTS:
        db.execute(statement)
