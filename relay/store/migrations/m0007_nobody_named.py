"""Takes out of what has ended whom it went to; see `relay.safeguarding.observer`."""

import hashlib
import hmac
import json
import time

from sqlite_utils import Database

from relay.store.migrations.registry import MIGRATIONS


@MIGRATIONS()
def nobody_named(db: Database) -> None:
    """Forget whom replies went to, name reporters by an alias, and who could not be reached."""
    db.execute(
        "UPDATE outbox SET target = ''"
        " WHERE state != 'queued' AND topic IS NULL AND operation IS NULL"
        # Votes in a poll are known by the group it stands in.
        " AND id NOT IN (SELECT delivery FROM meeting_poll_places)"
    )
    _leave_aliases(db)
    for table, column in (("outbox", "result"), ("posts", "reference")):
        _forget_the_missed(db, table, column)


def _leave_aliases(db: Database) -> None:
    secret = db.execute("SELECT secret FROM vault_secrets WHERE name = 'hashes'").fetchone()
    rows = db.execute(
        "SELECT o.id, o.target, l.person, k.secret FROM outbox AS o"
        " LEFT JOIN case_links AS l ON o.topic = 'case:' || l.case_id"
        " LEFT JOIN case_keys AS k ON k.case_id = l.case_id AND k.purpose = 'link'"
        " WHERE o.state != 'queued' AND o.topic GLOB 'case:*' AND o.target != ''"
    ).fetchall()
    for delivery, target, person, key in rows:
        alias = ""
        if secret is not None and key is not None and _hash(secret[0], "person", target) == person:
            alias = _hash(key, "mark", f"chat:{target}")
        db.execute("UPDATE outbox SET target = ? WHERE id = ?", [alias, delivery])
    if rows:
        # Of who wrote nothing may stay in a page.
        db.execute("INSERT INTO shredding (asked_at) VALUES (?)", [time.time_ns() // 1_000_000])


def _forget_the_missed(db: Database, table: str, column: str) -> None:
    rows = db.execute(
        f"SELECT rowid, {column} FROM {table} WHERE {column} LIKE '%\"account_id\"%'"  # noqa: S608
    ).fetchall()
    for row, text in rows:
        result = json.loads(text)
        result["missed"] = [{"kind": one.get("kind")} for one in result.get("missed", ())]
        db.execute(
            f"UPDATE {table} SET {column} = ? WHERE rowid = ?",  # noqa: S608 -- constants
            [json.dumps(result, separators=(",", ":")), row],
        )


def _hash(key: bytes, kind: str, value: str) -> str:
    return hmac.new(bytes(key), f"{kind}\0{value}".encode(), hashlib.sha256).hexdigest()
