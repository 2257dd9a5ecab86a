"""One encrypted file: complete or not there, opened by its key or by nothing."""

import io
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pyrage
import pytest
from backups import SIGNER, Safe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relay.backup.archive import Member, read, read_identity, write
from relay.backup.errors import (
    BackupError,
    Damaged,
    NoIdentity,
    NotABackup,
    NotWritable,
    WrongIdentity,
)

MARK = b"marked content of a store"


@pytest.fixture
def archive(safe: Safe) -> Path:
    file = safe.folder / "x.backup"
    members = [Member("manifest.json", b"{}"), Member("store.db", MARK * 5000)]
    write(file, safe.folder / "partial", iter(members), str(safe.identity.to_public()), SIGNER)
    return file


def ignore(_name: str, content: IO[bytes]) -> None:
    content.read()


def test_it_holds_what_went_in_and_shows_nothing(safe: Safe, archive: Path) -> None:
    assert safe.members(archive) == {"manifest.json": b"{}", "store.db": MARK * 5000}
    assert MARK not in archive.read_bytes()
    assert archive.stat().st_mode & 0o777 == 0o600
    assert not (safe.folder / "partial").exists()


def test_another_key_does_not_open_it(archive: Path) -> None:
    with pytest.raises(WrongIdentity):
        read(archive, pyrage.x25519.Identity.generate(), ignore)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.floats(0, 1, exclude_max=True))
def test_wherever_it_is_cut_that_is_noticed(safe: Safe, archive: Path, where: float) -> None:
    whole = archive.read_bytes()
    cut = safe.folder / "cut.backup"
    cut.write_bytes(whole[: int(len(whole) * where)])
    with pytest.raises((Damaged, NotABackup)):
        read(cut, safe.identity, ignore)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.floats(0, 1, exclude_max=True), st.integers(1, 255))
def test_whatever_is_changed_that_is_noticed(
    safe: Safe, archive: Path, where: float, change: int
) -> None:
    content = bytearray(archive.read_bytes())
    content[int(len(content) * where)] ^= change
    changed = safe.folder / "changed.backup"
    changed.write_bytes(content)
    with pytest.raises((Damaged, NotABackup, WrongIdentity)):
        read(changed, safe.identity, ignore)


def test_what_is_no_backup_is_told(safe: Safe) -> None:
    (safe.folder / "x").write_bytes(b"hello")
    for file in (safe.folder / "x", safe.folder / "nowhere", safe.folder):
        with pytest.raises(NotABackup):
            read(file, safe.identity, ignore)


@pytest.mark.parametrize(
    "name", ["../x", "/etc/passwd", "settings/../../x", "other/x", "secrets", "x", "signal/..\\x"]
)
def test_a_member_that_leads_elsewhere_is_refused(safe: Safe, name: str) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        tar.addfile(tarfile.TarInfo(name), io.BytesIO())
    file = safe.folder / "x.backup"
    file.write_bytes(pyrage.encrypt(packed.getvalue(), [safe.identity.to_public()]))
    with pytest.raises(Damaged):
        read(file, safe.identity, ignore)


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, b"3"])
def test_a_member_that_is_no_file_is_refused(safe: Safe, kind: bytes) -> None:
    packed = io.BytesIO()
    info = tarfile.TarInfo("settings/x")
    info.type, info.linkname = kind, "/etc/passwd"
    with tarfile.open(fileobj=packed, mode="w") as tar:
        tar.addfile(info)
    file = safe.folder / "x.backup"
    file.write_bytes(pyrage.encrypt(packed.getvalue(), [safe.identity.to_public()]))
    with pytest.raises(Damaged):
        read(file, safe.identity, ignore)


def test_a_member_that_vanishes_leaves_the_file_from_before(safe: Safe, archive: Path) -> None:
    before = archive.read_bytes()

    def members() -> Iterator[Member]:
        yield Member("manifest.json", b"{}")
        yield Member("store.db", safe.folder / "nowhere")

    with pytest.raises(BackupError):
        write(archive, safe.folder / "partial", members(), str(safe.identity.to_public()), SIGNER)
    assert archive.read_bytes() == before
    assert not (safe.folder / "partial").exists()


def test_a_folder_that_is_not_there_is_told(safe: Safe) -> None:
    nowhere = safe.folder / "nowhere"
    with pytest.raises(NotWritable) as caught:
        write(nowhere / "x", nowhere / "partial", iter(()), str(safe.identity.to_public()), SIGNER)
    assert caught.value.path == str(nowhere / "x")


def test_a_sink_that_cannot_write_is_no_damage(safe: Safe, archive: Path) -> None:
    def full(_name: str, content: IO[bytes]) -> None:
        raise OSError(28, "no space")

    with pytest.raises(OSError, match="no space"):
        read(archive, safe.identity, full)


def test_an_identity_is_read_as_age_keygen_writes_it(safe: Safe) -> None:
    assert str(read_identity(safe.key_file)) == str(safe.identity)
    for content in (b"", b"\xff\xfe", b"age1abc", b"AGE-SECRET-KEY-1NOTONE"):
        file = safe.folder / "bad.txt"
        file.write_bytes(content)
        with pytest.raises(NoIdentity):
            read_identity(file)
    with pytest.raises(NoIdentity):
        read_identity(safe.folder / "nowhere")
