"""The way into a group and out of it, through the bot: what was asked, answered, and came about.

Signal's answers do not say what came about. So each request stays until the groups were looked at
again and what was wanted is so, or until it is clear that it will not be: then both sides are told
and it is forgotten. All here joins the caller's transaction; what is to be changed goes out on the
Signal lane.

What a caucus is asked for is told to its keepers alone, and leaves no line in the audit trail.
"""

import secrets
from dataclasses import replace
from datetime import timedelta
from typing import Any

from relay.groups.declared import DeclaredGroup
from relay.groups.door_notifier import DoorNotifier
from relay.groups.door_rules import (
    CODE_LENGTH,
    CODE_LETTERS,
    DAY,
    HOUR,
    MOST_ASKINGS,
    MOST_CODES,
    MOST_COMINGS,
    MOST_OPEN,
    MOST_RINGS,
    REFUSED_FOR,
    Answer,
    KeptOut,
    No,
    Vouched,
    keep_nobody_out,
)
from relay.groups.fullness import MOST_IN_GROUP
from relay.groups.group_admins import GroupAdmins
from relay.groups.keeping import GroupKeeper
from relay.groups.requests import JoinMarks, JoinRequest, JoinRequests, Waiting
from relay.groups.rosters import Rosters
from relay.groups.standards import Standards
from relay.groups.tables import KeptGroup, Standing
from relay.settings.groups import GroupKind
from relay.signal.outgoing import ChangeMembers, queue_outgoing
from relay.signal.priority import Priority
from relay.store import Store
from relay.time.clock import Clock


class Doors:
    """Who asks, who answers, and what came of it.

    Args:
        store: where requests wait, and the outbox.
        clock: the time.
        keeper: which groups there are, and how they stand.
        standards: which of them somebody has agreed to.
        kept_out: whom moderators keep out.

    Attributes:
        requests: who waits.
        admins: who runs each group in Signal.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        keeper: GroupKeeper,
        standards: Standards,
        kept_out: KeptOut = keep_nobody_out,
    ) -> None:
        self.standards = standards
        self.requests = store[JoinRequests]
        self.admins = GroupAdmins()
        self._store = store
        self._clock = clock
        self._keeper = keeper
        self.kept_out = kept_out
        self._marks = store[JoinMarks]
        self._rosters = store[Rosters]

    def open_groups(self) -> list[tuple[KeptGroup, DeclaredGroup]]:
        """Return every group that the bot can let people into, by number."""
        return [
            (kept, group)
            for kept, group in self.known()
            if kept.standing is Standing.KEPT and self.knows(kept)
        ]

    def is_in(self, kept: KeptGroup, person: str) -> bool:
        """Return whether an account id was in a group at the last look."""
        roster = self._rosters.of(kept.number)
        return roster is not None and roster.has_member(person)

    def is_in_any(self, branch: str, person: str) -> bool:
        """Return whether an account id was in any group of a branch at the last look."""
        return any(self.is_in(kept, person) for kept in self._keeper.of_branches([branch]))

    def knows(self, kept: KeptGroup) -> bool:
        """Return whether it is known who is in a group: the bot was in it at the last look."""
        return self._rosters.of(kept.number) is not None

    def members(self, kept: KeptGroup) -> int:
        """Return how many are in a group, the bot not counted."""
        roster = self._rosters.of(kept.number)
        return 0 if roster is None else len(roster.members)

    def request_of(self, kept: KeptGroup, person: str) -> JoinRequest | None:
        """Return what somebody waits for at a group, or None."""
        return self.requests.of(kept.number, person)

    def at_doors_of(self, keeper: str) -> list[tuple[JoinRequest, DeclaredGroup]]:
        """Return what an account id has to answer as a keeper, oldest first."""
        kept = {kept.number: group for kept, group in self.known() if keeper in group.keepers}
        waiting = self.requests.at(kept)
        return [(one, kept[one.group_number]) for one in waiting if one.state is Waiting.ASKED]

    def keeps(self, person: str) -> bool:
        """Return whether somebody is a keeper of any group that is not open."""
        return any(person in group.keepers for _, group in self.known() if group.entry != "open")

    def why_not(self, kept: KeptGroup, group: DeclaredGroup, person: str) -> No | None:
        """Return why somebody cannot ask to be let in now, or None."""
        if (one := self.request_of(kept, person)) is not None and not one.may_go_on:
            return No.WAITS_ALREADY
        if (why := self.kept_out(person, kept.branch, kept.number)) is not None:
            return why
        roster = self._rosters.of(kept.number)
        if roster is not None and roster.has_member(person):
            return No.IN_ALREADY
        if kept.standing is not Standing.KEPT or roster is None:
            return No.SHUT
        if not group.is_named_keeper(person) and self._did(1, "refused", kept.number, person):
            return No.REFUSED
        if len(roster.members) + 1 >= MOST_IN_GROUP:
            return No.FULL
        if self._did(MOST_COMINGS, "came", person):
            return No.TOO_OFTEN
        if self.needs_nobody(kept, group, person):
            return None
        if self._did(MOST_ASKINGS, "asked", person):
            return No.TOO_OFTEN
        waiting = [one for one in self.requests.at([kept.number]) if one.is_open]
        return No.CROWDED if len(waiting) >= MOST_OPEN else None

    def needs_nobody(self, kept: KeptGroup, group: DeclaredGroup, person: str) -> bool:
        """Return whether nobody has to agree: also where somebody has invited them already."""
        roster = self._rosters.of(kept.number)
        is_invited = roster is not None and roster.is_pending(person)
        return group.entry == "open" or group.is_named_keeper(person) or is_invited

    def let_in(self, kept: KeptGroup, person: str, name: str) -> None:
        """Let somebody in at once."""
        self.note(DAY, "came", person)
        self.carry_out(self.enter(kept, person, name, Waiting.ADDING))

    def ask(
        self, kept: KeptGroup, person: str, name: str, reason: str, notifier: DoorNotifier
    ) -> JoinRequest:
        """Ask the keepers.

        Args:
            kept: the group.
            person: account id.
            name: what they call themselves, made harmless.
            reason: what they wrote, made harmless.
            notifier: tells keepers.
        """
        self.note(DAY, "asked", person)
        return self.ring(self.enter(kept, person, name, Waiting.ASKED, reason=reason), notifier)

    def begin_vouching(self, kept: KeptGroup, person: str, name: str) -> tuple[JoinRequest, str]:
        """Let members vouch for somebody; return the code by which they do."""
        self.note(DAY, "asked", person)
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
        hashed = self._marks.mark("code", code)
        return self.enter(kept, person, name, Waiting.VOUCHING, code=hashed), code

    def vouch(self, code: str, by: str) -> tuple[Vouched, JoinRequest | None]:
        """Count that somebody vouches for whoever has given them a code.

        Only a member of that group learns what the code is for, and nobody vouches for themselves.
        What somebody else sends is answered as a code that does not exist.

        Args:
            code: as it was typed.
            by: account id.
        """
        written = "".join(char for char in code.upper() if char.isalnum())
        if self._did(MOST_CODES, "wrong", by):
            return Vouched.UNKNOWN, None
        request = self.requests.with_code(self._marks.mark("code", written))
        kept = None if request is None else self._keeper.numbered(request.group_number)
        if request is None or kept is None or request.state is not Waiting.VOUCHING:
            self.note(DAY, "wrong", by)
            return Vouched.UNKNOWN, None
        if request.person == by or not self.is_in(kept, by):
            self.note(DAY, "wrong", by)
            return Vouched.UNKNOWN, None
        if self._did(1, "new", kept.number, by):
            return Vouched.TOO_NEW, request
        if not self.requests.vouch(request, self._marks.vouch(request, by)):
            return Vouched.AGAIN, request
        if self.requests.vouches(request) < self._keeper.declared(kept).vouches:
            return Vouched.COUNTED, request
        self.carry_out(replace(request, state=Waiting.ADDING, code=None))
        return Vouched.ENOUGH, request

    def answer(
        self, number: int, by: str, answer: Answer, notifier: DoorNotifier
    ) -> tuple[JoinRequest, DeclaredGroup] | None:
        """Carry out what a keeper answers; the first answer counts.

        Returns:
            What was answered; None where nothing of that number waits for this keeper.
        """
        found = next((one for one in self.at_doors_of(by) if one[0].number == number), None)
        if found is None:
            return None
        request, group = found
        if group.kind is not GroupKind.CAUCUS:
            subject, now = f"group:{request.group_number}", self._clock.now()
            self._store.audit.record(actor=by, action=answer.value, subject=subject, now=now)
        notifier.answered(request, group, by)
        if answer is Answer.LET_IN:
            self.carry_out(replace(request, state=Waiting.ADDING, reason="", shown={}))
            return found
        self.note(REFUSED_FOR, "refused", request.group_number, request.person)
        if self.asks_in_signal(request):
            self.note(HOUR, "heard", request.group_number, request.person)
            self.change(group.id, remove=request.person)
        self.forget(request)
        notifier.refused(request, group)
        return found

    def withdraw(self, request: JoinRequest, notifier: DoorNotifier) -> None:
        """Take back what somebody waits for; an invitation goes too."""
        group = self.group_of(request)
        self.forget(request)
        if group is None:
            return
        self.undo(request, group)
        if request.state is Waiting.ASKED:
            notifier.withdrawn(request, group)

    def undo(self, request: JoinRequest, group: DeclaredGroup) -> None:
        """Have Signal forget what it knows of a request that is over: an invitation too."""
        if self.asks_in_signal(request) or not request.is_open:
            self.note(HOUR, "heard", request.group_number, request.person)
            self.note(DAY, "over", request.group_number, request.person)
            self.change(group.id, remove=request.person)

    def asks_in_signal(self, request: JoinRequest) -> bool:
        """Return whether somebody asks with Signal's own link, perhaps besides."""
        roster = self._rosters.of(request.group_number)
        return request.by_link or (roster is not None and roster.is_asking(request.person))

    def take_out(self, kept: KeptGroup, person: str) -> None:
        """Take somebody out who wants to leave."""
        self.note(DAY, "came", person)
        if (waiting := self.request_of(kept, person)) is not None:
            self.forget(waiting)
        self.carry_out(self.enter(kept, person, "", Waiting.LEAVING))

    def forget(self, request: JoinRequest) -> None:
        """Forget a request; once nobody waits, no copy is left, nor in a backup of who left."""
        self.requests.forget(request)
        if request.state is Waiting.LEAVING:
            self._store.backups.outdate()
        if not self.requests.all():
            self._store.shredder.shred(self._clock.now())

    def tidy(self) -> None:
        """Forget what no longer counts."""
        self._marks.tidy(self._clock.now())

    def ring(self, request: JoinRequest, notifier: DoorNotifier) -> JoinRequest:
        """Tell the keepers of a request, as far as they are told of them one by one."""
        group = self.group_of(request)
        assert group is not None  # noqa: S101 -- it was asked for just now
        rings = self._marks.mark("rings", request.group_number)
        rung = self._marks.count(rings, self._clock.now())
        self._marks.note(rings, self._clock.now() + HOUR)
        if rung < MOST_RINGS:
            request = replace(request, shown=dict(notifier.asked(request, group)))
            self.requests.save(request)
        elif rung == MOST_RINGS:
            notifier.crowded(request, group)
        return request

    def carry_out(self, request: JoinRequest) -> None:
        """Ask Signal to let somebody in, or take them out."""
        if (group := self.group_of(request)) is None:
            return
        way = "remove" if request.state is Waiting.LEAVING else "add"
        delivery = self.change(group.id, **{way: request.person})
        self.requests.save(replace(request, tries=request.tries + 1, delivery=delivery))

    def change(self, group_id: str, *, add: str = "", remove: str = "") -> int:
        """Queue what lets an account id in or takes one out; return the delivery's id."""
        return queue_outgoing(
            self._store.outbox,
            group_id,
            ChangeMembers(add=(add,) if add else (), remove=(remove,) if remove else ()),
            priority=Priority.REPLY,
            now=self._clock.now(),
        )

    def enter(
        self, kept: KeptGroup, person: str, name: str, state: Waiting, **more: Any
    ) -> JoinRequest:
        """Enter somebody who came; what is not given stays as it is for whoever asks the bot."""
        values = {"reason": "", "by_link": False} | more
        return self.requests.add(
            group_number=kept.number,
            person=person,
            name=name,
            state=state,
            asked_at=self._clock.now(),
            **values,
        )

    def declared(self, kept: KeptGroup) -> DeclaredGroup:
        """Return what a group should be.

        Raises:
            KeyError: it is no longer in the settings.
        """
        return self._keeper.declared(kept)

    def known(self) -> list[tuple[KeptGroup, DeclaredGroup]]:
        """Return every group that is kept, however it stands, by number, and who lets people in."""
        return [(kept, self._looked_after(kept, group)) for kept, group in self._keeper.known()]

    def _looked_after(self, kept: KeptGroup, group: DeclaredGroup) -> DeclaredGroup:
        if not group.reserves or any(self.is_in(kept, keeper) for keeper in group.keepers):
            return group
        return replace(group, keepers=group.reserves)

    def group_of(self, request: JoinRequest) -> DeclaredGroup | None:
        """Return the group of a request, or None where the settings no longer have it."""
        kept = self._keeper.numbered(request.group_number)
        return None if kept is None else self._looked_after(kept, self._keeper.declared(kept))

    def note(self, lasts: timedelta, *what: str | int) -> None:
        """Note that somebody did a thing, for as long as a limit needs it."""
        self._marks.note(self._marks.mark(*what), self._clock.now() + lasts)

    def _did(self, most: int, *what: str | int) -> bool:
        return self._marks.count(self._marks.mark(*what), self._clock.now()) >= most
