"""What a branch expects of people in its groups: a numbered list of behaviours, in versions.

Every branch begins with the list of the wording. With its first change the list becomes its own,
and what the wording says later changes nothing in it. A number is never given to another standard,
so that a decision that names one can be read years later. All here joins the caller's transaction.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from relay.conduct.tables.standards import StandardChange, StandardChanges
from relay.language.vocabulary import vocabulary
from relay.language.words import Words
from relay.settings import Branch
from relay.store import Store
from relay.time.clock import Clock

FIRST_VERSION = 1

BEGINNING = (
    "standard-off-topic",
    "standard-bad-faith",
    "standard-excluding",
    "standard-harassing",
    "standard-exposing",
    "standard-spam",
    "standard-pretending",
)
"""The messages of the wording that a branch's list begins with, by number from 1."""


@dataclass(frozen=True)
class Standard:
    """One of them.

    Attributes:
        id: its number in the branch, by which people and decisions name it.
        title: what people call it.
        text: what it says.
        version: of the list, in which it came to say that.
    """

    id: int
    title: str
    text: str
    version: int


class BranchStandards:
    """The standards of every branch.

    Args:
        store: where changes are kept.
        clock: the time.
        words: the installation's, with the list that a branch begins with.
        branches: by slug.
    """

    def __init__(
        self, store: Store, clock: Clock, words: Words, branches: Mapping[str, Branch]
    ) -> None:
        self._table = store[StandardChanges]
        self._clock = clock
        self._words = words
        self._branches = branches

    def list(self, branch: str) -> tuple[Standard, ...]:
        """Return the standards that count in a branch now, by number."""
        return tuple(one for one, retired in self._known(branch).values() if not retired)

    def get(self, branch: str, number: int) -> Standard | None:
        """Return a standard that counts now, or None."""
        return next((one for one in self.list(branch) if one.id == number), None)

    def at(self, branch: str, number: int, version: int) -> Standard | None:
        """Return what a standard said in a version of the list, also if it counts no more."""
        if not self._table.of(branch):
            return self.get(branch, number)
        found = None
        for change in self._table.of(branch):
            if change.number == number and change.version <= version and not change.retired:
                found = _standard(change)
        return found

    def version(self, branch: str) -> int:
        """Return which version of the list counts now."""
        return max((one.version for one in self._table.of(branch)), default=FIRST_VERSION)

    def changed_at(self, branch: str) -> datetime | None:
        """Return since when the list is as it is; None for the one it began with."""
        changes = self._table.of(branch)
        return changes[-1].at if changes else None

    def history(self, branch: str) -> tuple[StandardChange, ...]:
        """Return every change after the first version, the newest first."""
        changes = self._table.of(branch)
        return tuple(one for one in reversed(changes) if one.version > FIRST_VERSION)

    def whole(self, branch: str) -> str:
        """Return all of it as people agree to it: what the wording says before and after it, too.

        Args:
            branch: its slug.
        """
        say = self._words.say
        parts = [say("standards", branch=self._branches[branch].name), *self.lines(branch)]
        return "\n".join((*parts, say("standards-end", report=self._report())))

    def lines(self, branch: str) -> tuple[str, ...]:
        """Return the numbered list as people read it."""
        return tuple(
            self._words.say("standard-line", number=str(one.id), title=one.title, text=one.text)
            for one in self.list(branch)
        )

    def put(self, branch: str, number: int | None, title: str, text: str) -> Standard:
        """Let a standard say something else from now on, or enter a new one.

        Args:
            branch: its slug.
            number: which one; None for a new one.
            title: what people call it.
            text: what it says.
        """
        self._own(branch)
        known = self._known(branch)
        if number is None:
            number = max(known, default=0) + 1
        version = self.version(branch) + 1
        self._table.add(
            StandardChange(branch, version, number, title, text, False, self._clock.now())
        )
        return Standard(number, title, text, version)

    def retire(self, branch: str, number: int) -> None:
        """Let a standard count no more; its number stays its own.

        Raises:
            KeyError: there is none with that number.
        """
        self._own(branch)
        one, _ = self._known(branch)[number]
        version = self.version(branch) + 1
        self._table.add(
            StandardChange(branch, version, number, one.title, one.text, True, self._clock.now())
        )

    def _own(self, branch: str) -> None:
        """Make the list that a branch began with its own."""
        if not self._table.of(branch):
            for one in self._shipped():
                self._table.add(
                    StandardChange(
                        branch, one.version, one.id, one.title, one.text, False, self._clock.now()
                    )
                )

    def _known(self, branch: str) -> dict[int, tuple[Standard, bool]]:
        changes = self._table.of(branch)
        if not changes:
            return {one.id: (one, False) for one in self._shipped()}
        latest = {change.number: change for change in changes}
        return {
            number: (_standard(latest[number]), latest[number].retired) for number in sorted(latest)
        }

    def _shipped(self) -> tuple[Standard, ...]:
        say = self._words.say
        return tuple(
            Standard(number, say(f"{message}.title"), say(message), FIRST_VERSION)
            for number, message in enumerate(BEGINNING, 1)
        )

    def _report(self) -> str:
        return vocabulary(self._words.locale).name("report")


def _standard(change: StandardChange) -> Standard:
    return Standard(change.number, change.title, change.text, change.version)
