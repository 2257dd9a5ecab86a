"""What decisions need of others, and how an answer to a proposal can end."""

from collections.abc import Iterable
from enum import Enum
from typing import Protocol

from relay.conduct.decisions.decision import Decision

YES, NO, PART = "yes", "no", "part"
"""What a mandate can answer to a proposal; the last: it is part of it, and others decide."""


class Mandated(Protocol):
    """A mandate, as far as decisions need it."""

    @property
    def number(self) -> int:
        """By which records name it."""


class WhoModerates(Protocol):
    """Who moderates now; `relay.conduct.mandates.moderators.Moderators`."""

    def branches_of(self, person: str) -> tuple[str, ...]:
        """Return the slugs of the branches in which somebody does, wholly or in part."""

    def may(self, person: str, branch: str, group: int | None = None) -> bool:
        """Return whether somebody does."""

    def mandate_of(self, person: str, branch: str) -> Mandated | None:
        """Return by what mandate somebody does, or None."""


class Seals(Protocol):
    """Seals with the key of a matter; `relay.conduct.matters.sealing.MatterSealer`."""

    def seal(self, matter: int, place: str, text: str) -> bytes:
        """Return a text sealed."""

    def open(self, matter: int, place: str, sealed: bytes) -> str:
        """Return what was sealed for a place.

        Raises:
            KeyError: the key was destroyed.
        """


class Answered(Enum):
    """What became of a moderator's answer to a proposal."""

    DECIDED = "decided"
    COUNTED = "counted"
    REFUSED = "refused"
    PASSED = "passed"
    AGAIN = "again"
    """They have answered it before."""
    OWN = "own"
    OVER = "over"
    """It waits no more."""
    INVALID = "invalid"
    """Whoever proposed it no longer may."""
    NOT_ALLOWED = "not_allowed"


class Why(Enum):
    """Why a proposal is over without having been decided."""

    REFUSED = "refused"
    REPLACED = "replaced"
    TIME = "time"
    INVALID = "invalid"
    NOBODY = "nobody"
    """Nobody is left who may answer it."""


class DecisionNotifier(Protocol):
    """Tells moderators and the person. Each call joins a transaction."""

    def proposed(self, decision: Decision, to: Iterable[str]) -> tuple[int, ...]:
        """Show a proposal to other moderators; return the deliveries that do."""

    def reminded(self, decision: Decision, to: Iterable[str]) -> None:
        """Nobody has decided yet."""

    def over(self, decision: Decision, why: Why, by: str, to: Iterable[str]) -> None:
        """A proposal is over: tell its proposer, and those who were asked."""

    def agreed(self, decision: Decision, by: str) -> None:
        """It is decided: tell its proposer, and those who need answer no more."""

    def nobody_left(self, decision: Decision) -> None:
        """Nobody may answer it: tell those who can name moderators."""


class Carrier(Protocol):
    """Carries out what is decided; `relay.conduct.decisions.effects.Effects`."""

    def begin(self, decision: Decision) -> Decision:
        """Queue what follows from a decision; return it with what it takes somebody out of."""

    def end(self, decision: Decision) -> None:
        """Take back what follows from a decision that ends before its time."""

    def over(self, decision: Decision) -> None:
        """Let somebody be again where they may be: the time of a decision is over."""

    def shorten(self, decision: Decision) -> None:
        """Have a decision end at its new moment."""
