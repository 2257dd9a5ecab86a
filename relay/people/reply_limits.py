"""How much of what one person writes is answered."""

from datetime import timedelta

from relay.settings import Settings
from relay.time.clock import Clock
from relay.time.limiter import SlidingWindowLimiter

HOUR = timedelta(hours=1)
NOT_UNDERSTOOD = 12
"""Messages an hour that are answered although nothing understood them."""
SAID_AGAIN = timedelta(minutes=5)
"""How long nothing is answered after it was said that there is a pause."""
ANYTHING = 120
"""Messages an hour of one person that are answered at all; admins and officers may write more."""


class ReplyLimits:
    """What each person wrote in the last hour, in memory alone.

    Args:
        settings: how many messages a report may have.
        clock: the time.
    """

    def __init__(self, settings: Settings, clock: Clock) -> None:
        most = max(ANYTHING, 2 * settings.safeguarding.messages_per_hour)
        self.anything = SlidingWindowLimiter(clock, most, HOUR)
        self.not_understood = SlidingWindowLimiter(clock, NOT_UNDERSTOOD, HOUR)
        self.told = SlidingWindowLimiter(clock, 1, SAID_AGAIN)
        """Who was told just now that there is a pause."""
        self._marks = SlidingWindowLimiter(clock, 1, SAID_AGAIN)

    def takes_mark(self, person: str, sentence: str) -> bool:
        """Whether somebody has yet to be told what becomes of what they do without words.

        Args:
            person: the account id.
            sentence: the message of the wording that says it.
        """
        return self._marks.takes(f"{sentence} {person}")
