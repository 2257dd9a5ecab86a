"""What one officer sees: their cases, found by name or by quote. Nothing else can be found."""

from collections.abc import Mapping
from datetime import datetime

from relay.safeguarding.casefile import to_the_hour
from relay.safeguarding.codes import Act, EntryKind, Outcome, Shown, State, Track
from relay.safeguarding.contact import may_be_seen
from relay.safeguarding.internals import Internals
from relay.safeguarding.names import match, match_start
from relay.safeguarding.resuming import SAME_ACCOUNT
from relay.safeguarding.tables.cases import CaseRow
from relay.safeguarding.views import Entry, OfficerCase, Quoted, Reader, Record


class NotYours(KeyError):
    """The officer may not know of this case, or no longer, or there is none."""


class Lookup:
    """Reading, for one officer. Made by `Vault.for_officer`, which has checked who they are.

    Every method looks again: access can end between two messages.

    Args:
        internals: the parts of the vault.
        officer: the account id.
    """

    def __init__(self, internals: Internals, officer: str) -> None:
        self._internals = internals
        self._officer = officer

    def cases(self, shown: Shown = Shown.OPEN) -> tuple[OfficerCase, ...]:
        """Return this officer's cases: those that wait longest for an answer first."""
        rows = self._internals.access.cases(self._officer)
        if shown is Shown.OPEN:
            rows = [row for row in rows if row.state == State.OPEN]
        rows.sort(key=lambda r: (r.waiting_since is None, r.waiting_since or r.started_at))
        return tuple(self._view(row) for row in rows)

    def case(self, typed: str) -> OfficerCase | None:
        """Return the case of theirs that is meant by a name, slips understood; else None."""
        known = self._named()
        name = match(typed, known)
        return None if name is None else self._view(known[name])

    def find(self, text: str) -> tuple[OfficerCase, str] | None:
        """Return the case of theirs that a text begins with, and the rest of the text."""
        known = self._named()
        found = match_start(text, known)
        return None if found is None else (self._view(known[found[0]]), found[1])

    def by_quote(self, timestamp: int) -> Quoted | None:
        """Return what a message of the bot in this officer's chat was about.

        Args:
            timestamp: Signal's, of the quoted message.
        """
        relay = self._internals.tables.relays.quoted(self._officer, timestamp)
        row = None if relay is None else self._internals.access.case(self._officer, relay.case_id)
        if relay is None or row is None:
            return None
        return Quoted(self._view(row), relay.entry)

    def again(self, case: OfficerCase) -> OfficerCase | None:
        """Return a case as it is now, or None if this officer may no longer know of it."""
        row = self._internals.access.case(self._officer, case.id)
        return None if row is None else self._view(row)

    def by_id(self, case_id: int) -> OfficerCase | None:
        """Return a case by its internal number, for conversations that keep it; else None."""
        row = self._internals.access.case(self._officer, case_id)
        return None if row is None else self._view(row)

    def entries(self, case: OfficerCase) -> tuple[Entry, ...]:
        """Return everything written in a case, in order.

        Raises:
            NotYours: the officer may not know of it.
        """
        return self._internals.file.entries(self._row(case).id)

    def records(self, case: OfficerCase) -> tuple[Record, ...]:
        """Return what was done and why, in order.

        Raises:
            NotYours: the officer may not know of it.
        """
        return self._internals.records.of(self._row(case).id)

    def called(self, case: OfficerCase) -> str:
        """Return what the other readers know this officer as; nothing if they are not named."""
        return self._internals.roles.of(case.id, self._officer)

    def moved_at(self, case: OfficerCase) -> datetime | None:
        """Return since when a case is written from another account than before, to the hour.

        Returns:
            None if it always was the same.

        Raises:
            NotYours: the officer may not know of it.
        """
        moves = (
            record.at
            for record in self.records(case)
            if record.act is Act.RESUMED and record.text != SAME_ACCOUNT
        )
        last = max(moves, default=None)
        return None if last is None else to_the_hour(last)

    def missed(self) -> tuple[tuple[OfficerCase, Entry], ...]:
        """Return the parts of open cases that were not sent to this officer.

        See also `Timetable.behind`, which has them sent.
        """
        found = []
        access = self._internals.access
        for case in self.cases():
            row = self._row(case)
            mine = [r for r in access.current_readers(row.id) if r.officer == self._officer]
            has = {
                relay.entry
                for relay in self._internals.tables.relays.of(case.id)
                if any(access.got(row, reader, relay) for reader in mine)
            }
            parts = self._internals.file.entries(case.id, EntryKind.PART)
            found += [(case, part) for part in parts if part.number not in has and not part.deleted]
        return tuple(found)

    def _named(self) -> Mapping[str, CaseRow]:
        return {row.name or "": row for row in self._internals.access.cases(self._officer)}

    def _row(self, case: OfficerCase) -> CaseRow:
        row = self._internals.access.case(self._officer, case.id)
        if row is None:
            raise NotYours(case.id)
        return row

    def _view(self, row: CaseRow) -> OfficerCase:
        internals = self._internals
        parts, files = internals.file.counts(row.id)
        readers = self._readers(row)
        keeper = None if row.claimed_by is None else internals.roles.of(row.id, row.claimed_by)
        closed, days = row.closed_at, internals.settings.keep_content_days
        return OfficerCase(
            id=row.id,
            name=row.name or "",
            track=Track(row.track or Track.SAFEGUARDING),
            team=row.team or "",
            state=State(row.state),
            status=internals.file.status(row),
            claimed_by=keeper,
            mine=row.claimed_by == self._officer,
            readers=readers,
            parts=parts,
            files=files,
            sent_at=to_the_hour(row.sent_at or row.started_at),
            waiting_since=None if row.waiting_since is None else to_the_hour(row.waiting_since),
            closed_at=closed,
            outcome=None if row.outcome is None else Outcome(row.outcome),
            muted=row.muted,
            reachable=internals.tables.links.of(row.id) is not None,
            waits_for_writer=internals.writers.waits(row.id),
            may_be_seen=may_be_seen(row),
            held=internals.file.hold_reason(row),
            content_until=None if row.hold is not None else internals.file.until(closed, days),
            waits=internals.tables.quarantined.cause(row.id),
            language=row.language,
        )

    def _readers(self, row: CaseRow) -> tuple[Reader, ...]:
        roles = self._internals.roles
        return tuple(
            Reader(
                role=officer.role if officer.id == self._officer else roles.of(row.id, officer.id),
                team=slug,
                me=officer.id == self._officer,
            )
            for slug, officer in roles.reading(row)
        )
