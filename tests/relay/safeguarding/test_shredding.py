"""What is destroyed is nowhere: not in rows, free pages, the log, or a backup made afterwards.

The pages are looked at as they lie on the disk, opened (`tests/opened.py`).
"""

import json
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from harness.vault import KEY, WRITER, VaultHarness, person, team
from opened import opened

from relay.safeguarding import Outcome, PhraseVerdict, Track
from relay.safeguarding.tables import VaultTables
from relay.signal.outgoing import SIGNAL_LANE
from relay.store import Store

Build = Callable[..., VaultHarness]
TEXT = "canary text: he waited outside my door"
FILE = b"canary picture bytes" * 900
PHRASE = "lantern meadow otter nineteen"
ROLE = "canary role of the excluded"


def pages(house: VaultHarness) -> bytes:
    return opened(house.path, KEY)


def keys_of(house: VaultHarness, case_id: int) -> list[bytes]:
    found = [house.store[VaultTables].keys.get(case_id, purpose) for purpose in ("content", "link")]
    return [key for key in found if key is not None]


def traces(house: VaultHarness, *more: bytes) -> list[bytes]:
    """Return what is left of the writer and of what they wrote."""
    looked_for = [
        TEXT.encode(),
        json.dumps(TEXT)[1:-1].encode(),
        FILE[:40],
        WRITER.encode(),
        ROLE.encode(),
        person(9).encode(),
        b"$argon2id",
        *more,
    ]
    everything = pages(house)
    return [one for one in looked_for if one in everything]


def counts(house: VaultHarness) -> list[tuple[int, str, str, str, int]]:
    """Return what is left of cases whose content is destroyed: how many there were."""
    ask = "SELECT year, team, track, outcome, cases FROM case_counts"
    return house.store._db.execute(ask).fetchall()


@pytest.fixture
def house(build: Build) -> VaultHarness:
    return build(team("hackney", 1, 2, 9, roles=["chair", "deputy", ROLE]))


def fill(house: VaultHarness) -> int:
    """Let a case happen that leaves traces wherever the relay keeps anything."""
    house.draft(TEXT, excluding=[ROLE])
    house.write(TEXT + " and again", arrivals=[house.bring(FILE)])
    with house.at_work() as vault:
        draft = vault.reports.draft_of(WRITER)
        assert draft is not None
        vault.post.answer(WRITER, draft.id, f"You wrote: {TEXT}")
        house.store.conversations.set(
            WRITER,
            "report.writing",
            {"text": TEXT, "case": draft.id},
            house.clock.now() + timedelta(hours=24),
        )
        house.store.inbox.accept(
            account="+44",
            source=WRITER,
            timestamp=house.moment(),
            body={"t": TEXT},
            now=house.clock.now(),
        )
    entry = house.store.inbox.next(house.clock.now())
    assert entry is not None
    with house.store.transaction():
        house.store.inbox.bury(entry, "Fault", house.clock.now())
    return draft.id


def send(house: VaultHarness) -> int:
    with house.at_work() as vault:
        case = vault.reports.send(WRITER)
        assert case is not None
        for part in vault.reports.parts(case.id):
            house.relay(case, part)
        assert vault.reports.set_phrase(WRITER, case.id, PHRASE) is PhraseVerdict.OK
    house.carry()
    desk = house.vault.for_officer(person(1))
    assert desk is not None
    mine = desk.case(case.name)
    assert mine is not None
    with house.at_work():
        desk.note(mine, TEXT)
        desk.answer(mine, TEXT)
        desk.hold(mine, TEXT)
        desk.set_status(mine, TEXT)
        desk.decide(mine, TEXT)
    return case.id


def test_the_pages_show_what_is_there(house: VaultHarness) -> None:
    case_id = fill(house)
    keys = keys_of(house, case_id)
    # Held against this, an empty answer below means something.
    found = traces(house, *keys)
    assert {TEXT.encode(), WRITER.encode(), *keys} <= set(found)


def test_a_case_holds_nothing_in_the_clear_but_in_the_queue(house: VaultHarness) -> None:
    case_id = fill(house)
    send(house)
    with house.store.transaction():
        house.store.conversations.end(WRITER)
        house.store.inbox.scrub(WRITER)
        house.store.shredder.shred(house.clock.now())
    house.shred()
    left = traces(house)
    assert TEXT.encode() not in left
    assert FILE[:40] not in left
    assert ROLE.encode() not in left
    assert person(9).encode() not in left
    assert keys_of(house, case_id)[0] in pages(house)


def test_stopping_leaves_nothing(house: VaultHarness) -> None:
    keys = keys_of(house, fill(house))
    with house.at_work() as vault:
        vault.reports.stop(WRITER)
        vault.post.farewell(WRITER, "Nothing is kept.")
    house.carry()
    house.shred()
    assert traces(house, *keys) == []
    assert counts(house) == []


def test_a_draft_that_has_had_its_time_leaves_nothing(house: VaultHarness) -> None:
    keys = keys_of(house, fill(house))
    house.clock.move(timedelta(hours=24))
    with house.at_work() as vault:
        assert vault.timetable.sweep().drafts == 1
    house.shred()
    assert traces(house, *keys) == []


def test_erasing_leaves_nothing_and_tells_only_that_it_was_withdrawn(house: VaultHarness) -> None:
    keys = keys_of(house, fill(house))
    case_id = send(house)
    name = house.vault.reports.cases_of(WRITER)[0].name
    relayed = {x.timestamp for x in house.letters if x.target in (person(1), person(2))}
    with house.at_work() as vault:
        withdrawal = vault.reports.withdrawal(case_id)
        vault.hiding.clean(WRITER)
        assert vault.reports.erase(WRITER, case_id)
        vault.post.withdrawn(withdrawal, f"{name} was withdrawn.")
        vault.post.farewell(WRITER, "It is erased.")
    letters = house.carry()
    deleted = {x.payload["earlier"]["timestamp"] for x in letters if x.action == "delete"}
    assert relayed <= deleted
    told = [x for x in letters if x.action == "send" and x.target != WRITER]
    assert [(x.target, x.text) for x in told] == [
        (person(1), f"{name} was withdrawn."),
        (person(2), f"{name} was withdrawn."),
    ]
    house.shred()
    assert traces(house, *keys, name.encode()) == []
    assert counts(house) == [(2026, "hackney", Track.SAFEGUARDING, Outcome.WITHDRAWN, 1)]


def test_nor_in_a_backup_made_afterwards(house: VaultHarness, tmp_path: Path) -> None:
    keys = keys_of(house, fill(house))
    case_id = send(house)
    with house.at_work() as vault:
        vault.reports.erase(WRITER, case_id)
    house.carry()
    house.shred()
    copy = tmp_path / "copy.db"
    shutil.copy(house.path, copy)
    shutil.copy(house.path.with_name("relay.db-wal"), tmp_path / "copy.db-wal")
    everything = opened(copy, KEY)
    assert [k for k in (*keys, TEXT.encode(), WRITER.encode()) if k in everything] == []


def test_closing_the_relay_before_the_file_is_rewritten_only_delays_it(build: Build) -> None:
    house = build(team("hackney", 1, 2, 9, roles=["chair", "deputy", ROLE]))
    keys = keys_of(house, fill(house))
    with house.at_work() as vault:
        vault.reports.stop(WRITER)
    assert house.store.shredder.is_due()
    house.store.close()
    house.store = Store(house.path, KEY)
    assert house.store.shredder.is_due()
    assert house.store.shredder.work(house.clock.now())
    assert not house.store.shredder.is_due()
    house.settle_in()
    assert traces(house, *keys) == []


def test_the_link_goes_first_and_then_the_content(house: VaultHarness) -> None:
    keys = keys_of(house, fill(house))
    case_id = send(house)
    desk = house.vault.for_officer(person(1))
    assert desk is not None
    mine = desk.by_id(case_id)
    assert mine is not None
    with house.at_work():
        desk.release(mine, "over")
        desk.close(mine, Outcome.RESOLVED, "done")
    house.clock.move(timedelta(days=30))
    with house.at_work() as vault:
        assert vault.timetable.sweep().links == 1
        assert not vault.post.to_reporter(case_id, "hello")
    house.carry()
    house.shred()
    assert traces(house, keys[1]) == []
    mine = desk.by_id(case_id)
    assert mine is not None
    assert not mine.reachable
    assert [e.text for e in desk.entries(mine)][:1] == [TEXT]
    assert house.vault.reports.cases_of(WRITER) == ()

    house.clock.move(timedelta(days=60))
    with house.at_work() as vault:
        assert vault.timetable.sweep().contents == 1
    house.shred()
    assert traces(house, keys[0], mine.name.encode()) == []
    assert desk.by_id(case_id) is None
    assert house.store.records.broken_at(case_id) is None
    assert counts(house) == [(2026, "hackney", Track.SAFEGUARDING, Outcome.RESOLVED, 1)]


def test_a_held_case_stays_until_its_writer_erases_it(house: VaultHarness) -> None:
    fill(house)
    case_id = send(house)
    desk = house.vault.for_officer(person(1))
    assert desk is not None
    mine = desk.by_id(case_id)
    assert mine is not None
    with house.at_work():
        desk.close(mine, Outcome.REFERRED, "police")
    house.clock.move(timedelta(days=400))
    with house.at_work() as vault:
        swept = vault.timetable.sweep()
        assert (swept.links, swept.contents) == (0, 0)
        assert vault.reports.erase(WRITER, case_id)
    house.carry()
    house.shred()
    assert traces(house) == []


def test_a_message_on_its_way_while_its_case_is_erased_is_deleted_again(
    house: VaultHarness,
) -> None:
    fill(house)
    with house.at_work() as vault:
        case = vault.reports.send(WRITER)
        assert case is not None
        house.relay(case, vault.reports.parts(case.id)[0])
    on_its_way = house.next_letter()
    while on_its_way is not None and on_its_way.target == WRITER:
        house.deliver(on_its_way)
        on_its_way = house.next_letter()
    assert on_its_way is not None
    with house.at_work() as vault:
        vault.reports.erase(WRITER, case.id)
    arrived = house.deliver(on_its_way)
    assert arrived is not None
    (deletion,) = house.carry()
    assert deletion.action == "delete"
    assert deletion.target == arrived.target
    assert deletion.payload["earlier"]["timestamp"] == arrived.timestamp
    house.shred()
    assert traces(house) == []


def test_moving_to_another_account_leaves_nothing_of_the_first(house: VaultHarness) -> None:
    fill(house)
    case_id = send(house)
    name = house.vault.reports.cases_of(WRITER)[0].name
    old_key = house.store[VaultTables].keys.get(case_id, "link")
    assert old_key is not None
    with house.at_work() as vault:
        house.store.inbox.scrub(WRITER)
        assert not isinstance(vault.reports.resume(person(950), name, PHRASE), PhraseVerdict)
    house.carry()
    house.shred()
    everything = pages(house)
    assert WRITER.encode() not in everything
    assert old_key not in everything


def test_rewriting_is_done_at_most_once_a_minute(house: VaultHarness) -> None:
    store, now = house.store, house.clock.now()
    for expected in (True, False):
        with store.transaction():
            store.shredder.shred(now)
        assert store.shredder.work(now) is expected
    assert store.shredder.is_due()
    assert store.shredder.work(now + timedelta(minutes=1))
    assert store.outbox.queued(SIGNAL_LANE) == 0
