"""What is done with cases while the relay does not run."""

from pathlib import Path

from relay.safeguarding.vault import Vault
from relay.settings import Settings
from relay.store import Store
from relay.time.clock import SystemClock


def export_case(settings: Settings, name: str) -> bytes | None:
    """Write one case into an encrypted file; the relay must not be running.

    Args:
        settings: complete and valid.
        name: the case's.

    Returns:
        An age file, or None if nobody in the settings reads a case of that name.

    Raises:
        NoExportKey: the settings name no key.
        StoreError: the store cannot be opened, for example because the relay runs.
    """
    key = settings.store_key.get_secret_value()
    with Store(Path(settings.store.path), key) as store, store.transaction():
        return Vault(store, SystemClock(), settings).export(name)
