"""In which language a report is spoken of with its writer.

It stands with the report, in the clear like what it is about, and is destroyed with it: who takes a
report back, or hides it, is answered afterwards as everybody is.
"""

from relay.safeguarding.codes import State
from relay.safeguarding.internals import Internals
from relay.safeguarding.tables.cases import CaseRow


class Spoken:
    """The language of reports.

    Args:
        internals: the parts of the vault.
    """

    def __init__(self, internals: Internals) -> None:
        self._internals = internals

    def language_of(self, person: str) -> str | None:
        """Return the locale of what somebody writes, or of what they sent last; else None."""
        row = self._current(person)
        return None if row is None else row.language

    def language_of_case(self, case_id: int) -> str | None:
        """Return the locale of one case; None if it is the installation's, or there is none."""
        row = self._internals.tables.cases.get(case_id)
        return None if row is None else row.language

    def speak(self, person: str, locale: str | None) -> bool:
        """Speak of somebody's report in another language from now on.

        Args:
            person: who writes, or wrote.
            locale: None for what they have chosen themselves, or the installation's.

        Returns:
            Whether they have a report, and it is not hidden.
        """
        row = self._current(person)
        if row is not None:
            self._internals.tables.cases.change(row.id, language=locale)
        return row is not None

    def _current(self, person: str) -> CaseRow | None:
        ids = self._internals.writers.cases_of(person)
        rows = [row for row in map(self._internals.tables.cases.get, ids) if row is not None]
        drafts = (row for row in rows if row.state == State.DRAFT)
        return next(drafts, next(iter(rows), None))
