"""What happens by itself: moderators are told and reminded, and what has had its time is destroyed.

Each step may be repeated, and is one transaction for each matter: after a kill nothing is told
twice that was told already.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from handlers.services import Services
from relay.conduct.matters.matter import ALIVE, MatterState, Origin
from relay.conduct.tables.matters import MatterRow

TOGETHER_FOR = timedelta(minutes=10)
"""Complaints that come within this time after one was told of are told of together."""

REMINDED_AFTER = (timedelta(hours=48), timedelta(days=7))
"""After how long both sides hear that nobody has dealt with something."""

ALONE_AFTER = timedelta(hours=1)
"""For how long nobody may know of a matter before who complained hears of it: names of moderators
are not known at once after a start, and a new phone is confirmed soon."""

LINK_KEPT_FOR = timedelta(days=60)
"""How long after its end who complained can still be told something."""

LOOK_EVERY = timedelta(seconds=20)


class ComplaintJobs:
    """Goes round with the other jobs.

    Args:
        services: the parts of the relay.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._told: dict[str, datetime] = {}
        self._looked: datetime | None = None

    def steps(self) -> tuple[Callable[[], None], ...]:
        """Return what to do in a round, in order."""
        return (self.tell_new, self.look)

    def tell_new(self) -> None:
        """Tell moderators of what has come in: at once, and of what follows it together."""
        services, now = self._services, self._services.clock.now()
        waiting: dict[str, list[MatterRow]] = {}
        for row in services.matters.table.untold():
            if services.matters.readers(row.number):
                waiting.setdefault(row.branch, []).append(row)
        for branch, rows in waiting.items():
            last = self._told.get(branch)
            if last is not None and timedelta() <= now - last < TOGETHER_FOR:
                continue
            with services.store.transaction():
                self._tell(rows)
            self._told[branch] = now

    def look(self) -> None:
        """Remind, notice where nobody may deal with something, and destroy what is over."""
        now = self._services.clock.now()
        if self._looked is not None and timedelta() <= now - self._looked < LOOK_EVERY:
            return
        self._looked = now
        self._services.complaints.forget_old()
        for row in self._services.matters.table.at(MatterState.OPEN):
            self._notice_alone(row)
            self._remind(row.number)
        for row in self._services.matters.table.at(*ALIVE):
            self._retire(row)

    def tidy(self) -> None:
        """Forget numbers and moments that nothing needs; joins a transaction."""
        self._services.matters.tidy()
        self._services.complaints.tidy()

    def _tell(self, rows: list[MatterRow]) -> None:
        """Tell each moderator of those that they may know of, and of no more."""
        services = self._services
        theirs: dict[str, list[int]] = {}
        for row in rows:
            for moderator in services.matters.readers(row.number):
                theirs.setdefault(moderator, []).append(row.number)
            now = services.clock.now()
            if row.alone_since is not None:
                self._tell_complainer(row, "complaint-alone-no-more")
                row = replace(row, alone_since=None, waiting_since=now, reminded=0)
            services.matters.table.save(replace(row, told=now))
        for moderator, numbers in theirs.items():
            services.matters.notifier.tell(
                moderator,
                numbers[0],
                "complaint-new",
                count=len(numbers),
                numbers=", ".join(map(str, numbers)),
            )

    def _notice_alone(self, row: MatterRow) -> None:
        services, now = self._services, self._services.clock.now()
        is_alone = not services.matters.readers(row.number)
        if is_alone and row.alone_since is None:
            with services.store.transaction():
                services.matters.table.save(replace(row, alone_since=now))
        elif is_alone and row.told is not None and self._is_over(row.alone_since, ALONE_AFTER):
            # It is told anew to whoever comes; until then nobody is reminded of it.
            with services.store.transaction():
                services.matters.table.save(replace(row, told=None))
                self._tell_complainer(row, "complaint-alone")
        elif not is_alone and row.alone_since is not None and row.told is not None:
            with services.store.transaction():
                services.matters.table.save(replace(row, alone_since=None))

    def _remind(self, number: int) -> None:
        services = self._services
        row = services.matters.table.get(number)
        if row is None or row.waiting_since is None or row.alone_since is not None:
            return
        due = sum(self._is_over(row.waiting_since, lead) for lead in REMINDED_AFTER)
        if row.told is None or due <= row.reminded:
            return
        days = REMINDED_AFTER[due - 1].days
        with services.store.transaction():
            services.matters.table.save(replace(row, reminded=due))
            services.matters.tell_moderators(
                number, "complaint-unread-moderator", number=str(number), days=days
            )
            self._tell_complainer(row, "complaint-unread", days=days)

    def _retire(self, row: MatterRow) -> None:
        """Destroy who complained some time after the end, and everything after its time."""
        services, matters = self._services, self._services.matters
        branch = services.branches.get(row.branch)
        kept = timedelta(days=branch.conduct.record_days if branch is not None else 30)
        ended = row.ended or (row.created + kept if row.state is MatterState.OPEN else None)
        if any(holds(row.number) for holds in matters.needed):
            return
        if self._is_over(ended, kept):
            with services.store.transaction():
                self._tell_complainer(row, "complaint-over")
                matters.erase(row.number)
        elif self._is_over(row.ended, LINK_KEPT_FOR) and matters.links.of(row.number) is not None:
            with services.store.transaction():
                matters.forget_complainer(row.number)

    def _tell_complainer(self, row: MatterRow, message: str, **args: int) -> None:
        services = self._services
        if row.origin is not Origin.COMPLAINT:
            return
        branch = services.branches.get(row.branch)
        name = row.branch if branch is None else branch.name
        services.matters.tell_complainer(
            row.number, message, number=str(row.number), branch=name, **args
        )

    def _is_over(self, since: datetime | None, length: timedelta) -> bool:
        return since is not None and since + length <= self._services.clock.now()
