"""Which conversations hear of it that somebody came into a group, asks to, hangs, or is gone."""

from handlers.services import Services
from relay.groups.membership import MembershipListener


def membership_listeners(services: Services) -> tuple[MembershipListener, ...]:
    """Return them, in the order in which they are told.

    Args:
        services: the parts of the relay.
    """
    return ()
