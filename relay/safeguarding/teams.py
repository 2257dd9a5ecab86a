"""Whom a report goes to: plain rules over the settings, without any case.

Readers of a team are its officers without those who are excluded. Where that leaves nobody, the
next team in the chain is asked, by the same rule.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from relay.safeguarding.codes import Track
from relay.safeguarding.views import TeamChoice
from relay.settings import Officer, SafeguardingSettings, SafeguardingTeam


@dataclass(frozen=True)
class Exclusions:
    """Who must never learn of a case.

    Attributes:
        officers: account ids; barred in every team.
        roles: team and role as the writer named them: whoever has that role there later, perhaps
            with another account, is barred too.
    """

    officers: frozenset[str] = field(default=frozenset(), repr=False)
    roles: frozenset[tuple[str, str]] = field(default=frozenset(), repr=False)

    def bar(self, officer: Officer, team: SafeguardingTeam) -> bool:
        """Return whether an officer of a team is excluded."""
        return officer.id in self.officers or (team.slug, officer.role) in self.roles

    def also(self, person: str | None) -> "Exclusions":
        """Return these and one person more; None adds nobody."""
        return self if person is None else Exclusions(self.officers | {person}, self.roles)

    def together(self, other: "Exclusions") -> "Exclusions":
        """Return both."""
        return Exclusions(self.officers | other.officers, self.roles | other.roles)

    def to_json(self) -> str:
        """Return it as it is sealed."""
        return json.dumps([sorted(self.officers), sorted(self.roles)])

    @classmethod
    def from_json(cls, text: str) -> "Exclusions":
        """Return what `to_json` made."""
        officers, roles = json.loads(text)
        return cls(frozenset(officers), frozenset((team, role) for team, role in roles))


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

    def is_officer(self, person: str) -> bool:
        """Return whether an account id is an officer of any team."""
        return any(officer.id == person for team in self for officer in team.officers)

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
