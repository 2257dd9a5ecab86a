"""What is kept of whoever gets announcements by direct message, or wants nothing unasked."""

from collections.abc import Sequence

from handlers.conversation.holders import Held, QuietHolder
from handlers.services import Services


class SubscriptionHolder(QuietHolder):
    """Implements `handlers.conversation.holders.Holder`."""

    items = frozenset({"subscription", "left_alone"})

    def held(self, services: Services, person: str) -> Sequence[Held]:
        """Name each subscription, and that nothing unasked is wanted."""
        say, time = services.words.say, services.time
        found = []
        for one in services.mailings.places.of(person):
            branch = services.branches.get(one.branch)
            text = say(
                "held-subscription",
                branch=one.branch if branch is None else branch.name,
                scope=one.scope.value,
                waiting="yes" if one.is_waiting else "no",
                since=time.day(one.since),
            )
            found.append(Held("subscription", text))
        if services.left_alone.wants(person):
            found.append(Held("left_alone", say("held-left-alone"), say("held-left-alone-stays")))
        return found

    def forget(self, services: Services, person: str) -> None:
        """End the subscriptions; that nothing unasked is wanted goes on."""
        services.mailings.places.leave(person)
