"""A welcome to each newcomer of a branch, in private and once; and how to accept an invitation.

Nothing of it names the group that somebody came into: it may be a caucus, and the phone may lie
open before somebody else. Groups are named as the directory lists them, to everybody alike. Whoever
has a report open, or a hidden chat, is sent nothing: a message that nobody asked for could be seen
by whoever they have to fear.
"""

from collections import Counter
from datetime import datetime, timedelta

from handlers.services import Services
from handlers.unasked import may_write
from relay.groups.newcomers import (
    APART,
    INVITED_FOR,
    SETTLE,
    Awaited,
    Invited,
    Newcomers,
    invitation_to,
    welcome_to,
)
from relay.groups.tables import KeptGroup
from relay.signal.outgoing import SIGNAL_LANE, SUBSCRIBERS_LANE, Message
from relay.signal.priority import Priority

TOPIC = "welcome"
"""What the deliveries of all this are about: there is never more than one of them in the outbox."""

_MOST_PLACES = 8
"""Groups that a welcome names; for the others there is `groups`."""


class Welcomes:
    """Writes to newcomers, one after the other, behind everything else.

    Args:
        services: the parts of the relay.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._table = services.store[Newcomers]
        self._next = services.clock.now()
        self._keepers_next: dict[int, datetime] = {}

    def go_on(self) -> None:
        """Write to the next one, if it is time."""
        services, now = self._services, self._services.clock.now()
        if now < self._next or not (self._table.awaited() or self._table.hanging()):
            return
        blocked = any(services.store.breakers.of(lane) for lane in (SIGNAL_LANE, SUBSCRIBERS_LANE))
        if blocked or services.store.topics.queued(TOPIC):
            return
        with services.store.transaction():
            services.store.topics.scrub(TOPIC)
            if self._welcome_next(now) or self._explain_next(now):
                self._next = now + APART
            if not (self._table.awaited() or self._table.hanging()):
                # Whom it was for is in no row any more, and in no copy of one.
                services.store.shredder.shred(now)

    def tidy(self) -> None:
        """Forget what is over, and to whom was written; joins a transaction."""
        self._services.store.topics.scrub(TOPIC)
        self._table.forget(self._services.clock.now())

    def _welcome_next(self, now: datetime) -> bool:
        """Welcome the next one to whom there is something to say; return whether there was one."""
        for newcomer in self._table.awaited():
            if now < newcomer.since + SETTLE:
                return False
            if not self._is_there(newcomer):
                # Gone again: if they come back, it is as if they had not been here.
                self._table.leave_out(newcomer)
                continue
            self._table.leave_out(newcomer)
            about = welcome_to(newcomer.branch)
            is_new = self._table.tell_once(about, newcomer.person, now)
            if is_new and may_write(self._services, newcomer.person):
                self._tell(newcomer.person, self._text(newcomer))
                return True
        return False

    def _is_there(self, newcomer: Awaited) -> bool:
        services, branch = self._services, newcomer.branch
        return branch in services.branches and services.doors.is_in_any(branch, newcomer.person)

    def _text(self, newcomer: Awaited) -> str:
        services = self._services.speaking_to(newcomer.person).saying("welcome")
        say, command = services.words.say, services.vocabulary.name
        branch = services.branches[newcomer.branch].name
        parts = [
            say(
                "welcome",
                branch=branch,
                places=_places(services, newcomer.branch) or "none",
                groups=command("groups"),
                meetings=command("meetings"),
                help=command("help"),
            )
        ]
        # Who came in through the bot was asked about both.
        if services.doors.standards.agreed(newcomer.branch, newcomer.person) is None:
            if newcomer.shows_number:
                parts.append(say("welcome-number"))
            parts.append(services.standards.whole(newcomer.branch))
        if any(team.officers for team in services.settings.safeguarding.teams):
            parts.append(say("welcome-report", report=command("report")))
        parts.append(say("welcome-end", silence=command("silence")))
        return "\n\n".join(parts)

    def _explain_next(self, now: datetime) -> bool:
        """Explain the next invitation that hangs; return whether somebody was written to."""
        due = [one for one in self._table.hanging() if now >= one.since + INVITED_FOR]
        if not due:
            return False
        self._tell_keepers(due, now)
        kept = {one.number: one for one in self._services.groups.of_branches(self._branches())}
        for invited in due:
            self._table.explained(invited)
            group = kept.get(invited.number)
            if group is not None and self._explain(group, invited.person, now):
                return True
        return False

    def _tell_keepers(self, due: list[Invited], now: datetime) -> None:
        """Tell those who look after a group how many hang, once a day however many follow."""
        counts = Counter(one.number for one in due if not one.keepers_told)
        for kept in self._services.groups.of_branches(self._branches()):
            if not counts[kept.number]:
                continue
            self._table.keepers_told(kept.number)
            if now < self._keepers_next.get(kept.number, now):
                continue
            self._keepers_next[kept.number] = now + timedelta(days=1)
            group, count = self._services.groups.declared(kept), counts[kept.number]
            for keeper in group.keepers:
                if self._services.admins.waits(keeper):
                    continue
                self._services.tell(keeper, "invited-keepers", name=group.name, count=count)

    def _explain(self, kept: KeptGroup, person: str, now: datetime) -> bool:
        """Tell somebody how to accept; return whether there was something to tell."""
        services = self._services
        # Who has asked through the bot hears it from the way in.
        if services.doors.request_of(kept, person) is not None or not may_write(services, person):
            return False
        if not self._table.tell_once(invitation_to(kept.number), person, now):
            return False
        speaking = services.speaking_to(person).saying("invited")
        group, join = services.groups.declared(kept), speaking.vocabulary.name("join")
        text = speaking.words.say(
            "invited",
            name=group.name if group.listed else "none",
            branch=services.branches[kept.branch].name,
            join=f"{join} {kept.number}" if group.listed else join,
        )
        self._tell(person, text)
        return True

    def _branches(self) -> frozenset[str]:
        return frozenset(self._services.branches)

    def _tell(self, person: str, text: str) -> None:
        # On the lane of subscribers, so that a captcha it is answered with holds nothing else up.
        message = Message(text=text)
        self._services.store.outbox.queue(
            lane=SUBSCRIBERS_LANE,
            target=person,
            action=message.action,
            payload=message.to_json(),
            priority=Priority.BACKGROUND,
            now=self._services.clock.now(),
            topic=TOPIC,
        )


def _places(services: Services, branch: str) -> str:
    """Return a line for each group that the directory lists to everybody."""
    kept = services.groups.of_branches([branch])
    declared = [services.groups.declared(one) for one in kept]
    listed = [group for group in declared if group.listed]
    lines = [
        services.words.say("welcome-place", kind=group.kind.value, name=group.name)
        for group in listed[:_MOST_PLACES]
    ]
    if len(listed) > _MOST_PLACES:
        lines.append(services.words.say("welcome-more", count=len(listed) - _MOST_PLACES))
    return "\n".join(lines)
