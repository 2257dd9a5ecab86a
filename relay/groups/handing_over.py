"""A caucus is handed over to its keepers: they run the group in Signal, and the bot leaves.

First the keepers are made admins. Only when a look shows one of them as an admin does the bot
leave: the last admin cannot (`QuitGroupCommand` of signal-cli), and a group without one could be
run by nobody. The API's answers do not say what came about, so every step waits for the next look;
how far it has come is the group's standing, and a kill in between changes nothing. All here joins a
transaction.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from relay.groups.tables import KeptGroup, KeptGroups, Standing
from relay.signal.outgoing import ChangeMembers, LeaveGroup, Outgoing, queue_outgoing
from relay.signal.priority import Priority
from relay.signal.types import Group
from relay.store import Store

MOST_TRIES = 3
"""How often each step is tried before people hear that it does not work."""

HANDING = frozenset({Standing.HANDING_OVER, Standing.HANDED_OVER})
"""Of a group that stands so nothing else is kept as declared."""


class HandingOver:
    """Takes the next step.

    Args:
        store: how far each group has come, and the outbox.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._table = store[KeptGroups]

    def begin(self, kept: KeptGroup, keepers: Collection[str], topic: str, now: datetime) -> None:
        """Make the keepers admins of a group, so that the bot can leave it.

        Args:
            kept: the group.
            keepers: account ids; whoever of them is not in the group is left out by signal-cli.
            topic: what is queued is about.
            now: aware, UTC.
        """
        begun = replace(kept, standing=Standing.HANDING_OVER, tries=1, awaits="")
        self._table.save(begun)
        self._queue(kept, ChangeMembers(promote=tuple(keepers)), topic, now)

    def go_on(
        self,
        kept: KeptGroup,
        group: Group | None,
        keepers: Collection[str],
        topic: str,
        now: datetime,
    ) -> Standing:
        """Take the next step, by what a look has found.

        Args:
            kept: the group, that is being handed over or has been.
            group: as the API tells it; None where the bot is not in it.
            keepers: account ids of those who are to run it.
            topic: what is queued is about.
            now: aware, UTC.

        Returns:
            Where it stands from now on: `KEPT` where it does not work, `MISSING` where somebody has
            taken the bot out before, `NEW` where it was added again to a group that it had left.
        """
        standing, tries = kept.standing, kept.tries
        is_leaving = kept.tries > MOST_TRIES or kept.standing is Standing.HANDED_OVER
        if group is None:
            standing, tries = Standing.HANDED_OVER if is_leaving else Standing.MISSING, 0
        elif kept.standing is Standing.HANDED_OVER:
            standing = Standing.NEW
        elif kept.tries > 2 * MOST_TRIES:
            standing, tries = Standing.KEPT, 0
        elif any(one.is_called(keeper) for keeper in keepers for one in group.admins):
            tries = max(kept.tries, MOST_TRIES) + 1
            self._queue(kept, LeaveGroup(), topic, now)
        elif kept.tries < MOST_TRIES and group.admin:
            tries = kept.tries + 1
            self._queue(kept, ChangeMembers(promote=tuple(keepers)), topic, now)
        else:
            standing, tries = Standing.KEPT, 0
        # Should the bot come back, an admin has to agree again before anything is changed.
        agreed = kept.agreed and standing is not Standing.HANDED_OVER
        self._table.save(
            replace(kept, standing=standing, tries=tries, agreed=agreed, differing=(), mended=())
        )
        return standing

    def _queue(self, kept: KeptGroup, outgoing: Outgoing, topic: str, now: datetime) -> None:
        queue_outgoing(
            self._store.outbox,
            kept.id,
            outgoing,
            priority=Priority.REPLY,
            now=now,
            topic=topic,
        )
