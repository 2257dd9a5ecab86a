"""What admins say is false: from their yes until they take it back.

A warning stands for everybody to read; with it everybody who has asked about the same is told, and
so they are when it is taken back. Whom that is, is found by the very text (`enquiries`). All here
joins the caller's transaction.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Protocol

from relay.authenticity.enquiries import Enquiries, Thing, things_of
from relay.authenticity.known import KnownPost, PostState
from relay.authenticity.matcher import asked_about
from relay.authenticity.tables import FalseClaim, FalseClaims, Stage, ToldWarnings
from relay.settings import Branch
from relay.store import Store
from relay.time.clock import Clock

LONGEST = timedelta(days=14)
"""How long a warning waits for another admin."""
REMEMBERED = timedelta(days=400)
MOST_TEXT = 2_000
"""Characters of what is false."""


class WarningFeed(Protocol):
    """Where warnings stand for everybody who follows the branch: its signed feed."""

    def warn(self, branch: str, text: str) -> int:
        """Say that something is false; return by what it is known there."""

    def withdraw(self, branch: str, number: int) -> None:
        """Say that a warning was wrong."""


class Warnings:
    """The warnings of the branches of this relay.

    Args:
        store: where they are kept.
        clock: the time.
        branches: by slug.
        enquiries: who has asked about what.
        feed: where warnings stand for everybody.

    Attributes:
        version: another number whenever other warnings stand.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        branches: Mapping[str, Branch],
        enquiries: Enquiries,
        feed: WarningFeed,
    ) -> None:
        self._clock = clock
        self._branches = branches
        self._enquiries = enquiries
        self._feed = feed
        self._table = store[FalseClaims]
        self._told = store[ToldWarnings]
        self.version = 0

    def get(self, number: int) -> FalseClaim | None:
        """Return one of a branch that there is, or None."""
        found = self._table.get(number)
        return found if found is not None and found.branch in self._branches else None

    def standing(self) -> list[FalseClaim]:
        """Return those that stand, the newest first."""
        return [one for one in self._table.at(Stage.STANDING) if one.branch in self._branches]

    def waiting(self) -> list[FalseClaim]:
        """Return those that wait for another admin."""
        return [one for one in self._table.at(Stage.ASKED) if one.branch in self._branches]

    def known(self) -> Iterable[KnownPost]:
        """Return those that stand, for comparing."""
        for claim in self.standing():
            name = self._branches[claim.branch].name
            yield KnownPost(
                claim.branch,
                name,
                True,
                claim.number,
                claim.at,
                claim.text,
                state=PostState.FALSE,
            )

    def begin(self, branch: str, text: str, author: str) -> FalseClaim:
        """Say that something is false; where the branch wants two admins, wait for another one.

        Args:
            branch: its slug.
            text: what is false.
            author: the admin's account id.
        """
        waits = self._branches[branch].approvals > 1
        number = self._table.add(branch, text, Stage.ASKED, self._clock.now())
        if waits:
            self._table.wait(number, author)
            return self._read(number)
        return self.stand(number)

    def author(self, number: int) -> str | None:
        """Return the account id of who waits for another admin."""
        return self._table.author(number)

    def stand(self, number: int) -> FalseClaim:
        """Let a warning stand."""
        claim = self._read(number)
        entry = self._feed.warn(claim.branch, claim.text)
        claim = replace(claim, stage=Stage.STANDING, at=self._clock.now(), entry=entry)
        self._table.save(claim)
        self._table.end_waiting(number)
        self.version += 1
        return claim

    def drop(self, number: int) -> None:
        """Forget one that another admin did not agree to."""
        self._table.forget(number)

    def withdraw(self, number: int) -> FalseClaim:
        """Take back a warning that stands; its words are destroyed once everybody is told."""
        claim = self._read(number)
        if claim.entry is not None:
            self._feed.withdraw(claim.branch, claim.entry)
        ended = replace(claim, stage=Stage.WITHDRAWN, ended_at=self._clock.now(), text="")
        self._table.save(ended)
        self.version += 1
        return claim

    def told(self) -> dict[tuple[str, int], str]:
        """Return the text of each warning that people were told of, by source and number."""
        return self._told.all()

    def note_told(self, warning: KnownPost) -> None:
        """Note that people are told of a warning."""
        self._told.add(warning.source, warning.number, warning.text, self._clock.now())

    def forget_told(self, source: str, number: int) -> None:
        """Note that people are told that it was wrong."""
        self._told.remove(source, number)

    def who_asked(self, text: str, is_known: Callable[[Thing], bool]) -> frozenset[str]:
        """Return the account ids of those who have asked about what is false.

        Args:
            text: what is false.
            is_known: whether a thing stands in a post of the branch: whoever asked about that has
                not asked about what is false, although it may stand in there too.
        """
        things = [one for one in things_of(asked_about(text)) if not is_known(one)]
        return self._enquiries.who_asked(things)

    def tidy(self) -> None:
        """Forget what is over for long."""
        now = self._clock.now()
        self._table.forget_before(now - LONGEST, ended_before=now - REMEMBERED)

    def _read(self, number: int) -> FalseClaim:
        found = self._table.get(number)
        if found is None:
            raise KeyError(number)
        return found
