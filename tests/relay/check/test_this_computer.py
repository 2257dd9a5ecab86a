"""The doctor looks at the computer: room, time, certificates, versions, who can read what."""

import re
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from aiohttp import web
from certificates import certificate

from relay.check import certificate as certificates
from relay.check import clock, disk
from relay.check.backups import check_backups
from relay.check.certificate import check_certificate
from relay.check.clock import check_clock
from relay.check.disk import check_disks
from relay.check.findings import Finding, Outcome, Report
from relay.check.permissions import check_permissions, is_open, leftovers
from relay.check.versions import RELEASED, check_version, parsed
from relay.language.words import Words
from relay.settings import Branch, Settings
from relay.store import Store
from relay.store.backups import BackupRow, LastBackup
from relay.time.clock import BranchTime, StillClock

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
REPORT = Report(Words())
GIGABYTE = 1000**3
RECIPIENT = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


def settings(folder: Path, **more: Any) -> Settings:
    return Settings(
        signal={"number": "+447700900000"},
        store={"path": folder / "relay.db"},
        branches=(Branch(slug="hackney", name="Hackney branch"),),
        webhook_token="t",
        store_key="k",
        **more,
    )


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that everybody on this computer can enter."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


# Room


@pytest.mark.parametrize(
    ("free", "store", "outcome"),
    [
        (3 * GIGABYTE, 0, Outcome.OK),
        (GIGABYTE, 0, Outcome.NOTE),
        (GIGABYTE // 3, 0, Outcome.PROBLEM),
        (3 * GIGABYTE, GIGABYTE, Outcome.PROBLEM),
        (4 * GIGABYTE, GIGABYTE, Outcome.NOTE),
        (6 * GIGABYTE, GIGABYTE, Outcome.OK),
    ],
)
def test_there_is_room_or_not(free: int, store: int, outcome: Outcome) -> None:
    assert disk.judged(free, store) is outcome


def test_the_disks_of_the_store_and_of_the_backups_are_looked_at(tmp_path: Path) -> None:
    wanted = settings(
        tmp_path / "not" / "yet",
        backup={"folder": tmp_path / "backups", "recipient": RECIPIENT},
    )
    found = list(check_disks(REPORT, wanted))
    assert [finding.where for finding in found] == ["store.path", "backup.folder"]
    assert not (tmp_path / "not").exists()


# Who can read what


def test_files_that_others_can_read_are_named_with_the_command_that_closes_them(
    shared: Path,
) -> None:
    secret = shared / "RELAY_STORE_KEY"
    secret.write_text("x", encoding="utf-8")
    secret.chmod(0o644)
    [finding] = check_permissions(REPORT, settings(shared), {"RELAY_SECRETS_DIR": str(shared)})
    assert finding.outcome is Outcome.PROBLEM
    assert finding.where == str(secret)
    assert finding.todo == f"Run: chmod go= '{secret}'"
    secret.chmod(0o600)
    [finding] = check_permissions(REPORT, settings(shared), {"RELAY_SECRETS_DIR": str(shared)})
    assert finding.outcome is Outcome.OK


def test_the_store_itself_is_made_for_nobody_else(shared: Path) -> None:
    Store(shared / "relay.db", "ab" * 32).close()
    [finding] = check_permissions(REPORT, settings(shared), {})
    assert finding.outcome is Outcome.OK
    (shared / "relay.db").chmod(0o606)
    [finding] = check_permissions(REPORT, settings(shared), {})
    assert finding.outcome is Outcome.PROBLEM


def test_what_lies_in_a_closed_folder_is_out_of_reach(shared: Path) -> None:
    inner = shared / "closed"
    inner.mkdir(mode=0o700)
    file = inner / "file"
    file.write_text("x", encoding="utf-8")
    file.chmod(0o644)
    assert not is_open(file)
    inner.chmod(0o711)
    assert is_open(file)


def test_copies_of_the_store_that_nobody_knows_are_noted(shared: Path) -> None:
    store = shared / "relay.db"
    Store(store, "ab" * 32).close()
    for name in ("relay.db.before-m0002", "relay.db-wal", "other.db"):
        (shared / name).touch(mode=0o600)
    assert leftovers(store) == []
    for name in ("relay.db.bak", "relay.db.before-m0002.partial"):
        (shared / name).touch(mode=0o600)
    found = list(check_permissions(REPORT, settings(shared), {}))
    assert [one.where for one in found if one.outcome is Outcome.NOTE] == [
        str(shared / "relay.db.bak"),
        str(shared / "relay.db.before-m0002.partial"),
    ]
    assert leftovers(shared / "no" / "where.db") == []


# What time it is


@asynccontextmanager
async def serving(tls: ssl.SSLContext | None = None, ahead: float = 0) -> AsyncIterator[str]:
    async def take(_: web.Request) -> web.Response:
        told = datetime.now(UTC) + timedelta(seconds=ahead)
        return web.Response(headers={"Date": format_datetime(told, usegmt=True)})

    app = web.Application()
    app.router.add_get("/", take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=tls)
    await site.start()
    try:
        scheme = "http" if tls is None else "https"
        yield f"{scheme}://localhost:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


@pytest.mark.parametrize(
    ("ahead", "outcome", "words"),
    [
        (0, Outcome.OK, "knows what time it is"),
        (50, Outcome.OK, "knows what time it is"),
        (3600, Outcome.PROBLEM, "seconds slow"),
        (-3600, Outcome.PROBLEM, "seconds fast"),
    ],
)
async def test_the_clock_is_compared_with_the_servers(
    tmp_path: Path, ahead: float, outcome: Outcome, words: str
) -> None:
    async with serving(ahead=ahead) as url:
        wanted = settings(tmp_path, web={"public_url": url})
        finding = await check_clock(REPORT, wanted, lambda: datetime.now(UTC))
    assert finding.outcome is outcome
    assert words in finding.what


async def test_without_a_server_the_clock_cannot_be_compared(tmp_path: Path) -> None:
    finding = await check_clock(REPORT, settings(tmp_path), lambda: NOW)
    assert finding.outcome is Outcome.NOTE


async def test_signals_own_clock_is_believed_before_any_other(tmp_path: Path) -> None:
    async with serving() as url:
        wanted = settings(tmp_path, web={"public_url": url})
        behind = timedelta(minutes=5)
        finding = await check_clock(REPORT, wanted, lambda: datetime.now(UTC), behind)
    assert finding.outcome is Outcome.PROBLEM
    assert "300 seconds slow" in finding.what


def test_one_server_that_is_off_itself_is_not_believed() -> None:
    offsets = [timedelta(hours=5), timedelta(seconds=2)]
    assert clock.judged(REPORT, offsets).outcome is Outcome.OK


# Certificates


def tls(folder: Path, until: datetime) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's side and, that vouches for it, a reader's side."""
    cert, key = certificate(folder, until=until)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(cert, key)
    return server, ssl.create_default_context(cafile=str(cert))


async def looked_at(tmp_path: Path, left: timedelta) -> Finding:
    now = datetime.now(UTC)
    server, trust = tls(tmp_path, now + left)
    async with serving(server) as url:
        return await check_certificate(REPORT, url, now, trust)


async def test_a_certificate_that_is_good_for_long(tmp_path: Path) -> None:
    finding = await looked_at(tmp_path, timedelta(days=200, hours=1))
    assert finding.outcome is Outcome.OK
    assert "200" in finding.what


async def test_a_certificate_that_should_have_been_renewed(tmp_path: Path) -> None:
    finding = await looked_at(tmp_path, timedelta(days=3, hours=1))
    assert finding.outcome is Outcome.PROBLEM
    assert "3 days" in finding.what


async def test_a_certificate_that_has_ended(tmp_path: Path) -> None:
    finding = await looked_at(tmp_path, timedelta(days=-1))
    assert finding.outcome is Outcome.PROBLEM
    assert "expired" in finding.what


async def test_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    server, _ = tls(tmp_path, datetime.now(UTC) + timedelta(days=90))
    async with serving(server) as url:
        finding = await check_certificate(REPORT, url, datetime.now(UTC))
    assert finding.outcome is Outcome.PROBLEM
    assert "Browsers refuse" in finding.what


@pytest.mark.parametrize("url", ["http://localhost:1", "https://127.0.0.1:1"])
async def test_what_cannot_be_seen_is_only_noted(url: str) -> None:
    assert (await check_certificate(REPORT, url, NOW)).outcome is Outcome.NOTE


@pytest.mark.parametrize(
    ("life", "left", "outcome"),
    [
        (90, 31, Outcome.OK),
        (90, 16, Outcome.OK),
        (90, 14, Outcome.PROBLEM),
        (6, 2, Outcome.OK),
        (6, 0.5, Outcome.PROBLEM),
    ],
)
def test_short_lives_are_judged_by_their_own_length(
    life: float, left: float, outcome: Outcome
) -> None:
    ends = NOW + timedelta(days=left)
    begins = ends - timedelta(days=life)
    assert certificates.judged(REPORT, begins, ends, NOW).outcome is outcome


# Versions


@pytest.mark.parametrize(
    ("version", "day", "outcome"),
    [
        ("0.100", date(2026, 7, 1), Outcome.OK),
        ("0.100-dev", date(2026, 7, 1), Outcome.OK),
        ("0.100", date(2026, 11, 22), Outcome.NOTE),
        ("0.99", date(2026, 7, 1), Outcome.OK),
        ("0.99", date(2026, 11, 22), Outcome.PROBLEM),
        ("0.50", date(2026, 7, 1), Outcome.PROBLEM),
        ("0.999", date(2030, 1, 1), Outcome.OK),
        ("1.0", date(2030, 1, 1), Outcome.OK),
        ("unset", date(2026, 7, 1), Outcome.NOTE),
        ("", date(2026, 7, 1), Outcome.NOTE),
        ("9" * 30 + ".1", date(2026, 7, 1), Outcome.NOTE),
    ],
)
def test_versions_that_signal_may_no_longer_take(version: str, day: date, outcome: Outcome) -> None:
    assert check_version(REPORT, version, day).outcome is outcome


def test_the_version_that_is_deployed_is_known() -> None:
    compose = Path(__file__).parents[3] / "deploy" / "compose.yaml"
    image = yaml.safe_load(compose.read_text(encoding="utf-8"))["services"]["signal"]["image"]
    usual = re.fullmatch(r".*:\$\{SIGNAL_API_VERSION:-([\d.]+)\}", image)
    assert usual is not None
    assert parsed(usual[1]) in RELEASED


# Backups


@pytest.mark.parametrize(
    ("age", "failed", "outcome"),
    [(20, False, Outcome.OK), (40, False, Outcome.PROBLEM), (20, True, Outcome.PROBLEM)],
)
def test_the_last_backup(tmp_path: Path, age: int, failed: bool, outcome: Outcome) -> None:
    made_at = NOW - timedelta(hours=age)
    with Store(tmp_path / "relay.db", "ab" * 32) as store:
        store.backups.record(BackupRow("whole", made_at, "done", "f", 1))
        if failed:
            store.backups.record(BackupRow("whole", NOW, "no-room", None, 0))
        last = store.backups.latest()
    wanted = settings(tmp_path, backup={"folder": tmp_path, "recipient": RECIPIENT})
    time = BranchTime(wanted.timezone, Words(), StillClock(NOW))
    assert check_backups(REPORT, wanted, last, time).outcome is outcome


def test_no_backup_is_only_noted_and_says_what_to_do(tmp_path: Path) -> None:
    wanted = settings(tmp_path, backup={"folder": tmp_path, "recipient": RECIPIENT})
    time = BranchTime(wanted.timezone, Words(), StillClock(NOW))
    for last, for_ in (
        (LastBackup(None, failed=False), wanted),
        (None, wanted),
        (None, settings(tmp_path)),
    ):
        finding = check_backups(REPORT, for_, last, time)
        assert finding.outcome is Outcome.NOTE
        assert finding.todo
