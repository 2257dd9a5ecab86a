"""Inbox, outbox, conversations, announcements and the audit trail."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

# Moments are milliseconds since 1970 UTC. Bodies are JSON.
_STATEMENTS = (
    # Envelopes as the webhook accepted them. `body` and `source` are emptied when one is done; the
    # key stays for a while, so that a repeated delivery is recognised.
    """
    CREATE TABLE inbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE,
        source TEXT,
        body TEXT,
        received_at INTEGER NOT NULL,
        state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'dead')),
        attempts INTEGER NOT NULL DEFAULT 0,
        not_before INTEGER NOT NULL DEFAULT 0,
        finished_at INTEGER,
        fault TEXT
    )
    """,
    "CREATE INDEX inbox_waiting ON inbox (source, id) WHERE state = 'waiting'",
    "CREATE INDEX inbox_order ON inbox (id) WHERE state = 'waiting'",
    "CREATE INDEX inbox_dead ON inbox (id) WHERE state = 'dead'",
    "CREATE INDEX inbox_finished ON inbox (finished_at) WHERE finished_at IS NOT NULL",
    # What is to be sent. `target` keeps order: deliveries to one target go out one after another.
    # `blocked_at` is set while a delivery has found its lane blocked.
    """
    CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        lane TEXT NOT NULL,
        target TEXT NOT NULL,
        action TEXT NOT NULL,
        payload TEXT,
        priority INTEGER NOT NULL,
        operation INTEGER REFERENCES operations (id),
        asked_by TEXT,
        state TEXT NOT NULL DEFAULT 'queued'
            CHECK (state IN ('queued', 'delivered', 'failed', 'dropped')),
        attempts INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL,
        not_before INTEGER NOT NULL DEFAULT 0,
        blocked_at INTEGER NOT NULL DEFAULT 0,
        finished_at INTEGER,
        result TEXT,
        reason TEXT
    )
    """,
    "CREATE INDEX outbox_queued ON outbox (lane, priority, id) WHERE state = 'queued'",
    "CREATE INDEX outbox_order ON outbox (lane, target, id) WHERE state = 'queued'",
    "CREATE INDEX outbox_operation ON outbox (operation) WHERE operation IS NOT NULL",
    "CREATE INDEX outbox_pending ON outbox (operation) WHERE state = 'queued'",
    "CREATE INDEX outbox_finished ON outbox (finished_at) WHERE finished_at IS NOT NULL",
    # A lane that cannot pass anything, and why.
    """
    CREATE TABLE blockages (
        lane TEXT PRIMARY KEY,
        cause TEXT NOT NULL,
        reason TEXT NOT NULL,
        challenge_tokens TEXT NOT NULL,
        since INTEGER NOT NULL,
        retry_at INTEGER,
        told_at INTEGER
    )
    """,
    # Where somebody stands in a conversation.
    """
    CREATE TABLE conversations (
        person TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        data TEXT NOT NULL,
        expires_at INTEGER NOT NULL
    )
    """,
    "CREATE INDEX conversations_expiry ON conversations (expires_at)",
    # Groups as the API last described them, so that a preview needs no network.
    """
    CREATE TABLE groups (
        id TEXT PRIMARY KEY,
        internal_id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        members INTEGER NOT NULL,
        can_post INTEGER NOT NULL,
        is_admin INTEGER NOT NULL,
        seen_at INTEGER NOT NULL
    )
    """,
    # Cleaned pictures and papers.
    """
    CREATE TABLE files (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        data BLOB NOT NULL,
        created_at INTEGER NOT NULL
    )
    """,
    # What came with an envelope that waits: fetched before the conversation runs.
    """
    CREATE TABLE arrivals (
        inbox INTEGER NOT NULL REFERENCES inbox (id) ON DELETE CASCADE,
        attachment TEXT NOT NULL,
        file INTEGER REFERENCES files (id),
        refused TEXT,
        PRIMARY KEY (inbox, attachment)
    )
    """,
    """
    CREATE TABLE announcements (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        branch TEXT NOT NULL,
        text TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN
            ('draft', 'proposed', 'scheduled', 'posted', 'retracted', 'dropped')),
        author TEXT NOT NULL,
        approver TEXT,
        created_at INTEGER NOT NULL,
        post_at INTEGER,
        posted_at INTEGER
    )
    """,
    "CREATE INDEX announcements_due ON announcements (post_at) WHERE state = 'scheduled'",
    """
    CREATE TABLE announcement_files (
        announcement INTEGER NOT NULL REFERENCES announcements (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        file INTEGER NOT NULL REFERENCES files (id),
        description TEXT,
        PRIMARY KEY (announcement, position)
    )
    """,
    # Where an announcement stands: one row for each group and public destination.
    """
    CREATE TABLE posts (
        announcement INTEGER NOT NULL REFERENCES announcements (id) ON DELETE CASCADE,
        destination TEXT NOT NULL,
        reference TEXT,
        PRIMARY KEY (announcement, destination)
    )
    """,
    # One request by an admin (post, edit, retract) and the deliveries it caused.
    """
    CREATE TABLE operations (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        announcement INTEGER NOT NULL REFERENCES announcements (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('post', 'edit', 'retract')),
        asked_by TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        told_at INTEGER,
        settled_at INTEGER
    )
    """,
    "CREATE INDEX operations_open ON operations (id) WHERE settled_at IS NULL",
    "CREATE INDEX operations_of ON operations (announcement, id)",
    # Signed-in sessions with public destinations.
    "CREATE TABLE sessions (destination TEXT PRIMARY KEY, session TEXT NOT NULL)",
    # Who did what to which announcement; never a text. Each row carries the hash of the one before.
    """
    CREATE TABLE audit (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        action TEXT NOT NULL,
        subject TEXT NOT NULL,
        detail TEXT NOT NULL,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL UNIQUE
    )
    """,
    """
    CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END
    """,
    # A REPLACE would delete without the trigger for deletions.
    """
    CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit
    WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id OR hash = NEW.hash)
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END
    """,
    """
    CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END
    """,
)


@MIGRATIONS()
def first(db: Database) -> None:
    """Create the first schema."""
    for statement in _STATEMENTS:
        db.execute(statement)
