"""Can the branch's own helplines be read, and in every language that reports are answered in?"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from relay.check.findings import Finding, Report
from relay.language.discreet import Telling
from relay.language.folding import folded
from relay.language.languages import language_name
from relay.language.wording import shipped_folder
from relay.language.words import SOURCE, shipped_config, shipped_locales
from relay.safeguarding.helplines import (
    FILE,
    Helpline,
    HelplinesUnreadable,
    load_helplines,
    read_helplines,
    read_told,
)


def check_helplines(report: Report, locale: str, folder: Path | None) -> Iterator[Finding]:
    """What cannot be read, and which lines are told of in the words of the list itself.

    Args:
        report: makes the findings.
        locale: of the installation, in which the list is written.
        folder: the branch's wording folder, or None.
    """
    own = None if folder is None else folder / FILE
    if folder is None or own is None or not folder.is_dir():
        return
    faulty = dict(_faulty(folder))
    for path, reason in faulty.items():
        yield report.problem(str(path), "check-helplines-unreadable", reason=reason)
    if not own.is_file() or own in faulty:
        return
    helplines = load_helplines(folder)
    yield from _telling(report, helplines.told_in(locale), own)
    for other in shipped_locales():
        path = folder / other / FILE
        if other == locale or path in faulty:
            continue
        if untold := helplines.untold_in(other):
            yield report.note(
                str(path),
                "check-helplines-untold",
                language=language_name(other),
                lines=", ".join(f"{line.name} ({line.number})" for line in untold),
            )


def _telling(report: Report, lines: Iterable[Helpline], own: Path) -> Iterator[Finding]:
    """What stands for a helpline in discreet mode and tells what it is, or is called like it."""
    telling = Telling(SOURCE, shipped_folder(shipped_config() / "wording" / SOURCE))
    for line in lines:
        said = folded(line.discreet)
        is_name = said.strip() == folded(line.name).strip()
        if word := said if is_name else telling.first([said]):
            yield report.problem(
                str(own),
                "check-helplines-tells",
                number=line.number,
                said=line.discreet,
                word=word,
            )


def _faulty(folder: Path) -> Iterator[tuple[Path, str]]:
    """Each file that cannot be read, and why."""
    readers = [(folder / FILE, read_helplines)]
    others = [(path, read_told) for path in sorted(folder.glob(f"*/{FILE}"))]
    for path, read in (*readers, *others):
        try:
            if path.is_file():
                read(path)
        except HelplinesUnreadable as error:
            yield path, str(error)
