"""What those who look after a group read before Signal lets nobody else in."""

from handlers.services import Services
from relay.groups.declared import DeclaredGroup
from relay.groups.fullness import MOST_IN_GROUP, STEPS, FullnessWatch
from relay.groups.tables import KeptGroup


def fullness(services: Services) -> FullnessWatch:
    """Return what looks how full groups are, and tells their keepers.

    Args:
        services: the parts of the relay.
    """

    def tell(kept: KeptGroup, group: DeclaredGroup, people: int, step: int) -> None:
        message = "group-fills" if step == STEPS[0] else "group-nearly-full"
        for keeper in group.keepers:
            if services.admins.waits(keeper):
                continue
            services.tell(keeper, message, name=group.name, people=people, most=MOST_IN_GROUP)

    return FullnessWatch(services.store, services.groups, tell)
