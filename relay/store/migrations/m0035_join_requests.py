"""Who waits to be let into a group or out of it, who vouched, and who agreed to the standards."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # Numbers are drawn: in order, they would tell how many ask, and of a caucus that somebody does.
    """
    CREATE TABLE join_requests (
        number INTEGER PRIMARY KEY,
        group_number INTEGER NOT NULL,
        -- The account id, because they are to be answered.
        person TEXT NOT NULL,
        name TEXT NOT NULL DEFAULT '',
        reason TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL,
        by_link INTEGER NOT NULL DEFAULT 0,
        asked_at INTEGER NOT NULL,
        told INTEGER NOT NULL DEFAULT 0,
        tries INTEGER NOT NULL DEFAULT 0,
        delivery INTEGER,
        code BLOB,
        -- By keeper, the delivery that shows it to them, for a thumb on it.
        shown TEXT NOT NULL DEFAULT '{}',
        UNIQUE (group_number, person)
    )
    """,
    """
    CREATE TABLE join_vouches (
        number INTEGER NOT NULL REFERENCES join_requests (number) ON DELETE CASCADE,
        mark BLOB NOT NULL,
        PRIMARY KEY (number, mark)
    ) WITHOUT ROWID
    """,
    # That somebody did a thing, under a keyed hash, for as long as a limit needs it.
    "CREATE TABLE join_marks (mark BLOB NOT NULL, until INTEGER NOT NULL)",
    "CREATE INDEX join_marks_of ON join_marks (mark, until)",
    "CREATE TABLE join_keys (name TEXT PRIMARY KEY, key BLOB NOT NULL)",
    # `until` is set only between the yes and being in a group of the branch.
    """
    CREATE TABLE agreed_standards (
        branch TEXT NOT NULL,
        mark BLOB NOT NULL,
        version TEXT NOT NULL,
        until INTEGER,
        PRIMARY KEY (branch, mark)
    ) WITHOUT ROWID
    """,
    # A group that a member wants; `agreed` are the admins who have said yes.
    """
    CREATE TABLE group_suggestions (
        number INTEGER PRIMARY KEY,
        branch TEXT NOT NULL,
        person TEXT NOT NULL,
        name TEXT NOT NULL,
        purpose TEXT NOT NULL,
        kind TEXT NOT NULL,
        agreed TEXT NOT NULL DEFAULT '[]',
        shown TEXT NOT NULL DEFAULT '{}',
        asked_at INTEGER NOT NULL,
        told INTEGER NOT NULL DEFAULT 0,
        delivery INTEGER
    )
    """,
    # Groups that the bot has made, declared as others are in the settings.
    """
    CREATE TABLE made_groups (
        id TEXT PRIMARY KEY,
        branch TEXT NOT NULL,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        description TEXT NOT NULL,
        keepers TEXT NOT NULL DEFAULT '[]'
    )
    """,
)


@MIGRATIONS()
def join_requests(db: Database) -> None:
    """Make room for the way into a group."""
    for statement in _STATEMENTS:
        db.execute(statement)
