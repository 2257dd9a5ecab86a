"""Which row goes into which file of a backup.

A backup that is kept for weeks must hold nothing that somebody may ask to be forgotten before. So
it is parted: the dated file has what the branch has published or planned, and the confidential file
everything about people and cases. Of that one only the newest exists.

A table that is not named here is confidential.
"""

import shutil
from pathlib import Path
from typing import Any

from relay.store.connecting import connect
from relay.store.copies.errors import told_apart

DATED = frozenset(
    {
        "_sqlite_migrations",
        "announcement_files",
        "announcements",
        "audit",
        "destroyed_keys",
        "false_claims",
        "files",
        "groups",
        "kept_groups",
        "meeting_changes",
        "meeting_papers",
        "meeting_poll_places",
        "meeting_polls",
        "meeting_sessions",
        "meetings",
        "operations",
        "outbox",
        "planned_posts",
        "post_receipts",
        "posts",
        "reminders",
        "signed_contents",
        "signed_entries",
        "signed_feed_keys",
        "signed_feeds",
        "sent_key",
        "sent_marks",
        "standard_changes",
    }
)
"""Tables of the dated file. Of outbox and meeting_polls it has only a partition."""

BOTH = frozenset({"_sqlite_migrations", "destroyed_keys", "meeting_polls", "outbox"})
"""Tables that the confidential file has, too."""

NOWHERE = frozenset(
    {
        "arrivals",  # of envelopes that wait
        "asked_count_key",
        "asked_counts",  # over within weeks
        "asked_keys",  # about people, and over within two weeks
        "asked_prints",  # of envelopes that wait
        "askers",
        "awaited_welcomes",  # about people, and over within days
        "backups",
        "ballot_people",  # about people, and over within minutes
        "ballots",  # with the secrets of those that are open
        "ballot_votes",  # whoever has an open ballot in a backup has who answered what
        "blockages",
        "case_pace",
        "chat_messages",  # over within two days
        "conduct_proposals",  # about people, and over within two weeks
        "conduct_copies",  # about people, and over within a day or two
        "contact_letters",  # what is under way is old by the time of restoring
        "contact_invitations",  # about people, and over as soon as they are asked
        "conduct_pace",  # about people, and over within weeks
        "false_claim_authors",  # who waits for another admin, who is asked anew
        "file_prints",  # made anew
        "followed_marks",  # of what is read anew
        "flood_alarms",  # over within a day
        "group_fullness",
        "group_rosters",  # about people; without one, the next look makes nobody a newcomer
        "group_warnings",
        "hanging_invites",  # about people, and over within days
        "join_vouches",
        "language_guesses",  # over within a day or two
        "mailing_copies",  # about people, and over within a day
        "mailings",  # what is under way is old by the time of restoring
        "mandate_offers",  # codes, good for two weeks
        "message_keys",  # what they open is gone within two days
        "message_marks",
        "missed_messages",  # about people, and over within a day
        "passphrase_tries",
        "people_key",
        "recent_joins",  # about people, and over within a week
        "receipt_marks",  # about people, and over within days
        "restored",
        "sessions",
        "shredding",
        "silences",
        "stranger_counts",  # over within an hour
        "told_once",  # about people; without it, somebody is welcomed twice
        "told_once_keys",
        "told_warnings",  # of no use without those who asked
        "trusted_keys",
        "unreadable",  # sealed, and destroyed within days
        "unreadable_shapes",
    }
)
"""Tables whose rows no backup has: they mean nothing on another day, or are soon made again."""

# What admins asked for, and where polls stand. The rest of the outbox is about people.
_OF_BRANCH = (
    "(operation IS NOT NULL OR id IN (SELECT delivery FROM meeting_poll_places))"
    " AND topic IS NOT 'farewell' AND coalesce(topic, '') NOT LIKE 'case:%'"
    " AND coalesce(topic, '') NOT LIKE 'matter:%'"
)

_DATED_STEPS = (
    f"DELETE FROM outbox WHERE NOT ({_OF_BRANCH})",  # noqa: S608 -- a constant
    "UPDATE outbox SET payload = NULL, asked_by = NULL",
    "UPDATE meeting_polls SET secret = NULL",
    "UPDATE post_receipts SET key = NULL",
    # Nobody is known any more who could have another admin agree.
    "DELETE FROM false_claims WHERE stage = 'asked'",
    (
        "DELETE FROM files WHERE id NOT IN (SELECT file FROM announcement_files)"
        " AND id NOT IN (SELECT file FROM meeting_papers WHERE file IS NOT NULL)"
    ),
)

_CONFIDENTIAL_STEPS = (
    # What had not been handled or sent is not: by the time of restoring it has been.
    f"DELETE FROM outbox WHERE {_OF_BRANCH}",  # noqa: S608 -- a constant
    (
        "UPDATE outbox SET state = 'dropped', target = '', finished_at = created_at"
        " WHERE state = 'queued'"
    ),
    "UPDATE outbox SET payload = NULL, asked_by = NULL",
    "UPDATE case_relays SET state = 'failed' WHERE state = 'queued'",
    "DELETE FROM inbox WHERE state = 'waiting'",
    "DELETE FROM conversations WHERE name NOT LIKE 'report.%'",
    # Of what nobody has agreed to nothing is posted later. Photos are in no copy.
    "DELETE FROM adverts WHERE stage IN ('draft', 'asked', 'ready', 'posting')",
    "UPDATE adverts SET photo = NULL, description = NULL",
    "DELETE FROM meeting_polls WHERE secret IS NULL",
)


def partition(copy: Path, key: str, *, dated: Path, confidential: Path) -> None:
    """Part a copy of a store into the two files of a backup. Neither holds a trace of the other.

    Args:
        copy: from `snapshot`; it becomes the dated file.
        key: opens all three.
        dated: a file that does not exist yet, kept for weeks; it holds nobody.
        confidential: another, of which only the newest is kept.

    Raises:
        CopyError: one of its kinds.
    """
    with told_apart():
        shutil.copyfile(copy, confidential)
        confidential.chmod(0o600)
        copy.rename(dated)
        _prune(dated, key, DATED, _DATED_STEPS)
        _prune(confidential, key, None, _CONFIDENTIAL_STEPS)


def partition_confidential(copy: Path, key: str, confidential: Path) -> None:
    """Make only the confidential file of a copy; see `partition`."""
    with told_apart():
        copy.rename(confidential)
        _prune(confidential, key, None, _CONFIDENTIAL_STEPS)


def tables(connection: Any, schema: str = "main") -> list[str]:
    """Return the names of all tables but SQLite's own."""
    rows = connection.execute(
        f"SELECT name FROM {schema}.sqlite_master"  # noqa: S608 -- `main` or an alias of ours
        " WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    )
    return [str(row[0]) for row in rows.fetchall()]


def is_confidential(table: str) -> bool:
    """Whether a table's rows are in the confidential file alone."""
    return table not in DATED and table not in NOWHERE


def _stays(table: str, kept: frozenset[str] | None) -> bool:
    if kept is not None:
        return table in kept
    return is_confidential(table) or table in BOTH


def _prune(file: Path, key: str, kept: frozenset[str] | None, steps: tuple[str, ...]) -> None:
    connection = connect(file.as_posix(), key, uri=False)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("BEGIN")
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        for step in steps:
            connection.execute(step)
        for table in tables(connection):
            if not _stays(table, kept):
                connection.execute(f'DELETE FROM "{table}"')  # noqa: S608 -- from the schema
                if kept is not None:
                    # How many there ever were tells that there were any.
                    connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", [table])
        if kept is not None:
            connection.execute(
                "UPDATE sqlite_sequence SET seq = coalesce((SELECT max(id) FROM outbox), 0)"
                " WHERE name = 'outbox'"
            )
        for _, statement in triggers:
            connection.execute(statement)
        connection.execute("COMMIT")
        # Rewritten, so that no page holds what was deleted.
        connection.execute("VACUUM")
    finally:
        connection.close()
