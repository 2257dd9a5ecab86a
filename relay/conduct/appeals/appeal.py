"""An appeal as those read it who may, and what can become of one."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from relay.conduct.decisions.decision import Decision
from relay.conduct.tables.appeals import AppealState

__all__ = ["Appeal", "AppealNotifier", "AppealState", "Asked", "Refusal"]


class Refusal(StrEnum):
    """Why somebody cannot appeal."""

    LATE = "late"
    ANSWERED = "answered"
    """There was an answer, and there is one appeal."""
    ENOUGH = "enough"
    """They have added to it as often as they can."""
    TOO_LONG = "too_long"
    OVERTURNED = "overturned"
    """It was taken back already."""


@dataclass(frozen=True)
class Appeal:
    """An appeal as those read it who may.

    Attributes:
        decision: what it is against.
        court: slug of whose moderators are asked.
        words: what the person says, in order.
        reason: the answer's, if there is one.
        state, asked, deadline: see `AppealRow`.
    """

    decision: Decision
    court: str
    words: tuple[str, ...] = field(repr=False)
    reason: str = field(repr=False)
    state: AppealState
    asked: datetime
    deadline: datetime

    @property
    def matter(self) -> int:
        """The number that people type."""
        return self.decision.matter


@dataclass(frozen=True)
class Asked:
    """What became of somebody's appeal.

    Attributes:
        appeal: it; None where it was refused.
        refusal: why it was.
        added: whether words were added to one that waits.
    """

    appeal: Appeal | None
    refusal: Refusal | None = None
    added: bool = False


class AppealNotifier(Protocol):
    """Tells people. Each call joins a transaction."""

    def asked(self, appeal: Appeal, to: tuple[str, ...]) -> None:
        """There is an appeal, or more of it: tell those who answer it."""

    def reminded(self, appeal: Appeal, to: tuple[str, ...]) -> None:
        """Nobody has answered yet."""

    def answered(self, appeal: Appeal) -> None:
        """There is an answer: tell whoever was told of the decision."""

    def moved(self, appeal: Appeal, before: str) -> None:
        """Moderators of another branch are asked now, because those of one could not."""

    def given_up(self, appeal: Appeal) -> None:
        """Nobody has answered, or nobody is left who could."""
