"""Sent cases, for whoever wrote them."""

from relay.safeguarding.codes import EntryKind, Listening, Outcome, State
from relay.safeguarding.drafts import Drafts
from relay.safeguarding.views import Entry, ReporterCase, Withdrawal


class SentCases(Drafts):
    """What becomes of a report after it was sent."""

    def cases_of(self, person: str) -> tuple[ReporterCase, ...]:
        """Return somebody's sent cases, newest first."""
        rows = (
            self._internals.tables.cases.get(case_id)
            for case_id in self._internals.writers.cases_of(person)
        )
        return tuple(self._view(r) for r in rows if r is not None and r.state != State.DRAFT)

    def parts(self, case_id: int) -> tuple[Entry, ...]:
        """Return what the writer has written, in order."""
        return self._internals.file.entries(case_id, EntryKind.PART)

    def listen(self, case_id: int, answer: Listening) -> None:
        """Remember whether what the writer says outside commands goes to a case.

        Only one case of somebody listens: the others stop.
        """
        person = self._internals.writers.of(case_id)
        if answer is Listening.YES and person is not None:
            for other in self._internals.writers.cases_of(person):
                row = self._row(other)
                if other != case_id and row.listening == Listening.YES:
                    self._internals.tables.cases.change(other, listening=Listening.NO.value)
        self._internals.tables.cases.change(case_id, listening=answer.value)

    def listening(self, person: str) -> ReporterCase | None:
        """Return the case that takes what somebody says outside commands."""
        for case in self.cases_of(person):
            if case.listening is Listening.YES:
                return case
        return None

    def is_writing(self, person: str) -> bool:
        """Return whether the files of somebody are wanted: for a draft, or a case that listens."""
        if self.draft_of(person) is not None:
            return True
        case = self.listening(person)
        return case is not None and not case.muted

    def withdrawal(self, case_id: int) -> Withdrawal:
        """Return what is needed to tell readers of a case after it is erased.

        Raises:
            KeyError: it is none, or was never sent.
        """
        row = self._row(case_id)
        if row.name is None:
            raise KeyError(case_id)
        return Withdrawal(row.name, tuple(self._internals.access.chats(case_id)))

    def erase(self, person: str, case_id: int) -> bool:
        """Destroy a case for ever, whoever holds or reads it; False if it is not theirs.

        Everything relayed is deleted from the readers' chats as far as Signal does that.
        """
        row = self._internals.tables.cases.get(case_id)
        if row is None or not self._internals.writers.wrote(person, case_id):
            return False
        self._internals.post.delete_relayed(case_id)
        self._internals.destroyer.case(row, Outcome.WITHDRAWN)
        return True
