"""Matters: who may know of one, what is noted in it, and how it ends.

Who may not know of one is told nothing that differs from "there is none": no gap in the numbers,
which are drawn, and no count. All here joins the caller's transaction.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any, Protocol

from relay.conduct.matters.matter import (
    ALIVE,
    Contents,
    MatterState,
    MatterView,
    Origin,
    ReportedMessage,
)
from relay.conduct.matters.numbers import draw_number
from relay.conduct.matters.readers import KnowsModerators, MatterReaders
from relay.conduct.matters.sealed import SealedMatters
from relay.conduct.matters.sealing import CONTENT, LINK
from relay.conduct.tables.matters import (
    MatterRow,
)
from relay.store import Store
from relay.time.clock import Clock

TOPIC = "matter:"
"""What the topics of deliveries about matters begin with; the number follows."""

NUMBER_RESTS = timedelta(days=90)
"""How long the number of what was erased is not drawn again."""


class MatterNotifier(Protocol):
    """Says something to somebody about a matter; joins the caller's transaction."""

    def tell(self, person: str, matter: int, message: str, /, **args: Any) -> None:
        """Queue a message of the wording that they have not asked for just now."""


class Matters(SealedMatters):
    """What moderators deal with.

    Args:
        store: where it is kept, and the outbox.
        clock: the time.
        moderators: who moderates what.
        helping: for each branch, the one whose moderators deal with what nobody of its own may.
        name_of: what somebody calls themselves now; empty where that is not known.

    Attributes:
        notifier: says what is to be said; set before anything happens.
        needed: whether something that holds still needs a matter, by its number: then its time is
            not over. Other parts of conduct add theirs.
    """

    notifier: MatterNotifier

    def __init__(
        self,
        store: Store,
        clock: Clock,
        moderators: KnowsModerators,
        helping: Mapping[str, str],
        name_of: Callable[[str], str],
    ) -> None:
        super().__init__(store, clock)
        self._moderators = moderators
        self._readers = MatterReaders(moderators, helping, name_of, self._complained)
        self.needed: list[Callable[[int], bool]] = []

    def open(
        self,
        branch: str,
        *,
        origin: Origin,
        groups: tuple[int, ...] = (),
        subject: str | None = None,
        message: ReportedMessage | None = None,
        about: str = "",
        standard: int | None = None,
        version: int | None = None,
        words: str = "",
        complainer: str | None = None,
        excluded: tuple[str, ...] = (),
    ) -> MatterView:
        """Open a matter; moderators who may know of it find it from now on.

        Args:
            branch: slug.
            origin: what it begins with.
            groups: numbers of the groups that it concerns.
            subject: account id of who it is about, who never learns of it here.
            message: what they wrote.
            about: what it is about, as it is read.
            standard: the number of the standard that says so.
            version: of the list in which it does.
            words: how it affected somebody, or what it is opened for.
            complainer: account id of who is to hear of it, and who never moderates it.
            excluded: account ids of moderators who must not know of it.
        """
        contents = Contents(
            groups=groups,
            subject=subject,
            message=message,
            standard=standard,
            version=version,
            about=about,
            words=words,
            excluded=excluded,
        )
        number = self.begin(branch, origin, contents, complainer)
        row = self._row(number)
        now = self._clock.now()
        told = now if origin is Origin.MODERATOR else None
        row = replace(row, state=MatterState.OPEN, created=now, told=told, waiting_since=now)
        self.table.save(row)
        return self._view(row, contents)

    def begin(self, branch: str, origin: Origin, contents: Contents, complainer: str | None) -> int:
        """Begin a draft, of which nobody but its writer knows; return its number."""
        number = draw_number(self.table.how_many(), self.table.is_known)
        self.keys.make(number, CONTENT)
        self.table.add(
            MatterRow(
                number=number,
                branch=branch,
                origin=origin,
                state=MatterState.DRAFT,
                sealed=self.sealer.seal(number, "contents", contents.to_json()),
                created=self._clock.now(),
            )
        )
        if complainer is not None:
            self.keys.make(number, LINK)
            sealed = self.sealer.seal(number, "complainer", complainer, LINK)
            self.links.set(number, self.sealer.hash("person", complainer), sealed)
        return number

    def visible_to(self, moderator: str) -> list[MatterView]:
        """Return every matter that a moderator may know of now, oldest first."""
        found = (self._seen_by(moderator, row) for row in self.table.at(*ALIVE))
        return [view for view in found if view is not None]

    def matter(self, moderator: str, number: int) -> MatterView | None:
        """Return a matter that a moderator may know of now.

        Returns:
            None where there is none, and just so for who moderates nothing there, who is complained
            about, who complained and who was excluded.
        """
        row = self.table.get(number)
        return None if row is None else self._seen_by(moderator, row)

    def known(self, number: int) -> MatterView | None:
        """Return a matter for what happens by itself; nobody reads it with this."""
        row = self.table.get(number)
        contents = None if row is None or row.state not in ALIVE else self.contents(row)
        return None if row is None or contents is None else self._view(row, contents)

    def readers(self, number: int) -> tuple[str, ...]:
        """Return the account ids of all moderators who may know of a matter now."""
        row = self.table.get(number)
        contents = None if row is None else self.contents(row)
        return () if row is None or contents is None else self._readers.of(row, contents)

    def able(self, number: int, branch: str) -> tuple[str, ...]:
        """Return who of a branch could deal with a matter now, perhaps one of another branch.

        For appeals, which those of another branch may be asked to answer.

        Args:
            number: of the matter.
            branch: slug of whose moderators are meant.
        """
        row = self.table.get(number)
        contents = None if row is None else self.contents(row)
        if row is None or contents is None:
            return ()
        return self._readers.able(row, contents, branch)

    def exclude(self, number: int, moderator: str) -> None:
        """Let a moderator know of a matter no more: they have said that it concerns them."""
        row = self._row(number)
        contents = self.contents(row)
        if contents is not None and moderator not in contents.excluded:
            self.put(row, replace(contents, excluded=(*contents.excluded, moderator)))

    def is_about(self, number: int, person: str) -> bool:
        """Whether somebody is who a matter is about, or who complained."""
        row = self.table.get(number)
        contents = None if row is None else self.contents(row)
        return contents is not None and (
            contents.subject == person or self._complained(number, person)
        )

    def waits(self, number: int) -> None:
        """Note that something in a matter waits for moderators; a closed one is open again."""
        row, now = self._row(number), self._clock.now()
        since = row.waiting_since or now
        self.table.save(replace(row, state=MatterState.OPEN, waiting_since=since, ended=None))

    def dealt_with(self, number: int) -> None:
        """Note that a moderator has done something: nobody is reminded of what waited."""
        self.table.save(replace(self._row(number), waiting_since=None, reminded=0))

    def decided(self, number: int) -> None:
        """Note that something was decided in a matter."""
        row = replace(self._row(number), state=MatterState.DECIDED)
        self.table.save(replace(row, waiting_since=None, reminded=0, ended=self._clock.now()))

    def close(self, number: int) -> None:
        """Note that nothing is left to do. Its time until it is destroyed begins."""
        row = replace(self._row(number), state=MatterState.CLOSED)
        self.table.save(replace(row, waiting_since=None, reminded=0, ended=self._clock.now()))

    def erase(self, number: int, state: MatterState = MatterState.ERASED) -> None:
        """Destroy a matter: its keys first, and everything they have sealed.

        What moderators were shown of it is deleted from their chats as far as Signal does. The
        number stays for a while, so that nobody takes another matter for it.
        """
        now = self._clock.now()
        self._take_back(number)
        self.keys.destroy(number, CONTENT)
        self.forget_complainer(number)
        self._entries.destroy(number)
        self._store.topics.drop(topic(number), now)
        self._store.topics.scrub(topic(number))
        self.table.save(
            MatterRow(number, "", Origin.COMPLAINT, state, None, now, told=now, ended=now)
        )
        self._store.shredder.shred(now)

    def leave_decided(self, number: int) -> None:
        """Destroy all that is whoever complained's, and leave what a decision rests on.

        They have taken back what they wrote. Whoever it is about must still be able to appeal
        against what was decided, and find it in the record.
        """
        self._take_back(number)
        self.forget_complainer(number)
        self._entries.destroy(number)
        contents = self.contents(self._row(number))
        if contents is not None:
            left = replace(contents, words="", pasted="", subject_words="", about="", standard=None)
            self.put(self._row(number), left)

    def forget_complainer(self, number: int) -> None:
        """Destroy the link between a matter and who complained.

        Who moderates themself still never deals with what they complained of: they stay among those
        who must not know of it, where nothing tells why.
        """
        person = self.complainer(number)
        if person is not None and self._moderators.branches_of(person):
            self.exclude(number, person)
        super().forget_complainer(number)

    def tell_complainer(self, matter: int, message: str, /, **args: Any) -> bool:
        """Say something to who complained; nobody learns who that is.

        Returns:
            False if there is nobody to be told.
        """
        person = self.complainer(matter)
        if person is None:
            return False
        self.notifier.tell(person, matter, message, **args)
        return True

    def tell_moderators(
        self, matter: int, message: str, besides: Iterable[str] = (), /, **args: Any
    ) -> int:
        """Say something to all moderators who may know of a matter; return to how many."""
        left_out = frozenset(besides)
        told = [one for one in self.readers(matter) if one not in left_out]
        for moderator in told:
            self.notifier.tell(moderator, matter, message, **args)
        return len(told)

    def tidy(self) -> None:
        """Forget numbers that have rested."""
        self.table.forget_erased(self._clock.now() - NUMBER_RESTS)

    def _seen_by(self, moderator: str, row: MatterRow) -> MatterView | None:
        if row.state not in ALIVE:
            return None
        contents = self.contents(row)
        if contents is None or moderator not in self.readers(row.number):
            return None
        return self._view(row, contents)

    def _view(self, row: MatterRow, contents: Contents) -> MatterView:
        return MatterView(
            number=row.number,
            branch=row.branch,
            origin=row.origin,
            state=row.state,
            created=row.created,
            has_complainer=self.links.of(row.number) is not None,
            waiting_since=row.waiting_since,
            groups=contents.groups,
            subject=contents.subject,
            subject_words=contents.subject_words,
            message=contents.message,
            pasted=contents.pasted,
            standard=contents.standard,
            version=contents.version,
            about=contents.about,
            words=contents.words,
        )


def topic(number: int) -> str:
    """Return the topic of everything that is sent about a matter."""
    return f"{TOPIC}{number}"
