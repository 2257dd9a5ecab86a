"""Copies: who has a new phone gets what missed them in a group as a direct message.

signal-cli cannot send a message to one member of a group again. So whom one did not reach is noted
in the transaction that records it, and once their key is trusted they get what still helps them,
as it then stands and once: a post with the notice of what changed, a reminder in words of that
moment, of a question what was asked. Afterwards the copy of a post is changed and deleted with it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Protocol

import structlog

from relay.delivery.observers import QuietObserver
from relay.language.words import Words
from relay.signal.client import SignalClient
from relay.signal.outgoing import (
    SIGNAL_LANE,
    Delete,
    Earlier,
    Edit,
    Message,
    Outgoing,
    queue_outgoing,
)
from relay.signal.priority import Priority
from relay.signal.types import Identity
from relay.signal.unreached import untrusted_members, untrusted_people
from relay.store import Store
from relay.store.announcements import Announcement, State
from relay.store.missed_messages import MissedMessage, post_of
from relay.store.operations import Operation
from relay.store.outbox import Delivery
from relay.time.clock import Clock

NEWS_FOR = timedelta(hours=24)
"""How long a message is worth sending again; and for how long a copy is changed with its post,
since Signal edits and deletes nothing that is older (`relay.signal.references`)."""

COUNTED_FOR = timedelta(days=30)
"""How long it is remembered that a key was trusted, and when; never whose."""

log = structlog.get_logger(__name__)


class Retells(Protocol):
    """Says again what is no announcement: `relay.meetings.retelling.MeetingRetelling`."""

    def is_told(self, topic: str) -> bool:
        """Whether what has this topic is for everybody in a group to read."""

    def retell(self, topic: str) -> str | None:
        """Return what somebody reads whom it missed; None where it helps nobody any more."""

    def keeps_own_topic(self, topic: str) -> bool:
        """Whether a copy is withdrawn, and whom it went to forgotten, together with it."""

    def is_over(self, announcement: int) -> bool:
        """Whether an announcement is about what is over."""


class DirectCopies(QuietObserver):
    """Sends copies, and hears as an observer of the lanes what becomes of what they copy.

    Args:
        client: knows who is in a group.
        store: what is noted, and the outbox.
        clock: the time.
        words: what a copy says of itself.
        meetings: says again what groups are told of meetings.
        spares: whether nothing is to come to somebody that they have not asked for.
    """

    def __init__(
        self,
        client: SignalClient,
        store: Store,
        clock: Clock,
        words: Words,
        meetings: Retells,
        spares: Callable[[str], bool],
    ) -> None:
        self._client = client
        self._store = store
        self._clock = clock
        self._words = words
        self._meetings = meetings
        self._spares = spares
        self._unreached: dict[int, Sequence[str] | None] = {}

    def follows(self, delivery: Delivery) -> bool:
        """Whether a message to a group is one that everybody there is to read."""
        return self._about(delivery) is not None

    def unreached(self, delivery: Delivery, people: Sequence[str] | None) -> None:
        """Remember whom a message did not reach until its delivery is recorded, a moment later.

        Args:
            delivery: one that `follows`.
            people: account ids; None where the API could not tell.
        """
        self._unreached[delivery.id] = people

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """Note whom a message missed; change or delete the copies of a post that was."""
        people = self._unreached.pop(delivery.id, ())
        if delivery.lane != SIGNAL_LANE or (about := self._about(delivery)) is None:
            return
        told = None
        if delivery.operation is not None:
            operation = self._store.operations.get(delivery.operation)
            self._follow(operation.announcement, delivery, result)
            told = self._told(operation, delivery, result)
        for person in (None,) if people is None else people:
            self._store.missed_messages.note(
                MissedMessage(about, delivery.target, person, self._clock.now(), told)
            )

    def failed(self, delivery: Delivery, reason: str) -> None:
        """Nothing: what never reached the group is not copied."""
        self._unreached.pop(delivery.id, None)

    async def look(self, identities: Sequence[Identity]) -> None:
        """Find out who it was where that could not be told at once; before any key is trusted.

        Raises:
            DeliveryError: the API cannot tell for now, and no key must be trusted before.
        """
        for missed in self._store.missed_messages.all():
            if missed.person is not None:
                continue
            people = await untrusted_members(self._client, missed.group, identities)
            with self._store.transaction():
                self._store.missed_messages.settle(missed)
                for person in people:
                    self._store.missed_messages.note(replace(missed, person=person))

    def send(self, identities: Sequence[Identity], trusted: Sequence[str]) -> None:
        """Queue what people missed who can be reached again.

        Args:
            identities: the keys, as they were.
            trusted: the account ids of those whose key was trusted since.
        """
        waiting = {one.account_id for one in untrusted_people(identities)} - set(trusted)
        ready = [
            missed
            for missed in self._store.missed_messages.all()
            if missed.person is not None and missed.person not in waiting
        ]
        if not ready:
            return
        with self._store.transaction():
            self._store.missed_messages.forget_before(self._clock.now() - NEWS_FOR)
            for missed in self._store.missed_messages.all():
                if missed in ready:
                    self._send(missed)
        log.info("missed_messages_copied", count=len(ready))

    def tidy(self) -> None:
        """Forget what is old; joins a transaction. Called every hour."""
        now = self._clock.now()
        self._store.missed_messages.forget_before(now - NEWS_FOR)
        self._store.missed_messages.forget_trusted_before(now - COUNTED_FOR)
        if self._store.missed_messages.forget_copies_before(now - NEWS_FOR):
            self._store.shredder.shred(now)

    def _about(self, delivery: Delivery) -> str | None:
        """What it is noted under whom a delivery misses; None for what is no message to all."""
        if delivery.operation is not None:
            return post_of(self._store.operations.get(delivery.operation).announcement)
        topic = self._store.topics.of(delivery.id)
        return topic if topic is not None and self._meetings.is_told(topic) else None

    def _told(self, operation: Operation, delivery: Delivery, result: dict[str, Any]) -> str | None:
        """What is told of an announcement that is more than its text as it stands."""
        payload = delivery.payload
        match delivery.action:
            case "renew":
                return str(payload["text"])
            case "send" if operation.kind == "edit":
                # Read alone, it would be about a post that is not on this phone.
                announcement = self._store.announcements.get(operation.announcement)
                text = "" if announcement is None else announcement.text
                return f"{payload['text']}\n\n{text}".strip()
            case "edit" if "apart" in result:
                return str(payload["instead"])
        return None

    def _send(self, missed: MissedMessage) -> None:
        person, copy = missed.person, self._copy_of(missed)
        if person is None or copy is None or self._is_left_out(person, missed):
            self._store.missed_messages.settle(missed)
            return
        delivery = self._queue(person, copy)
        if missed.announcement is None and self._meetings.keeps_own_topic(missed.about):
            self._store.topics.assign(delivery, missed.about)
            self._store.missed_messages.settle(missed)
        else:
            self._store.missed_messages.copied(delivery, missed)

    def _is_left_out(self, person: str, missed: MissedMessage) -> bool:
        return self._spares(person) or self._store.missed_messages.is_copied(missed)

    def _copy_of(self, missed: MissedMessage) -> Message | None:
        """What somebody gets, or None where it is outdated."""
        if missed.announcement is None:
            again = self._meetings.retell(missed.about)
            return None if again is None else Message(text=self._said(again, missed.group))
        announcement = self._store.announcements.get(missed.announcement)
        if announcement is None or announcement.state is not State.POSTED:
            return None
        if self._meetings.is_over(announcement.id):
            return None
        text = self._said(missed.told or announcement.text, missed.group)
        return Message(
            text=text,
            styles=announcement.styled.within(text).styles,
            files=announcement.file_ids,
        )

    def _follow(self, number: int, post: Delivery, result: dict[str, Any]) -> None:
        match post.action:
            case "edit" if "versions" in result or "replaces" in result:
                self._change(number, post.target)
            case "renew" | "delete":
                take_back(self._store, post_of(number), post.target, self._clock.now())

    def _change(self, number: int, group: str) -> None:
        announcement = self._store.announcements.get(number)
        if announcement is None or announcement.state is not State.POSTED:
            return
        for delivery, person in self._store.missed_messages.copies(post_of(number), group):
            self._queue(person, self._edit_of(announcement, group, delivery))

    def _edit_of(self, announcement: Announcement, group: str, delivery: int) -> Edit:
        text = self._said(announcement.text, group)
        return Edit(
            text=text,
            styles=announcement.styled.within(text).styles,
            files=announcement.file_ids,
            earlier=Earlier(delivery=delivery),
        )

    def _said(self, text: str, group: str) -> str:
        known = self._store.groups.get(group)
        why = self._words.say("post-copy", group="none" if known is None else known.name)
        return f"{why}\n\n{text}"

    def _queue(self, person: str, outgoing: Outgoing) -> int:
        return _queue(self._store, person, outgoing, self._clock.now())


def take_back(store: Store, about: str, group: str, now: datetime) -> None:
    """Delete the copies of what was sent to a group; joins a transaction.

    Args:
        store: where they are.
        about: as in `MissedMessage`.
        group: where it was sent.
        now: the time.
    """
    copies = store.missed_messages.copies(about, group)
    # One that is being sent at this moment is deleted too; of one that was not, nothing is.
    for delivery, person in copies:
        _queue(store, person, Delete(earlier=Earlier(delivery=delivery)), now)
    store.missed_messages.drop_copies([one for one, _ in copies], now)


def _queue(store: Store, person: str, outgoing: Outgoing, now: datetime) -> int:
    return queue_outgoing(store.outbox, person, outgoing, priority=Priority.BACKGROUND, now=now)
