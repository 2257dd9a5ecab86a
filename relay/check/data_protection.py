"""Can people find out who is responsible for what is kept of them?"""

from relay.check.findings import Finding, Report
from relay.settings import Settings

_WHERE = "data_protection.controller"


def check_data_protection(report: Report, settings: Settings) -> Finding:
    """Say whether the privacy notice names somebody, and how to reach them.

    Args:
        report: makes the finding.
        settings: complete and valid.
    """
    if settings.data_protection.is_said:
        return report.ok(_WHERE, "check-data-protection-fine")
    return report.note(_WHERE, "check-data-protection-unsaid")
