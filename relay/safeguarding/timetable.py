"""What is due: destroying, reminding, telling the next team, and trying again.

Each list is for the caller to act on and to mark as done, in one transaction. Reminders keep to the
quiet hours; what concerns a report that has just come in does not.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from relay.safeguarding.codes import Act, EntryKind, Manner, OfficerStatus, Outcome, State
from relay.safeguarding.contact import Way
from relay.safeguarding.due import (
    Answered,
    Behind,
    Kept,
    Missed,
    Nudge,
    Swept,
    Unreached,
    Waiting,
)
from relay.safeguarding.hiding import SIGNAL_OBEYS, Hiding
from relay.safeguarding.internals import Internals
from relay.safeguarding.lookup import Lookup
from relay.safeguarding.quarantine import COUNTED_FOR
from relay.safeguarding.tables.cases import CaseRow
from relay.safeguarding.tables.relays import WRITER, Relay
from relay.time.quiet import is_quiet

SLOW = timedelta(seconds=60)
"""How long an officer waits to hear that an answer was sent before hearing that it was not yet."""

RETRY = timedelta(hours=1)
"""How long after all readers were missed they are tried again."""


class Timetable:
    """What the rounds ask for.

    Args:
        internals: the parts of the vault.
        zone: the branch's time zone, for the quiet hours.
    """

    def __init__(self, internals: Internals, zone: ZoneInfo) -> None:
        self._internals = internals
        self._hiding = Hiding(internals)
        self._zone = zone

    def is_quiet(self) -> bool:
        """Return whether nobody is reminded of anything now."""
        settings = self._internals.settings
        return is_quiet(self._now, self._zone, settings.quiet_from, settings.quiet_until)

    def sweep(self) -> Swept:
        """Destroy what has had its time: drafts, links to people, contents. Held cases stay."""
        settings, tables = self._internals.settings, self._internals.tables
        drafts = links = contents = 0
        for row in tables.cases.all(State.DRAFT.value):
            touched = row.waiting_since or row.started_at
            if touched + timedelta(hours=settings.draft_hours) <= self._now:
                self._internals.destroyer.case(row, None)
                drafts += 1
        for row in tables.cases.all(State.CLOSED.value):
            if row.closed_at is None or row.hold is not None:
                continue
            if row.closed_at + timedelta(days=settings.keep_content_days) <= self._now:
                self._internals.destroyer.case(row, Outcome(row.outcome or Outcome.OTHER))
                contents += 1
            elif (
                row.closed_at + timedelta(days=settings.keep_link_days) <= self._now
                and tables.links.of(row.id) is not None
            ):
                self._internals.destroyer.link(row.id)
                links += 1
        tables.quarantined.forget_muted(self._now - timedelta(days=settings.keep_content_days))
        tables.quarantined.forget_counted(self._now - COUNTED_FOR)
        tables.tries.forget_before(
            tried=self._now - timedelta(days=1), wrote=self._now - timedelta(hours=1)
        )
        tables.chats.forget_before(self._now - SIGNAL_OBEYS)
        return Swept(drafts, links, contents)

    def nudges(self) -> tuple[Nudge, ...]:
        """Return the drafts whose writers are reminded of them now, once, because they agreed.

        Of what is hidden nobody is reminded.
        """
        if self.is_quiet():
            return ()
        after = timedelta(hours=self._internals.settings.nudge_after_hours)
        return tuple(
            Nudge(row.id, Manner(row.manner))
            for row in self._internals.tables.cases.all(State.DRAFT.value)
            if row.nudged_at is None
            and (row.waiting_since or row.started_at) + after <= self._now
            and self._internals.contact.agreed(row)
            and not self._hiding.is_hidden(row.id)
        )

    def nudged(self, case_id: int) -> None:
        """Note that the writer of a draft was reminded."""
        self._internals.tables.cases.change(case_id, nudged_at=self._now)

    def reminders(self) -> tuple[Waiting, ...]:
        """Return the cases whose readers are reminded now that the writer waits for an answer."""
        after = timedelta(hours=self._internals.settings.remind_after_hours)
        found = []
        for row, since in self._waiting(after):
            if row.reminded_at is None:
                chats = tuple(self._internals.access.chats(row.id))
                found.append(self._due(row, since, row.name, chats))
        return tuple(found)

    def reminded(self, case_id: int) -> None:
        """Note that the readers of a case were reminded, and its writer told."""
        self._internals.tables.cases.change(case_id, reminded_at=self._now)

    def escalations(self) -> tuple[Waiting, ...]:
        """Return the cases of which the next team is told now that one waits, and nothing else.

        Whoever is excluded there is not told; nor is a reader, who knows. Where no team follows,
        `chats` is empty and only the writer is to be told.
        """
        after = timedelta(hours=self._internals.settings.escalate_after_hours)
        return tuple(
            self._due(row, since, None, self._next_officers(row))
            for row, since in self._waiting(after)
            if row.escalated_at is None
        )

    def escalated(self, case_id: int) -> None:
        """Note that the next team was told, and the writer."""
        self._internals.tables.cases.change(case_id, escalated_at=self._now)

    def unreached(self) -> tuple[Unreached, ...]:
        """Return the parts that went to nobody, or reached nobody; an hour after the last try."""
        found = []
        for row in self._handed_on():
            if row.retried_at is not None and row.retried_at + RETRY > self._now:
                continue
            numbers = tuple(self._nobody_has(row))
            if numbers:
                found.append(Unreached(row.id, row.name or "", numbers, row.told_at is None))
        return tuple(found)

    def retried(self, case_id: int) -> None:
        """Note that unreached parts were sent again, and that the writer knows."""
        self._internals.tables.cases.change(case_id, retried_at=self._now, told_at=self._now)

    def behind(self) -> tuple[Behind, ...]:
        """Return readers who were let in late or were paused, with the parts they lack."""
        found = []
        for row in self._handed_on():
            relays = self._internals.tables.relays.of(row.id)
            for reader in self._internals.access.current_readers(row.id):
                if self._internals.access.standing(reader.officer) is not OfficerStatus.ACTIVE:
                    continue
                has = {r.entry for r in relays if self._internals.access.got(row, reader, r)}
                numbers = [number for number in self._parts(row) if number not in has]
                if not numbers:
                    continue
                entries = (self._internals.file.entry(row.id, number) for number in numbers)
                lacks = tuple(entry for entry in entries if entry is not None)
                case = Lookup(self._internals, reader.officer).by_id(row.id)
                if case is not None:
                    found.append(Behind(reader.officer, case, lacks, first=not has))
        return tuple(found)

    def orphans(self) -> tuple[int, ...]:
        """Give cases whose readers have all left the settings to their team, or the next one.

        Returns:
            The cases that have readers again; what they have to read comes with `behind`.
        """
        readers_of = self._internals.access.current_readers
        rows = self._internals.tables.cases.all(State.OPEN.value)
        return tuple(row.id for row in rows if not readers_of(row.id) and self._pass_on(row))

    def answers(self) -> tuple[Answered, ...]:
        """Return what officers are to be told of their answers: sent, late, or not at all."""
        found = []
        for answer in self._internals.tables.answers.all():
            relay = self._internals.tables.relays.get(answer.delivery)
            case = Lookup(self._internals, answer.officer).by_id(answer.case_id)
            news = "over"
            if relay is not None and relay.state == "sent":
                news = "taken"
            elif relay is not None and relay.state == "queued":
                late = answer.told_at is None and answer.created_at + SLOW <= self._now
                news = "slow" if late else ""
            elif relay is None and self._internals.writers.waits(answer.case_id):
                news = "waits"
            elif relay is None and self._is_kept(answer.case_id):
                news = "kept"
            elif relay is not None and self._is_known_to_miss(answer.case_id, WRITER):
                news = "failed"
            if case is None or news == "over":
                self._internals.tables.answers.end(answer.delivery)
            elif news:
                found.append(Answered(answer.delivery, answer.officer, case, news))
        return tuple(found)

    def kept(self) -> tuple[Kept, ...]:
        """Return the cases whose writers may now be told of what is kept for them."""
        contact = self._internals.contact
        return tuple(
            Kept(row.id, row.name or "", contact.way(row) is Way.WHOLE) for row in contact.due()
        )

    def _is_kept(self, case_id: int) -> bool:
        row = self._internals.tables.cases.get(case_id)
        return row is not None and row.unread_since is not None

    def told_answer(self, answered: Answered) -> None:
        """Note that an officer knows what has become of an answer so far."""
        if answered.news == "slow":
            self._internals.tables.answers.told(answered.delivery, self._now)
        else:
            self._internals.tables.answers.end(answered.delivery)

    def missed(self) -> tuple[Missed, ...]:
        """Return whom messages of cases did not reach, where there are other readers to tell.

        Readers who know it already, and nothing has got through since, are not told once more:
        then `chats` is empty.
        """
        relays: dict[tuple[int, str], list[Relay]] = {}
        for relay in self._internals.tables.relays.all_failed():
            relays.setdefault((relay.case_id, relay.target), []).append(relay)
        found = []
        for (case_id, target), failed in relays.items():
            row = self._internals.tables.cases.get(case_id)
            chats = tuple(c for c in self._internals.access.chats(case_id) if c != target)
            if row is None or not chats:
                continue
            role = None if target == WRITER else self._internals.roles.of(case_id, target)
            numbers = tuple(relay.delivery for relay in failed)
            tell = () if self._is_known_to_miss(case_id, target) else chats
            found.append(Missed(case_id, row.name or "", role, tell, numbers))
        return tuple(found)

    def told_missed(self, missed: Missed) -> None:
        """Note that the other readers know whom a message did not reach."""
        for delivery in missed.relays:
            self._internals.tables.relays.told(delivery)

    def _is_known_to_miss(self, case_id: int, target: str) -> bool:
        """Whether readers were told of a chat, and nothing has reached it since."""
        relays = [r for r in self._internals.tables.relays.of(case_id) if r.target == target]
        told = max((r.delivery for r in relays if r.state == "told"), default=0)
        return told > max((r.delivery for r in relays if r.state == "sent"), default=0)

    @property
    def _now(self) -> datetime:
        return self._internals.clock.now()

    def _waiting(self, after: timedelta) -> Iterator[tuple[CaseRow, datetime]]:
        """Open cases that have waited for an answer for so long; none in the quiet hours."""
        if self.is_quiet():
            return
        for row in self._internals.tables.cases.all(State.OPEN.value):
            since = row.waiting_since
            if since is not None and not row.muted and since + after <= self._now:
                yield row, since

    def _due(
        self, row: CaseRow, since: datetime, name: str | None, chats: tuple[str, ...]
    ) -> Waiting:
        return Waiting(
            case_id=row.id,
            name=name,
            people=self._internals.roles.outside(row),
            since=since,
            chats=chats,
            tell_reporter=self._internals.tables.links.of(row.id) is not None,
        )

    def _next_officers(self, row: CaseRow) -> tuple[str, ...]:
        internals = self._internals
        following = internals.teams.chain(row.team or "")[1:]
        exclusions = internals.access.exclusions(row, internals.writers.of(row.id))
        readers = {reader.officer for reader in internals.access.current_readers(row.id)}
        for slug in following:
            chats = tuple(
                officer.id
                for officer in internals.teams.readers(slug, exclusions)
                if officer.id not in readers
                and internals.access.standing(officer.id) is OfficerStatus.ACTIVE
            )
            if chats:
                return chats
        return ()

    def _parts(self, row: CaseRow) -> list[int]:
        """The numbers of what the writer wrote and did not delete; opens nothing."""
        parts = self._internals.tables.entries.of(row.id, EntryKind.PART.value)
        return [part.number for part in parts if part.sealed is not None]

    def _handed_on(self) -> list[CaseRow]:
        """The open cases, but for those that wait before they are handed on."""
        waiting = self._internals.tables.quarantined.cases()
        rows = self._internals.tables.cases.all(State.OPEN.value)
        return [row for row in rows if row.id not in waiting]

    def _nobody_has(self, row: CaseRow) -> Iterator[int]:
        relays = self._internals.tables.relays.of(row.id)
        reached = {r.entry for r in relays if r.target != WRITER and r.state in ("queued", "sent")}
        for number in self._parts(row):
            if number not in reached:
                yield number

    def _pass_on(self, row: CaseRow) -> bool:
        internals = self._internals
        person = internals.writers.of(row.id)
        team = internals.teams.first_with_readers(
            row.team or "", internals.access.exclusions(row, person)
        )
        if team is None:
            return False
        for officer in internals.teams.readers(team.slug, internals.access.exclusions(row, person)):
            internals.tables.readers.add(row.id, officer.id, team.slug, self._now)
        internals.tables.cases.change(row.id, team=team.slug, claimed_by=None)
        people = internals.roles.readers(row)
        internals.file.record(row.id, Act.PASSED_ON, None, to=people)
        return True
