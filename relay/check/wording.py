"""Is the branch's own wording usable?"""

from collections.abc import Iterator
from pathlib import Path

from relay.check.findings import Finding, Report
from relay.words import WordingProblem, Words

_WHERE = "wording.folder"


def check_wording(report: Report, words: Words, folder: Path | None) -> Iterator[Finding]:
    """One line for each faulty message; the shipped one is used in its place."""
    if folder is None:
        return
    problems = words.check()
    for problem in problems:
        yield _finding(report, problem)
    if not problems:
        yield report.ok(_WHERE, "check-wording-fine")


def _finding(report: Report, problem: WordingProblem) -> Finding:
    message_id = {
        "no-folder": "check-wording-no-folder",
        "syntax": "check-wording-syntax",
        "unknown-id": "check-wording-unknown-id",
        "unknown-variable": "check-wording-unknown-variable",
        "unknown-reference": "check-wording-unknown-reference",
    }[problem.reason]
    return report.problem(
        problem.file, message_id, message=problem.message, detail=problem.detail or "1"
    )
