"""Is the branch's own wording usable?"""

from collections.abc import Iterator
from pathlib import Path

from relay.check.findings import Finding, Report
from relay.language.words import WordingProblem, Words, shipped_locales

_WHERE = "wording.folder"
_SAID = {
    "no-folder": "check-wording-no-folder",
    "syntax": "check-wording-syntax",
    "unknown-id": "check-wording-unknown-id",
    "unknown-variable": "check-wording-unknown-variable",
    "unknown-reference": "check-wording-unknown-reference",
    "unknown-function": "check-wording-unknown-function",
    "refers-to-itself": "check-wording-refers-to-itself",
    "too-deep": "check-wording-too-deep",
    "too-long": "check-wording-too-long",
    "fails": "check-wording-fails",
    "unknown-locale": "check-wording-unknown-locale",
    "leaves-out": "check-wording-leaves-out",
    "says-nothing": "check-wording-says-nothing",
    "tells": "check-wording-tells",
}


def check_wording(report: Report, words: Words, folder: Path | None) -> Iterator[Finding]:
    """One line for each faulty message; the shipped one is used in its place."""
    if folder is None:
        return
    problems = (*words.check(), *_of_others(words, folder))
    for problem in problems:
        yield _finding(report, problem)
    if not problems:
        yield report.ok(_WHERE, "check-wording-fine")


def _of_others(words: Words, folder: Path) -> Iterator[WordingProblem]:
    """What is wrong in the folders of other languages; one of no language is named as well."""
    for inner in sorted(folder.iterdir()) if folder.is_dir() else ():
        if inner.is_dir() and inner.name in shipped_locales() and inner.name != words.locale:
            yield from Words(inner.name, inner, words).check()
        elif inner.is_dir() and any(inner.glob("*.ftl")):
            yield WordingProblem(str(inner), "", "unknown-locale", inner.name)


def _finding(report: Report, problem: WordingProblem) -> Finding:
    return report.problem(
        problem.file, _SAID[problem.reason], message=problem.message, detail=problem.detail or "1"
    )
