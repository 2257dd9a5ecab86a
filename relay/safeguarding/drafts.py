"""Drafts: from the first word to sending, or to stopping with nothing kept."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from relay.safeguarding.codes import Act, Manner, State, Track
from relay.safeguarding.contact import may_be_seen
from relay.safeguarding.internals import Internals
from relay.safeguarding.reporter_view import WritingRate, row_of, view_of
from relay.safeguarding.tables.cases import CaseRow
from relay.safeguarding.teams import Exclusions
from relay.safeguarding.views import (
    Audience,
    Draft,
    OfficerChoice,
    ReporterCase,
    TeamChoice,
)


class Drafts:
    """Reports that are being written.

    Args:
        internals: the parts of the vault.
        rate: how much somebody may write.
    """

    def __init__(self, internals: Internals, rate: WritingRate) -> None:
        self._internals = internals
        self._rate = rate

    def begin(self, person: str, manner: Manner = Manner.PLAIN) -> Draft:
        """Begin a draft; if there is one already, return that. Counts for `allows`.

        One that is hidden stays so (`relay.safeguarding.hiding`).
        """
        earlier = self.draft_of(person)
        if earlier is not None:
            return earlier
        self.stop(person)
        self._rate.count(person)
        now = self._internals.clock.now()
        case_id = self._internals.tables.cases.start(manner=manner.value, now=now)
        self._internals.tables.cases.change(case_id, waiting_since=now, contact=self._said(person))
        self._internals.tables.keys.make(case_id, "content")
        self._internals.writers.link(case_id, person)
        draft = self.draft_of(person)
        assert draft is not None  # noqa: S101 -- it was just begun
        return draft

    def draft_of(self, person: str) -> Draft | None:
        """Return somebody's draft, unless its time is over."""
        row = self._draft_row(person)
        if row is None or self._ends(row) <= self._internals.clock.now():
            return None
        parts, files = self._internals.file.counts(row.id)
        exclusions = self._internals.access.exclusions(row, None)
        return Draft(
            id=row.id,
            manner=Manner.DISCREET if may_be_seen(row) else Manner.PLAIN,
            track=None if row.track is None else Track(row.track),
            team=row.team,
            excluded=tuple(self._left_out(exclusions)),
            parts=parts,
            files=files,
            started_at=row.started_at,
            expires_at=self._ends(row),
            language=row.language,
            begun=Manner(row.manner),
        )

    def ends(self, draft_id: int) -> datetime:
        """Return when a draft is destroyed, unless more is written.

        Raises:
            KeyError: there is no such draft.
        """
        return self._ends(row_of(self._internals, draft_id))

    def set_track(self, draft_id: int, track: Track) -> None:
        """Choose what a draft is about; the team has to be chosen again."""
        self._internals.tables.cases.change(draft_id, track=track.value, team=None, exclusions=None)

    def teams(self, track: Track, person: str | None = None) -> tuple[TeamChoice, ...]:
        """Return the teams that take a track and in which anybody could read.

        Args:
            track: what it is about.
            person: who writes, who never reads their own.
        """
        without = Exclusions().also(person)
        choices = (
            self._internals.teams.choice(team, without)
            for team in self._internals.teams.taking(track)
        )
        return tuple(choice for choice in choices if choice.readers)

    def set_team(self, draft_id: int, slug: str) -> None:
        """Choose the team a draft goes to; exclusions have to be named again.

        Raises:
            KeyError: there is no such team.
        """
        if self._internals.teams.get(slug) is None:
            raise KeyError(slug)
        self._internals.tables.cases.change(draft_id, team=slug, exclusions=None)

    def officers(self, draft_id: int, team: str | None = None) -> tuple[OfficerChoice, ...]:
        """Return whom its writer can leave out of the chosen team, or of another, in order."""
        teams = self._internals.teams
        chosen = teams.get(team or row_of(self._internals, draft_id).team)
        writer = Exclusions().also(self._internals.writers.of(draft_id))
        return () if chosen is None else tuple(teams.choose_from(chosen, writer))

    def named_officers(self, draft_id: int) -> tuple[OfficerChoice, ...]:
        """Return everybody of any team whose name is known, without the writer."""
        teams, writer = self._internals.teams, self._internals.writers.of(draft_id)
        found = (
            teams.as_choice(one, officer)
            for one in teams
            for officer in one.officers
            if officer.name and officer.id != writer
        )
        return tuple(found)

    def knows_names(self, draft_id: int, team: str | None = None) -> str:
        """Return whether the names are known of `all` in the chosen team or another, or `none`.

        Or of `some`: then somebody who is typed by name may be one of the others.
        """
        teams, writer = self._internals.teams, self._internals.writers.of(draft_id)
        chosen = teams.get(team or row_of(self._internals, draft_id).team)
        officers = [o for o in (chosen.officers if chosen else ()) if o.id != writer]
        known = sum(1 for officer in officers if officer.name)
        return "none" if not known else "all" if known == len(officers) else "some"

    def exclude(
        self,
        draft_id: int,
        roles: Iterable[str],
        team: str | None = None,
        names: Iterable[str] = (),
    ) -> None:
        """Name by role, or by name, who must not learn of it; () for nobody.

        Everybody who has the role in that team is meant, in whichever team they are besides, and
        everybody of that name in any team.

        Args:
            draft_id: the draft.
            roles: in place of those named for this team before.
            team: the team they are in; the chosen one by default. Where a draft moves to the next
                team because nobody may read it, that team is asked about in its turn.

            names: as they stand in the settings; in place of those named before, unless the next
                team is asked about.

        Raises:
            KeyError: no team was chosen.
        """
        row = row_of(self._internals, draft_id)
        about = team or row.team
        if about is None:
            raise KeyError("team")
        teams, before = self._internals.teams, self._internals.access.exclusions(row, None)
        named = {(slug, role) for slug, role in before.roles if slug != about}
        exclusions = teams.called((*names, *(before.names if about != row.team else ())))
        for slug, role in (*named, *((about, role) for role in roles)):
            exclusions = exclusions.together(teams.named(slug, (role,)))
        text = None if exclusions == Exclusions() else exclusions.to_json()
        self._internals.file.set_sealed(draft_id, "exclusions", text)

    def audience(self, draft_id: int) -> Audience | None:
        """Return who would read a draft if it were sent now; None if that is nobody anywhere."""
        row = row_of(self._internals, draft_id)
        writer = self._internals.writers.of(draft_id)
        exclusions = self._internals.access.exclusions(row, writer)
        team = self._internals.teams.first_with_readers(row.team or "", exclusions)
        if team is None:
            return None
        readers = self._internals.teams.readers(team.slug, exclusions)
        return Audience(
            team=team.slug,
            moved=team.slug != row.team,
            readers=len(readers),
            people=self._internals.roles.if_read_by(row, ((team.slug, o) for o in readers)),
            group=team.group is not None and len(readers) == len(team.officers),
        )

    def stop(self, person: str) -> None:
        """Destroy somebody's draft. Nothing of it is kept, nothing is counted."""
        row = self._draft_row(person)
        if row is not None:
            self._internals.destroyer.case(row, None)

    def send(self, person: str) -> ReporterCase | None:
        """Send a draft. The caller then relays its parts (`Post.to_readers`).

        Returns:
            None if there is no draft, no team was chosen, or nobody anywhere may read it; the draft
            stays as it is.
        """
        draft = self.draft_of(person)
        audience = None if draft is None else self.audience(draft.id)
        if draft is None or draft.track is None or audience is None:
            return None
        now = self._internals.clock.now()
        exclusions = self._internals.access.exclusions(row_of(self._internals, draft.id), person)
        # The settings may have changed since the role was named.
        for officer in self._internals.teams.readers(audience.team, exclusions):
            self._internals.tables.readers.add(draft.id, officer.id, audience.team, now)
        self._internals.tables.cases.change(
            draft.id,
            state=State.OPEN.value,
            team=audience.team,
            name=self._internals.names.draw(self._take_name),
            sent_at=now,
            waiting_since=now,
        )
        self._internals.file.record(draft.id, Act.SENT, None)
        return view_of(self._internals, row_of(self._internals, draft.id))

    def _left_out(self, exclusions: Exclusions) -> Iterator[OfficerChoice]:
        """Those its writer has left out, as they named them."""
        for _, role in sorted(exclusions.roles):
            yield OfficerChoice(role)
        seen = set[str]()
        for team in self._internals.teams:
            for officer in team.officers:
                if exclusions.bar_by_name(officer) and officer.id not in seen:
                    seen.add(officer.id)
                    yield self._internals.teams.as_choice(team, officer)

    def _said(self, person: str) -> str | None:
        """What they said of being written to when they were asked after an earlier report."""
        rows = map(self._internals.tables.cases.get, self._internals.writers.cases_of(person))
        return next((row.contact for row in rows if row is not None and row.contact), None)

    def _draft_row(self, person: str) -> CaseRow | None:
        for case_id in self._internals.writers.cases_of(person):
            row = self._internals.tables.cases.get(case_id)
            if row is not None and row.state == State.DRAFT:
                return row
        return None

    def _ends(self, row: CaseRow) -> datetime:
        """When a draft is destroyed: so long after the last word."""
        return (row.waiting_since or row.started_at) + timedelta(
            hours=self._internals.settings.draft_hours
        )

    def _take_name(self, folded: str) -> bool:
        return self._internals.tables.leftovers.take_name(
            self._internals.writers.secret_hash("name", folded)
        )
