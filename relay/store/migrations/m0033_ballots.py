"""Questions to members by direct message, and how many chose what."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # `number` is that of the announcement which its outcome becomes. `secret` is under which
    # account ids are hashed in ballot_votes; it is destroyed with the end.
    """
    CREATE TABLE ballots (
        number INTEGER PRIMARY KEY,
        branch TEXT NOT NULL,
        question TEXT NOT NULL,
        answers TEXT NOT NULL,
        text TEXT NOT NULL,
        until INTEGER NOT NULL,
        asked INTEGER NOT NULL,
        asked_by TEXT,
        secret BLOB,
        ended_at INTEGER
    )
    """,
    # Everybody who is asked, chosen or not. Nobody else's vote counts.
    """
    CREATE TABLE ballot_votes (
        ballot INTEGER NOT NULL REFERENCES ballots (number) ON DELETE CASCADE,
        voter BLOB NOT NULL,
        choice INTEGER,
        reason TEXT,
        PRIMARY KEY (ballot, voter)
    ) WITHOUT ROWID
    """,
    # Whom the question has still to be sent to.
    """
    CREATE TABLE ballot_people (
        ballot INTEGER NOT NULL REFERENCES ballots (number) ON DELETE CASCADE,
        person TEXT NOT NULL,
        PRIMARY KEY (ballot, person)
    ) WITHOUT ROWID
    """,
)


@MIGRATIONS()
def ballots(db: Database) -> None:
    """Keep ballots, votes under a keyed hash, and who has still to be asked."""
    for statement in _STATEMENTS:
        db.execute(statement)
