"""Can the branch's own questions and answers be read, and is each way to ask one of its own?"""

from collections.abc import Iterator
from pathlib import Path

from relay.answers.loading import FOLDER, load_answers
from relay.check.findings import Finding, Report


def check_answers(report: Report, locale: str, folder: Path | None) -> Iterator[Finding]:
    """One line for each fault; the shipped answer is used in its place.

    Args:
        report: makes the findings.
        locale: of the installation.
        folder: the branch's wording folder, or None.
    """
    own = None if folder is None else folder / FOLDER
    if own is None or not own.is_dir():
        return
    faults = load_answers(folder, locale).faults
    for fault in faults:
        yield report.problem(
            fault.file, f"check-answers-{fault.reason}", line=fault.where, detail=fault.detail
        )
    if not faults:
        yield report.ok(str(own), "check-answers-fine")
