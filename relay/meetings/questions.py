"""Questions who is coming: put into the groups, and taken back where they name a date that is off.

Everything here runs inside the caller's transaction and reaches no network.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from relay.announcements.copies import take_back
from relay.meetings.meeting import Meeting, MeetingState, Occurrence
from relay.meetings.recurrence import next_occurrence, occurrence_of
from relay.meetings.tables import Polls
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
        ended: those that name a date which is off or has moved.
        deletes: whether Signal still lets all of them be deleted; else they are closed.
        again: the date to ask about instead; None for none.
    """

    ended: tuple[Asked, ...]
    deletes: bool
    again: Occurrence | None


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
        ended = tuple(one for one in counting if not is_as_asked(revised, one))
        stands = [place for one in ended for place in self._store[Polls].places(one.poll)]
        deletes = all(one.sent_at is None or now - one.sent_at < SIGNAL_WINDOW for one in stands)
        ahead = [one for one in ended if one.until > now]
        again = None if not ahead else self._in_place_of(revised, ahead[-1])
        if again is not None and any(
            (one.original, one.until) == (again.original, again.end) for one in counting
        ):
            again = None
        return Ending(ended, deletes, again)

    def end(self, revised: Meeting) -> None:
        """Take back the questions that a change makes untrue: nobody is counted for them."""
        now = self._clock.now()
        ended = self.ending(revised).ended
        for asked in ended:
            for place in self._store[Polls].places(asked.poll):
                # What is being sent at this moment is known by its delivery alone.
                earlier = Earlier(delivery=place.delivery, timestamp=place.timestamp)
                self._queue(place.group, EndPoll(earlier=earlier), f"{ENDING}{revised.id}")
                take_back(self._store, topic_of(revised.id, asked.poll), place.group, now)
            self._store[Polls].withdraw(asked, now)
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


def is_as_asked(meeting: Meeting, asked: Asked) -> bool:
    """Whether the date that a question names is on, and at the time that it names."""
    if meeting.state is not MeetingState.SCHEDULED:
        return False
    date = occurrence_of(meeting, asked.original)
    return date is not None and not date.cancelled and date.end == asked.until
