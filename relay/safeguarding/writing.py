"""Parts: what a writer says, edits and deletes, before sending and after."""

from collections.abc import Sequence

from relay.safeguarding.codes import Act, EntryKind, Refusal, State
from relay.safeguarding.drafts import Drafts
from relay.safeguarding.internals import Internals
from relay.safeguarding.reporter_view import WritingRate, row_of
from relay.safeguarding.sent import SentCases
from relay.safeguarding.tables.cases import CaseRow
from relay.safeguarding.tables.entries import EntryRow
from relay.safeguarding.views import Added, Changed
from relay.store.files import Arrival

CASE_FULL = "case_full"
"""What is said of a file that a case has no room for."""


class Writing:
    """What a writer's messages become.

    Args:
        internals: the parts of the vault.
        drafts: what is being written.
        sent: what was sent.
        rate: how much somebody may write.
    """

    def __init__(
        self, internals: Internals, drafts: Drafts, sent: SentCases, rate: WritingRate
    ) -> None:
        self._internals = internals
        self._drafts = drafts
        self._sent = sent
        self._rate = rate

    def add(
        self,
        person: str,
        *,
        text: str,
        origin: int,
        to: int | None = None,
        edits: Sequence[int] = (),
        arrivals: Sequence[Arrival] = (),
    ) -> Added:
        """Take a message as the next part of a draft, or of a case that it is surely meant for.

        Files are taken over from the store and deleted there, also where nothing is taken.
        The caller relays the part of a case that is sent. A closed case opens again.

        Args:
            person: who writes.
            text: may be empty if there are files.
            origin: Signal's moment of the message, in milliseconds.
            to: the sent case, one of theirs; by default their draft.
            edits: the moments of the edits that it has had already.
            arrivals: what came with it.
        """
        internals = self._internals
        row = self._writes_to(person, to)
        refusal = self._refusal(person, row, text, arrivals)
        if row is None or refusal is not None:
            self._leave_out(arrivals)
            refused = tuple(a.refused for a in arrivals if a.refused is not None)
            sent = row is not None and row.state != State.DRAFT
            return Added(row.id if row else 0, None, 0, refused, refusal or Refusal.GONE, sent)
        now = internals.clock.now()
        self._rate.count(person)
        number = internals.file.write(row.id, EntryKind.PART, text)
        for moment in (origin, *edits):
            self._named(row.id, number, moment)
        refused_files, taken = self._take(row.id, number, arrivals)
        if row.state == State.DRAFT:
            internals.tables.cases.change(row.id, waiting_since=now)
        else:
            if row.state == State.CLOSED:
                internals.file.reopen(row)
                internals.file.record(row.id, Act.REOPENED, None)
            internals.file.waits(row)
        return Added(row.id, number, taken, refused_files, None, row.state != State.DRAFT)

    def is_writing(self, person: str) -> bool:
        """Return whether somebody writes a draft, so that their files are wanted."""
        return self._drafts.draft_of(person) is not None

    def edit(
        self, person: str, origin: int, text: str, *, moment: int | None = None
    ) -> Changed | Refusal | None:
        """Follow an edit; None if it is of no part.

        `TOO_MANY` where somebody edits too often, `MUTED` where nothing more of theirs is taken.

        Args:
            person: who edits.
            origin: Signal's moment of the edited message, or of an earlier edit of it.
            text: the new text.
            moment: Signal's moment of the edit, by which a later edit may name it.
        """
        entry = self._part(self._internals.writers.cases_of(person), origin)
        if entry is None:
            return None
        if row_of(self._internals, entry.case_id).muted:
            return Refusal.MUTED
        if not self._rate.allows(person):
            return Refusal.TOO_MANY
        self._rate.count(person)
        self._internals.file.rewrite(entry.case_id, entry.number, text)
        if moment is not None:
            self._named(entry.case_id, entry.number, moment)
        return self._changed(entry, text)

    def case_of_part(self, person: str, origin: int) -> int | None:
        """Return which of somebody's drafts and cases a message is a part of, or None.

        Args:
            person: the account id.
            origin: Signal's moment of the message, or of an edit of it.
        """
        entry = self._part(self._internals.writers.cases_of(person), origin)
        return None if entry is None else entry.case_id

    def delete(self, person: str, origin: int) -> Changed | None:
        """Follow a deletion: the text and the files go; None if it is of no part.

        It is followed in hidden cases and in muted ones, too; an edit is not, which may be made to
        mislead.
        """
        entry = self._any_part(person, origin)
        if entry is None:
            return None
        self._internals.file.take_away(entry.case_id, entry.number)
        return self._changed(entry, "")

    def may_delete(self, person: str, origin: int) -> bool:
        """Return whether `delete` would follow a deletion."""
        return self._any_part(person, origin) is not None

    def _writes_to(self, person: str, case_id: int | None) -> CaseRow | None:
        if case_id is None:
            draft = self._drafts.draft_of(person)
            return None if draft is None else self._internals.tables.cases.get(draft.id)
        mine = any(case.id == case_id for case in self._sent.cases_of(person))
        return self._internals.tables.cases.get(case_id) if mine else None

    def _refusal(
        self, person: str, row: CaseRow | None, text: str, arrivals: Sequence[Arrival]
    ) -> Refusal | None:
        if row is None:
            return Refusal.GONE
        if row.muted:
            return Refusal.MUTED
        if not self._rate.allows(person):
            return Refusal.TOO_MANY
        has_files = any(arrival.file is not None for arrival in arrivals)
        return None if text.strip() or has_files else Refusal.EMPTY

    def _take(
        self, case_id: int, number: int, arrivals: Sequence[Arrival]
    ) -> tuple[tuple[str, ...], int]:
        """The codes of what of the files was left out, and how many were taken."""
        refused, taken = [], 0
        for arrival in arrivals:
            if arrival.file is None:
                refused.append(arrival.refused or "unsupported")
            elif self._internals.files.take(case_id, number, arrival.file):
                taken += 1
                if arrival.refused is not None:
                    refused.append(arrival.refused)
            else:
                refused.append(CASE_FULL)
        return tuple(refused), taken

    def _leave_out(self, arrivals: Sequence[Arrival]) -> None:
        for arrival in arrivals:
            if arrival.file is not None:
                self._internals.store.files.remove(arrival.file)

    def _named(self, case_id: int, number: int, moment: int) -> None:
        mark = self._internals.sealer.mark(case_id, f"origin:{moment}")
        if mark is not None:
            self._internals.tables.entries.came_at(case_id, number, mark)

    def _any_part(self, person: str, origin: int) -> EntryRow | None:
        """A part, also of what is hidden."""
        writers = self._internals.writers
        return self._part((*writers.cases_of(person), *writers.hidden_of(person)), origin)

    def _part(self, cases: Sequence[int], origin: int) -> EntryRow | None:
        """A part that is not deleted yet."""
        internals = self._internals
        for case_id in cases:
            row = internals.tables.cases.get(case_id)
            mark = internals.sealer.mark(case_id, f"origin:{origin}")
            if row is None or mark is None:
                continue
            if (entry := internals.tables.entries.by_origin(case_id, mark)) is not None:
                return None if entry.sealed is None else entry
        return None

    def _changed(self, entry: EntryRow, text: str) -> Changed:
        return Changed(
            entry.case_id,
            entry.number,
            text,
            row_of(self._internals, entry.case_id).state != State.DRAFT,
        )
