"""Mailings: what a branch's groups read, to each subscriber in turn, and every change of it.

No row is written for everybody at once. A mailing says how far it has come; whenever the lane has
nothing to do, the next person's message is queued, in the transaction that records how the last one
ended. So a restart goes on where it was, and whoever has not had their turn when something changes
gets only what is true by then.

What becomes of a post is told by `relay.announcements.deliveries` as it tells the groups: a
correction edits the copy where Signal still lets it, a retraction deletes it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from relay.announcements.deliveries import message_of
from relay.ballots.service import BallotService
from relay.ballots.tables import Ballots
from relay.delivery.observers import QuietObserver
from relay.delivery.worker import Adapter
from relay.meetings.tables import Meetings
from relay.signal.outgoing import (
    SIGNAL_LANE,
    SUBSCRIBERS_LANE,
    Delete,
    Message,
    Outgoing,
    read_outgoing,
)
from relay.signal.priority import Priority
from relay.signal.references import SIGNAL_WINDOW
from relay.store import Store
from relay.store.announcements import Announcement, State
from relay.store.missed_messages import post_of
from relay.store.outbox import Delivery
from relay.subscriptions.lane import Refusals
from relay.subscriptions.places import Places
from relay.subscriptions.tables import Copy, Mailing, Mailings, Subscriber, Subscribers
from relay.subscriptions.turns import Turn, deletion_of, kind_of, turn_of
from relay.time.clock import Clock

WORTH_SENDING = timedelta(hours=24)
"""How long something goes out to those who have not had it. Old news does more harm than none."""

KEPT_FOR = timedelta(days=400)
"""How long it is remembered that a post went to subscribers, and to how many."""

MOST_WAITING = 20
"""How many people's messages wait for another try before nobody else's is begun."""

MOST_REFUSALS = 3
REFUSING_FOR = timedelta(days=7)
"""After how many refusals in a row, over at least how long, somebody is forgotten whom Signal does
not know any more. A number that moved to another account is back within days."""

_ALOUD = ("amend", "renew")


class DirectMailings(QuietObserver):
    """Sends to subscribers, and hears as an observer of the lanes how it ends.

    Args:
        store: what is under way, and the outbox.
        clock: the time.
        places: who is subscribed.
    """

    def __init__(self, store: Store, clock: Clock, places: Places, ballots: BallotService) -> None:
        self._store = store
        self._clock = clock
        self.places = places
        self.ballots = ballots
        self._refusals = Refusals()
        self._mailings = store[Mailings]
        self._subscribers = store[Subscribers]

    def readers(self, branch: str, announcement: int) -> int:
        """Return how many people would get an announcement of a branch."""
        return self._subscribers.count(branch, is_meeting=self._is_meeting(announcement))

    def stands(self, announcement: int) -> bool:
        """Whether anybody has an announcement, or is about to."""
        return self._mailings.stands(post_of(announcement))

    def lets_delete(self, announcement: int) -> bool:
        """Whether any copy of it is young enough to be deleted, or yet to be sent."""
        since = self._clock.now() - SIGNAL_WINDOW
        return self._mailings.has_copies_since(post_of(announcement), since)

    def through(self, adapter: Adapter) -> Adapter:
        """Return an adapter that notes what another one has refused."""
        return self._refusals.noted(adapter)

    def others_go_first(self) -> bool:
        """Whether anything else waits to go out by Signal, or nothing passes there."""
        blocked = self._store.breakers.of(SIGNAL_LANE) is not None
        return blocked or self._store.outbox.next(SIGNAL_LANE, self._clock.now()) is not None

    def sent(self, announcement: int) -> int | None:
        """Return how many people got an announcement; None where nobody was to."""
        mailing = self._mailings.about(post_of(announcement))
        return None if mailing is None else mailing.sent

    def follow(self, announcement: Announcement, outgoing: Sequence[Outgoing]) -> None:
        """Send subscribers what goes to each group; joins a transaction.

        Args:
            announcement: as it was before.
            outgoing: the messages, edits and deletions, in order.
        """
        kind, about = kind_of(outgoing), post_of(announcement.id)
        standing = self._mailings.about(about)
        if standing is None:
            is_meeting = self._is_meeting(announcement.id)
            if kind == "retract" or not self.readers(announcement.branch, announcement.id):
                return
            self._begin(announcement.branch, about, kind, outgoing, is_meeting, announcement.id)
        else:
            self._revise(standing, kind, outgoing)
        self.feed()

    def remind(self, branch: str, topic: str, text: str, until: timedelta) -> None:
        """Send a reminder that groups get; joins a transaction.

        Args:
            branch: slug.
            topic: of the reminder. Who has asked to be reminded has a delivery with it already.
            text: what groups read.
            until: how long from now it still helps.
        """
        if not self._subscribers.count(branch) or self._mailings.about(topic) is not None:
            return
        self._begin(branch, topic, "reminder", [Message(text=text)], True, None, until)
        self.feed()

    def withdraw(self, topic: str) -> None:
        """Send no more of a reminder; joins a transaction."""
        mailing = self._mailings.about(topic)
        if mailing is not None:
            self._drop_unsent(mailing)
            self._mailings.save(replace(mailing, is_open=False))

    def work(self) -> None:
        """Look for what is to be sent, for when nothing else brought it about; every round."""
        if self._mailings.open() or self._store[Ballots].has_people():
            with self._store.transaction():
                self.feed()
                self._store.outbox.look_again(SUBSCRIBERS_LANE)

    def tidy(self) -> None:
        """Forget what is over; joins a transaction. Called every hour."""
        now = self._clock.now()
        self._mailings.forget_copies_before(now - SIGNAL_WINDOW)
        self._mailings.forget_before(now - KEPT_FOR)
        self.ballots.tidy()

    def feed(self) -> None:
        """Queue what goes next, unless something is about to go; joins a transaction."""
        outbox = self._store.outbox
        # What has found the lane blocked is not: the lane must not be tried with that alone.
        waiting = outbox.probe(SUBSCRIBERS_LANE, self._clock.now())
        if waiting is not None and waiting.blocked_at is None:
            return
        if outbox.queued(SUBSCRIBERS_LANE) >= MOST_WAITING:
            return
        for mailing in self._mailings.open():
            if self._goes_on(mailing):
                return
        self.ballots.feed()

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """Note where a copy stands, and go on with the next person."""
        if delivery.lane == SIGNAL_LANE and self._store.outbox.queued(SUBSCRIBERS_LANE):
            self._store.outbox.look_again(SUBSCRIBERS_LANE)
        if delivery.lane != SUBSCRIBERS_LANE:
            return
        self.ballots.went_out(delivery)
        copy = self._mailings.copy_of(delivery.id)
        if copy is not None:
            self._stands(copy, delivery, result)
            self._subscribers.reached(copy.subscriber)
        self.feed()

    def failed(self, delivery: Delivery, reason: str) -> None:
        """Note whom Signal refuses to write to, and forget them when that lasts."""
        if delivery.lane == SIGNAL_LANE and self._store.outbox.queued(SUBSCRIBERS_LANE):
            self._store.outbox.look_again(SUBSCRIBERS_LANE)
        if delivery.lane != SUBSCRIBERS_LANE:
            return
        self.ballots.went_out(delivery)
        copy = self._mailings.copy_of(delivery.id)
        if copy is not None:
            self._mailings.drop_copy(delivery.id)
            if self._refusals.were_of(delivery):
                self._refused(copy.subscriber)
        self.feed()

    def _is_meeting(self, announcement: int) -> bool:
        return self._store[Meetings].get(announcement) is not None

    def _begin(
        self,
        branch: str,
        about: str,
        kind: str,
        outgoing: Sequence[Outgoing],
        is_meeting: bool,
        announcement: int | None,
        until: timedelta = WORTH_SENDING,
    ) -> None:
        last, now = self._subscribers.last(), self._clock.now()
        self._mailings.add(
            branch=branch,
            about=about,
            announcement=announcement,
            is_meeting=is_meeting,
            kind=kind,
            steps=[one.to_json() for one in outgoing],
            last=last,
            first_last=last,
            # Of what was posted before anybody subscribed, nobody's turn has to come first.
            reached=0 if kind in ("post", "reminder") else last,
            revised_at=now,
            until=now + until,
        )

    def _revise(self, standing: Mailing, kind: str, outgoing: Sequence[Outgoing]) -> None:
        """Begin again with what has happened now: whoever has nothing yet gets only that."""
        now, unsent = self._clock.now(), self._drop_unsent(standing)
        interrupted = [standing.owed_after] if standing.owed_after is not None else []
        if standing.is_open and standing.kind in _ALOUD:
            interrupted.append(standing.place)
        interrupted += [one.subscriber - 1 for one in unsent if one.role == "beside"]
        self._mailings.save(
            replace(
                standing,
                kind=kind,
                steps=tuple(one.to_json() for one in outgoing),
                revision=standing.revision + 1,
                place=0,
                last=self._subscribers.last(),
                owed_after=min(interrupted) if interrupted else None,
                revised_at=now,
                until=now + WORTH_SENDING,
                is_open=True,
            )
        )

    def _drop_unsent(self, mailing: Mailing) -> list[Copy]:
        """Send nothing any more that has been overtaken; return what that was.

        A post that waits says what is true by now, or is not sent. What is being sent at this very
        moment still arrives: so it keeps its place among the copies, and is changed or deleted like
        one that has gone out.
        """
        unsent, now = self._mailings.unsent(mailing.id), self._clock.now()
        as_it_stands = dict(self._as_it_stands(mailing))
        for copy in unsent:
            if copy.role == "post" and copy.role in as_it_stands:
                payload = as_it_stands[copy.role].to_json()
                self._store.outbox.replace_payload(copy.delivery, payload)
                continue
            self._store.topics.drop_delivery(copy.delivery, now)
            if copy.role == "step":
                self._mailings.drop_copy(copy.delivery)
        return unsent

    def _goes_on(self, mailing: Mailing) -> bool:
        """Queue the next person's; return whether there was anybody, and end it otherwise."""
        while mailing.until > self._clock.now():
            person = self._subscribers.after(
                mailing.branch, mailing.place, mailing.last, is_meeting=mailing.is_meeting
            )
            if person is None:
                break
            messages = self._for(mailing, person)
            mailing = replace(mailing, place=person.id, reached=max(mailing.reached, person.id))
            for role, outgoing in messages:
                self._queue(mailing, person, role, outgoing)
            if messages:
                self._mailings.save(mailing)
                return True
        self._mailings.save(replace(mailing, owed_after=None, is_open=False))
        return False

    def _for(self, mailing: Mailing, person: Subscriber) -> Turn:
        if mailing.kind == "reminder":
            if self._mailings.is_reminded(mailing.about, person.person):
                return ()
            return [("post", read_outgoing(one)) for one in mailing.steps]
        copies = self._mailings.copies(mailing.id, person.id)
        return turn_of(mailing, person, copies, lambda: self._as_it_stands(mailing))

    def _as_it_stands(self, mailing: Mailing) -> Turn:
        number = mailing.announcement
        announcement = None if number is None else self._store.announcements.get(number)
        if announcement is None or announcement.state is not State.POSTED:
            return ()
        return [("post", message_of(announcement))]

    def _queue(self, mailing: Mailing, person: Subscriber, role: str, outgoing: Outgoing) -> None:
        delivery = self._store.outbox.queue(
            lane=SUBSCRIBERS_LANE,
            target=person.person,
            action=outgoing.action,
            payload=outgoing.to_json(),
            priority=Priority.BACKGROUND,
            now=self._clock.now(),
        )
        self._mailings.add_copy(delivery, mailing.id, person.id, role)

    def _stands(self, copy: Copy, delivery: Delivery, result: dict[str, Any]) -> None:
        mailing, mailings = self._mailings.get(copy.mailing), self._mailings
        if copy.role == "step" and "apart" not in result:
            mailings.drop_copy(copy.delivery)
            self._forget_deleted(copy, delivery)
            return
        if copy.role == "step":
            mailings.stands_beside(copy.delivery)
        mailings.sent_copy(copy.delivery, self._clock.now())
        person = self._subscribers.get(copy.subscriber)
        if copy.role != "post" or mailing is None or person is None:
            return
        earlier = [
            one
            for one in mailings.copies(copy.mailing, copy.subscriber)
            if one.delivery < copy.delivery and one.role != "step"
        ]
        if not earlier:
            mailings.sent_one(copy.mailing)
        # A newer post has taken their place.
        for one in earlier:
            self._queue(mailing, person, "step", deletion_of(one))

    def _forget_deleted(self, step: Copy, delivery: Delivery) -> None:
        """Forget the copy that was deleted."""
        outgoing = read_outgoing(delivery.payload)
        if isinstance(outgoing, Delete) and outgoing.earlier.delivery is not None:
            self._mailings.drop_copy(outgoing.earlier.delivery)

    def _refused(self, number: int) -> None:
        now = self._clock.now()
        self._subscribers.refused(number, now)
        person = self._subscribers.get(number)
        if person is None or person.failing_since is None or person.failures < MOST_REFUSALS:
            return
        if now - person.failing_since >= REFUSING_FOR:
            self.places.forget(person)
