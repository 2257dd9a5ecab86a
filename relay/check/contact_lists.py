"""What a host should know of a branch's contact list before people rely on it."""

from collections.abc import Iterator

from relay.check.findings import Finding, Report
from relay.settings import Settings


def check_contact_lists(report: Report, settings: Settings) -> Iterator[Finding]:
    """Say where the bot writes to strangers, and where a list cannot be taken out.

    Args:
        report: makes the findings.
        settings: complete and valid.
    """
    for branch in settings.branches:
        wanted, where = branch.contact_list, f"branches[{branch.slug}].contact_list"
        if wanted is None:
            continue
        if wanted.invitations_a_day:
            count = wanted.invitations_a_day
            yield report.note(f"{where}.invitations_a_day", "check-contacts-strangers", count=count)
        if wanted.export_key is None:
            yield report.note(f"{where}.export_key", "check-contacts-no-key", branch=branch.name)
