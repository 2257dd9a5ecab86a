"""Can the branch's own questions and answers be read, and is each way to ask one of its own?"""

from collections.abc import Iterator
from pathlib import Path

from relay.answers.loading import FOLDER, load_answers
from relay.check.findings import Finding, Report

_SAID = {
    "name": "check-answers-name",
    "unreadable": "check-answers-unreadable",
    "large": "check-answers-large",
    "toml": "check-answers-toml",
    "key": "check-answers-key",
    "missing": "check-answers-missing",
    "text": "check-answers-text",
    "list": "check-answers-list",
    "number": "check-answers-number",
    "yes-no": "check-answers-yes-no",
    "empty": "check-answers-empty",
    "nothing": "check-answers-nothing",
    "many": "check-answers-many",
    "long": "check-answers-long",
    "short": "check-answers-short",
    "lines": "check-answers-lines",
    "link": "check-answers-link",
    "undated": "check-answers-undated",
    "date": "check-answers-date",
    "asked-long": "check-answers-asked-long",
    "asked-short": "check-answers-asked-short",
    "asked-cry": "check-answers-asked-cry",
    "asked-command": "check-answers-asked-command",
    "asked-twice": "check-answers-asked-twice",
    "leaves-nothing": "check-answers-leaves-nothing",
}


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
        yield report.problem(fault.file, _SAID[fault.reason], line=fault.where, detail=fault.detail)
    if not faults:
        yield report.ok(str(own), "check-answers-fine")
