"""Does the store open with the key, or can it be made?"""

import os
from pathlib import Path

from relay.check.findings import Finding, Report
from relay.settings import Settings
from relay.store import Store
from relay.store.errors import StoreDamaged, StoreError, StoreKeyWrong, StoreLocked, StoreNewer

_WHERE = "store.path"
_FAULTS: dict[type[StoreError], str] = {
    StoreKeyWrong: "check-store-key",
    StoreNewer: "check-store-newer",
    StoreDamaged: "check-store-damaged",
}


def check_store(report: Report, settings: Settings) -> Finding:
    """Open the store as the relay would. One that is not there yet is not made."""
    path = settings.store.path
    if not path.exists():
        if _can_be_made(path):
            return report.ok(_WHERE, "check-store-new")
        return report.problem(_WHERE, "check-store-folder")
    try:
        Store(path, settings.store_key.get_secret_value()).close()
    except StoreLocked:
        return report.ok(_WHERE, "check-store-in-use")
    except StoreError as error:
        return report.problem(_WHERE, _FAULTS.get(type(error), "check-store-damaged"))
    except OSError:
        return report.problem(_WHERE, "check-store-folder")
    return report.ok(_WHERE, "check-store-fine")


def _can_be_made(path: Path) -> bool:
    folder = path.absolute().parent
    while not folder.exists():
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
