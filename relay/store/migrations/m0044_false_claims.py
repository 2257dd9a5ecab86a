"""What goes round and is false, and by what a text that somebody asks about is known again."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # What admins have said is false: public, as the branch's signed feed has it.
    """
    CREATE TABLE false_claims (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        branch TEXT NOT NULL,
        text TEXT NOT NULL,
        stage TEXT NOT NULL,
        at INTEGER NOT NULL,
        ended_at INTEGER,
        entry INTEGER
    )
    """,
    # Who asks for one that still needs another admin; gone once that is over.
    """
    CREATE TABLE false_claim_authors (
        claim INTEGER PRIMARY KEY REFERENCES false_claims (number) ON DELETE CASCADE,
        author TEXT NOT NULL
    )
    """,
    # Of which warnings those who asked have been told, and in what words they asked: so that the
    # same people are reached if it is taken back.
    """
    CREATE TABLE told_warnings (
        source TEXT NOT NULL,
        number INTEGER NOT NULL,
        text TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (source, number)
    )
    """,
    # For each day one key, which goes with all that it marks.
    "CREATE TABLE asked_keys (period INTEGER PRIMARY KEY, secret BLOB NOT NULL)",
    # Who asked about one thing, sealed with a key that is made of the thing. In the order of
    # hashes, so that not even where a row lies tells when it came.
    """
    CREATE TABLE askers (
        period INTEGER NOT NULL,
        mark BLOB NOT NULL,
        who BLOB NOT NULL,
        sealed BLOB NOT NULL,
        PRIMARY KEY (period, mark, who)
    ) WITHOUT ROWID
    """,
    # How many have asked about it, for some weeks more.
    "CREATE TABLE asked_count_key (id INTEGER PRIMARY KEY CHECK (id = 1), key BLOB NOT NULL)",
    """
    CREATE TABLE asked_counts (
        mark BLOB PRIMARY KEY,
        people INTEGER NOT NULL,
        told INTEGER NOT NULL DEFAULT 0,
        until INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    # By which what was sent to groups is known again once its words are gone.
    "CREATE TABLE sent_key (id INTEGER PRIMARY KEY CHECK (id = 1), key BLOB NOT NULL)",
    """
    CREATE TABLE sent_marks (
        mark BLOB PRIMARY KEY,
        announcement INTEGER,
        at INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    # How a picture of a post looks, and what its papers say.
    """
    CREATE TABLE file_prints (
        file INTEGER PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE,
        prints TEXT NOT NULL
    )
    """,
    # The same of a file that somebody asks about, until they are answered; the file is never kept.
    """
    CREATE TABLE asked_prints (
        inbox INTEGER NOT NULL REFERENCES inbox (id) ON DELETE CASCADE,
        attachment TEXT NOT NULL,
        prints TEXT NOT NULL,
        PRIMARY KEY (inbox, attachment)
    )
    """,
)


@MIGRATIONS()
def false_claims(db: Database) -> None:
    """Make room for them."""
    for statement in _STATEMENTS:
        db.execute(statement)
