"""Sealing the files of cases, and opening them to be sent."""

from relay.media import neutral_name
from relay.safeguarding.sealing import CONTENT, Sealer
from relay.safeguarding.tables import VaultTables
from relay.safeguarding.views import FileView
from relay.store import Store
from relay.store.files import StoredFile

MAX_CASE_BYTES = 100 * 1024 * 1024
MAX_CASE_FILES = 50
EXPORT_TYPE = "application/age"


class CaseFiles:
    """The files of cases.

    Args:
        store: where they are.
        sealer: seals and opens them.
    """

    def __init__(self, store: Store, sealer: Sealer) -> None:
        self._store = store
        self._files = store[VaultTables].files
        self._sealer = sealer

    def take(self, case_id: int, entry: int, file_id: int) -> bool:
        """Seal a fetched file into a case and delete the open one; False if the case is full."""
        file = self._store.files.get(file_id)
        position, total = self._files.total(case_id)
        fits = position < MAX_CASE_FILES and total + len(file.data) <= MAX_CASE_BYTES
        if fits:
            self.keep(case_id, entry, position + 1, file.media_type, file.data)
        self._store.files.remove(file_id)
        return fits

    def keep(self, case_id: int, entry: int, position: int, media_type: str, data: bytes) -> int:
        """Seal a file into a case and return its id."""
        return self._files.add(
            case_id,
            entry,
            position=position,
            media_type=media_type,
            size=len(data),
            sealed=self._sealer.seal(case_id, CONTENT, _place(entry, position), data),
        )

    def of(self, case_id: int, entry: int) -> tuple[FileView, ...]:
        """Return the files of an entry."""
        return tuple(
            FileView(row.id, neutral_name(row.position, row.media_type), row.media_type, row.size)
            for row in self._files.of(case_id, entry)
        )

    def open(self, file_id: int) -> StoredFile:
        """Return a file to be sent, under its neutral name.

        Raises:
            KeyError: it is destroyed, or its case is.
        """
        row = self._files.get(file_id)
        if row is None:
            raise KeyError(file_id)
        data = self._sealer.open(
            row.case_id, CONTENT, _place(row.entry, row.position), self._files.sealed(file_id)
        )
        name = neutral_name(row.position, row.media_type)
        return StoredFile(row.id, name, row.media_type, data)


def _place(entry: int, position: int) -> str:
    return f"file:{entry}:{position}"
