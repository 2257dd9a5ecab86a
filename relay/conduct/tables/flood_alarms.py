"""The table of groups that floods have paused, until moderators or time open them."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from relay.store.table import Rows, Table


@dataclass(frozen=True)
class FloodAlarm:
    """What one flood has paused. Whose it was is kept nowhere.

    Attributes:
        number: of the alarm.
        branch: slug of whose groups they are.
        groups: their numbers in commands.
        until: until when, aware, UTC.
        asked: the deliveries that ask moderators.
    """

    number: int
    branch: str
    groups: tuple[int, ...]
    until: datetime
    asked: tuple[int, ...] = ()


_ROWS = Rows(FloodAlarm)


class FloodAlarms(Table):
    """The table flood_alarms."""

    def raise_one(
        self, branch: str, groups: tuple[int, ...], until: datetime, asked: tuple[int, ...]
    ) -> None:
        """Note what is paused, and who is asked about it."""
        self._insert("flood_alarms", branch=branch, groups=groups, until=until, asked=asked)

    def all(self) -> list[FloodAlarm]:
        """Return all that are not forgotten, the newest first."""
        return self._all(_ROWS, "FROM flood_alarms ORDER BY number DESC")

    def end(self, alarm: FloodAlarm, groups: Collection[int]) -> None:
        """Note that a moderator has answered for some groups; forget it when that is all."""
        left = tuple(one for one in alarm.groups if one not in groups)
        if left:
            self._save("flood_alarms", _ROWS, replace(alarm, groups=left))
        else:
            self._run("DELETE FROM flood_alarms WHERE number = ?", [alarm.number])

    def forget(self, now: datetime) -> None:
        """Forget those whose time is over."""
        self._run("DELETE FROM flood_alarms WHERE until <= ?", [now])
