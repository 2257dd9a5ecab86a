"""Who moderates, as far as the settings and a store that is not in use say it."""

from collections.abc import Iterator, Mapping

from relay.check.findings import Finding, Report
from relay.conduct.two_admins import NEEDED
from relay.settings import Branch, Settings


def check_moderators(
    report: Report, settings: Settings, named: Mapping[str, int] | None
) -> Iterator[Finding]:
    """Look at each branch that has moderators, or could have them.

    Args:
        report: makes the findings.
        settings: complete and valid.
        named: by slug, how many moderate now whom admins have named; None where the store is in
            use, or could not be opened.
    """
    officers = {one.id for team in settings.safeguarding.teams for one in team.officers}
    appeals_to = {branch.slug: branch.conduct.appeals_to for branch in settings.branches}
    for branch in settings.branches:
        yield from _of_settings(report, branch, officers)
        for other in branch.conduct.appeals_to:
            if branch.slug not in appeals_to.get(other, ()):
                where = f"branches[{branch.slug}].conduct.appeals_to"
                yield report.note(where, "check-appeals-one-sided", other=other)
        if named is not None:
            yield from _of_store(report, branch, named.get(branch.slug, 0))


def _of_settings(report: Report, branch: Branch, officers: set[str]) -> Iterator[Finding]:
    where = f"branches[{branch.slug}].moderators"
    if branch.moderators:
        yield report.note(where, "check-moderators-without-end", count=len(branch.moderators))
    for position, one in enumerate(branch.moderators, start=1):
        if one in officers or one in branch.admins:
            yield report.note(f"{where}[{position}]", "check-moderator-both")
    if 0 < len(branch.admins) < NEEDED and not branch.moderators:
        yield report.note(where, "check-moderators-one-admin", branch=branch.name)


def _of_store(report: Report, branch: Branch, named: int) -> Iterator[Finding]:
    where = f"branches[{branch.slug}].conduct"
    count = named + len(branch.moderators)
    if 0 < count <= branch.conduct.second:
        yield report.note(
            where, "check-moderators-few", count=count, need=branch.conduct.second + 1
        )
    elif count:
        yield report.ok(where, "check-moderators-fine", count=count)
