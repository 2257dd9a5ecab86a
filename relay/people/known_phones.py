"""People with rights who have a new phone: their rights wait until somebody has spoken to them.

The first safety number that somebody is seen with is accepted, as Signal's own apps do, unless
signal-cli has seen another one before.
"""

from collections.abc import Callable, Iterable

from relay.signal.types import Identity, newest_keys
from relay.store.safety_numbers import KnownNumber, SafetyNumbers
from relay.time.clock import Clock


class KnownPhones:
    """The safety numbers that people with some right are known by. Joins a transaction.

    Args:
        numbers: where they are kept.
        clock: the time.
        has_right: whether an account id has the right, waiting or not.
    """

    def __init__(
        self, numbers: SafetyNumbers, clock: Clock, has_right: Callable[[str], bool]
    ) -> None:
        self._numbers = numbers
        self._clock = clock
        self._has_right = has_right

    def wait(self, person: str | None) -> bool:
        """Return whether the right of an account id waits."""
        return person is not None and self._numbers.is_paused(person) and self._has_right(person)

    def compare(self, identities: Iterable[Identity]) -> tuple[str, ...]:
        """Let those wait whose newest key is not the one they are known by.

        The transaction must be over before any new key is trusted: only then does signal-cli hand
        over what is written with it.

        Returns:
            Those who wait from now on, or whose number has changed once more.
        """
        changed = []
        for person, identity in newest_keys(identities).items():
            if not self._has_right(person):
                continue
            number, known = identity.safety_number, self._numbers.of(person)
            if known is None:
                self._numbers.learn(person, number)
            if number != known.seen if known is not None else identity.is_untrusted:
                self._numbers.pause(person, number, self._clock.now())
                changed.append(person)
        return tuple(changed)

    def waiting(self) -> list[KnownNumber]:
        """Return those who wait and still have the right, longest first."""
        return [one for one in self._numbers.paused() if self._has_right(one.person)]

    def told(self, person: str) -> None:
        """Note that those who may confirm somebody know that they wait."""
        self._numbers.told(person, self._clock.now())

    def confirm(self, person: str, safety_number: str, by: str | None) -> bool:
        """Let somebody work again whose safety number was compared with them.

        Args:
            person: account id.
            safety_number: as it was shown to whoever compared it.
            by: the account id of whoever has spoken to them; None for the host.

        Returns:
            False if it is the person themself, or the number has changed again meanwhile.
        """
        known = self._numbers.of(person)
        if by == person or known is None or known.seen != safety_number:
            return False
        self._numbers.confirm(person)
        return True
