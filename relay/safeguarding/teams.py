"""Whom a report goes to: plain rules over the settings, without any case.

Readers of a team are its officers without those who are excluded. Where that leaves nobody, the
next team in the chain is asked, by the same rule.
"""

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from relay.safeguarding.codes import Track
from relay.safeguarding.views import OfficerChoice, TeamChoice
from relay.settings import Officer, SafeguardingSettings, SafeguardingTeam


@dataclass(frozen=True)
class Exclusions:
    """Who must never learn of a case.

    Attributes:
        officers: account ids; barred in every team.
        roles: team and role as the writer named them: whoever has that role there later, perhaps
            with another account, is barred too.
        names: of people as the writer named them (`fold_name`): whoever is called so, in any team
            and with any account.
    """

    officers: frozenset[str] = field(default=frozenset(), repr=False)
    roles: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)
    names: frozenset[str] = field(default=frozenset(), repr=False)

    def bar(self, officer: Officer, team: SafeguardingTeam) -> bool:
        """Return whether an officer of a team is excluded."""
        return (
            officer.id in self.officers
            or (team.slug, officer.role) in self.roles
            or self.bar_by_name(officer)
        )

    def bar_by_name(self, officer: Officer) -> bool:
        """Return whether an officer is excluded by their name."""
        return officer.name is not None and fold_name(officer.name) in self.names

    def also(self, person: str | None) -> "Exclusions":
        """Return these and one person more; None adds nobody."""
        return self if person is None else replace(self, officers=self.officers | {person})

    def together(self, other: "Exclusions") -> "Exclusions":
        """Return both."""
        return Exclusions(
            self.officers | other.officers, self.roles | other.roles, self.names | other.names
        )

    def to_json(self) -> str:
        """Return it as it is sealed."""
        return json.dumps([sorted(self.officers), sorted(self.roles), sorted(self.names)])

    @classmethod
    def from_json(cls, text: str) -> "Exclusions":
        """Return what `to_json` made; earlier versions knew no names."""
        officers, roles, *names = json.loads(text)
        return cls(
            frozenset(officers),
            frozenset((team, role) for team, role in roles),
            frozenset(*names),
        )


def fold_name(name: str) -> str:
    """Return somebody's name as it is compared: no case, accents or marks."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


class Teams:
    """The configured teams.

    Attributes:
        shows_names: whether officers are called by their names.
    """

    def __init__(self, settings: SafeguardingSettings) -> None:
        self._teams = {team.slug: team for team in settings.teams}
        self.shows_names = settings.show_names

    def __iter__(self) -> Iterator[SafeguardingTeam]:
        return iter(self._teams.values())

    def get(self, slug: str | None) -> SafeguardingTeam | None:
        """Return a team, or None if the settings have none of this slug."""
        return None if slug is None else self._teams.get(slug)

    def taking(self, track: Track) -> list[SafeguardingTeam]:
        """Return the teams that take a track."""
        return [team for team in self if track.value in team.tracks]

    def everybody(self) -> tuple[str, ...]:
        """Return the account ids of all officers, each once, in the order of the settings."""
        return tuple(dict.fromkeys(officer.id for team in self for officer in team.officers))

    def is_officer(self, person: str) -> bool:
        """Return whether an account id is an officer of any team."""
        return person in self.everybody()

    def officer(self, slug: str, person: str) -> Officer | None:
        """Return an officer of a team, or None."""
        team = self.get(slug)
        for officer in team.officers if team is not None else ():
            if officer.id == person:
                return officer
        return None

    def role(self, person: str) -> tuple[str, str] | None:
        """Return the role and the team's name of an officer, from the first team they are in."""
        for team in self:
            if (officer := self.officer(team.slug, person)) is not None:
                return officer.role, team.name
        return None

    def named(self, slug: str, roles: Iterable[str]) -> Exclusions:
        """Return the exclusion of everybody who has one of these roles in a team."""
        team, wanted = self.get(slug), frozenset(roles)
        officers = team.officers if team is not None else ()
        return Exclusions(
            frozenset(officer.id for officer in officers if officer.role in wanted),
            frozenset((slug, role) for role in wanted),
        )

    def called(self, names: Iterable[str]) -> Exclusions:
        """Return the exclusion of everybody who has one of these names, in any team."""
        wanted = frozenset(fold_name(name) for name in names)
        by_name = Exclusions(names=wanted)
        officers = (o.id for team in self for o in team.officers if by_name.bar_by_name(o))
        return replace(by_name, officers=frozenset(officers))

    def choose_from(self, team: SafeguardingTeam, exclusions: Exclusions) -> list[OfficerChoice]:
        """Return whom somebody who reports can leave out of a team.

        Args:
            team: the team.
            exclusions: who is not there to be left out: whoever writes.

        Returns:
            Each officer by name where names are shown, and the others by role.
        """
        found = [
            self.as_choice(team, officer)
            if self.shows_names and officer.name
            else OfficerChoice(officer.role)
            for officer in self.readers(team.slug, exclusions)
        ]
        return list(dict.fromkeys(found))

    def as_choice(self, team: SafeguardingTeam, officer: Officer) -> OfficerChoice:
        """Return one officer of a team and nobody else."""
        holders = [other for other in team.officers if other.role == officer.role]
        return OfficerChoice(officer.role, officer.name, self.shows_names, len(holders) == 1)

    def readers(self, slug: str, exclusions: Exclusions) -> tuple[Officer, ...]:
        """Return who of a team may read a case."""
        team = self.get(slug)
        if team is None:
            return ()
        return tuple(o for o in team.officers if not exclusions.bar(o, team))

    def chain(self, slug: str) -> list[str]:
        """Return a team and those that follow it."""
        found: list[str] = []
        team = self.get(slug)
        while team is not None and team.slug not in found:
            found.append(team.slug)
            team = self.get(team.next)
        return found

    def first_with_readers(self, slug: str, exclusions: Exclusions) -> SafeguardingTeam | None:
        """Return the first team of a chain in which anybody may read a case, or None."""
        for following in self.chain(slug):
            if self.readers(following, exclusions):
                return self._teams[following]
        return None

    def choice(self, team: SafeguardingTeam, exclusions: Exclusions) -> TeamChoice:
        """Return a team as it is offered."""
        readers = self.readers(team.slug, exclusions)
        return TeamChoice(
            slug=team.slug,
            name=team.name,
            branches=team.branches,
            readers=len(readers),
            roles=tuple(dict.fromkeys(officer.role for officer in readers)),
        )
