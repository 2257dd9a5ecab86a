"""Who may know of a matter: its branch's moderators, or a helping branch's where none is left."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from relay.conduct.hearing.called import may_be_called
from relay.conduct.matters.matter import Contents
from relay.conduct.tables.matters import MatterRow
from relay.settings import Branch


class KnowsModerators(Protocol):
    """Who moderates what now; see `relay.conduct.mandates.moderators`."""

    def of(self, branch: str, group: int | None = None) -> tuple[str, ...]:
        """Return those of a whole branch, or those for a group's number."""

    def branches_of(self, person: str) -> tuple[str, ...]:
        """Return the branches for all or some of whose groups somebody moderates."""

    def may(self, person: str, branch: str, group: int | None = None) -> bool:
        """Whether somebody moderates a whole branch, or a group of it."""


class MatterReaders:
    """Those who may know of matters.

    Args:
        moderators: who moderates what.
        helping: for each branch, the one whose moderators deal with what nobody of its own may.
        name_of: what somebody calls themselves now; empty where that is not known.
        complained: whether it was somebody who complained, by a matter's number.
    """

    def __init__(
        self,
        moderators: KnowsModerators,
        helping: Mapping[str, str],
        name_of: Callable[[str], str],
        complained: Callable[[int, str], bool],
    ) -> None:
        self._moderators = moderators
        self._helping = helping
        self._name_of = name_of
        self._complained = complained

    def of(self, row: MatterRow, contents: Contents) -> tuple[str, ...]:
        """Return the account ids of all moderators who may know of a matter now."""
        own = self.able(row, contents, row.branch)
        if own or row.branch not in self._helping:
            return own
        return self.able(row, contents, self._helping[row.branch])

    def able(self, row: MatterRow, contents: Contents, branch: str) -> tuple[str, ...]:
        """Return who of a branch could deal with a matter now, perhaps one of another branch."""
        groups = contents.groups if branch == row.branch else ()
        found = [one for group in groups or (None,) for one in self._moderators.of(branch, group)]
        return tuple(
            one
            for one in dict.fromkeys(found)
            if one not in contents.excluded
            and one != contents.subject
            and not self._complained(row.number, one)
            and not self._is_named(contents, one)
        )

    def _is_named(self, contents: Contents, moderator: str) -> bool:
        """Whether whoever complained may have meant a moderator by a name."""
        name = self._name_of(moderator) if contents.excluded_words else ""
        return any(may_be_called(name, words) for words in contents.excluded_words)


def helping(branches: Iterable[Branch]) -> Mapping[str, str]:
    """Return, by slug, which branch's moderators help another branch, where both agreed to it.

    Both settings have to say so: nobody is made to read what another branch wants to be rid of.

    Args:
        branches: as the settings say.
    """
    known = {branch.slug: branch.conduct for branch in branches}
    return {
        slug: conduct.helped_by
        for slug, conduct in known.items()
        if conduct.helped_by in known and slug in known[conduct.helped_by].helps
    }
