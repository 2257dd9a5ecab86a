"""Admins who have a new phone: what only admins may do waits until somebody has spoken to them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from relay.settings import Branch, Settings
from relay.signal.types import Identity, newest_keys
from relay.store import Store
from relay.time.clock import Clock, SystemClock


@dataclass(frozen=True)
class PausedAdmin:
    """An admin who waits to be confirmed.

    Attributes:
        number: their place in the list, from 1: nobody is named to the others.
        branches: those whose admin they are.
        safety_number: as Signal shows it now.
        told: whether the others know.
    """

    number: int
    admin: str = field(repr=False)
    branches: tuple[Branch, ...]
    since: datetime
    safety_number: str = field(repr=False)
    told: bool


class Admins:
    """Who the admins are, and who of them waits. Joins the caller's transaction.

    Args:
        store: the safety numbers they are known by.
        clock: the time.
        settings: who they are.
    """

    def __init__(self, store: Store, clock: Clock, settings: Settings) -> None:
        self._keys = store.admin_keys
        self._conversations = store.conversations
        self._clock = clock
        self._branches = settings.branches

    def branches_of(self, person: str | None) -> tuple[Branch, ...]:
        """Return the branches somebody is an admin of, whether they wait or not."""
        return tuple(b for b in self._branches if person is not None and person in b.admins)

    def waits(self, person: str | None) -> bool:
        """Return whether somebody is an admin whose rights wait."""
        return (
            person is not None and bool(self.branches_of(person)) and self._keys.is_paused(person)
        )

    def compare(self, identities: Iterable[Identity]) -> tuple[str, ...]:
        """Let admins wait whose newest key is not the one they are known by.

        As with officers (`relay.safeguarding.watch`), the first one seen is accepted, unless
        signal-cli has seen another one before.

        Returns:
            Those who wait from now on, or whose number has changed once more.
        """
        changed = []
        for person, identity in newest_keys(identities).items():
            if not self.branches_of(person):
                continue
            number, known = identity.safety_number, self._keys.of(person)
            if known is None:
                self._keys.learn(person, number)
            if number != known.seen if known is not None else identity.is_untrusted:
                self._keys.pause(person, number, self._clock.now())
                changed.append(person)
        return tuple(changed)

    def paused(self) -> tuple[PausedAdmin, ...]:
        """Return the admins who wait, longest first, numbered from 1."""
        found: list[PausedAdmin] = []
        for key in self._keys.paused():
            branches = self.branches_of(key.person)
            if branches and key.paused_at is not None:
                found.append(
                    PausedAdmin(
                        number=len(found) + 1,
                        admin=key.person,
                        branches=branches,
                        since=key.paused_at,
                        safety_number=key.seen,
                        told=key.told_at is not None,
                    )
                )
        return tuple(found)

    def told(self, admin: PausedAdmin) -> None:
        """Note that the others know that an admin waits."""
        self._keys.told(admin.admin, self._clock.now())

    def confirm(self, admin: PausedAdmin, by: str | None) -> bool:
        """Let an admin work again, whose safety number was compared with them.

        Args:
            admin: from `paused()`, as it was shown.
            by: the account id of whoever has spoken to them, who cannot be the admin; None for the
                host.

        Returns:
            False if it is the admin themself, or the safety number has changed again meanwhile.
        """
        key = self._keys.of(admin.admin)
        if by == admin.admin or key is None or key.seen != admin.safety_number:
            return False
        self._keys.confirm(admin.admin)
        return True


def confirm_admin(settings: Settings, number: int | None) -> tuple[tuple[PausedAdmin, ...], bool]:
    """Let an admin work again whom the host has spoken to; the relay must not be running.

    Args:
        settings: complete and valid.
        number: the admin's in the list of those who wait; None only looks.

    Returns:
        Who waited, and whether one was confirmed.

    Raises:
        StoreError: the store cannot be opened, for example because the relay runs.
    """
    key, clock = settings.store_key.get_secret_value(), SystemClock()
    with Store(Path(settings.store.path), key) as store, store.transaction():
        admins = Admins(store, clock, settings)
        waiting = admins.paused()
        chosen = [admin for admin in waiting if admin.number == number]
        done = bool(chosen) and admins.confirm(chosen[0], by=None)
        if done:
            store.audit.record(
                actor="host",
                action="confirm-admin",
                subject=", ".join(branch.slug for branch in chosen[0].branches),
                now=clock.now(),
            )
        return waiting, done
