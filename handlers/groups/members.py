"""`members`: how many people a branch has, for its admins. Never who.

Of a caucus it says no more than the directory does, and who is in nothing but a caucus is not among
the people of a branch. Who is in several groups or branches is counted once where it says people.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from handlers.conversation.catalogue import Section
from handlers.conversation.filters import admin, new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.services import Services
from relay.groups.counting import FEWEST, PEOPLE, BranchCount, MemberCounts, group_count
from relay.groups.declared import DeclaredGroup
from relay.groups.standards import version_of
from relay.groups.tables import KeptGroup
from relay.language.vocabulary import bare
from relay.settings import Branch
from relay.settings.groups import GroupKind
from relay.subscriptions.tables import Subscribers

members = Router("members")
_LOOKS_APART = timedelta(minutes=1)


def is_alone(heard: HeardMessage) -> bool:
    """Whether nothing follows: "members of the committee" is about others."""
    asks = heard.services.vocabulary.means("members", heard.message.text)
    return asks or not bare(heard.typed.rest).strip("? ")


@members.command("members", new, is_alone, may=admin, section=Section.RUNNING)
async def count_members(heard: HeardMessage) -> None:
    """Say how many there are in each branch of an admin, and in all of them together."""
    services = heard.services
    branches = services.branches_of(heard.person)
    counts = {branch.slug: count_of(services, branch) for branch in branches}
    texts = [_branch_text(services, one, counts[one.slug]) for one in branches]
    if len(branches) > 1:
        everybody = frozenset[str]().union(*(one.people for one in counts.values()))
        texts.append(services.words.say("members-together", count=_told(len(everybody))))
    texts.append(services.words.say("members-end"))
    await heard.say_text("\n\n".join(texts))


class DailyCounts:
    """Keeps the counts of each day, once it is known who is in which group.

    Args:
        services: the parts of the relay.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._table = services.store[MemberCounts]
        self._next = services.clock.now()

    def keep(self) -> None:
        """Count what is not counted today; called every round."""
        services, now = self._services, self._services.clock.now()
        if now < self._next:
            return
        self._next = now + _LOOKS_APART
        today = _today(services)
        for branch in services.settings.branches:
            if self._table.has(branch.slug, today):
                continue
            counted = count_of(services, branch)
            if counted.people:
                with services.store.transaction():
                    self._table.keep(branch.slug, today, counted.kept())

    def tidy(self) -> None:
        """Forget counts that are too old; joins a transaction."""
        self._table.tidy(_today(self._services), self._services.branches)


def count_of(services: Services, branch: Branch) -> BranchCount:
    """Return how many there are in a branch now, caucuses left out."""
    counted = [pair for pair in _groups(services, branch) if pair[1].kind is not GroupKind.CAUCUS]
    ids = {*(kept.id for kept, _ in counted), *branch.announcement_groups}
    people = frozenset[str]().union(*(services.people_in(one) for one in ids))
    return BranchCount(people, {kept.number: services.doors.members(kept) for kept, _ in counted})


def _branch_text(services: Services, branch: Branch, counted: BranchCount) -> str:
    say, table, today = services.words.say, services.store[MemberCounts], _today(services)
    groups = _groups(services, branch)
    areas = [pair for pair in groups if pair[1].kind is GroupKind.AREA]
    others = [pair for pair in groups if pair[1].kind is not GroupKind.AREA]
    people = len(counted.people)
    return say(
        "members",
        branch=branch.name,
        count=_told(people),
        growth=_growth(services, table.growth(branch.slug, PEOPLE, people, today), people),
        groups=_lines(services, branch, others) or "none",
        areas=_lines(services, branch, areas) or "none",
        agreed=_in_fives(_agreed(services, branch, counted)),
        subscribed=_in_fives(services.store[Subscribers].count(branch.slug)),
        contacts=-1 if branch.contact_list is None else _contacts(services, branch),
        fewest=FEWEST,
    )


def _lines(
    services: Services, branch: Branch, groups: Iterable[tuple[KeptGroup, DeclaredGroup]]
) -> str:
    table, today = services.store[MemberCounts], _today(services)
    lines = []
    for kept, group in groups:
        is_caucus = group.kind is GroupKind.CAUCUS
        if is_caucus and not group.listed:
            continue
        count = services.doors.members(kept)
        grown = table.growth(branch.slug, group_count(kept.number), count, today)
        lines.append(
            services.words.say(
                "members-group",
                name=group.name,
                count=-1 if is_caucus else _told(count),
                growth="none" if is_caucus else _growth(services, grown, count),
                fewest=FEWEST,
            )
        )
    return "\n".join(lines)


def _growth(services: Services, grown: dict[str, int], now: int) -> str:
    """Return by how much it has grown; of a few people that would tell who came or went."""
    few = any(by and min(now, now - by) < FEWEST for by in grown.values())
    if not grown or few or now < FEWEST:
        return "none"
    return ", ".join(
        services.words.say(
            "members-grown", span=span, by=abs(by), way="up" if by > 0 else "down" if by else "same"
        )
        for span, by in grown.items()
    )


def _agreed(services: Services, branch: Branch, counted: BranchCount) -> int:
    """How many of the people have agreed to the standards as they are now."""
    current = version_of(services.standards.whole(branch.slug))
    agreed = services.doors.standards.agreed
    return sum(agreed(branch.slug, one) == current for one in counted.people)


def _contacts(services: Services, branch: Branch) -> int:
    # In fives, as `contacts` says it: the two together must not tell more than one of them.
    count = len(services.contacts.of_branch(branch.slug))
    return count - count % FEWEST


def _told(count: int) -> int:
    """A count as it is said: 1 stands for all below `FEWEST` but none."""
    return 1 if 0 < count < FEWEST else count


def _in_fives(count: int) -> int:
    """A count of what nobody sees in Signal: of two days it must not tell who began or ended it."""
    return _told(count) if count < FEWEST else count - count % FEWEST


def _groups(services: Services, branch: Branch) -> list[tuple[KeptGroup, DeclaredGroup]]:
    return [pair for pair in services.doors.known() if pair[0].branch == branch.slug]


def _today(services: Services) -> date:
    return services.clock.now().astimezone(services.settings.timezone).date()
