"""Which officer is still to hear what became of their answer to whoever wrote a case."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from relay.store.moments import from_ms, maybe_from_ms, to_ms
from relay.store.table import Table


@dataclass(frozen=True)
class Answer:
    """An answer on its way. `told_at` is when its officer heard that it takes long."""

    delivery: int
    case_id: int
    officer: str = field(repr=False)
    created_at: datetime
    told_at: datetime | None


class Answers(Table):
    """The case_answers table."""

    def add(self, delivery: int, case_id: int, officer: str, now: datetime) -> None:
        """Note who is to hear what becomes of a delivery."""
        self._db.execute(
            "INSERT INTO case_answers (delivery, case_id, officer, created_at) VALUES (?, ?, ?, ?)",
            [delivery, case_id, officer, to_ms(now)],
        )

    def all(self) -> list[Answer]:
        """Return every answer whose officer has not heard the end of it, oldest first."""
        rows: list[tuple[Any, ...]] = self._db.execute(
            "SELECT delivery, case_id, officer, created_at, told_at FROM case_answers"
            " ORDER BY delivery"
        ).fetchall()
        return [
            Answer(row[0], row[1], row[2], from_ms(row[3]), maybe_from_ms(row[4])) for row in rows
        ]

    def told(self, delivery: int, now: datetime) -> None:
        """Note that the officer knows that it takes long."""
        self._db.execute(
            "UPDATE case_answers SET told_at = ? WHERE delivery = ?", [to_ms(now), delivery]
        )

    def end(self, delivery: int) -> None:
        """Forget an answer whose officer knows what became of it."""
        self._db.execute("DELETE FROM case_answers WHERE delivery = ?", [delivery])
