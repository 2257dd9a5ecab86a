"""Making a backup: whatever gets in the way, what was there before stays, and no half file."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from backups import Safe
from harness.vault import KEY, WRITER, VaultHarness
from sqlcipher3 import dbapi2 as sqlcipher

from relay.backup.errors import (
    Busy,
    NoStore,
    NotSetUp,
    NotWritable,
    Stopped,
    StoreUnsound,
)
from relay.backup.making import BackupRequest, make_whole
from relay.settings import StoreSettings
from relay.store.backups import WITHOUT_SIGNAL

_CHILD = """
import os, resource, signal, sys, threading
from datetime import UTC, datetime
from pathlib import Path
from relay.backup.errors import BackupError
from relay.backup.making import BackupRequest, make_whole
from relay.settings import BackupSettings, Settings, StoreSettings
store, folder, recipient, limit = sys.argv[1:]
settings = Settings(
    signal={"number": "+447700900000"},
    branches=({"slug": "hackney", "name": "Hackney"},),
    store=StoreSettings(path=store),
    backup=BackupSettings(folder=folder, recipient=recipient),
    webhook_token="token",
    store_key="cd" * 32,
)
if int(limit):
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
calls = 0
def stopped():
    global calls
    calls += 1
    if not int(limit) and calls == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return False
try:
    make_whole(BackupRequest(settings, datetime(2026, 3, 11, tzinfo=UTC), stopped))
except BackupError as error:
    print(error.code)
"""


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def in_a_process(house: VaultHarness, safe: Safe, limit: int) -> tuple[int, str]:
    """Make a backup in a process that may write no file larger than `limit`; 0 to be killed."""
    recipient = str(safe.identity.to_public())
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(house.path), str(safe.backups), recipient, str(limit)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout.strip() + done.stderr


def test_two_files_and_nothing_else(house: VaultHarness, safe: Safe) -> None:
    made = safe.whole(house)
    assert made.kind == "whole"
    assert safe.dated == [made.file]
    assert set(files(safe.backups)) == {made.file.name, "confidential.backup", ".lock"}
    assert made.size == sum(file.stat().st_size for file in safe.backups.glob("*.backup"))
    assert safe.backups.stat().st_mode & 0o777 == 0o700


def test_what_goes_with_it(house: VaultHarness, safe: Safe, tmp_path: Path) -> None:
    wording = tmp_path / "wording"
    wording.mkdir()
    (wording / "own.ftl").write_text("time-noon = noon\n")
    (tmp_path / "relay.toml").write_text("# my settings\n")
    signal = tmp_path / "signal-cli"
    (signal / "data" / "1.d").mkdir(parents=True)
    (signal / "attachments").mkdir()
    (signal / "attachments" / "1.jpg").write_bytes(b"marked picture")
    (signal / "data" / "accounts.json").write_text("{}")
    database = signal / "data" / "1.d" / "account.db"
    sqlcipher.connect(database.as_posix()).execute("CREATE TABLE identity (name TEXT)")
    settings = safe.settings(house, signal_folder=signal)
    settings = settings.model_copy(
        update={"wording": settings.wording.model_copy(update={"folder": wording})}
    ).read_from(tmp_path / "relay.toml")
    made = make_whole(BackupRequest(settings, house.clock.now(), lambda: False))
    dated = safe.members(made.file)
    assert dated["settings/relay.toml"] == b"# my settings\n"
    assert dated["wording/own.ftl"] == b"time-noon = noon\n"
    assert dated["secrets/RELAY_STORE_KEY"] == KEY.encode()
    assert dated["secrets/RELAY_WEBHOOK_TOKEN"] == b"token"
    assert json.loads(dated["manifest.json"])["kind"] == "dated"
    confidential = safe.members(safe.confidential)
    assert set(confidential) == {
        "manifest.json",
        "store.db",
        "signal/data/accounts.json",
        "signal/data/1.d/account.db",
    }


def test_dated_files_have_their_time(house: VaultHarness, safe: Safe) -> None:
    for _ in range(4):
        safe.whole(house, keep_days=2, keep_weeks=0)
        house.clock.move(timedelta(days=1))
    assert [file.name[6:14] for file in safe.dated] == ["20260312", "20260313"]


def test_a_full_disk_leaves_everything_as_it_was(house: VaultHarness, safe: Safe) -> None:
    safe.whole(house)
    before = files(safe.backups)
    # Room for the copies, and not for what is made of them; and not even for those.
    for limit in (house.path.stat().st_size // 2, 8192, 100):
        assert in_a_process(house, safe, limit) == (0, "no-room")
        assert files(safe.backups) == before
    with house.at_work() as vault:
        vault.reports.begin(WRITER)


def test_being_killed_leaves_everything_as_it_was(house: VaultHarness, safe: Safe) -> None:
    safe.whole(house)
    before = files(safe.backups)
    code, said = in_a_process(house, safe, 0)
    assert code == -9, said
    assert list(house.path.parent.glob(".backup-*"))
    assert files(safe.backups) == before
    house.clock.move(timedelta(days=1))
    safe.whole(house)
    assert not list(house.path.parent.glob(".backup-*"))


def test_a_folder_that_cannot_be_made(house: VaultHarness, safe: Safe) -> None:
    safe.backups.write_text("in the way")
    with pytest.raises(NotWritable) as caught:
        safe.whole(house)
    assert caught.value.path == str(safe.backups)


def test_one_at_a_time(house: VaultHarness, safe: Safe) -> None:
    settings = safe.settings(house)
    refused: list[BaseException] = []

    def meanwhile() -> bool:
        if not refused:
            with pytest.raises(Busy) as caught:
                safe.whole(house)
            refused.append(caught.value)
        return False

    make_whole(BackupRequest(settings, house.clock.now(), meanwhile))
    assert len(refused) == 1


def test_stopping_gives_it_up(house: VaultHarness, safe: Safe) -> None:
    with pytest.raises(Stopped):
        make_whole(BackupRequest(safe.settings(house), house.clock.now(), lambda: True))
    assert set(files(safe.backups)) == {".lock"}


def test_a_damaged_store_does_not_take_the_place_of_a_good_backup(
    house: VaultHarness, safe: Safe
) -> None:
    safe.whole(house)
    before = files(safe.backups)
    house.store.close()
    content = bytearray(house.path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    house.path.write_bytes(content)
    house.clock.move(timedelta(days=1))
    with pytest.raises(StoreUnsound):
        safe.whole(house)
    assert files(safe.backups) == before


def test_what_is_not_there_is_told(house: VaultHarness, safe: Safe, tmp_path: Path) -> None:
    with pytest.raises(NotSetUp):
        make_whole(BackupRequest(house.settings, house.clock.now(), lambda: False))
    nowhere = safe.settings(house).model_copy(
        update={"store": StoreSettings(path=tmp_path / "nowhere.db")}
    )
    with pytest.raises(NoStore):
        make_whole(BackupRequest(nowhere, house.clock.now(), lambda: False))
    made = safe.whole(house, signal_folder=tmp_path / "nowhere")
    assert made.outcome == WITHOUT_SIGNAL
