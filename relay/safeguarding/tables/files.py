"""Files of cases, sealed. They have no names."""

from dataclasses import dataclass

from relay.store.table import Rows, Table


@dataclass(frozen=True)
class CaseFileRow:
    """What is known of a file without opening it. `size`: bytes of the opened file."""

    id: int
    case_id: int
    entry: int
    position: int
    media_type: str
    size: int


_ROWS = Rows(CaseFileRow)


class CaseFiles(Table):
    """The case_files table."""

    def add(
        self,
        case_id: int,
        entry: int,
        *,
        position: int,
        media_type: str,
        size: int,
        sealed: bytes,
    ) -> int:
        """Keep a sealed file with an entry and return its id.

        Args:
            case_id: the case.
            entry: the entry's number.
            position: counts the files of the whole case, from 1; its neutral name is made of it.
            media_type: after cleaning.
            size: bytes of the opened file.
            sealed: the file.
        """
        return self._insert(
            "case_files",
            case_id=case_id,
            entry=entry,
            position=position,
            media_type=media_type,
            size=size,
            sealed=sealed,
        )

    def of(self, case_id: int, entry: int | None = None) -> list[CaseFileRow]:
        """Return the files of a case or of one entry, in order."""
        return self._all(
            _ROWS,
            "FROM case_files WHERE case_id = :case AND (:entry IS NULL OR entry = :entry)"
            " ORDER BY position",
            {"case": case_id, "entry": entry},
        )

    def get(self, file_id: int) -> CaseFileRow | None:
        """Return what is known of a file, or None once it is destroyed."""
        return self._one(_ROWS, "FROM case_files WHERE id = ?", [file_id])

    def sealed(self, file_id: int) -> bytes:
        """Return the sealed bytes of a file there is."""
        return bytes(self._value("SELECT sealed FROM case_files WHERE id = ?", [file_id]))

    def total(self, case_id: int) -> tuple[int, int]:
        """Return the highest position and the bytes of all files of a case's entries."""
        row = self._db.execute(
            "SELECT coalesce(max(position), 0), coalesce(sum(size), 0) FROM case_files"
            " WHERE case_id = ? AND entry > 0",
            [case_id],
        ).fetchone()
        return int(row[0]), int(row[1])

    def delete(self, case_id: int, entry: int) -> None:
        """Delete the files of an entry."""
        self._run("DELETE FROM case_files WHERE case_id = ? AND entry = ?", [case_id, entry])
