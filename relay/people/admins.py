"""Admins, keepers of groups and moderators who have a new phone: what only they may do waits.

It waits until somebody has spoken to them. Of all the same table keeps the safety numbers: who is
made a keeper as an admin, or the reverse, is known by the one they had.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Literal

from relay.conduct.tables.mandates import moderating_in
from relay.groups.keepers import kept_in
from relay.people.known_phones import KnownPhones
from relay.settings import Branch, Settings
from relay.signal.types import Identity
from relay.store import Store
from relay.time.clock import Clock, SystemClock


@dataclass(frozen=True)
class PausedAdmin:
    """An admin, a keeper of a group or a moderator who waits to be confirmed.

    Attributes:
        number: their place in the list, from 1: nobody is named to the others.
        admin: account id.
        role: what they are; an admin may be a keeper as well, and a keeper a moderator.
        branches: those whose admin they are, or where they keep groups or moderate.
        safety_number: as Signal shows it now.
        told: whether the others know.
    """

    number: int
    admin: str = field(repr=False)
    role: Literal["admin", "keeper", "moderator"]
    branches: tuple[Branch, ...]
    since: datetime
    safety_number: str = field(repr=False)
    told: bool


class Admins:
    """Who the admins are, and who of them, of keepers and of moderators waits. Joins a transaction.

    Args:
        store: the safety numbers they are known by.
        clock: the time.
        settings: who they are.
        keeps: the slugs of the branches that have a group which an account id keeps.
        moderates: the slugs of the branches in which an account id has a mandate.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        settings: Settings,
        keeps: Callable[[str], Collection[str]],
        moderates: Callable[[str], Collection[str]],
    ) -> None:
        self._phones = KnownPhones(store.admin_keys, clock, lambda one: bool(self._rights_of(one)))
        self._branches = settings.branches
        self._keeps = keeps
        self._moderates = moderates

    def branches_of(self, person: str | None) -> tuple[Branch, ...]:
        """Return the branches somebody is an admin of, whether they wait or not."""
        return tuple(b for b in self._branches if person is not None and person in b.admins)

    def waits(self, person: str | None) -> bool:
        """Return whether somebody has rights of one of these kinds, and they wait."""
        return self._phones.wait(person)

    def compare(self, identities: Iterable[Identity]) -> tuple[str, ...]:
        """Let those wait whose newest key is not the one they are known by.

        Returns:
            Those who wait from now on, or whose number has changed once more.
        """
        return self._phones.compare(identities)

    def paused(self) -> tuple[PausedAdmin, ...]:
        """Return those who wait, longest first, numbered from 1."""
        found: list[PausedAdmin] = []
        for key in self._phones.waiting():
            if key.paused_at is not None:
                found.append(
                    PausedAdmin(
                        number=len(found) + 1,
                        admin=key.person,
                        role=self._role_of(key.person),
                        branches=self._rights_of(key.person),
                        since=key.paused_at,
                        safety_number=key.seen,
                        told=key.told_at is not None,
                    )
                )
        return tuple(found)

    def told(self, admin: PausedAdmin) -> None:
        """Note that the others know that somebody waits."""
        self._phones.told(admin.admin)

    def confirm(self, admin: PausedAdmin, by: str | None) -> bool:
        """Let somebody work again whose safety number was compared with them.

        Args:
            admin: from `paused()`, as it was shown.
            by: the account id of whoever has spoken to them, who cannot be the same; None for the
                host.

        Returns:
            False if it is the same person, or the safety number has changed again meanwhile.
        """
        return self._phones.confirm(admin.admin, admin.safety_number, by)

    def _rights_of(self, person: str) -> tuple[Branch, ...]:
        """The branches somebody is an admin of, or else those where they have other rights."""
        own = self.branches_of(person)
        if own:
            return own
        kept = {*self._keeps(person), *self._moderates(person)}
        return tuple(branch for branch in self._branches if branch.slug in kept)

    def _role_of(self, person: str) -> Literal["admin", "keeper", "moderator"]:
        if self.branches_of(person):
            return "admin"
        return "keeper" if self._keeps(person) else "moderator"


def confirm_admin(settings: Settings, number: int | None) -> tuple[tuple[PausedAdmin, ...], bool]:
    """Let somebody work again whom the host has spoken to; the relay must not be running.

    Args:
        settings: complete and valid.
        number: theirs in the list of those who wait; None only looks.

    Returns:
        Who waited, and whether one was confirmed.

    Raises:
        StoreError: the store cannot be opened, for example because the relay runs.
    """
    key, clock = settings.store_key.get_secret_value(), SystemClock()
    with Store(Path(settings.store.path), key) as store, store.transaction():
        mandates = partial(moderating_in, store, clock)
        admins = Admins(store, clock, settings, partial(kept_in, settings, store), mandates)
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
