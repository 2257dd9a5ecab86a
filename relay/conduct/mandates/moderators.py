"""Who moderates where and until when.

Moderators are named by two admins for a term (`handlers.conduct.mandates.naming`), or by whoever
runs the server in the setting `moderators`, without end. Rights end with the moment at which a term
ends, not with a look at it: every question asks the clock. They wait while somebody has a new
phone, as those of admins do (`relay.people.admins`), while somebody has another role besides and
has not said that they do both, and while they are themselves kept out of a group of the branch. All
here joins the caller's transaction.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from relay.conduct.mandates.terms import end_of_term
from relay.conduct.tables.mandates import Mandate, Mandates, Offer, Origin
from relay.groups.door_rules import CODE_LENGTH, CODE_LETTERS
from relay.groups.requests import JoinMarks
from relay.settings import Branch, Settings
from relay.store import Store
from relay.time.clock import Clock

__all__ = ["Mandate", "Moderators", "Offer", "Origin"]

OFFERED_FOR = timedelta(days=14)
"""How long the code of somebody who is ready to moderate is good."""
WHOSE_KEPT_FOR = timedelta(days=366)
"""How long after its end a mandate is known again as somebody's own: as long as decisions are."""
LEADS = (timedelta(days=14), timedelta(days=2))
"""How long before its end a mandate's end is announced."""


class Moderators:
    """Who moderates, and how that begins and ends.

    Args:
        store: where mandates are kept.
        clock: the time.
        settings: the branches, and whom they name themselves.
        is_officer: whether somebody reads reports of harm; nothing else is asked of that side.
        waits: whether somebody's rights wait for their new phone to be confirmed.

    Attributes:
        is_out: whether moderators keep somebody out of a group of a branch, or of all, by account
            id and slug: whoever is out decides there about nobody. Set by whoever knows.
    """

    is_out: Callable[[str, str], bool]

    def __init__(
        self,
        store: Store,
        clock: Clock,
        settings: Settings,
        is_officer: Callable[[str], bool],
        waits: Callable[[str], bool],
    ) -> None:
        self.table = store[Mandates]
        self._marks = store[JoinMarks]
        self._clock = clock
        self._branches = {branch.slug: branch for branch in settings.branches}
        self._zone: ZoneInfo = settings.timezone
        self._is_officer = is_officer
        self._waits = waits
        self.is_out = lambda person, branch: False

    # What the rest of conduct asks.

    def of(self, branch: str, group: int | None = None) -> tuple[str, ...]:
        """Return the account ids of those who moderate now.

        Args:
            branch: its slug.
            group: a group's number, for those who are there for it, too; None for those alone who
                are there for the whole branch.
        """
        active = (one for one in self._active(branch) if one.covers(group))
        return tuple(dict.fromkeys(one.person for one in active if one.person))

    def everybody(self, branch: str) -> frozenset[str]:
        """Return the account ids of all who moderate now in a branch, wholly or in part."""
        return frozenset(one.person for one in self._active(branch) if one.person)

    def is_moderator(self, person: str | None) -> bool:
        """Return whether somebody moderates anywhere now."""
        return bool(person) and bool(self.branches_of(person))

    def branches_of(self, person: str | None) -> tuple[str, ...]:
        """Return the slugs of the branches in which somebody moderates now, wholly or in part."""
        if not person:
            return ()
        theirs = {one.branch for one in self.table.of_person(person) if self._is_active(one)}
        return tuple(slug for slug in self._branches if slug in theirs)

    def may(self, person: str | None, branch: str, group: int | None = None) -> bool:
        """Return whether somebody moderates a group now, or the whole branch; see `of`."""
        return any(one.covers(group) for one in self._active(branch) if one.person == person)

    def mandate_of(self, person: str, branch: str) -> Mandate | None:
        """Return the mandate by which somebody moderates in a branch now, or None."""
        return next((one for one in self._active(branch) if one.person == person), None)

    def numbers_of(self, person: str, branch: str) -> frozenset[int]:
        """Return the numbers of all mandates of somebody, for a year after their end, too.

        Whoever has decided something under an earlier mandate is known by it.
        """
        return self.table.numbers(branch, self._mark(branch, person))

    def named(self, person: str) -> str:
        """Return what somebody called themselves when they were named, harmless; perhaps empty."""
        return next((one.name for one in self.held_by(person) if one.name), "")

    def reading_adverts(self, branch: Branch) -> tuple[str, ...]:
        """Return who reads what goes into a board: those of the whole branch, or its admins."""
        return self.of(branch.slug) or branch.admins

    # Lists for admins.

    def running(self, branch: str) -> list[Mandate]:
        """Return the mandates of a branch within their term, also of those who wait."""
        now = self._clock.now()
        return [one for one in self.table.of(branch) if one.runs(now)]

    def moderating(self, person: str) -> frozenset[str]:
        """Return the slugs of the branches in which somebody has a mandate, also while they wait.

        Args:
            person: account id.
        """
        return frozenset(one.branch for one in self.held_by(person))

    def held_by(self, person: str) -> list[Mandate]:
        """Return the mandates of somebody within their term, also while they wait."""
        now = self._clock.now()
        return [
            one
            for one in self.table.of_person(person)
            if one.runs(now) and one.branch in self._branches
        ]

    def numbered(self, branch: str, number: int) -> Mandate | None:
        """Return a mandate within its term by its number, or None."""
        found = self.table.numbered(branch, number)
        return found if found is not None and found.runs(self._clock.now()) else None

    def waits_for_word(self, mandate: Mandate) -> bool:
        """Return whether a mandate waits for its owner to say that they do both.

        Only they are to be told: whether somebody is an officer is nobody else's to know.
        """
        return mandate.person is not None and not mandate.both and self._lacks_word(mandate)

    def has_other_role(self, person: str, branch: str) -> bool:
        """Return whether somebody is an officer, or an admin of a branch."""
        return self._is_officer(person) or person in self._branches[branch].admins

    def has_any_other_role(self, person: str) -> bool:
        """Return whether somebody is an officer, or an admin of any branch."""
        return any(self.has_other_role(person, slug) for slug in self._branches)

    # How a mandate begins.

    def offer(self, person: str, name: str, *, both: bool) -> str:
        """Keep that somebody is ready to moderate; return the code that an admin types.

        Args:
            person: account id.
            name: what they call themselves in Signal, made harmless.
            both: whether they would do it beside another role of theirs, and said so.
        """
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
        until = self._clock.now() + OFFERED_FOR
        self.table.offer(Offer(person, name, self._coded(code), both, until))
        return code

    def offered(self, code: str) -> Offer | None:
        """Return who has the code that somebody typed, or None."""
        written = "".join(char for char in code.upper() if char.isalnum())
        return self.table.offered(self._coded(written), self._clock.now())

    def end_after(self, months: int) -> datetime:
        """Return when a term ends that begins now: with the day, on the branch's clocks."""
        return end_of_term(self._clock.now(), months, self._zone)

    def last_day(self, until: datetime) -> datetime:
        """Return a moment in the last day of a term, by which people are told of it."""
        return until - timedelta(minutes=1)

    def begin(
        self,
        branch: str,
        person: str,
        name: str,
        *,
        groups: Sequence[int],
        until: datetime,
        both: bool,
    ) -> Mandate:
        """Let somebody moderate from now on; a mandate of theirs in the branch gives way."""
        now = self._clock.now()
        for one in self.table.of(branch):
            if one.person == person and one.origin is Origin.NAMED:
                self.table.end(one, now)
        self.table.forget_offer(person)
        mandate = self.table.begin(
            branch,
            person,
            self._mark(branch, person),
            Origin.NAMED,
            now,
            name=name,
            groups=tuple(sorted(groups)),
            both=both,
            until=until,
        )
        passed = sum(until - lead <= now for lead in LEADS)
        reminded = replace(mandate, reminded=passed)
        self.table.save(reminded)
        return reminded

    def renew(self, mandate: Mandate, until: datetime) -> Mandate:
        """Let a mandate end later; its number stays."""
        passed = sum(until - lead <= self._clock.now() for lead in LEADS)
        renewed = replace(mandate, until=until, reminded=passed)
        self.table.save(renewed)
        return renewed

    def say_both(self, person: str) -> None:
        """Keep that somebody moderates beside another role of theirs."""
        for one in self.held_by(person):
            self.table.save(replace(one, both=True))

    def end(self, mandate: Mandate) -> None:
        """End a mandate now."""
        self.table.end(mandate, self._clock.now())

    # What time and other places bring.

    def take_settings(self) -> None:
        """Let the mandates of the settings begin and end as the settings say now."""
        now = self._clock.now()
        for one in self.table.open_ones():
            if one.origin is Origin.SETTINGS and one.person not in self._named(one.branch):
                self.end(one)
        for slug in self._branches:
            held = {one.person for one in self.table.of(slug) if one.origin is Origin.SETTINGS}
            for person in self._named(slug):
                if person not in held:
                    mark = self._mark(slug, person)
                    self.table.begin(slug, person, mark, Origin.SETTINGS, now, both=True)

    def lapsed(self) -> list[Mandate]:
        """Return those whose term is over and who have not been told."""
        now = self._clock.now()
        return [one for one in self.table.open_ones() if one.until is not None and one.until <= now]

    def due_reminders(self) -> list[Mandate]:
        """Return those whose end is to be announced by now."""
        now = self._clock.now()
        return [
            one
            for one in self.table.open_ones()
            if one.until is not None
            and one.runs(now)
            and one.reminded < sum(one.until - lead <= now for lead in LEADS)
        ]

    def reminded(self, mandate: Mandate) -> None:
        """Note that the end of a mandate was announced."""
        if mandate.until is not None:
            now = self._clock.now()
            passed = sum(mandate.until - lead <= now for lead in LEADS)
            self.table.save(replace(mandate, reminded=passed))

    def tidy(self) -> None:
        """Forget codes that are no longer good, and whose mandates were that ended long ago."""
        now = self._clock.now()
        self.table.forget_offers(now)
        self.table.forget_ended(now - WHOSE_KEPT_FOR)

    def _active(self, branch: str) -> list[Mandate]:
        return [one for one in self.table.of(branch) if self._is_active(one)]

    def _is_active(self, mandate: Mandate) -> bool:
        person = mandate.person
        return (
            person is not None
            and mandate.branch in self._branches
            and mandate.runs(self._clock.now())
            and not self._waits(person)
            and not self.waits_for_word(mandate)
            and not self.is_out(person, mandate.branch)
        )

    def _lacks_word(self, mandate: Mandate) -> bool:
        person = mandate.person
        return person is not None and self.has_other_role(person, mandate.branch)

    def _named(self, slug: str) -> tuple[str, ...]:
        branch = self._branches.get(slug)
        return () if branch is None else branch.moderators

    def _mark(self, branch: str, person: str) -> bytes:
        return self._marks.mark("mandate", branch, person)

    def _coded(self, code: str) -> bytes:
        return self._marks.mark("mandate code", code)
