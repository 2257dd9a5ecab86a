"""The table of what admins of a branch are asked to agree to about moderators and standards."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from relay.groups.drawing import free_number
from relay.store.table import Rows, Table

_SMALLEST, _LARGEST = 10_000, 99_999
"""Numbers of announcements and of suggested groups, which are answered alike, have fewer digits."""


class ProposalKind(StrEnum):
    """What is to be agreed to."""

    NAME = "name"
    """That somebody moderates."""
    RENEW = "renew"
    """That a moderator's term ends later."""
    END = "end"
    """That a mandate ends now."""
    STANDARD = "standard"
    """That a standard is new, says something else, or counts no more."""


@dataclass(frozen=True)
class AdminProposal:
    """What waits for two admins, or then for the person whom it is about.

    Attributes:
        number: by which admins answer; drawn.
        branch: slug.
        author: account id of who proposes it.
        person: account id of whom it is about; they have no say as an admin.
        said: what is proposed, as its kind has it.
        agreed: account ids of the admins who have said yes.
        shown: by account id, the delivery that shows it.
        asked_at: since when it waits for whom it waits for, aware, UTC.
        told: whether it was said that nobody has answered.
        accepting: whether the admins have agreed, and the person is asked.
    """

    number: int
    branch: str
    kind: ProposalKind
    author: str = field(repr=False)
    person: str | None = field(repr=False)
    said: dict[str, Any] = field(repr=False)
    agreed: tuple[str, ...] = field(repr=False)
    shown: dict[str, Any] = field(repr=False)
    asked_at: datetime
    told: bool = False
    accepting: bool = False


_ROWS = Rows(AdminProposal)


class AdminProposals(Table):
    """The table conduct_proposals."""

    def all(self) -> list[AdminProposal]:
        """Return every proposal, oldest first."""
        return self._all(_ROWS, "FROM conduct_proposals ORDER BY asked_at, number")

    def numbered(self, number: int) -> AdminProposal | None:
        """Return one by its number."""
        return self._one(_ROWS, "FROM conduct_proposals WHERE number = ?", [number])

    def add(self, **values: Any) -> AdminProposal:
        """Enter one; return it with its number."""
        taken = frozenset(self._values("SELECT number FROM conduct_proposals"))
        number = free_number(taken, _SMALLEST, _LARGEST)
        self._insert("conduct_proposals", number=number, **values)
        found = self.numbered(number)
        assert found is not None  # noqa: S101 -- it was entered just now
        return found

    def save(self, proposal: AdminProposal) -> None:
        """Keep one as it is now."""
        self._save("conduct_proposals", _ROWS, proposal)

    def forget(self, proposal: AdminProposal) -> None:
        """Forget one."""
        self._run("DELETE FROM conduct_proposals WHERE number = ?", [proposal.number])
