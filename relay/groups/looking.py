"""What follows from a look at the groups: how each should be, who came, and what to fetch next."""

from collections.abc import Callable, Sequence

from relay.groups.group_notifier import GroupNotifier
from relay.groups.keeping import GroupKeeper
from relay.groups.membership import MembershipListener, MembershipWatch
from relay.groups.polling import RequestPoll
from relay.signal.types import Group
from relay.store import Store
from relay.time.clock import Clock


class GroupLook:
    """Tells all who want to know of it.

    Args:
        store: the groups that are kept.
        clock: the time.
        keeper: puts right what is not as declared.
        notifier: tells admins of that.
        watch: compares who is there.
        listeners: hear of who came, asks, hangs or is gone.
        then: are called with all groups once those were told.

    Attributes:
        poll: says which groups are fetched although nothing tells that they were changed.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        keeper: GroupKeeper,
        notifier: GroupNotifier,
        watch: MembershipWatch,
        listeners: Sequence[MembershipListener],
        then: Sequence[Callable[[Sequence[Group]], None]],
    ) -> None:
        self._keeper = keeper
        self._notifier = notifier
        self._watch = watch
        self.poll = RequestPoll(store, clock, keeper)
        self._then = then
        self._listeners = (*listeners, self.poll)

    def look(self, groups: Sequence[Group]) -> None:
        """See what is not as it was, or as it should be; joins a transaction.

        Args:
            groups: all that the API knows.
        """
        self._keeper.look(groups, self._notifier)
        self._watch.look(groups, self._listeners)
        self.poll.note(groups)
        for look in self._then:
            look(groups)
