"""Keeps what the store knows of the bot's groups up to date."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from relay.delivery.errors import DeliveryError, DeliveryRefused
from relay.signal.client import SignalClient
from relay.signal.priority import Priority
from relay.signal.types import Group, Permission
from relay.store import Store
from relay.store.groups import KnownGroup
from relay.time.clock import Clock
from relay.time.wakeup import Wakeup

REFRESH_EVERY = timedelta(minutes=5)
RETRY_AFTER = timedelta(seconds=5)
SETTLE = timedelta(seconds=1)
"""The least time between two looks: sixty people who join at once are not sixty changes."""

log = structlog.get_logger(__name__)


class Stale(Protocol):
    """Says of which groups the API has to ask Signal anew: it shows what signal-cli has stored."""

    @property
    def next_at(self) -> datetime | None:
        """When there is something to fetch next, aware, UTC; None if nothing."""

    def due(self) -> Sequence[str]:
        """Return the groups to fetch now, by their ids."""

    def fetched(self, group: str) -> None:
        """One of them was asked for."""

    def turned(self) -> None:
        """All were that were due."""

    def refused(self) -> None:
        """Signal, or the server, does not want to be asked just now."""


class GroupDirectory:
    """Asks the API for the groups, regularly and whenever one was changed.

    Args:
        client: whom to ask.
        store: where the answer is kept.
        clock: the time.
        on_answer: called whenever the API has answered.
        on_groups: called with all groups, in the transaction that keeps what is known of them.
        stale: which groups are fetched anew before; None for none.

    Attributes:
        members: account ids of everybody in a group that the bot is in; in memory alone.
        people: the same for each group, by its id. The bot is in none.
        looked: set once it has tried to look for the first time; before, nobody is a member.
    """

    def __init__(
        self,
        client: SignalClient,
        store: Store,
        clock: Clock,
        on_answer: Callable[[], None],
        on_groups: Callable[[Sequence[Group]], None],
        stale: Stale | None = None,
    ) -> None:
        self.wakeup = Wakeup(clock)
        self.looked = asyncio.Event()
        self.members: frozenset[str] = frozenset()
        self.people: Mapping[str, frozenset[str]] = {}
        self._client = client
        self._store = store
        self._clock = clock
        self._on_answer = on_answer
        self._on_groups = on_groups
        self._stale = stale

    async def run(self) -> None:
        """Look for as long as the task lives."""
        try:
            fresh = await self.refresh(Priority.URGENT)
        finally:
            self.looked.set()
        while True:
            now = self._clock.now()
            until = now + (REFRESH_EVERY if fresh else RETRY_AFTER)
            fetch_at = self._stale.next_at if fresh and self._stale is not None else None
            until = until if fetch_at is None else max(now, min(until, fetch_at))
            while not await self.wakeup.wait(until) and self._clock.now() < until:
                pass
            while self._clock.now() < now + SETTLE:
                await self.wakeup.wait(now + SETTLE)
            fresh = await self.look()

    async def look(self) -> bool:
        """Fetch what is stale, and ask for all; return whether there was an answer."""
        if self._stale is not None and (due := self._stale.due()):
            await self._fetch(due, self._stale)
        return await self.refresh()

    async def _fetch(self, due: Sequence[str], stale: Stale) -> None:
        for group in due:
            try:
                await self._client.fetch_group(group, priority=Priority.BACKGROUND)
            except DeliveryRefused as error:
                # This one cannot be had; others may.
                log.info("group_not_fetched", fault=type(error).__name__)
            except DeliveryError as error:
                log.info("groups_not_fetched", fault=type(error).__name__)
                # Its turn is over as well: one that never answers must not keep the others waiting.
                stale.fetched(group)
                stale.refused()
                return
            stale.fetched(group)
        stale.turned()

    async def refresh(self, priority: Priority = Priority.BACKGROUND) -> bool:
        """Ask once; return whether there was an answer."""
        try:
            groups = await self._client.groups(priority=priority)
        except DeliveryError as error:
            log.warning("groups_unknown", fault=type(error).__name__)
            return False
        joined = [group for group in groups if group.member]
        self.people = {
            group.id: frozenset(
                one.account_id
                for one in group.members
                if one.account_id and not self._client.is_own(one)
            )
            for group in joined
        }
        self.members = frozenset().union(*self.people.values())
        with self._store.transaction():
            self._store.groups.replace_all((_known(group) for group in joined), self._clock.now())
            self._on_groups(groups)
        self._on_answer()
        return True


def _known(group: Group) -> KnownGroup:
    only_admins = group.permissions.send_messages is Permission.ONLY_ADMINS
    return KnownGroup(
        id=group.id,
        internal_id=group.internal_id,
        # One line, whatever its members made of it: it stands in lists.
        name=" ".join(group.name.split()),
        members=max(0, len(group.members) - 1),
        can_post=group.admin or not only_admins,
        is_admin=group.admin,
    )
