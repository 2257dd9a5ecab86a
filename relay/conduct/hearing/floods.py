"""Floods: one account that writes the same in several groups at once, or very much in a minute.

Numbers decide, and never what the words are. It is off unless a branch's settings have it. What is
counted is in memory, for a minute, by hashes with a key of this process.

Whoever looks after the branch is not counted: admins and moderators put the same into several
groups, and keepers may into their own. An edit is no message more.
"""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from relay.conduct.hearing.watched_groups import WatchedGroup
from relay.conduct.mandates.moderators import Moderators
from relay.groups.keeping import GroupKeeper
from relay.settings import Branch
from relay.signal.notification import SaidInGroup
from relay.store.marks import mark, new_key
from relay.time.clock import Clock

WITHIN = timedelta(minutes=1)
QUIET_AFTER = timedelta(minutes=5)
"""For how long the same account raises no second alarm in a branch: what is paused is paused."""

_DIGEST_BYTES = 8


class FloodKind(StrEnum):
    """What makes it one."""

    SAME = "same"
    """The same text in several groups."""
    MANY = "many"
    """Very many messages."""


@dataclass(frozen=True)
class Flood:
    """One account floods groups of a branch.

    Attributes:
        branch: its slug.
        person: the account id.
        kind: what makes it a flood.
        groups: numbers of the groups that it wrote in within the minute.
    """

    branch: str
    person: str = field(repr=False)
    kind: FloodKind
    groups: tuple[int, ...]


@dataclass(frozen=True)
class _Counted:
    at: datetime
    group: int
    text: bytes


class FloodWatch:
    """Counts messages.

    Args:
        branches: by slug, with what counts as a flood.
        clock: the time.
        moderators: who is not counted.
        groups: who keeps which group.
        on_flood: called once for each; opens a transaction of its own.
    """

    def __init__(
        self,
        branches: Mapping[str, Branch],
        clock: Clock,
        moderators: Moderators,
        groups: GroupKeeper,
        on_flood: Callable[[Flood], None],
    ) -> None:
        self._branches = branches
        self._clock = clock
        self._moderators = moderators
        self._groups = groups
        self._on_flood = on_flood
        self._key = new_key()
        self._counted: dict[tuple[str, str], deque[_Counted]] = {}
        self._told: dict[tuple[str, str], datetime] = {}

    def count(self, said: SaidInGroup, group: WatchedGroup, text: str) -> None:
        """Count what somebody said, and tell if it is a flood.

        Args:
            said: what was said.
            group: where.
            text: its words, as they are compared.
        """
        settings = self._branches[group.branch].conduct
        if settings.flood_pause is None or said.edits is not None:
            return
        now, who = self._clock.now(), (group.branch, said.person)
        mine = self._counted.setdefault(who, deque(maxlen=settings.flood_messages))
        digest = mark(self._key, _DIGEST_BYTES, text) if text else b""
        mine.append(_Counted(now, group.number, digest))
        while mine and now - mine[0].at > WITHIN:
            mine.popleft()
        same = {one.group for one in mine if one.text and one.text == mine[-1].text}
        if len(same) >= settings.flood_groups:
            self._alarm(Flood(*who, FloodKind.SAME, tuple(sorted(same))), now)
        elif len(mine) >= settings.flood_messages:
            groups = tuple(sorted({one.group for one in mine}))
            self._alarm(Flood(*who, FloodKind.MANY, groups), now)

    def tidy(self) -> None:
        """Forget what is older than a minute; called every round."""
        now = self._clock.now()
        self._counted = {
            who: counted for who, counted in self._counted.items() if now - counted[-1].at <= WITHIN
        }
        self._told = {who: at for who, at in self._told.items() if now - at < QUIET_AFTER}

    def _alarm(self, flood: Flood, now: datetime) -> None:
        who = (flood.branch, flood.person)
        told = self._told.get(who)
        if (told is not None and now - told < QUIET_AFTER) or self._looks_after(flood):
            return
        self._on_flood(flood)
        self._told[who] = now

    def _looks_after(self, flood: Flood) -> bool:
        """Whether somebody is an admin, a moderator, or keeps all the groups they wrote in."""
        person = flood.person
        if person in self._branches[flood.branch].admins:
            return True
        if any(self._moderators.may(person, flood.branch, one) for one in flood.groups):
            return True
        keepers = {kept.number: declared.keepers for kept, declared in self._groups.known()}
        return all(person in keepers.get(one, ()) for one in flood.groups)
