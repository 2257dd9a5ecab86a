"""What somebody sent just now and nobody understood: perhaps they ask next whether it is real.

In memory alone and for some minutes, so that whoever forwards first and asks then need not send it
twice. It is in no store, no backup and no log, and gone with the process.
"""

from collections import OrderedDict
from datetime import datetime, timedelta

from relay.authenticity.matcher import asked_about
from relay.language.cries import may_call_out
from relay.time.clock import Clock

KEPT_FOR = timedelta(minutes=10)
_MOST = 100
"""People at a time."""
_FEWEST_LETTERS = 60


class RecentTexts:
    """The newest one of each person.

    Args:
        clock: the time.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._texts: OrderedDict[str, tuple[datetime, str]] = OrderedDict()

    def note(self, person: str, text: str) -> None:
        """Remember what somebody (an account id) sent, if it looks like something that goes round.

        What may be a cry for help does not.
        """
        self.forget(person)
        if may_call_out(text) or not looks_forwarded(text):
            return
        self._texts[person] = self._clock.now(), text
        while len(self._texts) > _MOST:
            self._texts.popitem(last=False)

    def take(self, person: str) -> str:
        """Return what somebody sent, and forget it; empty for nothing, or after its time."""
        at, text = self._texts.pop(person, (self._clock.now(), ""))
        return text if self._clock.now() - at < KEPT_FOR else ""

    def forget(self, person: str) -> None:
        """Forget what somebody sent."""
        self._texts.pop(person, None)

    def tidy(self) -> None:
        """Forget what is too old."""
        before = self._clock.now() - KEPT_FOR
        for person in [one for one, (at, _) in self._texts.items() if at < before]:
            self.forget(person)


def looks_forwarded(text: str) -> bool:
    """Whether a text is long, or has an address in it."""
    asked = asked_about(text)
    return bool(asked.addresses) or len(asked.text.folded) >= _FEWEST_LETTERS
