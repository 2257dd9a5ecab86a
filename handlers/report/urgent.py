"""What always works, however much somebody has written: to begin a report, and to leave one."""

from signalbot import DataMessage

from handlers.report.typed import begins_with_report, case_word, is_codeword, starts_report
from handlers.services import Services

_LEAVING = frozenset({"stop", "erase", "hide"})


def is_urgent(services: Services, message: DataMessage) -> bool:
    """Whether a message begins a report that may still be begun, or takes one back.

    Args:
        services: the settings, and who writes what.
        message: not an edit.
    """
    person, text, reports = message.source_uuid or "", message.text, services.vault.reports
    if reports.draft_of(person) is not None or reports.cases_of(person):
        return case_word(text) in _LEAVING
    codeword = services.settings.safeguarding.codeword
    begins = starts_report(text) or begins_with_report(text) or is_codeword(text, codeword)
    return begins and reports.allows(person)
