"""The table of groups that are kept as declared: how far each has come."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from relay.store.table import Rows, Table


class Standing(StrEnum):
    """How far a group has come."""

    NEW = "new"
    """It was not compared yet."""
    MISSING = "missing"
    """The bot is not in it."""
    POWERLESS = "powerless"
    """The bot is in it and no admin of it."""
    OFFERED = "offered"
    """It is not as declared, and no admin has agreed yet to have it changed."""
    KEPT = "kept"
    """It is kept as declared."""
    HANDING_OVER = "handing_over"
    """Its keepers are being made its admins, and then the bot leaves."""
    HANDED_OVER = "handed_over"
    """Its keepers run it, and the bot has left."""


@dataclass(frozen=True)
class KeptGroup:
    """A group of the settings.

    Attributes:
        number: in commands; it stays.
        id: in the `group.` form.
        branch: slug of whose it is.
        standing: how far it has come.
        agreed: whether an admin has agreed to have it changed, or nothing had to be.
        differing: what is not as declared, as `Difference.to_json`.
        mended: what was put right the last time; from this an admin can take it over.
        taken: what admins have taken over instead of the settings, by aspect: `{"was", "is"}`.
        tries: how often the same differences were put right.
        awaits: what admins are told once the group is as it should be: `kept`, `paused`, `opened`,
            or `mended`; empty for nothing.
        paused_until: until when only admins write there, aware, UTC.
        quiet: whether only admins write there because of the hour.
    """

    number: int
    id: str = field(repr=False)
    branch: str
    standing: Standing
    agreed: bool
    differing: tuple[dict[str, Any], ...] = field(default=(), repr=False)
    mended: tuple[dict[str, Any], ...] = field(default=(), repr=False)
    taken: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)
    tries: int = 0
    awaits: str = ""
    paused_until: datetime | None = None
    quiet: bool = False


_ROWS = Rows(KeptGroup)


class KeptGroups(Table):
    """The table kept_groups."""

    def all(self) -> list[KeptGroup]:
        """Return every group, by number."""
        return self._all(_ROWS, "FROM kept_groups ORDER BY number")

    def numbered(self, number: int) -> KeptGroup | None:
        """Return a group by its number in commands."""
        return self._one(_ROWS, "FROM kept_groups WHERE number = ?", [number])

    def paused_over(self, now: datetime) -> list[KeptGroup]:
        """Return the groups whose pause is over."""
        return self._all(_ROWS, "FROM kept_groups WHERE paused_until <= ?", [now])

    def add(self, group_id: str, branch: str) -> KeptGroup:
        """Enter a group that was not declared before."""
        number = self._insert(
            "kept_groups", id=group_id, branch=branch, standing=Standing.NEW, agreed=False
        )
        return KeptGroup(number, group_id, branch, Standing.NEW, agreed=False)

    def save(self, group: KeptGroup) -> None:
        """Keep a group as it is now."""
        self._save("kept_groups", _ROWS, group)

    def stand_in(self, old: str, new: str) -> None:
        """Let a new group take the place of one that is lost: its number in commands stays.

        What admins have taken over stays as well. The bot has made it, so it needs no agreement.
        Where that was noted before, nothing changes.
        """
        self._run(
            "UPDATE kept_groups SET id = ?, standing = ?, agreed = 1, differing = '[]',"
            " mended = '[]', tries = 0, awaits = '', paused_until = NULL, quiet = 0 WHERE id = ?",
            [new, Standing.NEW, old],
        )

    def forget_others(self, group_ids: Collection[str]) -> None:
        """Forget groups that are no longer declared; their numbers are not given again."""
        marks = ", ".join("?" * len(group_ids))
        self._run(f"DELETE FROM kept_groups WHERE id NOT IN ({marks})", tuple(group_ids))  # noqa: S608
