"""Moderators who have a new phone: their rights wait until an admin has spoken to them.

As with admins (`relay.people.admins`), the first safety number that is seen is accepted, unless
signal-cli has seen another one before. All here joins the caller's transaction.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from relay.conduct.tables.mandates import Mandate, Mandates, ModeratorKeys
from relay.signal.types import Identity, newest_keys
from relay.store import Store
from relay.time.clock import Clock


@dataclass(frozen=True)
class PausedModerator:
    """A moderator who waits to be confirmed.

    Attributes:
        number: their place in the list, from 1.
        moderator: account id.
        name: what they call themselves; empty for one of the settings.
        branches: slugs of those whose moderator they are.
        safety_number: as Signal shows it now.
        told: whether admins know.
    """

    number: int
    moderator: str = field(repr=False)
    name: str = field(repr=False)
    branches: tuple[str, ...]
    safety_number: str = field(repr=False)
    told: bool


class ModeratorPhones:
    """Who of the moderators waits.

    Args:
        store: the safety numbers they are known by.
        clock: the time.
        held_by: the mandates of somebody within their term.
    """

    def __init__(self, store: Store, clock: Clock, held_by: Callable[[str], list[Mandate]]) -> None:
        self._table = store[Mandates]
        self._keys = store[ModeratorKeys]
        self._clock = clock
        self._held_by = held_by

    def waits(self, person: str | None) -> bool:
        """Return whether somebody moderates whose rights wait for their new phone."""
        return person is not None and self._keys.is_paused(person) and bool(self._held_by(person))

    def compare(self, identities: Iterable[Identity]) -> tuple[str, ...]:
        """Let moderators wait whose newest key is not the one they are known by.

        Returns:
            Those who wait from now on, or whose number has changed once more.
        """
        changed = []
        moderating = {one.person for one in self._table.open_ones()}
        for person, identity in newest_keys(identities).items():
            if person not in moderating:
                continue
            number, known = identity.safety_number, self._keys.of(person)
            if known is None:
                self._keys.learn(person, number)
            if number != known.seen if known is not None else identity.is_untrusted:
                self._keys.pause(person, number, self._clock.now())
                changed.append(person)
        return tuple(changed)

    def paused(self) -> tuple[PausedModerator, ...]:
        """Return the moderators who wait for their new phone, longest first, numbered from 1."""
        found: list[PausedModerator] = []
        for key in self._keys.paused():
            held = self._held_by(key.person)
            if held:
                found.append(
                    PausedModerator(
                        number=len(found) + 1,
                        moderator=key.person,
                        name=next((one.name for one in held if one.name), ""),
                        branches=tuple(dict.fromkeys(one.branch for one in held)),
                        safety_number=key.seen,
                        told=key.told_at is not None,
                    )
                )
        return tuple(found)

    def told(self, moderator: PausedModerator) -> None:
        """Note that admins know that a moderator waits."""
        self._keys.told(moderator.moderator, self._clock.now())

    def confirm(self, moderator: PausedModerator, by: str) -> bool:
        """Let a moderator work again whose safety number was compared with them.

        Returns:
            False if it is the moderator themself, or the number has changed again meanwhile.
        """
        key = self._keys.of(moderator.moderator)
        if by == moderator.moderator or key is None or key.seen != moderator.safety_number:
            return False
        self._keys.confirm(moderator.moderator)
        return True
