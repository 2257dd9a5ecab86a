"""The table of appeals: who is asked to look again, until when, and what came of it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from relay.store.table import Rows, Table


class AppealState(StrEnum):
    """What has come of an appeal."""

    OPEN = "open"
    UPHELD = "upheld"
    SHORTENED = "shortened"
    OVERTURNED = "overturned"
    UNANSWERED = "unanswered"
    """Nobody has answered in time."""
    NOBODY = "nobody"
    """There is nobody left who could."""


@dataclass(frozen=True)
class AppealRow:
    """An appeal as it is kept.

    Attributes:
        decision: number of the decision, which has one appeal.
        matter: the number that people type.
        branch: slug of whose moderators decided.
        court: slug of whose moderators are asked now.
        person: keyed hash of who appeals.
        sealed: what they say, and the reasons for the answer.
        state: what has come of it.
        asked: when it was made, aware, UTC, as all moments here.
        deadline: until when `court` can answer.
        reminded: whether it was reminded.
        ended: when there was an answer, or it was given up.
        answered_by: number of the mandate that answered, in `court`.
    """

    decision: int
    matter: int
    branch: str
    court: str
    person: str = field(repr=False)
    sealed: bytes = field(repr=False)
    state: AppealState
    asked: datetime
    deadline: datetime
    reminded: bool = False
    ended: datetime | None = None
    answered_by: int | None = None


_ROWS = Rows(AppealRow)


class AppealTable(Table):
    """The table conduct_appeals."""

    def add(self, row: AppealRow) -> None:
        """Enter an appeal; one that came to nothing because there was nobody gives way."""
        self._run("DELETE FROM conduct_appeals WHERE decision = ?", [row.decision])
        self._insert("conduct_appeals", **_ROWS.values(row))

    def get(self, decision: int) -> AppealRow | None:
        """Return the appeal against a decision, or None."""
        return self._one(_ROWS, "FROM conduct_appeals WHERE decision = ?", [decision])

    def save(self, row: AppealRow) -> None:
        """Keep an appeal as it is now."""
        self._save("conduct_appeals", _ROWS, row, key="decision")

    def of_matter(self, matter: int) -> list[AppealRow]:
        """Return the appeals in a matter, oldest first."""
        rest = "FROM conduct_appeals WHERE matter = ? ORDER BY decision"
        return self._all(_ROWS, rest, [matter])

    def open_ones(self) -> list[AppealRow]:
        """Return the appeals that wait for an answer, oldest first."""
        rest = "FROM conduct_appeals WHERE state = ? ORDER BY asked, decision"
        return self._all(_ROWS, rest, [AppealState.OPEN])

    def forget(self, matter: int) -> None:
        """Forget the appeals in a matter."""
        self._run("DELETE FROM conduct_appeals WHERE matter = ?", [matter])
