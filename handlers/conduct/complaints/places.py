"""Where somebody may complain: the moderated groups they are in, and the branches of those."""

from handlers.services import Services
from relay.conduct.hearing.called import is_called
from relay.conduct.hearing.watched_groups import WatchedGroup


def groups_of(services: Services, person: str) -> list[WatchedGroup]:
    """Return the moderated groups that somebody is in, as Signal says now, by number."""
    return [
        group
        for branch in services.settings.branches
        for group in services.hearing.watched.of_branch(branch.slug)
        if person in services.people_in(group.id)
    ]


def branches_of(services: Services, person: str) -> list[str]:
    """Return the slugs of the branches of those."""
    return list(dict.fromkeys(group.branch for group in groups_of(services, person)))


def name_of(services: Services, number: int) -> str:
    """Return what a group is called, by its number in commands."""
    kept = services.groups.numbered(number)
    return services.group_name("" if kept is None else kept.id)


def seen_as(services: Services, person: str, words: str) -> dict[str, str]:
    """Return who in the moderated groups of somebody is called as they have typed.

    Only those whom they see there anyway: no answer tells who moderates.

    Args:
        services: the parts of the relay.
        person: who asks.
        words: a name, or a part of one.

    Returns:
        The names by account id.
    """
    people = services.hearing.people
    return {
        account: one.name
        for group in groups_of(services, person)
        for one in people.listed(group.number, but=(person,))
        if is_called(one.name, words)
        and (account := people.account(group.number, one.key)) is not None
    }
