"""The folder of secrets: one file each, in the form that `RELAY_SECRETS_DIR` expects."""

import secrets
from pathlib import Path

from relay.setup.files import FILE_MODE, make_private_folder, write_private

WEBHOOK_TOKEN = "RELAY_WEBHOOK_TOKEN"  # noqa: S105 - a name
STORE_KEY = "RELAY_STORE_KEY"
PIN = "signal-registration-pin"


class SecretsFolder:
    """Reads and writes secrets; none ever comes to the screen.

    Names that do not begin with `RELAY_` are for the host alone; the relay reads past them.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        """Where a secret stands, or will."""
        return self.folder / name

    def get(self, name: str) -> str:
        """A secret, or an empty text where there is none."""
        path = self.path(name)
        return path.read_text(encoding="utf-8").strip() if path.is_file() else ""

    def put(self, name: str, value: str) -> None:
        """Keep a secret; one of the same name is replaced."""
        make_private_folder(self.folder)
        write_private(self.path(name), f"{value}\n")

    def make(self, name: str) -> bool:
        """Draw a secret of 256 bits unless there is one. Returns whether it was made now."""
        if self.get(name):
            return False
        self.put(name, secrets.token_hex(32))
        return True

    def close(self) -> None:
        """Let nobody else read the folder and what is in it."""
        make_private_folder(self.folder)
        for file in self.folder.iterdir():
            if file.is_file() and file.stat().st_mode & 0o077:
                file.chmod(FILE_MODE)
