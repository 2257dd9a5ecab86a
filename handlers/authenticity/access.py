"""Whose posts somebody may know, and for which branches they may say that something is false."""

from handlers.services import Services
from relay.settings import Branch


def branches_known_to(services: Services, person: str) -> frozenset[str]:
    """Return the slugs of the branches of which somebody reads what only members read."""
    found = set(services.slugs_of(person))
    found |= {one.branch for one in services.mailings.places.of(person) if not one.is_waiting}
    found |= {one.slug for one in services.settings.branches if _is_in(services, person, one)}
    return frozenset(found)


def branches_to_warn(services: Services, person: str) -> tuple[Branch, ...]:
    """Return the branches for which somebody may say that something is false."""
    return services.branches_of(person)


def _is_in(services: Services, person: str, branch: Branch) -> bool:
    groups = {*branch.announcement_groups, *(group.id for group in branch.groups)}
    return any(person in services.people_in(group) for group in groups)
