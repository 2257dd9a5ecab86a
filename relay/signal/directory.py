"""Keeps what the store knows of the bot's groups up to date."""

from collections.abc import Callable, Sequence
from datetime import timedelta

import structlog

from relay.delivery.errors import DeliveryError
from relay.signal.client import SignalClient
from relay.signal.priority import Priority
from relay.signal.types import Group, Permission
from relay.store import Store
from relay.store.groups import KnownGroup
from relay.time.clock import Clock
from relay.time.wakeup import Wakeup

REFRESH_EVERY = timedelta(minutes=5)
RETRY_AFTER = timedelta(seconds=5)

log = structlog.get_logger(__name__)


class GroupDirectory:
    """Asks the API for the groups, regularly and whenever one was changed.

    Args:
        client: whom to ask.
        store: where the answer is kept.
        clock: the time.
        on_answer: called whenever the API has answered.
        on_groups: called with all groups, in the transaction that keeps what is known of them.

    Attributes:
        members: account ids of everybody in a group that the bot is in; in memory alone.
    """

    def __init__(
        self,
        client: SignalClient,
        store: Store,
        clock: Clock,
        on_answer: Callable[[], None],
        on_groups: Callable[[Sequence[Group]], None],
    ) -> None:
        self.wakeup = Wakeup(clock)
        self.members: frozenset[str] = frozenset()
        self._client = client
        self._store = store
        self._clock = clock
        self._on_answer = on_answer
        self._on_groups = on_groups

    async def run(self) -> None:
        """Refresh for as long as the task lives."""
        while True:
            fresh = await self.refresh()
            until = self._clock.now() + (REFRESH_EVERY if fresh else RETRY_AFTER)
            while not await self.wakeup.wait(until) and self._clock.now() < until:
                pass

    async def refresh(self) -> bool:
        """Ask once; return whether there was an answer."""
        try:
            groups = await self._client.groups(priority=Priority.BACKGROUND)
        except DeliveryError as error:
            log.warning("groups_unknown", fault=type(error).__name__)
            return False
        joined = [group for group in groups if group.member]
        people = (member.account_id for group in joined for member in group.members)
        self.members = frozenset(person for person in people if person)
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
