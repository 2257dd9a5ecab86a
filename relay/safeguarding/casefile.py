"""Reading and writing what a case holds, for both sides; asks nobody for permission."""

from datetime import datetime, timedelta

from relay.safeguarding.codes import Act, EntryKind
from relay.safeguarding.files import CaseFiles
from relay.safeguarding.records import CaseRecords
from relay.safeguarding.roles import CaseRoles
from relay.safeguarding.sealing import Sealer
from relay.safeguarding.tables import VaultTables
from relay.safeguarding.tables.cases import CaseRow
from relay.safeguarding.tables.entries import EntryRow
from relay.safeguarding.views import Entry, People
from relay.store import Store
from relay.time.clock import Clock


def to_the_hour(moment: datetime) -> datetime:
    """Return a moment without its minutes."""
    return moment.replace(minute=0, second=0, microsecond=0)


class CaseFile:
    """The entries of cases.

    Args:
        store: where they are.
        clock: the time.
        sealer: seals and opens them.
        files: those that came with them.
        records: where acts are recorded.
        roles: what officers are called.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        sealer: Sealer,
        files: CaseFiles,
        records: CaseRecords,
        roles: CaseRoles,
    ) -> None:
        self._store = store
        self._tables = store[VaultTables]
        self._clock = clock
        self._sealer = sealer
        self._files = files
        self._records = records
        self._roles = roles

    def write(self, case_id: int, kind: EntryKind, text: str, officer: str | None = None) -> int:
        """Add an entry and return its number."""
        number = self._tables.entries.next_number(case_id)
        self._tables.entries.add(
            case_id,
            number,
            kind=kind.value,
            sealed=self._sealer.seal_text(case_id, _place(number), text),
            now=self._clock.now(),
            officer=officer,
        )
        return number

    def rewrite(self, case_id: int, number: int, text: str) -> None:
        """Replace the text of an entry; no copy of the one before stays."""
        sealed = self._sealer.seal_text(case_id, _place(number), text)
        self._tables.entries.rewrite(case_id, number, sealed)
        self._store.shredder.shred(self._clock.now())

    def take_away(self, case_id: int, number: int) -> None:
        """Destroy the text and the files of an entry; its number stays."""
        self._tables.entries.rewrite(case_id, number, None)
        self._tables.files.delete(case_id, number)
        self._store.shredder.shred(self._clock.now())

    def entries(self, case_id: int, *kinds: EntryKind) -> tuple[Entry, ...]:
        """Return the entries of a case of these kinds, in order; all kinds if none is named."""
        wanted = [kind.value for kind in (kinds or tuple(EntryKind))]
        return tuple(self._entry(row) for row in self._tables.entries.of(case_id, *wanted))

    def entry(self, case_id: int, number: int) -> Entry | None:
        """Return one entry, or None."""
        row = self._tables.entries.get(case_id, number)
        return None if row is None else self._entry(row)

    def counts(self, case_id: int) -> tuple[int, int]:
        """Return how many parts and files a case has."""
        files = [file for file in self._tables.files.of(case_id) if file.entry]
        return self._tables.entries.parts(case_id), len(files)

    def status(self, row: CaseRow) -> str | None:
        """Return what officers last said of where a case stands."""
        if row.status is None:
            return None
        return self._sealer.open_text(row.id, "status", row.status)

    def hold_reason(self, row: CaseRow) -> str | None:
        """Return why a case is held, if it is."""
        return None if row.hold is None else self._sealer.open_text(row.id, "hold", row.hold)

    def set_sealed(self, case_id: int, column: str, text: str | None) -> None:
        """Set a sealed value of a case: `status`, `hold` or `exclusions`."""
        sealed = None if text is None else self._sealer.seal_text(case_id, column, text)
        self._tables.cases.change(case_id, **{column: sealed})

    def record(
        self, case_id: int, act: Act, officer: str | None, text: str = "", to: People | None = None
    ) -> int:
        """Record an act and return the record's number; see `CaseRecords.append`."""
        return self._records.append(case_id, act, officer, text, to)

    def waits(self, row: CaseRow) -> None:
        """Note that the writer waits for an answer, if they do not already."""
        if row.waiting_since is None:
            self._tables.cases.change(row.id, waiting_since=self._clock.now())

    def reopen(self, row: CaseRow) -> None:
        """Open a closed case again."""
        self._tables.cases.change(
            row.id,
            state="open",
            closed_at=None,
            outcome=None,
            reminded_at=None,
            escalated_at=None,
        )

    def until(self, moment: datetime | None, days: int) -> datetime | None:
        """Return the end of a time that begins with a moment."""
        return None if moment is None else moment + timedelta(days=days)

    def _entry(self, row: EntryRow) -> Entry:
        kind = EntryKind(row.kind)
        role = None if row.officer is None else self._roles.of(row.case_id, row.officer)
        return Entry(
            number=row.number,
            kind=kind,
            text=""
            if row.sealed is None
            else self._sealer.open_text(row.case_id, _place(row.number), row.sealed),
            files=self._files.of(row.case_id, row.number),
            role=role,
            at=to_the_hour(row.at) if kind is EntryKind.PART else row.at,
            deleted=row.sealed is None,
        )


def _place(number: int) -> str:
    return f"entry:{number}"
