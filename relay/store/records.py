"""Records of cases: for each case a chain of hashes that only grows, and bodies that can go."""

import hashlib
import json
from dataclasses import dataclass, field

from relay.store.table import Rows, Table

_START = "0" * 64


@dataclass(frozen=True)
class RecordRow:
    """One record. `sealed` is None once the case is destroyed.

    Attributes:
        digest: SHA-256 of the sealed body.
        previous: the hash of the record before.
        hash: SHA-256 over number, digest and previous. The case is bound by the sealed body.
    """

    number: int
    digest: str
    previous: str
    hash: str
    sealed: bytes | None = field(repr=False)


_ROWS = Rows(RecordRow, number="r.number")


class Records(Table):
    """The case_records and case_record_bodies tables."""

    def next_number(self, case_id: int) -> int:
        """Return the number of the next record of a case."""
        return self._count(
            "SELECT coalesce(max(number), 0) + 1 FROM case_records WHERE case_id = ?", [case_id]
        )

    def append(self, case_id: int, number: int, sealed: bytes) -> None:
        """Append a record."""
        row = self._db.execute(
            "SELECT hash FROM case_records WHERE case_id = ? ORDER BY number DESC LIMIT 1",
            [case_id],
        ).fetchone()
        previous = _START if row is None else str(row[0])
        digest = hashlib.sha256(sealed).hexdigest()
        self._insert(
            "case_records",
            case_id=case_id,
            number=number,
            digest=digest,
            previous=previous,
            hash=chained(number, digest, previous),
        )
        self._insert("case_record_bodies", case_id=case_id, number=number, sealed=sealed)

    def of(self, case_id: int) -> list[RecordRow]:
        """Return the records of a case, in order."""
        return self._all(
            _ROWS,
            "FROM case_records AS r LEFT JOIN case_record_bodies AS b"
            " ON b.case_id = r.case_id AND b.number = r.number WHERE r.case_id = ? ORDER BY"
            " r.number",
            [case_id],
        )

    def destroy_bodies(self, case_id: int) -> None:
        """Destroy what the records of a case say; the chain stays."""
        self._run("DELETE FROM case_record_bodies WHERE case_id = ?", [case_id])

    def cases(self) -> list[int]:
        """Return every case that has records, by number."""
        return self._values("SELECT DISTINCT case_id FROM case_records ORDER BY case_id")

    def broken_at(self, case_id: int) -> int | None:
        """Return the number of the first record that does not follow from the one before, or None.

        A body that was changed shows too; one that was destroyed with its case does not.
        """
        previous = _START
        for expected, row in enumerate(self.of(case_id), start=1):
            honest = row.number == expected and row.previous == previous
            honest = honest and row.hash == chained(row.number, row.digest, row.previous)
            if row.sealed is not None:
                honest = honest and hashlib.sha256(row.sealed).hexdigest() == row.digest
            if not honest:
                return expected
            previous = row.hash
        return None


def chained(number: int, digest: str, previous: str) -> str:
    """Return the hash of a record."""
    return hashlib.sha256(json.dumps([number, digest, previous]).encode()).hexdigest()
