"""Reports that wait before they are handed on, so that a flood buries no other.

Forty new accounts can write what forty people would, and the one report that matters comes last. So
messages of those whom the bot does not know are handed on up to so many an hour. What comes above
that is kept, its readers get a list, and it follows by itself as there is room. Those who are known
are never counted: members of the bot's groups, and whoever was answered before.

A new report of a writer who was muted waits, too: until an officer who did not mute them lets it
through.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta

from relay.safeguarding.codes import EntryKind, OfficerStatus, State, Wait
from relay.safeguarding.internals import Internals
from relay.safeguarding.lookup import Lookup
from relay.safeguarding.views import OfficerCase

DIGEST_EVERY = timedelta(hours=1)
"""How often an officer is sent a list of what waits, at most."""

COUNTED_FOR = timedelta(hours=1)
"""How long what was handed on counts. It is in the store: a restart begins no new hour."""

REPORTS_OF_STRANGERS = 12
"""New reports an hour that are handed on at once from accounts which the bot does not know."""

_MESSAGES, _REPORTS, _DIGESTS = "messages", "reports", "digests"


@dataclass(frozen=True)
class Digest:
    """What one officer is told that waits. Moments are cut to the hour."""

    officer: str = field(repr=False)
    cases: tuple[OfficerCase, ...]


@dataclass(frozen=True)
class Released:
    """A report that waits no longer, with the parts that nobody was sent yet."""

    case_id: int
    numbers: tuple[int, ...]


class Quarantine:
    """What waits, why, and when it goes on.

    Args:
        internals: the parts of the vault.
    """

    def __init__(self, internals: Internals) -> None:
        self._internals = internals
        self._rows = internals.tables.quarantined

    def take(
        self, person: str, case_id: int, parts: int, *, fresh: bool, known: bool
    ) -> Wait | None:
        """Count parts that are to be handed on; return why they wait, or None if they do not.

        Args:
            person: who wrote them.
            case_id: the report, which is sent already.
            parts: how many there are.
            fresh: whether the report is new.
            known: whether it is a member of one of the bot's groups.
        """
        if (row := self._rows.of(case_id)) is not None:
            return row.cause
        if fresh and self._rows.muted(self._internals.writers.hash(person)) is not None:
            return self._wait(case_id, Wait.MUTED)
        if known or self._was_answered(person) or self._has_room(parts, fresh=fresh):
            return None
        return self._wait(case_id, Wait.FLOOD)

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        return not self._rows.cases()

    def release(self, case_id: int) -> tuple[int, ...]:
        """Let a report wait no longer; return the numbers of its parts that nobody was sent yet."""
        return self._lacking(case_id) if self._rows.release(case_id) else ()

    def due(self) -> Released | None:
        """Return the report that waits longest, if there is room for it now.

        It is counted, and waits no longer.
        """
        row = next((row for row in self._rows.all() if row.cause is Wait.FLOOD), None)
        if row is None:
            return None
        numbers = self._lacking(row.case_id)
        fresh = not self._internals.tables.relays.of(row.case_id)
        if not self._has_room(len(numbers), fresh=fresh):
            return None
        return Released(row.case_id, self.release(row.case_id))

    def digests(self) -> tuple[Digest, ...]:
        """Return what each officer is told now of what waits because of a flood, once an hour."""
        now = self._internals.clock.now()
        if self._rows.counted(_DIGESTS, now - DIGEST_EVERY):
            return ()
        rows = [row for row in self._rows.all() if row.cause is Wait.FLOOD]
        untold = [row for row in rows if row.told_at is None]
        if not untold:
            return ()
        self._rows.count(_DIGESTS, now)
        for row in untold:
            self._rows.told(row.case_id, now)
        waiting = {row.case_id for row in rows}
        found = ((officer, self._seen(officer, waiting)) for officer in self._officers())
        return tuple(Digest(officer, cases) for officer, cases in found if cases)

    def untold_muted(self) -> tuple[int, ...]:
        """Return what waits because its writer was muted, and its readers do not know; once."""
        rows = [r for r in self._rows.all() if r.told_at is None and r.cause is Wait.MUTED]
        for row in rows:
            self._rows.told(row.case_id, self._internals.clock.now())
        return tuple(row.case_id for row in rows)

    def _lacking(self, case_id: int) -> tuple[int, ...]:
        sent = {relay.entry for relay in self._internals.tables.relays.of(case_id)}
        parts = self._internals.file.entries(case_id, EntryKind.PART)
        return tuple(p.number for p in parts if p.number not in sent and not p.deleted)

    def _wait(self, case_id: int, cause: Wait) -> Wait:
        self._rows.add(case_id, cause, self._internals.clock.now())
        return cause

    def _has_room(self, parts: int, *, fresh: bool) -> bool:
        """Count some parts of somebody unknown, if there is room for all of them."""
        now = self._internals.clock.now()
        written = self._rows.counted(_MESSAGES, now - COUNTED_FOR)
        # A single report that is longer than that goes on where nothing else has.
        if written and written + parts > self._internals.settings.strangers_per_hour:
            return False
        if fresh and self._rows.counted(_REPORTS, now - COUNTED_FOR) >= REPORTS_OF_STRANGERS:
            return False
        self._rows.count(_MESSAGES, now, times=parts)
        if fresh:
            self._rows.count(_REPORTS, now)
        return True

    def _was_answered(self, person: str) -> bool:
        rows = map(self._internals.tables.cases.get, self._internals.writers.cases_of(person))
        return any(row and row.answered_at and not row.muted for row in rows)

    def _officers(self) -> Iterable[str]:
        access = self._internals.access
        everybody = self._internals.teams.everybody()
        return (one for one in everybody if access.standing(one) is OfficerStatus.ACTIVE)

    def _seen(self, officer: str, waiting: set[int]) -> tuple[OfficerCase, ...]:
        cases = Lookup(self._internals, officer).cases()
        return tuple(c for c in cases if c.id in waiting and c.state is State.OPEN)
