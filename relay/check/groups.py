"""Are the groups of the settings there, and does the bot look after them?"""

import math
from collections.abc import Iterator, Mapping, Sequence

from relay.check.findings import Finding, Report
from relay.groups.declared import DeclaredGroup, declared_groups
from relay.groups.fullness import MOST_IN_GROUP, MOST_PINS, STEPS
from relay.groups.polling import EVERY, MOST_AT_ONCE
from relay.language.graphemes import graphemes
from relay.language.words import Words
from relay.settings import Branch, Settings
from relay.settings.groups import LONGEST_DESCRIPTION, GroupKind
from relay.signal.types import Group, LinkState

_ENOUGH_ADMINS = 2
"""The bot, and another one: whoever loses the bot's number would lose the group with it."""


def check_groups(
    report: Report, settings: Settings, words: Words, groups: Mapping[str, Group]
) -> Iterator[Finding]:
    """Look at each group that the settings name.

    Args:
        report: makes the findings.
        settings: complete and valid.
        words: in which disclaimers are written.
        groups: what the API says, by id.
    """
    for branch in settings.branches:
        yield from _announcing(report, branch, groups)
    everything = list(declared_groups(settings, words))
    for declared in everything:
        yield from _declared(report, settings, declared, groups.get(declared.id))
    if everything:
        yield from _limits(report, everything, groups)


def _announcing(report: Report, branch: Branch, groups: Mapping[str, Group]) -> Iterator[Finding]:
    if not branch.announcement_groups:
        yield report.note(f"branches[{branch.slug}]", "check-no-groups", branch=branch.name)
    if not branch.admins:
        yield report.note(f"branches[{branch.slug}]", "check-no-admins", branch=branch.name)
    declared = {group.id for group in branch.groups}
    for position, group_id in enumerate(branch.announcement_groups, start=1):
        where = f"branches[{branch.slug}].announcement_groups[{position}]"
        yield _there(report, where, groups.get(group_id))
        if group_id not in declared:
            yield from _admins(report, where, groups.get(group_id))


def _declared(
    report: Report, settings: Settings, declared: DeclaredGroup, group: Group | None
) -> Iterator[Finding]:
    where = f"branches[{declared.branch}].groups[{declared.name}]"
    length = len(list(graphemes(declared.description)))
    if length > LONGEST_DESCRIPTION:
        most = LONGEST_DESCRIPTION
        yield report.problem(where, "check-group-description", length=length, most=most)
    posted_to = settings.branch(declared.branch).announcement_groups
    if declared.kind is GroupKind.ANNOUNCEMENTS and declared.id not in posted_to:
        yield report.note(where, "check-group-not-posted-to", group=declared.name)
    yield from _entry(report, where, declared)
    yield _there(report, where, group)
    if group is not None and len(group.members) * 100 >= STEPS[0] * MOST_IN_GROUP:
        people = len(group.members)
        yield report.note(where, "check-group-fills", people=people, most=MOST_IN_GROUP)
    yield from _admins(report, where, group)


def _limits(
    report: Report, everything: Sequence[DeclaredGroup], groups: Mapping[str, Group]
) -> Iterator[Finding]:
    """What Signal takes at most, and how near to that the branch is."""
    where = "branches.groups"
    found = [group for one in everything if (group := groups.get(one.id)) is not None]
    fullest = max(found, key=lambda group: len(group.members), default=None)
    yield report.ok(
        where,
        "check-groups-limits",
        most=MOST_IN_GROUP,
        pins=MOST_PINS,
        people=0 if fullest is None else len(fullest.members),
        group="" if fullest is None else fullest.name,
    )
    asking = [one for one in everything if one.link is LinkState.ENABLED_WITH_APPROVAL]
    if len(asking) > MOST_AT_ONCE:
        turns = math.ceil(len(asking) / MOST_AT_ONCE) * EVERY
        minutes = math.ceil(turns.total_seconds() / 60)
        yield report.note(where, "check-groups-links", count=len(asking), minutes=minutes)


def _entry(report: Report, where: str, declared: DeclaredGroup) -> Iterator[Finding]:
    """Whether somebody answers who asks to be let in, and nobody gets round them."""
    name = declared.name
    if declared.entry != "open" and not declared.keepers:
        yield report.problem(where, "check-group-no-keeper", group=name)
    if declared.entry != "open" and declared.link is LinkState.ENABLED:
        yield report.problem(where, "check-group-open-link", group=name)
    if declared.kind is GroupKind.CAUCUS and declared.entry == "open":
        yield report.note(where, "check-group-open-caucus", group=name)


def _admins(report: Report, where: str, group: Group | None) -> Iterator[Finding]:
    """Whether somebody could still run a group if the bot's number was lost."""
    if group is not None and group.admin and len(group.admins) < _ENOUGH_ADMINS:
        yield report.note(where, "check-group-one-admin", group=group.name)


def _there(report: Report, where: str, group: Group | None) -> Finding:
    """Whether the bot is in a group, and its admin."""
    if group is None:
        return report.problem(where, "check-group-unknown")
    if not group.member:
        return report.problem(where, "check-group-left", group=group.name)
    if not group.admin:
        return report.problem(where, "check-group-not-admin", group=group.name)
    return report.ok(where, "check-group-fine", group=group.name)
