"""Restoring: two files and an identity become a folder from which the relay can be started."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import IO, Any

import tomlkit

from relay.backup.archive import (
    MANIFEST,
    STORE,
    disk_errors,
    read,
    read_identity,
)
from relay.backup.errors import (
    ConfidentialOlder,
    Damaged,
    Newer,
    NoConfidential,
    NoRoom,
    NotABackup,
    NotAgreed,
    NotEmpty,
    NotSigned,
    WrongSigner,
)
from relay.backup.in_charge import InCharge, in_charge
from relay.backup.making import FORMAT
from relay.backup.members import SETTINGS, STORE_KEY, is_known
from relay.backup.signing import read_signers
from relay.backup.standing import Standing, newer_beside, standing
from relay.store import Store, StoreError, StoreNewer
from relay.store.chains import BrokenChain
from relay.store.copies import CopyError, CopyNoRoom, Moment, Returned, merge
from relay.store.premigration import force_to_disk

_SETTINGS_ALONE = frozenset({"settings"})
_EVERYTHING = frozenset({"secrets", "settings", "signal", "wording"})


class Proof(Enum):
    """What has to show who made a backup."""

    SIGNATURE = "signature"
    """One of a signer that the file with the identity names."""
    NONE = "none"
    """Nothing: it is older than signatures, or nobody noted the signer. The host has to look."""


@dataclass(frozen=True)
class RestoreRequest:
    """What is to be restored.

    Attributes:
        file: the dated file.
        confidential: the newest confidential file; None to restore no people and no cases.
        identity: the file with the other half of the key.
        now: the moment, aware.
        reason: what a delivery that waited says of itself to the admin who asked for it.
        proof: what has to show who made it.
    """

    file: Path
    confidential: Path | None
    identity: Path
    now: datetime
    reason: str
    proof: Proof = Proof.SIGNATURE


@dataclass(frozen=True)
class Restoration:
    """What was restored, or would be.

    Attributes:
        made_at: when the backup was made, aware, UTC.
        returned: what is in the store.
        settings: the settings file, None if the backup holds none.
        signal: signal-cli's data, None if the backup holds none.
        broken: where something other than the relay had changed it, None where nothing had.
        in_charge: who would decide and read; None if the backup holds no settings.
        reports_at: when the confidential file was made; None if it is left out.
        newer: names of backups in the same folder that say they are newer, newest first.
        standing: the store that is there already; None if there is none.
    """

    made_at: datetime
    returned: Returned
    settings: Path | None
    signal: Path | None
    broken: BrokenChain | None = None
    in_charge: InCharge | None = None
    reports_at: datetime | None = None
    newer: tuple[str, ...] = ()
    standing: Standing | None = None

    @property
    def is_outdated(self) -> bool:
        """Whether the store that is there already would lose by it, or get back what it erased."""
        return self.standing is not None and self.standing.would_lose(self.made_at)


def restore(
    request: RestoreRequest, to: Path, agrees: Callable[[Restoration], bool]
) -> Restoration:
    """Make a folder with settings, secrets, wording, store and signal-cli's data.

    Args:
        request: from what.
        to: the folder; must not exist, or be empty. It appears only once it is complete.
        agrees: whether the host wants what would be made, asked when all of it is known to be good.

    Raises:
        BackupError: one of its kinds; nothing was made.
    """
    to = to.absolute()
    with disk_errors(to):
        if to.exists() and (not to.is_dir() or any(to.iterdir())):
            raise NotEmpty(to)
        to.parent.mkdir(parents=True, exist_ok=True)
    with _scratch(to) as scratch:
        found = _restore(request, scratch, _EVERYTHING)
        folder = scratch / "whole"
        _put(scratch / "dated" / "secrets", folder / "secrets")
        wording = _put(scratch / "dated" / "wording", folder / "wording")
        signal = _put(scratch / "confidential" / "signal", folder / "signal-cli")
        done = replace(
            found,
            settings=None if found.settings is None else to / "relay.toml",
            signal=to / "signal-cli" if signal else None,
        )
        if found.settings is not None:
            text = _moved(
                found.settings.read_text(encoding="utf-8"),
                store=to / "var" / "relay.db",
                wording=to / "wording" if wording else None,
            )
            _write(folder / "relay.toml", text.encode())
        if not agrees(done):
            raise NotAgreed(to)
        folder.rename(to)
        force_to_disk(to.parent)
    return done


def verify(request: RestoreRequest) -> Restoration:
    """Restore a store into a temporary place, open it, and leave nothing behind.

    Raises:
        BackupError: one of its kinds; the backup cannot be restored.
    """
    temporary = Path(tempfile.gettempdir())
    with _scratch(temporary / "verify") as scratch:
        found = _restore(request, scratch, _SETTINGS_ALONE)
    return replace(found, settings=None, signal=None)


@dataclass(frozen=True)
class _Unpacked:
    made_at: datetime
    store: Path
    key: str | None
    signer: str | None


def _restore(request: RestoreRequest, scratch: Path, wanted: frozenset[str]) -> Restoration:
    identity = read_identity(request.identity)
    dated = _unpack(request.file, identity, scratch / "dated", "dated", wanted)
    signers = read_signers(request.identity) if request.proof is Proof.SIGNATURE else None
    _check_signer(request.file, dated, signers)
    if dated.key is None:
        raise NotABackup(request.file)
    confidential = None
    if request.confidential is not None:
        if not request.confidential.exists():
            raise NoConfidential(request.confidential)
        place = scratch / "confidential"
        confidential = _unpack(request.confidential, identity, place, "confidential", wanted)
        _check_signer(request.confidential, confidential, signers)
        if confidential.signer != dated.signer and signers is None:
            raise WrongSigner(request.confidential)
        if confidential.made_at < dated.made_at:
            raise ConfidentialOlder(request.confidential)
    when = Moment(made_at=dated.made_at, now=request.now, reason=request.reason)
    path = scratch / "whole" / "var" / "relay.db"
    try:
        returned = merge(
            path,
            dated.key,
            dated=dated.store,
            confidential=None if confidential is None else confidential.store,
            when=when,
        )
        with Store(path, dated.key) as store:
            broken = store.broken_chain()
    except StoreNewer as error:
        raise Newer(request.file) from error
    except CopyNoRoom as error:
        raise NoRoom(scratch.parent) from error
    except (StoreError, CopyError) as error:
        raise Damaged(request.file) from error
    settings = scratch / "dated" / SETTINGS
    return Restoration(
        made_at=dated.made_at,
        returned=returned,
        settings=settings if settings.exists() else None,
        signal=None,
        broken=broken,
        in_charge=in_charge(settings) if settings.exists() else None,
        reports_at=None if confidential is None else confidential.made_at,
        newer=newer_beside(request.file, dated.made_at),
        standing=standing(settings, path, dated.key) if settings.exists() else None,
    )


def _check_signer(file: Path, unpacked: _Unpacked, signers: frozenset[str] | None) -> None:
    """Before anything in it is opened: see that one of these has signed it; None for anybody.

    Raises:
        NotSigned, WrongSigner: none has.
    """
    if signers is None:
        return
    if unpacked.signer is None:
        raise NotSigned(file)
    if unpacked.signer not in signers:
        raise WrongSigner(file)


def _unpack(
    file: Path, identity: Any, folder: Path, kind: str, wanted: frozenset[str]
) -> _Unpacked:
    """Unpack an archive. What is not wanted is not written anywhere: it may be a secret."""
    said: dict[str, Any] = {}
    key: list[str] = []
    folder.mkdir(mode=0o700)

    def sink(name: str, content: IO[bytes]) -> None:
        if name == MANIFEST:
            said.update(_manifest(file, content.read()))
            if said["kind"] != kind:
                raise NotABackup(file)
        elif name == STORE:
            with (folder / STORE).open("xb") as target:
                shutil.copyfileobj(content, target)
            (folder / STORE).chmod(0o600)
        else:
            data = content.read()
            if name == STORE_KEY:
                key.append(data.decode())
            if name.partition("/")[0] in wanted and is_known(name):
                _write(folder / name, data)

    signer = read(file, identity, sink)
    if not said or not (folder / STORE).exists():
        raise NotABackup(file)
    return _Unpacked(said["made_at"], folder / STORE, key[0] if key else None, signer)


def _manifest(file: Path, content: bytes) -> dict[str, Any]:
    try:
        said = json.loads(content)
        if said["format"] > FORMAT:
            raise Newer(file)
        return {"kind": said["kind"], "made_at": datetime.fromisoformat(said["made_at"])}
    except (ValueError, KeyError, TypeError) as error:
        raise NotABackup(file) from error


@contextmanager
def _scratch(near: Path) -> Iterator[Path]:
    """Give a folder beside another one; whatever happens, it is gone afterwards."""
    with disk_errors(near.parent):
        scratch = Path(tempfile.mkdtemp(prefix=f".{near.name}.partial-", dir=near.parent))
    try:
        with disk_errors(near.parent):
            yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _moved(text: str, *, store: Path, wording: Path | None) -> str:
    """Return a settings file for another place; comments and everything else stay.

    Backups are left as they are set: the folder may not be there yet, and is then said to be
    missing.

    Args:
        text: the settings, TOML.
        store: where the store is now.
        wording: where the branch's own wording is now, if there is any.
    """
    document = tomlkit.parse(text)
    _table(document, "store")["path"] = str(store)
    if wording is not None:
        _table(document, "wording")["folder"] = str(wording)
    return tomlkit.dumps(document)


def _table(document: tomlkit.TOMLDocument, name: str) -> Any:
    if name not in document:
        document[name] = tomlkit.table()
    return document[name]


def _write(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with target.open("xb") as file:
        target.chmod(0o600)
        file.write(data)


def _put(source: Path, target: Path) -> bool:
    if not source.is_dir():
        return False
    source.rename(target)
    return True
