"""Which officer is still to hear what became of their answer to whoever wrote a case."""

from dataclasses import dataclass, field
from datetime import datetime

from relay.store.table import Rows, Table


@dataclass(frozen=True)
class Answer:
    """An answer on its way. `told_at` is when its officer heard that it takes long."""

    delivery: int
    case_id: int
    officer: str = field(repr=False)
    created_at: datetime
    told_at: datetime | None


_ROWS = Rows(Answer)


class Answers(Table):
    """The case_answers table."""

    def add(self, delivery: int, case_id: int, officer: str, now: datetime) -> None:
        """Note who is to hear what becomes of a delivery."""
        self._insert(
            "case_answers", delivery=delivery, case_id=case_id, officer=officer, created_at=now
        )

    def all(self) -> list[Answer]:
        """Return every answer whose officer has not heard the end of it, oldest first."""
        return self._all(_ROWS, "FROM case_answers ORDER BY delivery")

    def told(self, delivery: int, now: datetime) -> None:
        """Note that the officer knows that it takes long."""
        self._run("UPDATE case_answers SET told_at = ? WHERE delivery = ?", [now, delivery])

    def end(self, delivery: int) -> None:
        """Forget an answer whose officer knows what became of it."""
        self._run("DELETE FROM case_answers WHERE delivery = ?", [delivery])
