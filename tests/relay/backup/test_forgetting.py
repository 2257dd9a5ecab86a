"""What was erased, or has had its time, comes back from no backup that was made before.

Looked for in every byte: the pages of the restored store as they lie on the disk, opened, and all
that an old backup holds for somebody who has the host's key, the store's key and the newest files.
"""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from backups import Safe, agreed
from harness.vault import KEY, WRITER, VaultHarness, person
from opened import opened

from relay.backup.errors import ConfidentialOlder
from relay.backup.restoring import restore
from relay.safeguarding import Outcome, PhraseVerdict, Vault
from relay.safeguarding.tables import VaultTables
from relay.store import Store
from relay.store.copies import difference

TEXT = "marked words: he waited outside my door"
FILE = b"marked picture bytes" * 900
PHRASE = "lantern meadow otter nineteen"


def a_report(house: VaultHarness) -> tuple[int, str]:
    """Let a report be written, sent, answered and talked about."""
    house.draft(TEXT, excluding=["marked role"])
    house.write(TEXT + " and again", arrivals=[house.bring(FILE)])
    with house.at_work() as vault:
        case = vault.reports.send(WRITER)
        assert case is not None
        for part in vault.reports.parts(case.id):
            house.relay(case, part)
        assert vault.reports.set_phrase(WRITER, case.id, PHRASE) is PhraseVerdict.OK
        vault.post.answer(WRITER, case.id, f"You wrote: {TEXT}")
    house.carry()
    desk = house.vault.for_officer(person(1))
    assert desk is not None
    mine = desk.case(case.name)
    assert mine is not None
    with house.at_work() as vault:
        desk.note(mine, TEXT)
        desk.answer(mine, TEXT)
        # These wait in the queue, in the clear, while the backup is made.
        vault.post.to_readers(case.id, TEXT)
        vault.post.answer(WRITER, case.id, TEXT)
        house.store.conversations.set(
            WRITER,
            "report.writing",
            {"text": TEXT, "case": case.id},
            house.clock.now() + timedelta(hours=24),
        )
        house.store.inbox.accept(
            account="+44",
            source=WRITER,
            timestamp=house.moment(),
            body={"t": TEXT},
            now=house.clock.now(),
        )
    return case.id, case.name


def everything_of(house: VaultHarness, case_id: int, name: str) -> list[bytes]:
    """What must not be found: words, files, names, who wrote, who was excluded, every key."""
    keys = [house.store[VaultTables].keys.get(case_id, purpose) for purpose in ("content", "link")]
    link = house.store[VaultTables].links.of(case_id)
    assert link is not None
    return [
        TEXT.encode(),
        json.dumps(TEXT)[1:-1].encode(),
        FILE[:40],
        WRITER.encode(),
        link.person.encode(),
        link.sealed,
        name.encode(),
        b"marked role",
        b"$argon2id",
        *(key for key in keys if key is not None),
    ]


def restored(safe: Safe, house: VaultHarness, file: Path) -> Path:
    to = safe.folder / "restored"
    restore(safe.request(file, house.clock.now()), to, agreed)
    return to / "var" / "relay.db"


def found(marks: list[bytes], place: bytes) -> list[bytes]:
    return [mark for mark in marks if mark in place]


def finish_waiting(house: VaultHarness) -> None:
    while (entry := house.store.inbox.next(house.clock.now())) is not None:
        with house.store.transaction():
            house.store.inbox.finish(entry, house.clock.now())


def test_an_old_pair_put_back_is_known_by_the_reports_that_it_would_bring_back(
    house: VaultHarness, safe: Safe
) -> None:
    erased, _ = a_report(house)
    old, pair = safe.whole(house).file, safe.folder / "old.backup"
    pair.write_bytes(safe.confidential.read_bytes())
    with house.at_work() as vault:
        assert vault.reports.erase(WRITER, erased)
    house.carry()
    a_report(house)
    made = merge_of(safe, house, old, pair)
    found = difference(made, house.path, KEY)
    assert (found.reports, found.returning) == (1, 1)
    # The newest pair lacks nothing.
    house.clock.move(timedelta(hours=1))
    newest = merge_of(safe, house, safe.whole(house).file, safe.confidential)
    found = difference(newest, house.path, KEY)
    assert (found.announcements, found.reports, found.returning) == (0, 0, 0)


def merge_of(safe: Safe, house: VaultHarness, file: Path, confidential: Path) -> Path:
    request = safe.request(file, house.clock.now(), confidential=confidential)
    to = safe.folder / f"restored-{file.name}"
    restore(request, to, agreed)
    return to / "var" / "relay.db"


def test_what_was_erased_since_comes_back_from_no_backup(house: VaultHarness, safe: Safe) -> None:
    case_id, name = a_report(house)
    marks = everything_of(house, case_id, name)
    old = safe.whole(house).file
    # Held against this, an empty answer below means something. (Who is excluded is sealed.)
    assert set(marks) - set(found(marks, opened(house.path, KEY))) <= {b"marked role", FILE[:40]}
    finish_waiting(house)
    with house.at_work() as vault:
        assert vault.reports.erase(WRITER, case_id)
    house.carry()
    house.shred()
    assert house.store.backups.is_stale()
    safe.newest_confidential(house)

    path = restored(safe, house, old)
    assert found(marks, opened(path, KEY)) == []
    assert found(marks, safe.bytes_of(old)) == []
    assert found(marks, safe.bytes_of(safe.confidential)) == []
    with Store(path, KEY) as store:
        vault = Vault(store, house.clock, house.settings)
        assert vault.reports.cases_of(WRITER) == ()
        desk = vault.for_officer(person(1))
        assert desk is not None
        assert desk.by_id(case_id) is None


def test_an_old_backup_says_nothing_of_a_report_even_before_it_is_erased(
    house: VaultHarness, safe: Safe
) -> None:
    case_id, name = a_report(house)
    marks = everything_of(house, case_id, name)
    old = safe.whole(house).file
    place = safe.bytes_of(old)
    assert found(marks, place) == []
    assert house.store[VaultTables].keys.store_secret("hashes") not in place
    # Not even how many there were: the number the next one would get is not in it.
    path = safe.folder / "dated.db"
    path.write_bytes(safe.members(old)["store.db"])
    with Store(path, KEY) as store:
        assert Vault(store, house.clock, house.settings).reports.begin(WRITER).id == 1


def test_what_is_still_there_comes_back(house: VaultHarness, safe: Safe) -> None:
    case_id, name = a_report(house)
    path = restored(safe, house, safe.whole(house).file)
    with Store(path, KEY) as store:
        vault = Vault(store, house.clock, house.settings)
        assert [case.name for case in vault.reports.cases_of(WRITER)] == [name]
        desk = vault.for_officer(person(1))
        assert desk is not None
        case = desk.by_id(case_id)
        assert case is not None
        assert desk.entries(case)[0].text == TEXT
        assert store.records.broken_at(case_id) is None


def test_a_report_is_not_lost_with_a_backup_from_before_it(house: VaultHarness, safe: Safe) -> None:
    old = safe.whole(house).file
    house.clock.move(timedelta(hours=1))
    _, name = a_report(house)
    safe.newest_confidential(house)
    with Store(restored(safe, house, old), KEY) as store:
        vault = Vault(store, house.clock, house.settings)
        assert [case.name for case in vault.reports.cases_of(WRITER)] == [name]


def test_who_wrote_is_forgotten_in_time_and_then_the_rest(house: VaultHarness, safe: Safe) -> None:
    case_id, name = a_report(house)
    marks = everything_of(house, case_id, name)
    link = house.store[VaultTables].links.of(case_id)
    link_key = house.store[VaultTables].keys.get(case_id, "link")
    assert link is not None
    assert link_key is not None
    who = [WRITER.encode(), link.person.encode(), link.sealed, link_key]
    old = safe.whole(house).file
    finish_waiting(house)
    desk = house.vault.for_officer(person(1))
    assert desk is not None
    mine = desk.by_id(case_id)
    assert mine is not None
    with house.at_work():
        desk.close(mine, Outcome.RESOLVED, "done")
    house.carry()
    house.clock.move(timedelta(days=30))
    with house.at_work() as vault:
        assert vault.timetable.sweep().links == 1
    house.carry()
    house.shred()
    safe.newest_confidential(house)
    for place in (
        opened(restored(safe, house, old), KEY),
        safe.bytes_of(old),
        safe.bytes_of(safe.confidential),
    ):
        assert found(who, place) == []

    house.clock.move(timedelta(days=60))
    with house.at_work() as vault:
        assert vault.timetable.sweep().contents == 1
    house.shred()
    safe.newest_confidential(house)
    to = safe.folder / "later"
    restore(safe.request(old, house.clock.now()), to, agreed)
    for place in (
        opened(to / "var" / "relay.db", KEY),
        safe.bytes_of(old),
        safe.bytes_of(safe.confidential),
    ):
        assert found(marks, place) == []


def test_a_server_that_was_away_for_long_destroys_on_its_first_round_what_has_had_its_time(
    house: VaultHarness, safe: Safe
) -> None:
    case_id, name = a_report(house)
    marks = everything_of(house, case_id, name)
    finish_waiting(house)
    desk = house.vault.for_officer(person(1))
    assert desk is not None
    mine = desk.by_id(case_id)
    assert mine is not None
    with house.at_work():
        desk.close(mine, Outcome.RESOLVED, "done")
    path = restored(safe, house, safe.whole(house).file)
    house.clock.move(timedelta(days=400))
    with Store(path, KEY) as store:
        with store.transaction():
            Vault(store, house.clock, house.settings).timetable.sweep()
        assert store.shredder.work(house.clock.now())
    assert found(marks, opened(path, KEY)) == []


def test_an_older_confidential_file_is_refused(house: VaultHarness, safe: Safe) -> None:
    case_id, _ = a_report(house)
    safe.whole(house)
    older = safe.folder / "older.backup"
    older.write_bytes(safe.confidential.read_bytes())
    house.clock.move(timedelta(days=1))
    with house.at_work() as vault:
        vault.reports.erase(WRITER, case_id)
    newer = safe.whole(house).file
    request = safe.request(newer, house.clock.now(), confidential=older)
    with pytest.raises(ConfidentialOlder):
        restore(request, safe.folder / "restored", agreed)
    assert not (safe.folder / "restored").exists()


def test_the_copy_from_before_an_update_ends_with_what_was_destroyed(house: VaultHarness) -> None:
    a_report(house)
    copy = house.path.with_name("relay.db.before-next")
    copy.write_bytes(house.path.read_bytes())
    with house.at_work() as vault:
        vault.reports.erase(WRITER, vault.reports.cases_of(WRITER)[0].id)
    assert copy.exists()
    house.shred()
    assert not copy.exists()
