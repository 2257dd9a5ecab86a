"""Keeps groups as they are declared: compares, puts right, and tells when it cannot.

Nothing in a group is changed before an admin has agreed to it once, or there was nothing to change.
From then on what somebody changes by hand is put right and told; an admin can take it over instead.
All here joins the caller's transaction; what is to be changed goes out on the Signal lane.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from relay.delivery.observers import QuietObserver
from relay.groups.comparing import Difference, differences, read_differences
from relay.groups.declared import Aspect, DeclaredGroup
from relay.groups.group_notifier import GroupNotifier
from relay.groups.handing_over import HANDING, HandingOver
from relay.groups.later_tries import LaterTries
from relay.groups.tables import KeptGroup, KeptGroups, Standing
from relay.signal.outgoing import SIGNAL_LANE, ChangeGroup, queue_outgoing
from relay.signal.priority import Priority
from relay.signal.types import Group
from relay.store import Store
from relay.store.outbox import Delivery
from relay.time.clock import BranchTime, Clock
from relay.time.quiet import is_quiet, next_at

MOST_TRIES = 3
"""How often the same is put right before admins hear that it does not work: the API answers with
success also where Signal has refused (`UpdateGroup` in its src/client/client.go)."""

TOPIC = "group:"
"""What the topics of changes to groups begin with; the number of the group follows."""

_CHANGES = frozenset({"change_group", "change_members", "leave_group"})

_ASKED = frozenset({"kept", "paused", "opened"})
"""What somebody waits for."""

Found = tuple[dict[str, Any], ...]
Tell = Callable[[KeptGroup, DeclaredGroup], None]


class GroupKeeper(QuietObserver):
    """What is declared, what was found, and what follows from it.

    Args:
        store: how far each group has come, and the outbox.
        clock: the time.
        declared: every group of the settings as it should be.
        time: the branch's clock, and its words for what a description says during a pause.
        look_soon: called when a group was changed and is to be compared again.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        declared: Iterable[DeclaredGroup],
        time: BranchTime,
        look_soon: Callable[[], None],
    ) -> None:
        self._store = store
        self._time = time
        self._clock = clock
        self._table = store[KeptGroups]
        self._handing = HandingOver(store)
        self._settings = {group.id: group for group in declared}
        self._has_quiet_hours = any(group.quiet for group in self._settings.values())
        self._look_soon = look_soon
        self._later = LaterTries(clock)

    def declared(self, kept: KeptGroup) -> DeclaredGroup:
        """Return what a group should be, with what admins have taken over.

        Raises:
            KeyError: it is no longer in the settings.
        """
        group = self._settings[kept.id]
        for aspect, taken in kept.taken.items():
            named: Aspect = aspect  # type: ignore[assignment]
            # What a host has written since counts more.
            if taken["was"] == group.value(named):
                group = group.but(named, taken["is"])
        return group

    def wanted(self, kept: KeptGroup) -> DeclaredGroup:
        """Return what a group should be at this moment: `declared`, or the same while it pauses.

        Raises:
            KeyError: it is no longer in the settings.
        """
        group = self.declared(kept)
        if kept.paused_until is not None:
            until = self._time.spoken(kept.paused_until)
        elif kept.quiet and group.quiet is not None:
            until = self._time.time(next_at(self._clock.now(), self._time.zone, group.quiet[1]))
        else:
            return group
        return group.paused(self._time.words.say("group-description-paused", until=until))

    def of_branches(self, slugs: Iterable[str]) -> list[KeptGroup]:
        """Return the groups of some branches that the settings declare, by number."""
        wanted = frozenset(slugs)
        groups = self._table.all()
        return [one for one in groups if one.branch in wanted and one.id in self._settings]

    def numbered(self, number: int) -> KeptGroup | None:
        """Return a group that the settings declare by its number in commands, or None."""
        kept = self._table.numbered(number)
        return kept if kept is not None and kept.id in self._settings else None

    def adopt(self, group: DeclaredGroup) -> KeptGroup:
        """Keep a group that the bot has made as it is declared from now on; joins a transaction."""
        known = self._settings.get(group.id)
        if known is None or known.reserves:
            self._settings[group.id] = group
        kept = next((one for one in self._table.all() if one.id == group.id), None)
        if kept is None:
            kept = replace(self._table.add(group.id, group.branch), agreed=True)
            self._table.save(kept)
        return kept

    def known(self) -> list[tuple[KeptGroup, DeclaredGroup]]:
        """Return every declared group, and as what, by number."""
        kept = (one for one in self._table.all() if one.id in self._settings)
        return [(one, self.declared(one)) for one in kept]

    def kept_by(self, person: str) -> frozenset[str]:
        """Return the slugs of the branches that have a group whose keeper an account id is."""
        return frozenset(one.branch for one in self._settings.values() if person in one.keepers)

    def look(self, groups: Sequence[Group], notifier: GroupNotifier) -> None:
        """Compare every declared group with what the API says, and do what follows.

        Args:
            groups: all that the API knows; those that the bot has left included.
            notifier: tells admins.
        """
        found = {group.id: group for group in groups if group.member}
        known = {kept.id: kept for kept in self._table.all()}
        for group_id, group in self._settings.items():
            kept = known.get(group_id) or self._table.add(group_id, group.branch)
            if not self._store.topics.queued(_topic(kept)):
                kept = replace(kept, branch=group.branch)
                self._compare(kept, found.get(group_id), notifier)
        self._table.forget_others(self._settings)

    def keep(self, number: int, by: str) -> None:
        """Have a group changed to what is declared: an admin has agreed to what was found.

        Args:
            number: of the group, in commands.
            by: the admin's account id.

        Raises:
            KeyError: there is none.
        """
        kept = self._decided(number, by, "keep-group")
        agreed = replace(kept, agreed=True, tries=1, awaits="kept")
        self._change(agreed, read_differences(kept.differing), whole=True)

    def take(self, number: int, by: str) -> None:
        """Let a group be from now on as somebody has made it: undo what was put right last.

        Args:
            number: of the group, in commands.
            by: the admin's account id.

        Raises:
            KeyError: there is none.
        """
        kept = self._decided(number, by, "take-group")
        changed = read_differences(kept.differing or kept.mended)
        settings = self._settings[kept.id]
        taken = dict(kept.taken) | {
            one.aspect: {"was": settings.value(one.aspect), "is": one.found} for one in changed
        }
        adopted = replace(kept, taken=taken, agreed=True, mended=(), tries=1, awaits="")
        back = [Difference(one.aspect, one.declared, one.found) for one in changed]
        self._change(adopted, () if kept.differing else back)

    def pause(self, number: int, until: datetime, by: str) -> None:
        """Let only admins write in a group until a moment; its description says so meanwhile.

        Args:
            number: of the group, in commands.
            until: aware, UTC.
            by: the admin's account id.

        Raises:
            KeyError: there is none.
        """
        kept = self._decided(number, by, "pause-group")
        self.turn(replace(kept, paused_until=until, awaits="paused"))

    def resume(self, number: int, by: str) -> None:
        """End the pause of a group before its time.

        Args:
            number: of the group, in commands.
            by: the admin's account id.

        Raises:
            KeyError: there is none.
        """
        self.turn(_opened(self._decided(number, by, "resume-group")))

    def hand_over(self, number: int, by: str) -> None:
        """Have a group's keepers run it in Signal, and leave it then (`relay.groups.handing_over`).

        Args:
            number: of the group, in commands.
            by: the account id of whoever said so.

        Raises:
            KeyError: there is none.
        """
        kept = self._decided(number, by, "hand-over-group")
        keepers = self._settings[kept.id].keepers
        self._handing.begin(kept, keepers, _topic(kept), self._clock.now())

    def due(self) -> list[KeptGroup]:
        """Return the groups that have to be turned by now, as they are to be then."""
        now = self._clock.now()
        over = [_opened(one) for one in self._table.paused_over(now) if one.id in self._settings]
        opened = {one.id for one in over}
        for kept in self._table.all() if self._has_quiet_hours else ():
            hours = self._settings[kept.id].quiet if kept.id in self._settings else None
            if hours is None or not kept.agreed or kept.id in opened or kept.standing in HANDING:
                continue
            quiet = is_quiet(now, self._time.zone, *hours)
            if quiet != kept.quiet:
                over.append(replace(kept, quiet=quiet, awaits=""))
        return over

    def turn(self, kept: KeptGroup) -> None:
        """Change who may write in a group, and what it says of that; joins a transaction."""
        turned = replace(kept, tries=1)
        self._table.save(turned)
        self._queue(turned, ("posts", "description"))

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """Compare anew after a change: that Signal took it is not told."""
        if delivery.lane == SIGNAL_LANE and delivery.action in _CHANGES:
            self._look_soon()

    def _decided(self, number: int, by: str, action: str) -> KeptGroup:
        """Return the group that somebody decides about, and note that they do."""
        kept = self.numbered(number)
        if kept is None:
            raise KeyError(number)
        now = self._clock.now()
        self._store.audit.record(actor=by, action=action, subject=_topic(kept), now=now)
        return kept

    def _compare(self, before: KeptGroup, group: Group | None, tell: GroupNotifier) -> None:
        if before.standing in HANDING:
            self._hand_on(before, group, tell)
            return
        found = () if group is None else differences(self.wanted(before), group)
        now = replace(before, differing=tuple(one.to_json() for one in found))
        if group is None:
            self._stand(now, Standing.MISSING, tell.missing)
        elif not group.admin:
            self._stand(now, Standing.POWERLESS, tell.powerless)
        elif found and not now.agreed:
            self._stand(now, Standing.OFFERED, tell.offered)
        else:
            self._keep(replace(now, standing=Standing.KEPT, agreed=True), found, tell)

    def _hand_on(self, before: KeptGroup, group: Group | None, tell: GroupNotifier) -> None:
        """Take the next step of handing a group over, and tell how it ended."""
        declared, now = self.declared(before), self._clock.now()
        standing = self._handing.go_on(before, group, declared.keepers, _topic(before), now)
        if standing is Standing.HANDED_OVER and before.standing is not standing:
            tell.handed_over(before, declared)
        elif standing is Standing.MISSING:
            tell.missing(before, declared)
        elif standing is Standing.KEPT:
            tell.not_handed_over(before, declared)

    def _stand(self, now: KeptGroup, standing: Standing, tell: Tell) -> None:
        """Note where a group stands that cannot be put right, and tell of it once."""
        self._table.save(replace(now, standing=standing, tries=0))
        if now.standing is not standing:
            tell(now, self.declared(now))

    def _keep(self, now: KeptGroup, found: tuple[Difference, ...], notifier: GroupNotifier) -> None:
        if now.tries <= MOST_TRIES or not found:
            self._later.forget(now.number)
        if not found:
            self._table.save(replace(now, tries=0, awaits=""))
            if now.awaits:
                notifier.settled(now, self.declared(now))
        elif now.tries < MOST_TRIES:
            if not now.tries:
                now = replace(now, awaits="mended", mended=())
            if now.awaits == "mended":
                now = replace(now, mended=_together(now.mended, now.differing))
            self._change(replace(now, tries=now.tries + 1), found)
        else:
            left = replace(now, tries=MOST_TRIES + 1)
            if now.tries == MOST_TRIES:
                notifier.stuck(now, self.declared(now))
            self._change(left, found if self._later.is_due(left.number) else ())

    def _change(self, kept: KeptGroup, found: Sequence[Difference], *, whole: bool = False) -> None:
        """Queue what makes a group as it should be, and keep how far it has come."""
        self._table.save(kept)
        if found or whole:
            self._queue(kept, [one.aspect for one in found], whole=whole)

    def _queue(self, kept: KeptGroup, aspects: Collection[Aspect], *, whole: bool = False) -> None:
        wanted = self.wanted(kept)
        queue_outgoing(
            self._store.outbox,
            kept.id,
            ChangeGroup(
                name=wanted.name if "name" in aspects else None,
                description=wanted.description if "description" in aspects else None,
                # All three: who edits a group is not told, so it is said again with the others.
                permissions=wanted.permissions,
                link=wanted.link if whole or "link" in aspects else None,
                timer=_seconds(wanted) if whole else None,
            ),
            priority=Priority.REPLY if kept.awaits in _ASKED else Priority.BACKGROUND,
            now=self._clock.now(),
            topic=_topic(kept),
        )


def _topic(kept: KeptGroup) -> str:
    return f"{TOPIC}{kept.number}"


def _together(before: Found, now: Found) -> Found:
    """What is put right, with what earlier tries of the same have put right already."""
    known = {one["aspect"]: one for one in before}
    return tuple((known | {one["aspect"]: one for one in now}).values())


def _opened(kept: KeptGroup) -> KeptGroup:
    """A group whose pause is over."""
    return replace(kept, paused_until=None, awaits="opened")


def _seconds(declared: DeclaredGroup) -> int | None:
    return None if declared.timer is None else int(declared.timer.total_seconds())
