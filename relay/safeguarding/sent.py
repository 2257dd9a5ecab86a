"""Sent cases, for whoever wrote them."""

from relay.safeguarding.codes import EntryKind, Outcome, State
from relay.safeguarding.internals import Internals
from relay.safeguarding.mailer import topic
from relay.safeguarding.names import match_start
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

    def addressed(self, person: str, text: str) -> tuple[ReporterCase, str] | None:
        """Return which of somebody's cases a text begins with the name of, and what follows it.

        Slips are understood: whether it is the very name, `begins_with_name` tells.
        """
        cases = {case.name: case for case in self.cases_of(person)}
        found = match_start(text, cases) if cases else None
        return None if found is None else (cases[found[0]], found[1])

    def quoted(self, person: str, timestamp: int) -> ReporterCase | None:
        """Return which of somebody's cases a message of the bot in their chat was about, or None.

        Args:
            person: the account id.
            timestamp: Signal's, of the message, in milliseconds.
        """
        for case in self.cases_of(person):
            alias = self._internals.writers.alias(case.id, person)
            sent = self._internals.store.topics.sent(topic(case.id), alias) if alias else []
            if any(at == timestamp for at, _ in sent):
                return case
        return None

    def quoted_entry(self, person: str, case_id: int, timestamp: int) -> Entry | None:
        """Return the part or the answer that somebody quotes in what they write to a case.

        Args:
            person: the account id.
            case_id: their draft or their case.
            timestamp: Signal's, of the quoted message, in milliseconds.

        Returns:
            None if it is neither, or the part was deleted.
        """
        internals = self._internals
        if not internals.writers.wrote(person, case_id):
            return None
        mark = internals.sealer.mark(case_id, f"origin:{timestamp}")
        part = None if mark is None else internals.tables.entries.by_origin(case_id, mark)
        relays = internals.tables.relays.of(case_id)
        told = (r.entry for r in relays if r.target == WRITER and r.timestamp == timestamp)
        number = next(told, None) if part is None else part.number
        entry = None if number is None else internals.file.entry(case_id, number)
        return None if entry is None or entry.deleted else entry

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
