"""Who may know of which case. The one place where that is decided.

A case is known to the officers in its list of readers, as long as the settings still name them in
that team and their access is not paused. There is no list of who may not: to somebody who is not on
the list, a case does not exist.
"""

from collections.abc import Iterable

from relay.safeguarding.codes import OfficerStatus, State
from relay.safeguarding.sealing import CaseGone, Sealer
from relay.safeguarding.tables import VaultTables
from relay.safeguarding.tables.cases import CaseRow
from relay.safeguarding.tables.readers import ReaderRow
from relay.safeguarding.tables.relays import Relay
from relay.safeguarding.teams import Exclusions, Teams
from relay.store import Store


class Access:
    """The rules of access.

    Args:
        store: readers and paused officers.
        teams: the settings.
        sealer: opens what was excluded.
    """

    def __init__(self, store: Store, teams: Teams, sealer: Sealer) -> None:
        self._tables = store[VaultTables]
        self._teams = teams
        self._sealer = sealer

    def standing(self, person: str) -> OfficerStatus | None:
        """Return what an account id may do as an officer; None if it is not one."""
        if not self._teams.is_officer(person):
            return None
        return (
            OfficerStatus.PAUSED
            if self._tables.officers.is_paused(person)
            else OfficerStatus.ACTIVE
        )

    def case(self, officer: str, case_id: int) -> CaseRow | None:
        """Return a case if an officer may know of it now, else None."""
        if self.standing(officer) is not OfficerStatus.ACTIVE:
            return None
        row = self._tables.cases.get(case_id)
        if row is None or row.state == State.DRAFT:
            return None
        mine = [r for r in self.current_readers(case_id) if r.officer == officer]
        return row if mine else None

    def cases(self, officer: str) -> list[CaseRow]:
        """Return every case an officer may know of now, in the order they began."""
        found = (self.case(officer, one) for one in self._tables.readers.cases_of(officer))
        return [row for row in found if row is not None]

    def current_readers(self, case_id: int) -> list[ReaderRow]:
        """Return the readers of a case whom the settings still name, paused ones included."""
        rows = self._tables.readers.of(case_id)
        return [r for r in rows if self._teams.officer(r.team, r.officer) is not None]

    def chats(self, case_id: int, besides: Iterable[str] = ()) -> list[str]:
        """Return where a message of a case goes now: one group, or each reader who is not paused.

        Args:
            case_id: the case.
            besides: account ids that are left out, which also means no group.
        """
        left_out = frozenset(besides)
        readers = self.current_readers(case_id)
        if not left_out and (group := self._group(case_id, readers)) is not None:
            return [group]
        return [
            r.officer
            for r in readers
            if r.officer not in left_out and self.standing(r.officer) is OfficerStatus.ACTIVE
        ]

    def got(self, row: CaseRow, reader: ReaderRow, relay: Relay) -> bool:
        """Return whether a message of a case went where a reader sees it.

        In their team's group that is so only for who was a reader from the beginning: who joins a
        group in Signal does not see what stood there before.
        """
        if relay.target == reader.officer:
            return True
        team = self._teams.get(reader.team)
        in_group = team is not None and team.group is not None and relay.target == team.group
        return in_group and reader.since == row.sent_at

    def exclusions(self, row: CaseRow, writer: str | None) -> Exclusions:
        """Return who must never learn of a case, its writer included.

        Raises:
            CaseGone: its key was destroyed.
        """
        if row.exclusions is None:
            return Exclusions().also(writer)
        text = self._sealer.open_text(row.id, "exclusions", row.exclusions)
        return Exclusions.from_json(text).also(writer)

    def _group(self, case_id: int, readers: list[ReaderRow]) -> str | None:
        """A team's group, if all of the team and nobody else reads, and Signal takes it there."""
        team = self._teams.get(readers[0].team) if readers else None
        if team is None or team.group is None or {r.team for r in readers} != {team.slug}:
            return None
        everybody = {officer.id for officer in team.officers}
        if everybody != {r.officer for r in readers}:
            return None
        if any(self.standing(r.officer) is not OfficerStatus.ACTIVE for r in readers):
            return None
        row = self._tables.cases.get(case_id)
        try:
            if row is None or self.exclusions(row, None) != Exclusions():
                return None
        except CaseGone:
            return None
        relays = self._tables.relays.of(case_id)
        lost = any(r.target == team.group and r.state in ("failed", "told") for r in relays)
        return None if lost else team.group
