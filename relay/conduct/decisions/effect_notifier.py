"""Who is told what comes about of a decision. Implemented by the conversations."""

from collections.abc import Sequence
from typing import Protocol

from relay.conduct.decisions.decision import Decision, EffectKind, Place


class EffectNotifier(Protocol):
    """Tells the person and moderators. Each call joins a transaction."""

    def notice(self, decision: Decision) -> int | None:
        """Tell the person what was decided; return the delivery that does.

        None where nothing may come into their chat unasked: then it is tried again later.
        """

    def not_told(self, decision: Decision) -> None:
        """The person could not be told."""

    def by_hand(self, decision: Decision, kind: EffectKind, places: Sequence[Place]) -> None:
        """Signal does not do something: moderators have to."""

    def ended(self, decision: Decision) -> None:
        """Its time is over: the person is being let back in, or may ask to be."""

    def taken_back(self, decision: Decision, *, was_told: bool) -> None:
        """It was lifted or overturned."""

    def shortened(self, decision: Decision) -> None:
        """It ends earlier."""

    def invited(self, branch: str, place: Place, person: str) -> None:
        """Signal made an invitation of their return, which they have to accept."""

    def not_back(self, branch: str, matter: int, place: Place, person: str) -> None:
        """They could not be let back in."""

    def back_by_hand(self, decision: Decision, place: Place) -> None:
        """Somebody else has let them in or invited them although they are to be out."""
