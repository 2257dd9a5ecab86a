"""Sent cases, for whoever wrote them."""

from relay.safeguarding.codes import EntryKind, Listening, Outcome, State
from relay.safeguarding.internals import Internals
from relay.safeguarding.reporter_view import row_of, view_of
from relay.safeguarding.tables.relays import WRITER
from relay.safeguarding.views import Entry, ReporterCase, Withdrawal


class SentCases:
    """What becomes of a report after it was sent.

    Args:
        internals: the parts of the vault.
    """

    def __init__(self, internals: Internals) -> None:
        self._internals = internals

    def cases_of(self, person: str) -> tuple[ReporterCase, ...]:
        """Return somebody's sent cases, newest first."""
        rows = (
            self._internals.tables.cases.get(case_id)
            for case_id in self._internals.writers.cases_of(person)
        )
        return tuple(
            view_of(self._internals, r) for r in rows if r is not None and r.state != State.DRAFT
        )

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
                row = row_of(self._internals, other)
                if other != case_id and row.listening == Listening.YES:
                    self._internals.tables.cases.change(other, listening=Listening.NO.value)
        self._internals.tables.cases.change(case_id, listening=answer.value)

    def listen_only(self, person: str, case_id: int) -> None:
        """Let one case of somebody hear what they say, and no other: they are asked no more."""
        for case in self.cases_of(person):
            if case.listening is Listening.UNASKED:
                self.listen(case.id, Listening.NO)
        self.listen(case_id, Listening.YES)

    def heard_by(self, person: str) -> tuple[ReporterCase, ...]:
        """Return the case that listens, or else those that somebody has not been asked about."""
        cases = self.cases_of(person)
        listening = tuple(case for case in cases if case.listening is Listening.YES)
        return listening or tuple(c for c in cases if c.listening is Listening.UNASKED)

    def listening(self, person: str) -> ReporterCase | None:
        """Return the case that takes what somebody says outside commands."""
        cases = self.cases_of(person)
        return next((case for case in cases if case.listening is Listening.YES), None)

    def withdrawal(self, case_id: int) -> Withdrawal:
        """Return what is needed to tell readers of a case after it is erased.

        Raises:
            KeyError: it is none, or was never sent.
        """
        row = row_of(self._internals, case_id)
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

    def waiting_answers(self, case_id: int) -> tuple[Entry, ...]:
        """Return the answers that have not got through to whoever wrote a case, in order."""
        relays = self._internals.tables.relays.of(case_id)
        got = {r.entry for r in relays if r.target == WRITER and r.state in ("queued", "sent")}
        answers = self._internals.file.entries(case_id, EntryKind.ANSWER)
        return tuple(answer for answer in answers if answer.number not in got)
