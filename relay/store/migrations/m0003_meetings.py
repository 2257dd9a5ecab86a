"""Meetings, what differs for single dates, their papers, reminders, followers and polls."""

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS

_STATEMENTS = (
    # A meeting has the number of the announcement that publishes it, so that no number means both.
    # `ends_at` is when its last date ends, NULL for one that goes on for ever; `planned_until` how
    # far reminders are planned, NULL when there is nothing left to plan. `length` is milliseconds.
    """
    CREATE TABLE meetings (
        id INTEGER PRIMARY KEY REFERENCES announcements (id) ON DELETE CASCADE,
        branch TEXT NOT NULL,
        title TEXT NOT NULL,
        start_at INTEGER NOT NULL,
        length INTEGER NOT NULL,
        zone TEXT NOT NULL,
        rule TEXT,
        address TEXT NOT NULL,
        online TEXT NOT NULL,
        access TEXT NOT NULL,
        agenda TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('draft', 'scheduled', 'cancelled')),
        reason TEXT NOT NULL DEFAULT '',
        uid TEXT NOT NULL UNIQUE,
        sequence INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        ends_at INTEGER,
        planned_until INTEGER
    )
    """,
    "CREATE INDEX meetings_public ON meetings (branch, ends_at) WHERE state != 'draft'",
    "CREATE INDEX meetings_drafts ON meetings (id) WHERE state = 'draft'",
    "CREATE INDEX meetings_to_plan ON meetings (planned_until) WHERE planned_until IS NOT NULL",
    """
    CREATE TABLE meeting_changes (
        meeting INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        original INTEGER NOT NULL,
        start_at INTEGER NOT NULL,
        cancelled INTEGER NOT NULL,
        reason TEXT NOT NULL,
        address TEXT,
        online TEXT,
        PRIMARY KEY (meeting, original)
    )
    """,
    """
    CREATE TABLE meeting_papers (
        meeting INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        media_type TEXT NOT NULL,
        file INTEGER REFERENCES files (id),
        url TEXT,
        PRIMARY KEY (meeting, position),
        CHECK ((file IS NULL) != (url IS NULL))
    )
    """,
    "CREATE INDEX meeting_papers_file ON meeting_papers (file) WHERE file IS NOT NULL",
    # One row for each reminder there is to send. `lead` is seconds before the date, which is named
    # by when it really begins: a date that was moved is another date, and is reminded of anew.
    # `over` is one that was sent and of which nothing may still be on its way.
    """
    CREATE TABLE reminders (
        meeting INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        start_at INTEGER NOT NULL,
        lead INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        state TEXT NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'sent', 'skipped', 'over')),
        PRIMARY KEY (meeting, start_at, lead)
    )
    """,
    "CREATE INDEX reminders_due ON reminders (due_at) WHERE state = 'due'",
    "CREATE INDEX reminders_sent ON reminders (start_at) WHERE state = 'sent'",
    # Who asked to be reminded of one date, until it is over. Nothing else is kept about them.
    """
    CREATE TABLE meeting_followers (
        meeting INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        original INTEGER NOT NULL,
        person TEXT NOT NULL,
        until INTEGER NOT NULL,
        PRIMARY KEY (meeting, original, person)
    )
    """,
    "CREATE INDEX meeting_followers_person ON meeting_followers (person)",
    "CREATE INDEX meeting_followers_until ON meeting_followers (until)",
    # A question put to groups: how many chose which answer. Votes are under a hash keyed with a
    # secret of this one poll, which is destroyed with them when the date is over; `result` is the
    # counts that stay, as a JSON list.
    """
    CREATE TABLE meeting_polls (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        meeting INTEGER NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
        original INTEGER NOT NULL,
        answers INTEGER NOT NULL,
        until INTEGER NOT NULL,
        secret BLOB,
        result TEXT
    )
    """,
    "CREATE INDEX meeting_polls_meeting ON meeting_polls (meeting, id)",
    "CREATE INDEX meeting_polls_open ON meeting_polls (until) WHERE secret IS NOT NULL",
    # `timestamp` and `count` say which vote is the latest of somebody who votes again.
    """
    CREATE TABLE meeting_votes (
        poll INTEGER NOT NULL REFERENCES meeting_polls (id) ON DELETE CASCADE,
        voter TEXT NOT NULL,
        choice INTEGER,
        timestamp INTEGER NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (poll, voter)
    )
    """,
    # Where a poll was put, by its delivery, whose result is the timestamp that votes name.
    """
    CREATE TABLE meeting_poll_places (
        delivery INTEGER PRIMARY KEY,
        poll INTEGER NOT NULL REFERENCES meeting_polls (id) ON DELETE CASCADE
    )
    """,
    "CREATE INDEX meeting_poll_places_poll ON meeting_poll_places (poll)",
)


@MIGRATIONS()
def meetings(db: Database) -> None:
    """Create the tables of meetings."""
    for statement in _STATEMENTS:
        db.execute(statement)
