"""Restoring: a folder appears complete or not at all, and says in words why not."""

import subprocess
import sys
from pathlib import Path

import pyrage
import pytest
from backups import SIGNER, Safe, agreed
from harness.vault import KEY, VaultHarness

from relay.backup.archive import Member, write
from relay.backup.errors import (
    BackupError,
    Damaged,
    Newer,
    NoConfidential,
    NotABackup,
    NotEmpty,
    NotWritable,
    WrongIdentity,
)
from relay.backup.making import BackupRequest, make_whole
from relay.backup.restoring import restore, verify
from relay.language.words import Words
from relay.settings import load_settings
from relay.store import Store
from relay.store.connecting import connect

SETTINGS = """
# Written by hand, with care.
[signal]
number = "+447700900000"
[store]
path = "{store}"   # where it was
[wording]
folder = "{wording}"
[[branches]]
slug = "hackney"
name = "Hackney branch"
[backup]
folder = "{backups}"
recipient = "{recipient}"
"""


@pytest.fixture
def file(house: VaultHarness, safe: Safe) -> Path:
    return safe.whole(house).file


def test_everything_is_in_the_new_folder(house: VaultHarness, safe: Safe, tmp_path: Path) -> None:
    wording = tmp_path / "wording"
    wording.mkdir()
    (wording / "own.ftl").write_text("time-noon = noon\n")
    config = tmp_path / "relay.toml"
    config.write_text(
        SETTINGS.format(
            store=house.path,
            wording=wording,
            backups=safe.backups,
            recipient=safe.identity.to_public(),
        )
    )
    old = load_settings(config, {"RELAY_WEBHOOK_TOKEN": "token", "RELAY_STORE_KEY": KEY})
    file = make_whole(BackupRequest(old, house.clock.now(), lambda: False)).file
    to = tmp_path / "new" / "place"
    done = restore(safe.request(file, house.clock.now()), to, agreed)
    assert done.settings == to / "relay.toml"
    assert "# Written by hand, with care." in done.settings.read_text()
    # Nothing else is given: the secrets came with it.
    new = load_settings(done.settings, {"RELAY_SECRETS_DIR": str(to / "secrets")})
    assert new.store.path == to / "var" / "relay.db"
    assert new.wording.folder == to / "wording"
    assert new.store_key == old.store_key
    Store(new.store.path, new.store_key.get_secret_value()).close()
    for place in to.rglob("*"):
        # The lock holds nothing and is everybody's to see.
        assert place.name == "relay.db.lock" or place.stat().st_mode & 0o077 == 0, place
    assert sorted(p.name for p in to.iterdir()) == ["relay.toml", "secrets", "var", "wording"]
    assert [p.name for p in to.parent.iterdir()] == ["place"]


def test_verifying_leaves_nothing(
    house: VaultHarness, safe: Safe, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    found = verify(safe.request(file, house.clock.now()))
    assert found.made_at == house.clock.now()
    assert list(place.iterdir()) == []


def refused(safe: Safe, house: VaultHarness, file: Path, kind: type[BackupError]) -> BackupError:
    to = safe.folder / "new"
    with pytest.raises(kind) as caught:
        restore(safe.request(file, house.clock.now()), to, agreed)
    assert not to.exists()
    assert not list(safe.folder.glob(".new*"))
    return caught.value


def test_another_identity(house: VaultHarness, safe: Safe, file: Path) -> None:
    safe.identity = pyrage.x25519.Identity.generate()
    refused(safe, house, file, WrongIdentity)


def test_cut_short(house: VaultHarness, safe: Safe, file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])
    assert refused(safe, house, file, Damaged).path == str(file)


def test_the_confidential_file_cut_short(house: VaultHarness, safe: Safe, file: Path) -> None:
    safe.confidential.write_bytes(safe.confidential.read_bytes()[:-1])
    assert refused(safe, house, file, Damaged).path == str(safe.confidential)


def test_the_confidential_file_in_place_of_the_dated_one(
    house: VaultHarness, safe: Safe, file: Path
) -> None:
    refused(safe, house, safe.confidential, NotABackup)


def test_without_the_confidential_file(house: VaultHarness, safe: Safe, file: Path) -> None:
    safe.confidential.unlink()
    assert refused(safe, house, file, NoConfidential).path == str(safe.confidential)


def test_of_a_newer_format(house: VaultHarness, safe: Safe) -> None:
    file = safe.folder / "newer.backup"
    members = [Member("manifest.json", b'{"format": 3, "kind": "dated"}')]
    write(file, safe.folder / "partial", iter(members), str(safe.identity.to_public()), SIGNER)
    refused(safe, house, file, Newer)


def test_of_a_newer_schema(house: VaultHarness, safe: Safe, file: Path) -> None:
    members = safe.members(file)
    store = safe.folder / "newer.db"
    store.write_bytes(members.pop("store.db"))
    connection = connect(store.as_posix(), KEY, uri=False)
    connection.execute("UPDATE _sqlite_migrations SET name = 'later' WHERE name = 'backups'")
    connection.close()
    packed = [Member("store.db", store), *(Member(name, data) for name, data in members.items())]
    newer = safe.backups / "newer.backup"
    write(newer, safe.folder / "partial", iter(packed), str(safe.identity.to_public()), SIGNER)
    refused(safe, house, newer, Newer)


def test_a_full_disk(house: VaultHarness, safe: Safe, file: Path) -> None:
    child = """
import resource, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from relay.backup.errors import BackupError
from relay.backup.restoring import RestoreRequest, restore
file, confidential, identity, to, limit = sys.argv[1:]
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
request = RestoreRequest(Path(file), Path(confidential), Path(identity), datetime.now(UTC), "")
try:
    restore(request, Path(to), lambda _: True)
except BackupError as error:
    print(error.code)
"""
    to = safe.folder / "new"
    for limit in ("100", "65536"):
        arguments = (file, safe.confidential, safe.key_file, to, limit)
        done = subprocess.run(
            [sys.executable, "-c", child, *map(str, arguments)],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.stdout.strip() == "no-room", done.stderr
        assert not to.exists()
        assert not list(safe.folder.glob(".new*"))


def test_a_folder_with_something_in_it(house: VaultHarness, safe: Safe, file: Path) -> None:
    with pytest.raises(NotEmpty):
        restore(safe.request(file, house.clock.now()), safe.folder, agreed)
    empty = safe.folder / "empty"
    empty.mkdir()
    restore(safe.request(file, house.clock.now()), empty, agreed)
    assert (empty / "var" / "relay.db").exists()


def test_a_place_that_cannot_be_written(house: VaultHarness, safe: Safe, file: Path) -> None:
    (safe.folder / "in-the-way").write_text("")
    with pytest.raises(NotWritable):
        restore(safe.request(file, house.clock.now()), safe.folder / "in-the-way" / "new", agreed)


def test_every_error_has_words() -> None:
    words = Words()
    kinds: list[type[BackupError]] = [BackupError, *BackupError.__subclasses__()]
    assert len({kind.code for kind in kinds}) == len(kinds)
    for kind in kinds:
        assert words.needs(kind.wording) <= {"path"}
