"""A case as whoever wrote it sees it, and how much they may write."""

from datetime import timedelta

from relay.safeguarding.codes import Manner, State, Track
from relay.safeguarding.contact import Contact, may_be_seen
from relay.safeguarding.internals import Internals
from relay.safeguarding.tables.cases import CaseRow
from relay.safeguarding.views import ReporterCase


class WritingRate:
    """At most so many messages an hour from one person.

    Args:
        internals: the parts of the vault.
    """

    def __init__(self, internals: Internals) -> None:
        self._internals = internals

    def allows(self, person: str) -> bool:
        """Return whether somebody may write more: at most so many messages an hour.

        A report that is begun counts as one, and so does an edit.
        """
        internals, who = self._internals, self._internals.writers.hash(person)
        since = internals.clock.now() - timedelta(hours=1)
        kept = internals.tables.tries.pace(who, since)
        return kept < internals.settings.messages_per_hour and not internals.wrote.is_full(who)

    def count(self, person: str) -> None:
        """Count something written, for `allows`."""
        internals, who = self._internals, self._internals.writers.hash(person)
        internals.tables.tries.wrote(who, internals.clock.now())
        internals.wrote.note(who)


def row_of(internals: Internals, case_id: int) -> CaseRow:
    """Return the row of a case.

    Raises:
        KeyError: there is none.
    """
    row = internals.tables.cases.get(case_id)
    if row is None:
        raise KeyError(case_id)
    return row


def view_of(internals: Internals, row: CaseRow) -> ReporterCase:
    """Return a case as whoever wrote it sees it."""
    parts, files = internals.file.counts(row.id)
    closed, settings = None if row.hold is not None else row.closed_at, internals.settings
    return ReporterCase(
        id=row.id,
        name=row.name or "",
        track=Track(row.track or Track.SAFEGUARDING),
        manner=Manner.DISCREET if may_be_seen(row) else Manner.PLAIN,
        contact=Contact.read(row.contact),
        team=row.team or "",
        readers=len(internals.access.current_readers(row.id)),
        people=internals.roles.readers(row),
        state=State(row.state),
        status=internals.file.status(row),
        parts=parts,
        files=files,
        sent_at=row.sent_at or row.started_at,
        answered_at=row.answered_at,
        reminded_at=row.reminded_at,
        escalated_at=row.escalated_at,
        closed_at=row.closed_at,
        link_until=internals.file.until(closed, settings.keep_link_days),
        content_until=internals.file.until(closed, settings.keep_content_days),
        held=row.hold is not None,
        muted=row.muted,
        language=row.language,
        begun=Manner(row.manner),
    )
