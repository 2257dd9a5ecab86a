"""Questions who is coming: put into the groups, and taken back where they name a date that is off.

Everything here runs inside the caller's transaction and reaches no network.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from relay.announcements.copies import take_back
from relay.meetings.meeting import Meeting, MeetingState, Occurrence, Times
from relay.meetings.recurrence import as_usual, next_occurrence, occurrence_of
from relay.meetings.tables import Meetings, Polls
from relay.meetings.tables.polls import Asked, topic_of
from relay.settings import Branch
from relay.signal.outgoing import Earlier, EndPoll, Outgoing, Poll, queue_outgoing
from relay.signal.priority import Priority
from relay.signal.references import SIGNAL_WINDOW
from relay.store import Store
from relay.time.clock import Clock

ENDING = "rsvp-end:"
"""What the topics of deliveries begin with that take a question back."""


@dataclass(frozen=True)
class Ending:
    """What becomes of the questions about a meeting by a change.

    Attributes:
        kept: those whose answers still hold, each with the date as it is then.
        ended: those that name a date which is off or has moved.
        deletes: whether Signal still lets all of them be deleted; else they are closed.
        again: the date to ask about instead; None for none.
    """

    ended: tuple[Asked, ...]
    deletes: bool
    again: Occurrence | None
    kept: tuple[tuple[Asked, Occurrence], ...] = ()


class Questions:
    """Asks and stops asking.

    Args:
        store: where polls are.
        clock: the time.
        branches: the configured branches by slug.
    """

    def __init__(self, store: Store, clock: Clock, branches: Mapping[str, Branch]) -> None:
        self._store = store
        self._clock = clock
        self._branches = branches

    def ask(self, date: Occurrence, question: str, answers: Sequence[str]) -> int:
        """Queue a poll about one date to the groups of its branch, of which only counts are kept.

        Args:
            date: what it is about; counting ends with it.
            question: as people read it.
            answers: from two to ten.

        Returns:
            How many groups it goes to; with none, nothing is kept.
        """
        branch = self._branches.get(date.meeting.branch)
        groups = self._store.groups.reach(branch.announcement_groups if branch else ()).open
        if not groups:
            return 0
        poll = self._store[Polls].open(
            meeting=date.meeting.id, original=date.original, answers=len(answers), until=date.end
        )
        outgoing = Poll(question=question, answers=tuple(answers))
        for group in groups:
            delivery = self._queue(group.id, outgoing, topic_of(date.meeting.id, poll))
            self._store[Polls].put(poll, delivery)
        return len(groups)

    def ending(self, revised: Meeting) -> Ending:
        """Return which questions a change makes untrue, and about which date to ask instead.

        Args:
            revised: the meeting as it is to be.
        """
        now = self._clock.now()
        counting = self._store[Polls].counting(revised.id)
        changed = [one for one in counting if not is_as_asked(revised, one)]
        before = self._store[Meetings].get(revised.id)
        holding = [(one, _still_holds(before, revised, one)) for one in changed]
        kept = tuple((one, date) for one, date in holding if date is not None)
        ended = tuple(one for one, date in holding if date is None)
        stands = [place for one in ended for place in self._store[Polls].places(one.poll)]
        deletes = all(one.sent_at is None or now - one.sent_at < SIGNAL_WINDOW for one in stands)
        ahead = [one for one in ended if one.until > now]
        again = None if not ahead else self._in_place_of(revised, ahead[-1])
        asked = [(one.original, one.until) for one in counting if one not in changed]
        asked += [(date.original, date.end) for _, date in kept]
        if again is not None and (again.original, again.end) in asked:
            again = None
        return Ending(ended, deletes, again, kept)

    def end(self, revised: Meeting) -> None:
        """Take back the questions that a change makes untrue: nobody is counted for them.

        Of what moves, the counts are kept beside the new ones; what still holds counts on.
        """
        now, before = self._clock.now(), self._store[Meetings].get(revised.id)
        ending = self.ending(revised)
        ended = ending.ended
        for asked, date in ending.kept:
            self._store[Polls].carry(asked, date.original, date.end)
        if revised.state is not MeetingState.SCHEDULED:
            self._store[Polls].forget_before(revised.id)
        for asked in ended:
            for place in self._store[Polls].places(asked.poll):
                # What is being sent at this moment is known by its delivery alone.
                earlier = Earlier(delivery=place.delivery, timestamp=place.timestamp)
                self._queue(place.group, EndPoll(earlier=earlier), f"{ENDING}{revised.id}")
                take_back(self._store, topic_of(revised.id, asked.poll), place.group, now)
            was = _as_it_was(before, asked)
            if was is None or _is_off(revised, asked):
                self._store[Polls].withdraw(asked, now)
            else:
                self._store[Polls].supersede(asked, was.start, was.times, now)
        if ended:
            self._store.shredder.shred(now)

    def _in_place_of(self, revised: Meeting, asked: Asked) -> Occurrence | None:
        if revised.state is not MeetingState.SCHEDULED:
            return None
        date = occurrence_of(revised, asked.original)
        if date is None or not revised.recurs:
            return next_occurrence(revised, self._clock.now())
        return None if date.cancelled or date.end <= self._clock.now() else date

    def _queue(self, group: str, outgoing: Outgoing, topic: str) -> int:
        return queue_outgoing(
            self._store.outbox,
            group,
            outgoing,
            priority=Priority.ANNOUNCEMENT,
            now=self._clock.now(),
            topic=topic,
        )


def _as_it_was(before: Meeting | None, asked: Asked) -> Occurrence | None:
    """The date that a question names, as it was until now."""
    date = None if before is None else occurrence_of(before, asked.original)
    return date if date is not None and date.end == asked.until else None


def _is_off(revised: Meeting, asked: Asked) -> bool:
    """Whether what a question names does not take place at all."""
    if revised.state is not MeetingState.SCHEDULED:
        return True
    date = occurrence_of(revised, asked.original)
    return date is not None and date.cancelled


def _still_holds(before: Meeting | None, revised: Meeting, asked: Asked) -> Occurrence | None:
    """The date as it is to be, where only more of it is known than people were asked about.

    Its time is set for the day that was named, or an end is named where there was none. Whoever
    answered about another time is asked anew.
    """
    was = _as_it_was(before, asked)
    if was is None or revised.state is not MeetingState.SCHEDULED:
        return None
    date = occurrence_of(revised, asked.original)
    if date is None and not revised.recurs:
        date = as_usual(revised, revised.start)
    if date is None or date.cancelled:
        return None
    same = (date.start, date.times.are_known) == (was.start, was.times.are_known)
    if same and was.until is None and was.days == date.days:
        return date
    is_set = was.times is Times.OPEN and date.times is not Times.OPEN
    return date if is_set and date.first_day == was.first_day else None


def is_as_asked(meeting: Meeting, asked: Asked) -> bool:
    """Whether the date that a question names is on, and at the time that it names."""
    if meeting.state is not MeetingState.SCHEDULED:
        return False
    date = occurrence_of(meeting, asked.original)
    return date is not None and not date.cancelled and date.end == asked.until
