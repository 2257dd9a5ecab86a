"""Backups in tests: made of a house, opened by who has the key."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO

import pyrage
from harness.vault import KEY, VaultHarness
from opened import opened

from relay.backup.archive import STORE, read, read_identity
from relay.backup.making import BackupRequest, Made, make_confidential, make_whole
from relay.backup.restoring import Restoration, RestoreRequest
from relay.backup.retention import CONFIDENTIAL
from relay.backup.signing import Signer
from relay.settings import BackupSettings, Settings, StoreSettings

SIGNER = Signer(KEY)


def agreed(_found: Restoration) -> bool:
    """What a host answers who has looked."""
    return True


async def backed_up(command: Callable[[], Awaitable[tuple[int, str]]]) -> str:
    """Make a backup by hand, after one that the relay may be making by itself; return its words."""
    while True:
        code, said = await command()
        if "Another backup is being made" not in said:
            break
    assert code == 0, said
    return said


@dataclass
class Safe:
    """A folder of backups, and the key that the host keeps elsewhere."""

    folder: Path
    store_key: str = KEY
    identity: pyrage.x25519.Identity = field(default_factory=pyrage.x25519.Identity.generate)

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def confidential(self) -> Path:
        return self.backups / CONFIDENTIAL

    @property
    def key_file(self) -> Path:
        file = self.folder / "key.txt"
        signer = Signer(self.store_key).note
        file.write_text(f"# public key: {self.identity.to_public()}\n{self.identity}\n{signer}\n")
        return file

    @property
    def dated(self) -> list[Path]:
        return sorted(self.backups.glob("relay-*.backup"))

    def table(self) -> str:
        """The `[backup]` table, as TOML."""
        recipient = self.identity.to_public()
        return f'\n[backup]\nfolder = "{self.backups}"\nrecipient = "{recipient}"\n'

    def settings(self, house: VaultHarness, **more: object) -> Settings:
        recipient = str(self.identity.to_public())
        backup = BackupSettings(folder=self.backups, recipient=recipient, **more)
        return house.settings.model_copy(
            update={"backup": backup, "store": StoreSettings(path=house.path)}
        )

    def whole(self, house: VaultHarness, **more: object) -> Made:
        return make_whole(self._order(house, **more))

    def newest_confidential(self, house: VaultHarness) -> Made:
        return make_confidential(self._order(house))

    def _order(self, house: VaultHarness, **more: object) -> BackupRequest:
        return BackupRequest(self.settings(house, **more), house.clock.now(), lambda: False)

    def request(
        self, file: Path, now: datetime, *, confidential: Path | None = None
    ) -> RestoreRequest:
        return RestoreRequest(
            file=file,
            confidential=confidential or self.confidential,
            identity=self.key_file,
            now=now,
            reason="restored",
        )

    def members(self, file: Path) -> dict[str, bytes]:
        """Everything in a file of a backup, opened with the key."""
        found: dict[str, bytes] = {}

        def keep(name: str, content: IO[bytes]) -> None:
            found[name] = content.read()

        read(file, read_identity(self.key_file), keep)
        return found

    def bytes_of(self, file: Path) -> bytes:
        """Every byte there is in a file of a backup, with the pages of its store opened."""
        members = self.members(file)
        store = self.folder / "looked-at.db"
        store.write_bytes(members[STORE])
        try:
            return opened(store, self.store_key) + b"\n".join(members.values())
        finally:
            store.unlink()
