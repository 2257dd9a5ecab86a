"""Who is asked: those who get announcements directly, and the members of declared groups."""

from dataclasses import dataclass

from handlers.parsing import read_number
from handlers.services import Services
from relay.groups.tables import KeptGroup
from relay.language.vocabulary import bare
from relay.subscriptions.tables import Scope, Subscribers


@dataclass(frozen=True)
class Targets:
    """Who is asked.

    Attributes:
        subscribers: whether those who get announcements directly are.
        groups: ids of groups whose members are.
        is_clear: whether all that was typed was understood.
    """

    subscribers: bool
    groups: tuple[str, ...]
    is_clear: bool


def named_targets(services: Services, branch: str, text: str) -> Targets:
    """Read names, or numbers, of groups and the word for subscribers."""
    vocabulary, subscribers = services.vocabulary, False
    groups, is_clear = list[str](), True
    own = groups_of(services, branch)
    for part in vocabulary.phrase("ballot_list").split(text):
        if not bare(part).strip():
            continue
        number, rest = read_number(part)
        if vocabulary.answers_with("ballot_to_subscribers", part):
            subscribers = True
            continue
        found = [
            one
            for one in own
            if bare(services.groups.declared(one).name) == bare(part)
            or (one.number == number and not rest)
        ]
        groups += [one.id for one in found]
        is_clear = is_clear and bool(found)
    return Targets(
        subscribers, tuple(dict.fromkeys(groups)), is_clear and bool(subscribers or groups)
    )


def groups_of(services: Services, branch: str) -> list[KeptGroup]:
    """Return the declared groups of a branch, by number."""
    return list(services.groups.of_branches(frozenset({branch})))


def people_of(
    services: Services, branch: str, groups: tuple[str, ...], *, subscribers: bool
) -> frozenset[str]:
    """Return the account ids of everybody who would be asked now.

    Whoever has subscribed to meetings only has asked for nothing else, and is not asked.
    """
    people = {person for group in groups for person in services.people_in(group)}
    if subscribers:
        table = services.store[Subscribers]
        people |= {
            one.person
            for one in table.of_branch(branch)
            if not one.is_waiting and one.scope is Scope.ALL
        }
    return frozenset(people)


def target_lines(services: Services, branch: str) -> str:
    """Return who can be asked, one on a line."""
    say = services.words.say
    count = services.store[Subscribers].count(branch, is_meeting=False)
    lines = [say("ballot-to-subscribers", people=count)]
    for group in groups_of(services, branch):
        name = services.groups.declared(group).name
        people = len(services.people_in(group.id))
        lines.append(say("ballot-to-group", group=name, people=people))
    return "\n".join(lines)
