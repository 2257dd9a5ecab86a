"""A store made of the files of a backup.

It is not the store of that day: what it would do by itself has been done since, or is no longer
wanted. Nothing that waited to be sent then is sent now, reminders that were due are over, and an
announcement whose time has passed waits until an admin says what becomes of it.
"""

import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from relay.store.connecting import connect, key_literal
from relay.store.copies.errors import CopyUnsound, told_apart
from relay.store.copies.partition import is_confidential, tables
from relay.store.moments import to_ms
from relay.store.store import Store


@dataclass(frozen=True)
class Returned:
    """What came back.

    Attributes:
        announcements, meetings, cases: how many there are; drafts of reports are cases.
        stopped: deliveries that waited when the backup was made and that nobody sends now.
        held: numbers of announcements that were due in between and now wait for an admin.
    """

    announcements: int
    meetings: int
    cases: int
    stopped: int
    held: tuple[int, ...]


@dataclass(frozen=True)
class Moment:
    """When.

    Attributes:
        made_at: when the backup was made, aware.
        now: when it is restored, aware.
        reason: what a delivery that waited says of itself to the admin who asked for it.
    """

    made_at: datetime
    now: datetime
    reason: str


def merge(
    target: Path, key: str, *, dated: Path, confidential: Path | None, when: Moment
) -> Returned:
    """Make a store of a dated and a confidential file. Both are used up.

    Args:
        target: the store to make; must not exist.
        key: opens all of them.
        dated: what `part` made.
        confidential: the newest there is; None for a store without people and cases.
        when: the moments.

    Raises:
        StoreError: a file does not open, or is of a newer relay.
        CopyError: it cannot be written, or does not hold together.
    """
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    dated.rename(target)
    with told_apart():
        for file in (target, confidential):
            # Opening brings an older schema up to date.
            if file is not None:
                with Store(file, key) as store:
                    store.premigration.forget()
        connection = connect(target.as_posix(), key, uri=False)
        try:
            if confidential is not None:
                literal = key_literal(key)
                connection.execute(f"ATTACH ? AS c KEY {literal}", [confidential.as_posix()])
            connection.execute("BEGIN")
            if confidential is not None:
                _bring(connection)
            returned = _settle(connection, when)
            if connection.execute("PRAGMA main.foreign_key_check").fetchall():
                raise CopyUnsound("a row refers to one that is not there")
            connection.execute("COMMIT")
        finally:
            connection.close()
        with Store(target, key) as store:
            # Of what is dropped here nothing may stay in a page.
            with store.transaction():
                store.shredder.shred(when.now)
            store.shredder.work(when.now)
    return returned


def _bring(connection: Any) -> None:
    for table in tables(connection, "c"):
        if is_confidential(table):
            connection.execute(f'INSERT INTO main."{table}" SELECT * FROM c."{table}"')  # noqa: S608
    for statement in (
        "INSERT OR IGNORE INTO main.outbox SELECT * FROM c.outbox",
        (
            "UPDATE main.meeting_polls SET secret ="
            " (SELECT secret FROM c.meeting_polls AS p WHERE p.id = main.meeting_polls.id)"
            " WHERE result IS NULL"
        ),
        (
            "UPDATE main.destroyed_keys SET counted = (SELECT counted FROM c.destroyed_keys),"
            " covered = (SELECT counted FROM c.destroyed_keys)"
        ),
        # The meetings of the dated file are older than who follows them.
        "DELETE FROM main.meeting_followers WHERE meeting NOT IN (SELECT id FROM main.meetings)",
        "DELETE FROM main.meeting_votes WHERE poll NOT IN (SELECT id FROM main.meeting_polls)",
        (
            "INSERT INTO main.sqlite_sequence (name, seq)"
            " SELECT name, seq FROM c.sqlite_sequence AS s WHERE NOT EXISTS"
            " (SELECT 1 FROM main.sqlite_sequence AS m WHERE m.name = s.name)"
        ),
        (
            "UPDATE main.sqlite_sequence SET seq = max(seq, coalesce((SELECT s.seq"
            " FROM c.sqlite_sequence AS s WHERE s.name = main.sqlite_sequence.name), 0))"
            " WHERE name != 'audit'"
        ),
    ):
        connection.execute(statement)


def _settle(connection: Any, when: Moment) -> Returned:
    now = to_ms(when.now)
    stopped = connection.execute(
        "UPDATE main.outbox SET state = 'failed', payload = NULL, reason = ?, finished_at = ?"
        " WHERE state = 'queued'",
        [when.reason, now],
    ).rowcount
    held = [
        int(row[0])
        for row in connection.execute(
            "SELECT id FROM main.announcements WHERE state = 'scheduled' AND post_at <= ?"
            " ORDER BY id",
            [now],
        ).fetchall()
    ]
    connection.execute(
        "UPDATE main.announcements SET state = 'proposed', post_at = NULL"
        " WHERE state = 'scheduled' AND post_at <= ?",
        [now],
    )
    connection.execute(
        "UPDATE main.reminders SET state = 'skipped' WHERE state = 'due' AND due_at <= ?", [now]
    )
    connection.execute(
        "INSERT INTO main.restored (id, restored_at, made_at, held) VALUES (1, ?, ?, ?)",
        [now, to_ms(when.made_at), json.dumps(held)],
    )
    return Returned(
        announcements=_count(connection, "announcements"),
        meetings=_count(connection, "meetings"),
        cases=_count(connection, "cases"),
        stopped=int(stopped),
        held=tuple(held),
    )


def _count(connection: Any, table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM main.{table}").fetchone()  # noqa: S608
    return int(row[0])


def copy_for_trial(file: Path, folder: Path) -> Path:
    """Copy a file of a backup into a folder, to be used up there."""
    copy = folder / file.name
    shutil.copyfile(file, copy)
    copy.chmod(0o600)
    return copy
