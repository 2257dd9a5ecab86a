"""What is said in groups that somebody moderates: noted, counted, and kept by no word of it."""

from relay.conduct.hearing.floods import FloodWatch
from relay.conduct.hearing.message_index import MessageIndex
from relay.conduct.hearing.names import Names
from relay.conduct.hearing.people import People
from relay.conduct.hearing.watched_groups import WatchedGroups
from relay.language.same_text import folded
from relay.signal.notification import SaidInGroup


class GroupHearing:
    """Hears what the webhook hands on. It waits for no disk, unless a flood is to be stopped.

    Args:
        watched: the groups that are moderated; what is said in others is passed over.
        index: by what messages are found again.
        people: who wrote.
        names: what they call themselves.
        floods: how much they wrote.
    """

    def __init__(
        self,
        watched: WatchedGroups,
        index: MessageIndex,
        people: People,
        names: Names,
        floods: FloodWatch,
    ) -> None:
        self.watched = watched
        self.index = index
        self.people = people
        self.names = names
        self.floods = floods

    def hear(self, said: SaidInGroup) -> None:
        """Take in what somebody said in a group; outside a transaction."""
        group = self.watched.called(said.group)
        if group is None:
            return
        text = folded(said.text)
        self.index.note(said, group, text)
        self.people.heard(said, group)
        self.floods.count(said, group, text)

    def work(self) -> None:
        """Write what was noted, and forget what is over; called every round, and at the end."""
        self.index.work()
        self.people.tidy()
        self.floods.tidy()
