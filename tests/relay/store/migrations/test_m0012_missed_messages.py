"""Whom a post had missed before an upgrade still gets it after it."""

from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from relay.store import Store
from relay.store.connecting import connect
from relay.store.migrations import MIGRATIONS
from relay.store.missed_messages import MissedMessage

KEY = "ab" * 32
NOTED = datetime(2026, 11, 22, 13, tzinfo=UTC)
MO = "8ea1479a-4b7c-4600-8074-128d7d2e8266"


def test_what_was_noted_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "relay.db"
    connection = connect(path.as_posix(), KEY, uri=False)
    database = Database(connection)
    MIGRATIONS.apply(database, stop_before="missed_messages")
    noted = int(NOTED.timestamp() * 1000)
    for number, person in ((7, MO), (12, "")):
        database.execute(
            "INSERT INTO missed_posts (announcement, place, person, noted_at) VALUES (?, ?, ?, ?)",
            [number, "group.a", person, noted],
        )
    connection.commit()
    connection.close()
    with Store(path, KEY) as store:
        assert store.missed_messages.all() == [
            MissedMessage("post:12", "group.a", None, NOTED),
            MissedMessage("post:7", "group.a", MO, NOTED),
        ]
        assert [one.announcement for one in store.missed_messages.all()] == [12, 7]
