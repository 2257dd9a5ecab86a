"""The tables of the record: which decisions there are, and what those that are gone add up to."""

from dataclasses import dataclass, field
from datetime import datetime

from relay.store.table import Rows, Table


@dataclass(frozen=True)
class RecordRow:
    """A decision in the record.

    Attributes:
        decision: its number, for the program alone.
        matter: the number that people type.
        branch: slug.
        person: keyed hash of whom it is about.
        step: which step it was.
        decided: when, aware, UTC.
        told: when all that follows from it had come about, the notice of it too.
        ended: when its time was over or it was taken back; None while it holds.
        sealed: keyed hashes of the account ids of who took part in it, as JSON.
    """

    decision: int
    matter: int
    branch: str
    person: str = field(repr=False)
    step: str
    decided: datetime
    told: datetime | None
    ended: datetime | None
    sealed: bytes = field(repr=False)


_ROWS = Rows(RecordRow)


class RecordTable(Table):
    """The tables conduct_record and conduct_counts."""

    def add(self, row: RecordRow) -> None:
        """Enter a decision that was taken."""
        self._insert("conduct_record", "ON CONFLICT DO NOTHING", **_ROWS.values(row))

    def get(self, decision: int) -> RecordRow | None:
        """Return a decision in the record, or None."""
        return self._one(_ROWS, "FROM conduct_record WHERE decision = ?", [decision])

    def end(self, decision: int, at: datetime) -> None:
        """Note when a decision ended; what ended once stays so."""
        self._run(
            "UPDATE conduct_record SET ended = coalesce(ended, ?) WHERE decision = ?",
            [at, decision],
        )

    def tell(self, decision: int, at: datetime) -> None:
        """Note when a decision had come about; what came about once stays so."""
        self._run(
            "UPDATE conduct_record SET told = coalesce(told, ?) WHERE decision = ?", [at, decision]
        )

    def of_person(self, person: str) -> list[RecordRow]:
        """Return what was decided about somebody, newest first."""
        rest = "FROM conduct_record WHERE person = ? ORDER BY decided DESC, decision DESC"
        return self._all(_ROWS, rest, [person])

    def of_branch(self, branch: str) -> list[RecordRow]:
        """Return what was decided in a branch, newest first."""
        rest = "FROM conduct_record WHERE branch = ? ORDER BY decided DESC, decision DESC"
        return self._all(_ROWS, rest, [branch])

    def of_matter(self, matter: int) -> list[RecordRow]:
        """Return what was decided in a matter, oldest first."""
        rest = "FROM conduct_record WHERE matter = ? ORDER BY decision"
        return self._all(_ROWS, rest, [matter])

    def matters(self) -> list[int]:
        """Return the numbers of all matters in which something was decided."""
        return self._values("SELECT DISTINCT matter FROM conduct_record ORDER BY matter")

    def forget(self, matter: int) -> None:
        """Forget what was decided in a matter."""
        self._run("DELETE FROM conduct_record WHERE matter = ?", [matter])

    def count(self, branch: str, year: int, what: str) -> None:
        """Count one more of what is destroyed."""
        self._insert(
            "conduct_counts",
            "ON CONFLICT (branch, year, what) DO UPDATE SET count = count + 1",
            branch=branch,
            year=year,
            what=what,
            count=1,
        )

    def counts(self, branch: str, year: int) -> dict[str, int]:
        """Return what was counted of a branch for a year."""
        rows = self._db.execute(
            "SELECT what, count FROM conduct_counts WHERE branch = ? AND year = ?", [branch, year]
        )
        return {str(what): int(count) for what, count in rows}
