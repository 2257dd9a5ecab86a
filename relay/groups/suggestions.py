"""Groups that members suggest: who agrees, and what the bot has made of it.

As many admins agree as the branch's `approvals` say, whoever suggests it included. Then the bot
makes the group and keeps it as declared, like those of the settings; the proposer is its keeper.
All here joins the caller's transaction.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from relay.groups.declared import DeclaredGroup, declared_group
from relay.groups.doors import Doors
from relay.groups.drawing import free_number
from relay.groups.keeping import GroupKeeper
from relay.groups.requests import JoinMarks
from relay.language.words import Words
from relay.settings import Branch, Settings
from relay.settings.groups import GroupKind, GroupSettings
from relay.signal.outgoing import SIGNAL_LANE, MakeGroup, queue_outgoing
from relay.signal.priority import Priority
from relay.store import Store
from relay.store.outbox import Delivery
from relay.store.table import Rows, Table
from relay.time.clock import Clock

ACTION = "make_group"
LONGEST = timedelta(days=14)
"""How long a suggestion waits for admins."""
REMINDED_AFTER = timedelta(hours=48)
MOST_A_WEEK = 2
"""Suggestions of one person."""
_WEEK = timedelta(days=7)
_SMALLEST, _LARGEST = 1000, 9999


@dataclass(frozen=True)
class Suggestion:
    """A group that somebody wants.

    Attributes:
        number: by which admins answer; drawn.
        branch: slug of whose it is to be.
        person: account id of who suggests it.
        name: what it is to be called.
        purpose: what for; its description.
        kind: `working` or `area`.
        agreed: account ids of the admins who have said yes.
        shown: by admin, the delivery that shows it.
        asked_at: aware, UTC.
        told: whether it was said that nobody has answered.
        delivery: the one that makes it, once enough agree.
    """

    number: int
    branch: str
    person: str = field(repr=False)
    name: str = field(repr=False)
    purpose: str = field(repr=False)
    kind: GroupKind
    agreed: tuple[str, ...] = field(repr=False)
    shown: dict[str, Any] = field(repr=False)
    asked_at: datetime
    told: bool = False
    delivery: int | None = None


@dataclass(frozen=True)
class MadeGroup:
    """A group that the bot has made.

    Attributes:
        id: in the `group.` form.
        branch: slug of whose it is.
        kind: what it is for.
        name: as its members see it.
        description: without the disclaimer.
        keepers: account ids.
    """

    id: str = field(repr=False)
    branch: str
    kind: GroupKind
    name: str = field(repr=False)
    description: str = field(repr=False)
    keepers: tuple[str, ...] = field(repr=False)

    def settings(self) -> GroupSettings:
        """Return it as a host would have declared it."""
        return GroupSettings(
            id=self.id,
            kind=self.kind,
            name=self.name,
            description=self.description,
            keepers=self.keepers,
        )


_ROWS = Rows(Suggestion)
_MADE = Rows(MadeGroup)


class SuggestionTable(Table):
    """The tables group_suggestions and made_groups."""

    def all(self) -> list[Suggestion]:
        """Return every suggestion, oldest first."""
        return self._all(_ROWS, "FROM group_suggestions ORDER BY asked_at, number")

    def add(self, **values: Any) -> Suggestion:
        """Enter one; return it with its number."""
        taken = frozenset(self._values("SELECT number FROM group_suggestions"))
        number = free_number(taken, _SMALLEST, _LARGEST)
        self._insert("group_suggestions", number=number, **values)
        found = self._one(_ROWS, "FROM group_suggestions WHERE number = ?", [number])
        assert found is not None  # noqa: S101 -- it was entered just now
        return found

    def save(self, suggestion: Suggestion) -> None:
        """Keep one as it is now."""
        self._save("group_suggestions", _ROWS, suggestion)

    def forget(self, suggestion: Suggestion) -> None:
        """Forget one."""
        self._run("DELETE FROM group_suggestions WHERE number = ?", [suggestion.number])

    def made(self) -> list[MadeGroup]:
        """Return every group that the bot has made."""
        return self._all(_MADE, "FROM made_groups ORDER BY id")

    def stand_in(self, old: str, new: str) -> None:
        """Let a group that was made anew stand in the place of one that is lost."""
        self._run("UPDATE made_groups SET id = ? WHERE id = ?", [new, old])

    def change_made(self, made: MadeGroup) -> None:
        """Let a group have other keepers."""
        self._run("UPDATE made_groups SET keepers = ? WHERE id = ?", [made.keepers, made.id])

    def add_made(self, made: MadeGroup) -> None:
        """Declare a group."""
        self._insert("made_groups", "ON CONFLICT DO NOTHING", **_MADE.values(made))


def made_groups(settings: Settings, store: Store, words: Words) -> Iterator[DeclaredGroup]:
    """Return every group that the bot has made and the settings do not declare, as it should be.

    Args:
        settings: complete and valid.
        store: where they are kept.
        words: in which the disclaimer is written.
    """
    branches = {branch.slug: branch for branch in settings.branches}
    declared = {group.id for branch in settings.branches for group in branch.groups}
    for made in store[SuggestionTable].made():
        if made.branch in branches and made.id not in declared:
            yield _declared(branches[made.branch], made, words)


def _declared(branch: Branch, made: MadeGroup, words: Words) -> DeclaredGroup:
    return replace(declared_group(branch, made.settings(), words), reserves=branch.admins)


class Decided(Enum):
    """What became of an admin's yes."""

    COUNTED = "counted"
    AGAIN = "again"
    ENOUGH = "enough"


class Suggestions:
    """What is suggested, and what is made of it.

    Args:
        store: where suggestions wait, and the outbox.
        clock: the time.
        keeper: is told of a group that was made.
        doors: let the proposer in.
        settings: the branches.
        words: in which disclaimers are written.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        keeper: GroupKeeper,
        doors: Doors,
        settings: Settings,
        words: Words,
    ) -> None:
        self.table = store[SuggestionTable]
        self._store = store
        self._clock = clock
        self._keeper = keeper
        self._doors = doors
        self._branches = {branch.slug: branch for branch in settings.branches}
        self._words = words

    def of_person(self, person: str) -> Suggestion | None:
        """Return the one suggestion of somebody that waits, or None."""
        return next((one for one in self.table.all() if one.person == person), None)

    def waiting(self, slugs: frozenset[str]) -> list[Suggestion]:
        """Return what waits for the admins of some branches, oldest first."""
        return [one for one in self.table.all() if one.branch in slugs and one.delivery is None]

    def is_too_often(self, person: str) -> bool:
        """Return whether somebody has suggested enough for a week."""
        marks = self._store[JoinMarks]
        return marks.count(marks.mark("suggested", person), self._clock.now()) >= MOST_A_WEEK

    def declared(self, branch: str, name: str, purpose: str, kind: GroupKind) -> DeclaredGroup:
        """Return what the group would be; it has no id yet."""
        group = GroupSettings.model_construct(
            id="", kind=kind, name=name, description=purpose, keepers=()
        )
        return declared_group(self._branches[branch], group, self._words)

    def suggest(
        self, branch: str, person: str, name: str, purpose: str, kind: GroupKind
    ) -> Suggestion:
        """Enter a suggestion; an admin's own counts as their yes."""
        marks = self._store[JoinMarks]
        marks.note(marks.mark("suggested", person), self._clock.now() + _WEEK)
        return self.table.add(
            branch=branch,
            person=person,
            name=name,
            purpose=purpose,
            kind=kind,
            asked_at=self._clock.now(),
            agreed=(person,) if person in self._branches[branch].admins else (),
        )

    def missing(self, suggestion: Suggestion) -> int:
        """Return how many admins still have to agree."""
        branch: Branch = self._branches[suggestion.branch]
        return max(0, branch.approvals - len(suggestion.agreed))

    def agree(self, suggestion: Suggestion, by: str) -> Decided:
        """Count an admin's yes; make the group once enough agree."""
        if by in suggestion.agreed:
            return Decided.AGAIN
        agreed = replace(suggestion, agreed=(*suggestion.agreed, by))
        self.table.save(agreed)
        if self.missing(agreed):
            return Decided.COUNTED
        self.make(agreed)
        return Decided.ENOUGH

    def make(self, suggestion: Suggestion) -> None:
        """Have the group made."""
        wanted = self.declared(
            suggestion.branch, suggestion.name, suggestion.purpose, suggestion.kind
        )
        delivery = queue_outgoing(
            self._store.outbox,
            f"new group {suggestion.number}",
            MakeGroup(
                name=wanted.name,
                description=wanted.description,
                permissions=wanted.permissions,
                link=wanted.link,
            ),
            priority=Priority.REPLY,
            now=self._clock.now(),
        )
        self.table.save(replace(suggestion, delivery=delivery))

    def made(self, delivery: Delivery, result: dict[str, Any]) -> Suggestion | None:
        """Declare a group that was made, and let its proposer in; return what it came from."""
        suggestion = self.made_by(delivery)
        if suggestion is None:
            return None
        if suggestion.branch not in self._branches:
            # The host has taken the branch out of the settings meanwhile.
            self.table.forget(suggestion)
            return None
        made = MadeGroup(
            id=str(result["group"]),
            branch=suggestion.branch,
            kind=suggestion.kind,
            name=suggestion.name,
            description=suggestion.purpose,
            keepers=(suggestion.person,),
        )
        self.table.add_made(made)
        branch = self._branches[made.branch]
        declared = _declared(branch, made, self._words)
        kept = self._keeper.adopt(declared)
        self.table.forget(suggestion)
        # The same may have been suggested twice, and one group come of it.
        if self._doors.request_of(kept, suggestion.person) is None:
            self._doors.let_in(kept, suggestion.person, "")
        return suggestion

    def release(self, person: str) -> None:
        """Have somebody look after none of the groups that they suggested; admins do then."""
        for made in self.table.made():
            if person not in made.keepers:
                continue
            others = tuple(one for one in made.keepers if one != person)
            left = replace(made, keepers=others)
            self.table.change_made(left)
            if made.branch in self._branches:
                self._keeper.adopt(_declared(self._branches[made.branch], left, self._words))

    def made_by(self, delivery: Delivery) -> Suggestion | None:
        """Return the suggestion that a delivery makes a group of, or None."""
        if delivery.lane != SIGNAL_LANE or delivery.action != ACTION:
            return None
        return next((one for one in self.table.all() if one.delivery == delivery.id), None)

    def due(self) -> list[Suggestion]:
        """Return those of which it is time to say that nobody has answered."""
        now = self._clock.now()
        return [
            one
            for one in self.table.all()
            if one.delivery is None
            and (
                now - one.asked_at >= LONGEST
                or (not one.told and now - one.asked_at >= REMINDED_AFTER)
            )
        ]

    def is_over(self, suggestion: Suggestion) -> bool:
        """Return whether one has waited for too long."""
        return self._clock.now() - suggestion.asked_at >= LONGEST
