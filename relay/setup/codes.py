"""One-time codes: somebody shows that an account is theirs by sending the bot what only we said."""

import hmac
import secrets
from datetime import datetime, timedelta

from relay.time.clock import Clock

# Without those that people mix up when they read them out: 0 and O, 1, I and L, and U and V.
_LETTERS = "23456789ABCDEFGHJKMNPQRSTWXYZ"
_LENGTH = 8
LIFETIME = timedelta(minutes=15)
MOST_TRIES = 20
"""Wrong codes until it is void. There are 29 to the power of 8, which is 500 thousand million."""


class OneTimeCode:
    """A code that is good once, for a quarter of an hour.

    Args:
        clock: the time.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._letters = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
        self._tries = 0
        self._used = False
        self.until: datetime = clock.now() + LIFETIME

    @property
    def shown(self) -> str:
        """As people read it: two groups of four."""
        return f"{self._letters[:4]}-{self._letters[4:]}"

    @property
    def is_open(self) -> bool:
        """Whether the code can still be used."""
        in_time = self._clock.now() < self.until
        return in_time and not self._used and self._tries < MOST_TRIES

    def is_shown_in(self, text: str) -> bool:
        """Whether a message is this code, which it uses up. Case, spaces and hyphens do not count.

        A message of another kind is no try.
        """
        letters = "".join(text.split()).replace("-", "").upper()
        if len(letters) != _LENGTH or not set(letters) <= set(_LETTERS) or not self.is_open:
            return False
        if hmac.compare_digest(letters.encode(), self._letters.encode()):
            self._used = True
            return True
        self._tries += 1
        return False
