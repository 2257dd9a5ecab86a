"""What goes into a backup beside the store: settings, wording, secrets, signal-cli's data."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from relay.backup.archive import Member
from relay.backup.errors import SignalNotRead
from relay.schema.secret import secret_paths, secrets_in, variable
from relay.settings import Settings
from relay.store.copies import CopyError, CopyNoRoom, copy_plain, is_database

SETTINGS = "settings/relay.toml"
STORE_KEY = "secrets/RELAY_STORE_KEY"

_NOT_OF_SIGNAL = frozenset({"attachments", "avatars", "stickers", "cache"})
"""Folders of signal-cli that hold what people sent, and nothing it needs."""
_BESIDE_A_DATABASE = ("-wal", "-shm", "-journal")


def settings_members(settings: Settings) -> Iterator[Member]:
    """Yield the settings file, the branch's own wording and the secrets, as far as there are."""
    if settings.file is not None and settings.file.is_file():
        yield Member(SETTINGS, settings.file)
    folder = settings.wording.folder
    if folder is not None and folder.is_dir():
        for file in sorted(folder.glob("*.ftl")):
            yield Member(f"wording/{file.name}", file)
    for name, value in sorted((variable(*path), value) for path, value in secrets_in(settings)):
        yield Member(f"secrets/{name}", value.encode())


def is_known(name: str) -> bool:
    """Whether a member is what the relay puts there.

    In the folder of secrets any setting can stand: who is an officer is read from the settings
    file, which the host is shown, and from nowhere else.
    """
    folder, _, file = name.partition("/")
    if folder != "secrets":
        return folder != "settings" or name == SETTINGS
    known = [variable(*path) for path in secret_paths(Settings)]
    return any(file == one or file.startswith(f"{one}__") for one in known)


def signal_members(folder: Path, scratch: Path) -> Sequence[Member]:
    """Return signal-cli's data, without the files and the messages that people sent.

    Args:
        folder: signal-cli's own.
        scratch: an empty folder for copies of databases in use.

    Raises:
        SignalNotRead: some of it cannot be read.
    """
    members: list[Member] = []
    try:
        files = sorted(file for file in folder.rglob("*") if file.is_file())
        if not files:
            raise SignalNotRead(folder)
        for number, file in enumerate(files):
            place = file.relative_to(folder)
            if _NOT_OF_SIGNAL.intersection(place.parts) or file.is_symlink():
                continue
            if file.name.endswith(_BESIDE_A_DATABASE):
                continue
            if is_database(file):
                copy = scratch / f"{number}.db"
                copy_plain(file, copy)
                members.append(Member(f"signal/{place.as_posix()}", copy))
            else:
                members.append(Member(f"signal/{place.as_posix()}", file.read_bytes()))
    except CopyNoRoom:
        raise
    except (PermissionError, FileNotFoundError, CopyError) as error:
        raise SignalNotRead(folder) from error
    return members
