"""What follows from a look at the groups, and who hears of who came, asks, hangs or is gone."""

from handlers.groups.door_jobs import DoorJobs
from handlers.groups.door_listener import DoorListener
from handlers.groups.filling import fullness
from handlers.groups.notices import GroupNotices
from handlers.services import Services
from relay.conduct.decisions.effect_watch import ReturnListener
from relay.groups.looking import GroupLook
from relay.groups.membership import MembershipListener
from relay.groups.newcomers import NewcomerListener


def group_look(services: Services) -> GroupLook:
    """Return what is done with all groups whenever the API has told of them.

    Args:
        services: the parts of the relay.
    """
    return GroupLook(
        services.store,
        services.clock,
        services.groups,
        GroupNotices(services),
        services.membership,
        _listeners(services),
        (fullness(services).look, services.deciding.watch.look, DoorJobs(services).look),
    )


def _listeners(services: Services) -> tuple[MembershipListener, ...]:
    """Return who is told, in order."""
    newcomers = NewcomerListener(services.store, services.clock, services.membership)
    return (newcomers, DoorListener(services), ReturnListener(services.deciding.watch))
