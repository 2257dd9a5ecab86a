"""What one officer can do with a case of theirs. Each act is recorded with its reason."""

from relay.safeguarding.codes import Act, EntryKind, Outcome, State, Wait
from relay.safeguarding.export import export_case
from relay.safeguarding.files import EXPORT_TYPE
from relay.safeguarding.lookup import Lookup
from relay.safeguarding.tables.cases import CaseRow
from relay.safeguarding.teams import Exclusions
from relay.safeguarding.views import (
    Entry,
    Escalation,
    FileView,
    OfficerCase,
    People,
    TeamChoice,
)
from relay.settings import Officer


class NoExportKey(Exception):
    """The settings name no key to encrypt exported cases to."""


class OfficerCases(Lookup):
    """Reading and acting, for one officer.

    Every method that takes a case raises `NotYours` if the officer may not know of it any more.
    What is to be sent is sent by the caller, with `Post`.
    """

    def answer(self, case: OfficerCase, text: str) -> Entry:
        """Write an answer. The caller sends it to the writer, as the team's, and to the others.

        The case waits no longer, and reminders begin anew with the next part.
        """
        row = self._row(case)
        entry = self._write(row, EntryKind.ANSWER, text)
        self._internals.file.record(row.id, Act.ANSWERED, self._officer, f"entry {entry.number}")
        self._internals.tables.cases.change(
            row.id,
            answered_at=self._internals.clock.now(),
            waiting_since=None,
            reminded_at=None,
            escalated_at=None,
        )
        return entry

    def note(self, case: OfficerCase, text: str) -> Entry:
        """Write a note, which the writer never sees."""
        row = self._row(case)
        entry = self._write(row, EntryKind.NOTE, text)
        self._internals.file.record(row.id, Act.NOTED, self._officer, f"entry {entry.number}")
        return entry

    def decide(self, case: OfficerCase, text: str) -> int:
        """Record a decision with its reasons; return the record's number."""
        return self._record(self._row(case), Act.DECIDED, text)

    def claim(self, case: OfficerCase) -> None:
        """Take it upon oneself to look after a case."""
        row = self._row(case)
        self._internals.tables.cases.change(row.id, claimed_by=self._officer)
        self._record(row, Act.CLAIMED, "")

    def set_status(self, case: OfficerCase, text: str) -> None:
        """Say where a case stands; the writer reads it when they ask."""
        row = self._row(case)
        self._internals.file.set_sealed(row.id, "status", text)
        self._record(row, Act.STATUS, text)

    def close(self, case: OfficerCase, outcome: Outcome, reason: str) -> None:
        """Close a case, from which on the days until it is destroyed are counted.

        Raises:
            ValueError: the outcome is the writer's alone.
        """
        if outcome is Outcome.WITHDRAWN:
            raise ValueError("only its writer withdraws a case")
        row = self._row(case)
        self._internals.tables.cases.change(
            row.id,
            state=State.CLOSED.value,
            closed_at=self._internals.clock.now(),
            outcome=outcome.value,
            waiting_since=None,
        )
        self._record(row, Act.CLOSED, f"{outcome.value}: {reason}" if reason else outcome.value)

    def reopen(self, case: OfficerCase, reason: str) -> None:
        """Open a closed case again."""
        row = self._row(case)
        self._internals.file.reopen(row)
        self._record(row, Act.REOPENED, reason)

    def mute(self, case: OfficerCase, reason: str) -> None:
        """Ignore what the writer sends to this case from now on; they stay unknown.

        Their next report waits until another officer lets it through.
        """
        row, tables = self._row(case), self._internals.tables
        if (writer := self._writer(row)) is not None:
            tables.quarantined.mute(writer, self._officer, self._internals.clock.now())
        if tables.quarantined.of(row.id) is not None:
            tables.quarantined.add(row.id, Wait.MUTED, self._internals.clock.now())
            tables.quarantined.told(row.id, self._internals.clock.now())
        self._internals.tables.cases.change(row.id, muted=1, waiting_since=None)
        self._record(row, Act.MUTED, reason)

    def unmute(self, case: OfficerCase, reason: str = "") -> None:
        """Listen to the writer again. What waited is then handed on by the caller."""
        row = self._row(case)
        if (writer := self._writer(row)) is not None:
            self._internals.tables.quarantined.unmute(writer)
        self._internals.tables.cases.change(row.id, muted=0)
        self._record(row, Act.UNMUTED, reason)

    def needs_another(self, case: OfficerCase) -> bool:
        """Return whether a report waits for an officer other than this one.

        Whoever muted its writer does not decide on the next report as well, unless nobody else
        reads it.
        """
        row = self._row(case)
        writer = None if row.muted else self._writer(row)
        muted = None if writer is None else self._internals.tables.quarantined.muted(writer)
        if muted is None or muted.officer != self._officer:
            return False
        readers = self._internals.access.current_readers(row.id)
        return any(reader.officer != self._officer for reader in readers)

    def hold(self, case: OfficerCase, reason: str) -> None:
        """Keep a case beyond its time. The writer can still erase it."""
        row = self._row(case)
        self._internals.file.set_sealed(row.id, "hold", reason)
        self._record(row, Act.HELD, reason)

    def release(self, case: OfficerCase, reason: str) -> None:
        """Let a held case end when its time is over."""
        row = self._row(case)
        self._internals.file.set_sealed(row.id, "hold", None)
        self._record(row, Act.RELEASED, reason)

    def teams(self, case: OfficerCase) -> tuple[tuple[TeamChoice, People], ...]:
        """Return the other teams a case can be given to, with who could read it there."""
        row = self._row(case)
        exclusions, teams = self._exclusions(row), self._internals.teams
        return tuple(
            (
                teams.choice(team, exclusions),
                self._internals.roles.if_read_by(
                    row, ((team.slug, o) for o in teams.readers(team.slug, exclusions))
                ),
            )
            for team in teams
            if team.slug != row.team
        )

    def escalate(self, case: OfficerCase, slug: str, reason: str) -> Escalation:
        """Give a case to another team as well, which looks after it from now on.

        Those who may read it can go on; of the other team everybody may who is not excluded. Where
        that is nobody, nothing changes. Once the link to the writer is destroyed nobody new is let
        in, since it can no longer be told whether it is them.

        Raises:
            KeyError: there is no such team.
        """
        row = self._row(case)
        team = self._internals.teams.get(slug)
        if team is None:
            raise KeyError(slug)
        added = self._let_in(row, slug)
        people = self._internals.roles.if_read_by(
            row, (one for one in self._internals.roles.reading(row) if one[0] == slug)
        )
        known = {reader.team for reader in self._internals.access.current_readers(row.id)}
        if slug in known:
            now = self._internals.clock.now()
            waiting = None if row.waiting_since is None else now
            self._internals.tables.cases.change(
                row.id, team=slug, waiting_since=waiting, reminded_at=None, escalated_at=None
            )
            self._internals.file.record(row.id, Act.ESCALATED, self._officer, reason, people)
        return Escalation(people, added)

    def successors(self, case: OfficerCase) -> tuple[tuple[str, People], ...]:
        """Return the roles in the case's team whose holders may be let in and are not readers.

        Returns:
            Each role, and how those are named who have it and would read then.
        """
        row = self._row(case)
        readers = {officer.id for _, officer in self._internals.roles.reading(row)}
        new = [o for o in self._could_read(row, row.team or "") if o.id not in readers]
        return tuple(
            (
                role,
                self._internals.roles.if_read_by(
                    row, ((row.team or "", officer) for officer in new if officer.role == role)
                ),
            )
            for role in dict.fromkeys(officer.role for officer in new)
        )

    def handover(self, case: OfficerCase, role: str, reason: str) -> int:
        """Let those of the case's team who have a role read it; return how many that is."""
        row = self._row(case)
        before = {officer.id for _, officer in self._internals.roles.reading(row)}
        added = self._let_in(row, row.team or "", role)
        if added:
            reading = self._internals.roles.reading(row)
            people = self._internals.roles.if_read_by(
                row, (one for one in reading if one[1].id not in before)
            )
            self._internals.file.record(row.id, Act.HANDED_OVER, self._officer, reason, people)
        return added

    def export(self, case: OfficerCase) -> FileView:
        """Write a case into a file that only the owner of the export key can read.

        The file is kept sealed with the case until the next export; send it with `Post.to_reader`.

        Raises:
            NoExportKey: the settings name none.
        """
        row = self._row(case)
        internals = self._internals
        if internals.settings.export_key is None:
            raise NoExportKey("no export key")
        self._record(row, Act.EXPORTED, "")
        data = export_case(internals, row, self._view(row), internals.settings.export_key)
        internals.tables.files.delete(row.id, 0)
        internals.files.keep(row.id, 0, 0, EXPORT_TYPE, data)
        return internals.files.of(row.id, 0)[0]

    def _let_in(self, row: CaseRow, slug: str, role: str | None = None) -> int:
        now, added = self._internals.clock.now(), 0
        for officer in self._could_read(row, slug):
            if role is None or officer.role == role:
                added += self._internals.tables.readers.add(row.id, officer.id, slug, now)
        return added

    def _could_read(self, row: CaseRow, slug: str) -> tuple[Officer, ...]:
        if self._internals.tables.links.of(row.id) is None:
            return ()
        return self._internals.teams.readers(slug, self._exclusions(row))

    def _exclusions(self, row: CaseRow) -> Exclusions:
        return self._internals.access.exclusions(row, self._internals.writers.of(row.id))

    def _write(self, row: CaseRow, kind: EntryKind, text: str) -> Entry:
        number = self._internals.file.write(row.id, kind, text, self._officer)
        entry = self._internals.file.entry(row.id, number)
        assert entry is not None  # noqa: S101 -- it was just written
        return entry

    def _writer(self, row: CaseRow) -> str | None:
        """The hash of who wrote a case, or None once nobody knows."""
        writer = self._internals.writers.of(row.id)
        return None if writer is None else self._internals.writers.hash(writer)

    def _record(self, row: CaseRow, act: Act, text: str) -> int:
        return self._internals.file.record(row.id, act, self._officer, text)
