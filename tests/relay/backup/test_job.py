"""Backups by the hour, beside a relay that goes on with its work."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from backups import Safe
from harness.vault import NOON, WRITER, VaultHarness

from relay.backup.job import RETRY, BackupJob, is_due
from relay.settings import BackupSettings
from relay.store.backups import DONE, BackupRow

SETTINGS = BackupSettings()


@pytest.fixture
def job(house: VaultHarness, safe: Safe) -> BackupJob:
    return BackupJob(safe.settings(house), house.store, house.clock)


async def test_the_first_is_made_at_once_and_then_one_a_day(
    house: VaultHarness, safe: Safe, job: BackupJob
) -> None:
    await job.look()
    await job.look()
    assert len(safe.dated) == 1
    row = house.store.backups.last()
    assert row == house.store.backups.last_well()
    assert row is not None
    assert (row.outcome, row.file, row.made_at) == (DONE, safe.dated[0].name, NOON)
    house.clock.move(timedelta(hours=15))
    await job.look()
    assert len(safe.dated) == 1
    house.clock.move(timedelta(minutes=30))
    await job.look()
    assert len(safe.dated) == 2


async def test_without_a_folder_nothing_happens(house: VaultHarness) -> None:
    await BackupJob(house.settings, house.store, house.clock).look()
    assert house.store.backups.last() is None


async def test_what_failed_is_recorded_and_tried_again_after_an_hour(
    house: VaultHarness, safe: Safe, job: BackupJob
) -> None:
    safe.backups.write_text("in the way")
    await job.look()
    row = house.store.backups.last()
    assert row is not None
    assert (row.outcome, row.file) == ("not-writable", None)
    safe.backups.unlink()
    await job.look()
    assert safe.dated == []
    house.clock.move(RETRY)
    await job.look()
    assert len(safe.dated) == 1
    assert house.store.backups.last_well() is not None


async def test_the_confidential_file_follows_an_erasure(
    house: VaultHarness, safe: Safe, job: BackupJob
) -> None:
    house.draft("something")
    await job.look()
    before = safe.confidential.read_bytes()
    await job.look()
    assert safe.confidential.read_bytes() == before
    with house.at_work() as vault:
        vault.reports.stop(WRITER)
    await job.look()
    assert safe.confidential.read_bytes() != before
    assert not house.store.backups.is_stale()
    assert len(safe.dated) == 1
    row = house.store.backups.last("confidential")
    assert row is not None
    assert row.well


async def test_no_confidential_file_is_made_where_there_is_none(
    house: VaultHarness, safe: Safe, job: BackupJob
) -> None:
    await job.look()
    safe.confidential.unlink()
    house.draft("something")
    with house.at_work() as vault:
        vault.reports.stop(WRITER)
    await job.look()
    assert not safe.confidential.exists()


async def test_the_relay_goes_on_meanwhile(house: VaultHarness, safe: Safe, job: BackupJob) -> None:
    with house.store.transaction():
        for _ in range(40):
            house.store.files.add(
                name="x.jpg", media_type="image/jpeg", data=bytes(500_000), now=NOON
            )
    commits = 0
    made = asyncio.create_task(job.look())
    while not made.done():
        with house.store.transaction():
            house.store.sessions.save("bluesky:hackney", str(commits))
        commits += 1
        await asyncio.sleep(0.002)
        # The scheduler looks again, and begins no second one.
        await job.look()
    await made
    assert len(safe.dated) == 1
    assert commits > 20


async def test_one_that_is_stopped_leaves_the_store_alone(
    house: VaultHarness, safe: Safe, job: BackupJob
) -> None:
    job.stop()
    await job.look()
    assert safe.dated == []


@pytest.mark.parametrize(
    ("made", "now", "due"),
    [
        (datetime(2026, 3, 10, 3, 31, tzinfo=UTC), datetime(2026, 3, 11, 3, 29, tzinfo=UTC), False),
        (datetime(2026, 3, 10, 3, 31, tzinfo=UTC), datetime(2026, 3, 11, 3, 30, tzinfo=UTC), True),
        # A relay that was away at its hour makes up for it.
        (datetime(2026, 3, 10, 3, 31, tzinfo=UTC), datetime(2026, 3, 13, 12, 0, tzinfo=UTC), True),
        # In summer 3.30 is 2.30 UTC.
        (datetime(2026, 7, 1, 2, 30, tzinfo=UTC), datetime(2026, 7, 2, 2, 29, tzinfo=UTC), False),
        (datetime(2026, 7, 1, 2, 30, tzinfo=UTC), datetime(2026, 7, 2, 2, 30, tzinfo=UTC), True),
    ],
)
def test_one_a_day_at_its_hour(
    house: VaultHarness, made: datetime, now: datetime, due: bool
) -> None:
    row = BackupRow("whole", made, DONE, "x", 1)
    assert is_due(SETTINGS, house.settings.timezone, now, row, row) is due


@pytest.mark.parametrize(
    "day", [datetime(2026, 3, 29, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC)]
)
def test_when_the_clocks_change_there_is_one_too(house: VaultHarness, day: datetime) -> None:
    settings = BackupSettings(at="01:30")
    row: BackupRow | None = None
    made = []
    for minute in range(0, 48 * 60, 10):
        now = day + timedelta(minutes=minute)
        if is_due(settings, house.settings.timezone, now, row, row):
            row = BackupRow("whole", now, DONE, "x", 1)
            made.append(now)
    # The first at once, then one for each night.
    assert len(made) == 3
