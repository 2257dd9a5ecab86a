"""The groups of the branches that an admin may act for."""

from handlers.services import Services
from relay.groups.tables import KeptGroup


def own_group(services: Services, person: str, number: int) -> KeptGroup | None:
    """Return a group of a branch that an account id may act for, or None.

    Args:
        services: the parts of the relay.
        person: account id.
        number: of the group, in commands.
    """
    group = services.groups.numbered(number)
    return group if group is not None and group.branch in services.slugs_of(person) else None
