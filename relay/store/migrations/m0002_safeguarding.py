"""Cases of the safeguarding vault: sealed bytes, codes and moments, never a text in the clear."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

# Moments are milliseconds since 1970 UTC. What is called sealed is opened with a key of its case.
_STATEMENTS = (
    # What an outbox row is about, so that it can be dropped and scrubbed with its case.
    "ALTER TABLE outbox ADD COLUMN topic TEXT",
    "CREATE INDEX outbox_topic ON outbox (topic) WHERE topic IS NOT NULL",
    # Set while what a transaction destroyed may still lie in pages that are not in use.
    "CREATE TABLE shredding (asked_at INTEGER NOT NULL)",
    # When people were told of a dead letter: of how many there are, and not as each one happens.
    "ALTER TABLE inbox ADD COLUMN told_at INTEGER",
    # Secrets of this store that keyed hashes are made with.
    "CREATE TABLE vault_secrets (name TEXT PRIMARY KEY, secret BLOB NOT NULL)",
    # A case from its first word as a draft to the day nothing of it is left.
    """
    CREATE TABLE cases (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
        manner TEXT NOT NULL,
        track TEXT,
        team TEXT,
        name TEXT UNIQUE,
        exclusions BLOB,
        status BLOB,
        hold BLOB,
        claimed_by TEXT,
        outcome TEXT,
        listening TEXT NOT NULL DEFAULT 'unasked',
        muted INTEGER NOT NULL DEFAULT 0,
        started_at INTEGER NOT NULL,
        sent_at INTEGER,
        waiting_since INTEGER,
        answered_at INTEGER,
        nudged_at INTEGER,
        reminded_at INTEGER,
        escalated_at INTEGER,
        retried_at INTEGER,
        told_at INTEGER,
        closed_at INTEGER
    )
    """,
    # The keys. Destroying a row here destroys what it opens, wherever a copy of that may be.
    """
    CREATE TABLE case_keys (
        case_id INTEGER NOT NULL,
        purpose TEXT NOT NULL CHECK (purpose IN ('content', 'link')),
        secret BLOB NOT NULL,
        PRIMARY KEY (case_id, purpose)
    )
    """,
    # Who wrote: a keyed hash to find them by, and the sealed account id to answer to.
    """
    CREATE TABLE case_links (
        case_id INTEGER PRIMARY KEY REFERENCES cases (id) ON DELETE CASCADE,
        person TEXT NOT NULL,
        sealed BLOB NOT NULL,
        passphrase TEXT
    )
    """,
    "CREATE INDEX case_links_person ON case_links (person)",
    # Who may read. There is no list of who may not.
    """
    CREATE TABLE case_readers (
        case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        officer TEXT NOT NULL,
        team TEXT NOT NULL,
        since INTEGER NOT NULL,
        PRIMARY KEY (case_id, officer)
    )
    """,
    "CREATE INDEX case_readers_officer ON case_readers (officer)",
    # Parts by the writer, answers and notes by officers.
    """
    CREATE TABLE case_entries (
        case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('part', 'answer', 'note')),
        sealed BLOB,
        officer TEXT,
        at INTEGER NOT NULL,
        PRIMARY KEY (case_id, number)
    )
    """,
    # Keyed hashes of the moments Signal gave a part and its edits, by which later ones name it.
    """
    CREATE TABLE case_origins (
        case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        origin TEXT NOT NULL,
        entry INTEGER NOT NULL,
        PRIMARY KEY (case_id, origin)
    )
    """,
    """
    CREATE TABLE case_files (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        entry INTEGER NOT NULL,
        position INTEGER NOT NULL,
        media_type TEXT NOT NULL,
        size INTEGER NOT NULL,
        sealed BLOB NOT NULL
    )
    """,
    "CREATE INDEX case_files_case ON case_files (case_id, entry)",
    # Which message in whose chat carries what, for quotes, edits and deletions.
    """
    CREATE TABLE case_relays (
        delivery INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
        entry INTEGER,
        target TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'failed', 'told')),
        timestamp INTEGER
    )
    """,
    "CREATE INDEX case_relays_case ON case_relays (case_id, entry)",
    "CREATE INDEX case_relays_quoted ON case_relays (target, timestamp)",
    # What was decided: a chain for each case over hashes of sealed bodies. The bodies can be
    # destroyed, the chain stays and still shows that nothing was changed or taken out.
    """
    CREATE TABLE case_records (
        case_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        digest TEXT NOT NULL,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL,
        PRIMARY KEY (case_id, number)
    )
    """,
    """
    CREATE TRIGGER case_records_no_update BEFORE UPDATE ON case_records
    BEGIN SELECT RAISE(ABORT, 'the records of cases are append-only'); END
    """,
    """
    CREATE TRIGGER case_records_no_delete BEFORE DELETE ON case_records
    BEGIN SELECT RAISE(ABORT, 'the records of cases are append-only'); END
    """,
    # A REPLACE would delete without the trigger for deletions.
    """
    CREATE TRIGGER case_records_no_replace BEFORE INSERT ON case_records
    WHEN EXISTS (SELECT 1 FROM case_records WHERE case_id = NEW.case_id AND number = NEW.number)
    BEGIN SELECT RAISE(ABORT, 'the records of cases are append-only'); END
    """,
    """
    CREATE TABLE case_record_bodies (
        case_id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        sealed BLOB NOT NULL,
        PRIMARY KEY (case_id, number)
    )
    """,
    # Keyed hashes of every name there ever was, so that none comes twice.
    "CREATE TABLE case_names (hash TEXT PRIMARY KEY)",
    # What is left of a case in the end.
    """
    CREATE TABLE case_counts (
        year INTEGER NOT NULL,
        team TEXT NOT NULL,
        track TEXT NOT NULL,
        outcome TEXT NOT NULL,
        cases INTEGER NOT NULL,
        PRIMARY KEY (year, team, track, outcome)
    )
    """,
    # Tries to pick a case up with its passphrase, by keyed hashes of who tried and of the name.
    "CREATE TABLE passphrase_tries (subject TEXT NOT NULL, at INTEGER NOT NULL)",
    "CREATE INDEX passphrase_tries_subject ON passphrase_tries (subject, at)",
    # When somebody wrote to a report, by a keyed hash of who; an hour is remembered.
    "CREATE TABLE case_pace (person TEXT NOT NULL, at INTEGER NOT NULL)",
    "CREATE INDEX case_pace_person ON case_pace (person, at)",
    # The safety number an officer is known by, and since when their access waits.
    """
    CREATE TABLE officer_keys (
        officer TEXT PRIMARY KEY,
        known TEXT NOT NULL,
        seen TEXT NOT NULL,
        paused_at INTEGER,
        told_at INTEGER
    )
    """,
)


@MIGRATIONS()
def safeguarding(db: Database) -> None:
    """Create the tables of the safeguarding vault."""
    for statement in _STATEMENTS:
        db.execute(statement)
