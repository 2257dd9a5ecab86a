"""What those who read a case are called, so that nobody else is taken for one of them.

No text about a case names a team: who hears "ask somebody of that team" may ask the one person who
must not know of it. Roles are named instead, and only where no one else has the same one: neither
somebody of the team who does not read the case, for whatever reason, nor anybody who is left out.
Where that cannot be, people are called by their name if the branch shows names, or not at all.
"""

from collections.abc import Collection, Iterable, Iterator

from relay.safeguarding.access import Access
from relay.safeguarding.tables import VaultTables
from relay.safeguarding.tables.cases import CaseRow
from relay.safeguarding.teams import Exclusions, Teams
from relay.safeguarding.views import People
from relay.settings import Officer
from relay.store import Store

Reading = tuple[str, Officer]
"""The slug of a team, and an officer who reads for it."""


class CaseRoles:
    """How the readers of a case are named to each other, to its writer, and to the next team.

    Args:
        store: the readers.
        teams: the settings.
        access: who reads.
    """

    def __init__(self, store: Store, teams: Teams, access: Access) -> None:
        self._tables = store[VaultTables]
        self._teams = teams
        self._access = access

    def readers(self, row: CaseRow) -> People:
        """Return those who read a case, as they are named to each other and to its writer."""
        return self.if_read_by(row, self.reading(row))

    def if_read_by(self, row: CaseRow, reading: Iterable[Reading]) -> People:
        """Return some of those who read a case, or would, as its readers and writer know them."""
        some = tuple(reading)
        everybody = (*self.reading(row), *some)
        exclusions = self._access.exclusions(row, None)
        return _people(self._inside(one, everybody, exclusions) for one in some)

    def outside(self, row: CaseRow) -> People:
        """Return those who read a case, as officers who do not read it can tell them apart."""
        reading, exclusions = self.reading(row), self._access.exclusions(row, None)
        everybody = tuple(officer for team in self._teams for officer in team.officers)
        return _people(self._called(one, reading, everybody, exclusions) for one in reading)

    def of(self, case_id: int, person: str | None) -> str:
        """Return what an officer who reads a case is called in it; nothing if they are not named.

        Args:
            case_id: the case.
            person: the account id. Who has left the settings is not named.
        """
        row = self._tables.cases.get(case_id)
        one = None if row is None or person is None else self._one(row, person)
        if row is None or one is None:
            return ""
        everybody = (*self.reading(row), one)
        return self._inside(one, everybody, self._access.exclusions(row, None))

    def was(self, case_id: int, role: str) -> str:
        """Return a role that a reader once had; nothing if it is that of others now."""
        row = self._tables.cases.get(case_id)
        if row is None:
            return role
        reading, exclusions = self.reading(row), self._access.exclusions(row, None)
        teams = {reader.team for reader in self._tables.readers.of(case_id)}
        mistaken = self._mistaken(teams, exclusions)
        return "" if role.casefold() in _taken(reading, mistaken, exclusions) else role

    def own(self, case_id: int, person: str) -> str:
        """Return the role in which somebody reads a case, as they know it themself."""
        row = self._tables.cases.get(case_id)
        one = None if row is None else self._one(row, person)
        return "" if one is None else one[1].role

    def reading(self, row: CaseRow) -> tuple[Reading, ...]:
        """Return who reads a case and is in the settings."""
        found = (
            (reader.team, self._teams.officer(reader.team, reader.officer))
            for reader in self._access.current_readers(row.id)
        )
        return tuple((team, officer) for team, officer in found if officer is not None)

    def _one(self, row: CaseRow, person: str) -> Reading | None:
        for reader in self._tables.readers.of(row.id):
            officer = self._teams.officer(reader.team, person)
            if reader.officer == person and officer is not None:
                return reader.team, officer
        return None

    def _inside(self, one: Reading, reading: tuple[Reading, ...], exclusions: Exclusions) -> str:
        return self._called(one, reading, self._mistaken({one[0]}, exclusions), exclusions)

    def _called(
        self,
        one: Reading,
        reading: tuple[Reading, ...],
        mistaken: Iterable[Officer],
        exclusions: Exclusions,
    ) -> str:
        """The role of somebody, unless one who does not read could be taken for them."""
        if one[1].role.casefold() not in _taken(reading, mistaken, exclusions):
            return one[1].role
        return (self._teams.shows_names and one[1].name) or ""

    def _mistaken(self, slugs: Collection[str], exclusions: Exclusions) -> Iterator[Officer]:
        """Who could be meant by a role besides: the same teams, and who must not know of it."""
        for team in self._teams:
            for officer in team.officers:
                if team.slug in slugs or exclusions.bar(officer, team):
                    yield officer


def _taken(
    reading: tuple[Reading, ...], mistaken: Iterable[Officer], exclusions: Exclusions
) -> frozenset[str]:
    """The roles that name nobody for sure."""
    readers = {officer.id for _, officer in reading}
    roles = {other.role for other in mistaken if other.id not in readers}
    return frozenset(role.casefold() for role in (*roles, *(r for _, r in exclusions.roles)))


def _people(called: Iterable[str]) -> People:
    names = tuple(called)
    roles = tuple(dict.fromkeys(name for name in names if name))
    return People(roles, sum(not name for name in names))
