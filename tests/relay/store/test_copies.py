"""Copies of a store: sound, parted without a trace, and joined again without surprises."""

import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from opened import opened
from sqlcipher3 import dbapi2 as sqlcipher

from relay.safeguarding.tables import VaultTables
from relay.store import Store, left_open
from relay.store.announcements import State
from relay.store.backups import DONE, BackupRow
from relay.store.connecting import connect
from relay.store.copies import (
    CopyStopped,
    CopyUnsound,
    Moment,
    copy_plain,
    merge,
    note,
    partition,
    snapshot,
)
from relay.store.copies.partition import BOTH, DATED, NOWHERE, is_confidential

KEY = "ab" * 32
NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
CONFIDENTIAL = {
    "agreed_standards",
    "group_suggestions",
    "made_groups",
    "join_keys",
    "join_marks",
    "join_requests",
    "chosen_languages",
    "admin_keys",
    "advert_keys",
    "advert_marks",
    "adverts",
    "board_lists",
    "followed_feeds",
    "followed_posts",
    "case_answers",
    "case_counts",
    "case_entries",
    "case_files",
    "case_keys",
    "case_links",
    "case_names",
    "case_offers",
    "case_quarantine",
    "muted_writers",
    "case_origins",
    "case_readers",
    "case_record_bodies",
    "case_records",
    "case_relay_versions",
    "case_relays",
    "cases",
    "conduct_decisions",
    "conduct_effects",
    "conduct_mark_keys",
    "conduct_marks",
    "conduct_votes",
    "conduct_entries",
    "conduct_keys",
    "conduct_links",
    "conduct_matters",
    "conduct_secrets",
    "conduct_appeals",
    "conduct_counts",
    "conduct_record",
    "conduct_talk_lines",
    "conduct_talk_readers",
    "conduct_talks",
    "contact_asked",
    "contact_keys",
    "contact_outcomes",
    "contact_secrets",
    "contacts",
    "conversations",
    "inbox",
    "mandates",
    "meeting_contacts",
    "meeting_followers",
    "meeting_votes",
    "member_counts",
    "officer_keys",
    "subscribers",
    "vault_secrets",
}


def never() -> bool:
    return False


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    connection = connect(path.as_posix(), KEY, uri=False)
    try:
        return list(connection.execute(query).fetchall())
    finally:
        connection.close()


@pytest.fixture
def path(tmp_path: Path, store: Store) -> Path:
    return tmp_path / "relay.db"


def fill(store: Store) -> int:
    """Leave something in every table that is about people, and something that is not."""
    with store.transaction():
        number = store.announcements.draft(
            branch="hackney", text="Meeting on Monday", author="ann", now=NOW
        )
        operation = store.operations.open(announcement=number, kind="post", asked_by="ann", now=NOW)
        queue(store, "group.one", "the announcement", operation=operation)
        queue(store, "marked-person", "marked-words")
        store.inbox.accept(
            account="a", source="marked-person", timestamp=1, body={"t": "marked-words"}, now=NOW
        )
        store.conversations.set(
            "marked-person", "announce.preview", {"text": "marked-words"}, NOW + timedelta(days=1)
        )
        store.sessions.save("bluesky:hackney", "marked-session")
    return number


def queue(store: Store, target: str, text: str, operation: int | None = None) -> int:
    return store.outbox.queue(
        lane="signal",
        target=target,
        action="send",
        payload={"text": text},
        priority=1,
        now=NOW,
        operation=operation,
    )


def parted(path: Path, folder: Path) -> tuple[Path, Path]:
    folder.mkdir(exist_ok=True)
    snapshot(path, KEY, folder / "copy.db", never)
    dated, confidential = folder / "dated.db", folder / "confidential.db"
    partition(folder / "copy.db", KEY, dated=dated, confidential=confidential)
    return dated, confidential


def test_every_table_was_thought_about(path: Path) -> None:
    found = {table for (table,) in rows(path, "SELECT name FROM sqlite_master WHERE type='table'")}
    found = {str(table) for table in found if not str(table).startswith("sqlite_")}
    assert found == DATED | NOWHERE | CONFIDENTIAL
    assert {table for table in found if is_confidential(table)} == CONFIDENTIAL
    assert BOTH <= DATED


def test_the_dated_file_holds_nobody_and_the_confidential_file_no_announcement(
    store: Store, path: Path, tmp_path: Path
) -> None:
    fill(store)
    dated, confidential = parted(path, tmp_path / "copies")
    assert b"marked" in opened(path, KEY)
    assert b"marked" not in opened(dated, KEY)
    assert b"Meeting on Monday" in opened(dated, KEY)
    assert b"Meeting on Monday" not in opened(confidential, KEY)
    assert b"marked-session" not in opened(confidential, KEY)
    # Of what waited nothing will be sent: it says no longer to whom.
    assert b"marked" not in opened(confidential, KEY)


def test_a_copy_is_of_one_moment_while_somebody_writes(
    store: Store, path: Path, tmp_path: Path
) -> None:
    fill(store)
    with store.transaction():
        queue(store, "group.one", "not yet committed")
        snapshot(path, KEY, tmp_path / "copy.db", never)
    assert rows(tmp_path / "copy.db", "SELECT count(*) FROM outbox") == [(2,)]
    assert store.outbox.queued() == 3


def test_a_copy_that_is_no_longer_wanted_ends(store: Store, path: Path, tmp_path: Path) -> None:
    fill(store)
    with pytest.raises(CopyStopped):
        snapshot(path, KEY, tmp_path / "copy.db", lambda: True)


def test_a_damaged_store_makes_no_copy(tmp_path: Path) -> None:
    path = tmp_path / "relay.db"
    with Store(path, KEY) as store:
        fill(store)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(CopyUnsound):
        snapshot(path, KEY, tmp_path / "copy.db", never)


def test_what_waited_is_not_sent_and_what_was_due_is_held(
    store: Store, path: Path, tmp_path: Path
) -> None:
    number = fill(store)
    with store.transaction():
        store.announcements.reschedule(number, NOW + timedelta(hours=1))
        store.announcements.move_to(number, State.SCHEDULED)
    dated, confidential = parted(path, tmp_path / "copies")
    target = tmp_path / "new" / "relay.db"
    when = Moment(made_at=NOW, now=NOW + timedelta(hours=2), reason="restored")
    returned = merge(target, KEY, dated=dated, confidential=confidential, when=when)
    assert (returned.announcements, returned.stopped, returned.held) == (1, 1, (number,))
    with Store(target, KEY) as restored:
        assert restored.outbox.queued() == 0
        [place] = restored.outbox.of_operation(1)
        assert (place.state, place.reason) == ("failed", "restored")
        assert restored.announcements.due(NOW + timedelta(days=1)) == []
        assert [a.id for a in restored.announcements.scheduled({"hackney"})] == [number]
        assert restored.inbox.waiting() == 0
        told = restored.backups.restored()
        assert told is not None
        assert told.held == (number,)
        with restored.transaction():
            # No delivery gets a number that something of the confidential file goes by.
            assert queue(restored, "group.one", "new") == 3
            restored.backups.told(NOW)
        assert restored.backups.restored() is None


def test_a_store_without_people_can_be_made(store: Store, path: Path, tmp_path: Path) -> None:
    fill(store)
    dated, _ = parted(path, tmp_path / "copies")
    when = Moment(made_at=NOW, now=NOW, reason="restored")
    target = tmp_path / "new.db"
    assert merge(target, KEY, dated=dated, confidential=None, when=when).announcements == 1


def test_another_process_notes_a_backup(store: Store, path: Path) -> None:
    row = BackupRow(kind="whole", made_at=NOW, outcome=DONE, file="x", size=3)
    note(path, KEY, row, 0)
    assert store.backups.last() == row
    note(path, KEY, BackupRow("whole", NOW, "no-room", None, 0), None)
    assert store.backups.last_well() == row


def test_a_destroyed_key_makes_the_confidential_file_stale(store: Store) -> None:
    assert not store.backups.is_stale()
    with store.transaction():
        store[VaultTables].keys.make(1, "content")
        store[VaultTables].keys.destroy(1, "content")
    assert store.backups.is_stale()
    with store.transaction():
        store.backups.covers(1)
    assert not store.backups.is_stale()


def test_what_signal_cli_keeps_of_sent_messages_is_left_out(tmp_path: Path) -> None:
    source = tmp_path / "account.db"
    connection = sqlcipher.connect(source.as_posix(), isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE message_send_log_content (content BLOB)")
    connection.execute("CREATE TABLE identity (name TEXT)")
    connection.execute("INSERT INTO message_send_log_content VALUES ('marked')")
    connection.execute("INSERT INTO identity VALUES ('somebody')")
    copy_plain(source, tmp_path / "copy.db")
    connection.close()
    content = (tmp_path / "copy.db").read_bytes()
    assert b"marked" not in content
    assert b"somebody" in content


def test_a_store_that_never_rests_is_copied_too(store: Store, path: Path, tmp_path: Path) -> None:
    with store.transaction():
        for _ in range(20):
            store.files.add(name="x", media_type="image/jpeg", data=bytes(500_000), now=NOW)
    copying = threading.Thread(target=snapshot, args=(path, KEY, tmp_path / "copy.db", never))
    copying.start()
    written = 0
    while copying.is_alive():
        with store.transaction():
            store.sessions.save("bluesky:hackney", str(written))
            store.announcements.draft(branch="hackney", text="x", author="ann", now=NOW)
        written += 1
    copying.join()
    [(session,)] = rows(tmp_path / "copy.db", "SELECT session FROM sessions")
    # All of one moment.
    assert rows(tmp_path / "copy.db", "SELECT count(*) - 1 FROM announcements") == [(int(session),)]


_KILLED_WHILE_OPEN = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from relay.store import Store, left_open
store = Store(Path(sys.argv[1]), "ab" * 32)
with store.transaction():
    store.sessions.save("bluesky:hackney", "x")
    store.announcements.draft(branch="hackney", text="x", author="ann", now=datetime.now(UTC))
os._exit(0)
"""


def test_what_a_killed_relay_left_is_copied_and_stays_for_it_to_find(tmp_path: Path) -> None:
    path = tmp_path / "relay.db"
    subprocess.run([sys.executable, "-c", _KILLED_WHILE_OPEN, str(path)], check=True, timeout=60)
    assert left_open(path)
    snapshot(path, KEY, tmp_path / "copy.db", never)
    assert rows(tmp_path / "copy.db", "SELECT text FROM announcements") == [("x",)]
    assert left_open(path)


def test_a_message_that_comes_again_after_a_restore_is_known(
    store: Store, path: Path, tmp_path: Path
) -> None:
    def accept(into: Store, timestamp: int) -> bool:
        with into.transaction():
            return into.inbox.accept(
                account="a", source="s", timestamp=timestamp, body={"t": "x"}, now=NOW
            )

    for timestamp in (1, 2):
        accept(store, timestamp)
    entry = store.inbox.next(NOW)
    assert entry is not None
    with store.transaction():
        store.inbox.finish(entry, NOW)
    dated, confidential = parted(path, tmp_path / "copies")
    target = tmp_path / "new.db"
    when = Moment(made_at=NOW, now=NOW, reason="restored")
    merge(target, KEY, dated=dated, confidential=confidential, when=when)
    with Store(target, KEY) as restored:
        assert not accept(restored, 1)
        # What had come and was not handled is not in the backup: it is taken as new.
        assert accept(restored, 2)
