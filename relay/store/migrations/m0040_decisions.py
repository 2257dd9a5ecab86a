"""What moderators decide about conduct, who agreed, and what is still to be done of it."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # `matter` is the number that everybody types. All that names a person, a group or a reason is
    # in `sealed`, under the matter's key. `proposed_by` is the number of a mandate, never a person.
    """
    CREATE TABLE conduct_decisions (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        matter INTEGER NOT NULL,
        branch TEXT NOT NULL,
        step TEXT NOT NULL,
        change TEXT NOT NULL,
        changes INTEGER,
        state TEXT NOT NULL,
        sealed BLOB NOT NULL,
        proposed_by INTEGER,
        created INTEGER NOT NULL,
        deadline INTEGER,
        decided INTEGER,
        until INTEGER,
        reminded INTEGER NOT NULL DEFAULT 0,
        offers TEXT NOT NULL DEFAULT '[]'
    )
    """,
    "CREATE INDEX conduct_decisions_of ON conduct_decisions (matter)",
    # Each mandate answers a proposal once.
    """
    CREATE TABLE conduct_votes (
        decision INTEGER NOT NULL REFERENCES conduct_decisions (number) ON DELETE CASCADE,
        mandate INTEGER NOT NULL,
        answer TEXT NOT NULL,
        PRIMARY KEY (decision, mandate)
    ) WITHOUT ROWID
    """,
    # What is to be done in Signal because of a decision, until it has come about.
    """
    CREATE TABLE conduct_effects (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        decision INTEGER NOT NULL REFERENCES conduct_decisions (number) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        stage TEXT NOT NULL,
        due INTEGER NOT NULL,
        sealed BLOB NOT NULL,
        tries INTEGER NOT NULL DEFAULT 0,
        delivery INTEGER
    )
    """,
    "CREATE INDEX conduct_effects_of ON conduct_effects (decision)",
    # Who is not let in where, and who has had which step: keyed hashes of account ids.
    """
    CREATE TABLE conduct_marks (
        mark BLOB NOT NULL,
        decision INTEGER NOT NULL REFERENCES conduct_decisions (number) ON DELETE CASCADE,
        until INTEGER NOT NULL,
        PRIMARY KEY (mark, decision)
    ) WITHOUT ROWID
    """,
    "CREATE TABLE conduct_mark_keys (id INTEGER PRIMARY KEY CHECK (id = 1), key BLOB NOT NULL)",
)


@MIGRATIONS()
def decisions(db: Database) -> None:
    """Make room for decisions and for what they bring about."""
    for statement in _STATEMENTS:
        db.execute(statement)
