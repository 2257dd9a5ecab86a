"""Copies: who has a new phone gets the post that missed them as a direct message.

signal-cli cannot send a message to one member of a group again. So whom a post did not reach is
noted in the transaction that records the post, and once their key is trusted they get it as it then
stands. Afterwards a copy is changed and deleted with the post of its group.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import structlog

from relay.clock import Clock
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
from relay.signal.turnstile import Priority
from relay.signal.types import Identity
from relay.signal.unreached import untrusted_members, untrusted_people
from relay.store import Store
from relay.store.announcements import Announcement, State
from relay.store.blockages import Blockage
from relay.store.missed_posts import MissedPost
from relay.store.outbox import Delivery
from relay.words import Words

NEWS_FOR = timedelta(hours=24)
"""How long a post is worth sending again; and for how long a copy is changed with its post, since
Signal edits and deletes nothing that is older (`relay.signal.standing`)."""

COUNTED_FOR = timedelta(days=30)
"""How long it is remembered that a key was trusted, and when; never whose."""

log = structlog.get_logger(__name__)


class DirectCopies:
    """Sends copies, and hears as an observer of the lanes what becomes of their posts.

    Args:
        client: knows who is in a group.
        store: what is noted, and the outbox.
        clock: the time.
        words: what a copy says of itself.
    """

    def __init__(self, client: SignalClient, store: Store, clock: Clock, words: Words) -> None:
        self._client = client
        self._store = store
        self._clock = clock
        self._words = words
        self._unreached: dict[int, Sequence[str] | None] = {}

    def unreached(self, delivery: Delivery, people: Sequence[str] | None) -> None:
        """Remember whom a post did not reach until its delivery is recorded, a moment later.

        Args:
            delivery: the post, as part of what an admin asked for.
            people: account ids; None where the API could not tell.
        """
        self._unreached[delivery.id] = people

    def delivered(self, delivery: Delivery, result: dict[str, Any]) -> None:
        """Note whom a post missed; change or delete the copies of one that was."""
        people = self._unreached.pop(delivery.id, ())
        if delivery.operation is None or delivery.lane != SIGNAL_LANE:
            return
        number = self._store.operations.get(delivery.operation).announcement
        self._follow(number, delivery, result)
        for person in (None,) if people is None else people:
            self._store.missed_posts.note(number, delivery.target, person, self._clock.now())

    def failed(self, delivery: Delivery, reason: str) -> None:
        """Nothing: what never reached the group is not copied."""
        self._unreached.pop(delivery.id, None)

    def blocked(self, blockage: Blockage) -> None:
        """Nothing: it is for those who run the relay."""

    def freed(self, blockage: Blockage) -> None:
        """Nothing, as `blocked`."""

    async def look(self, identities: Sequence[Identity]) -> None:
        """Find out who it was where that could not be told at once; before any key is trusted.

        Raises:
            DeliveryError: the API cannot tell for now, and no key must be trusted before.
        """
        for missed in self._store.missed_posts.all():
            if missed.person is not None:
                continue
            people = await untrusted_members(self._client, missed.group, identities)
            with self._store.transaction():
                self._store.missed_posts.settle(missed)
                for person in people:
                    self._store.missed_posts.note(
                        missed.announcement, missed.group, person, self._clock.now()
                    )

    def send(self, identities: Sequence[Identity], trusted: Sequence[str]) -> None:
        """Queue what people missed who can be reached again.

        Args:
            identities: the keys, as they were.
            trusted: the account ids of those whose key was trusted since.
        """
        waiting = {one.account_id for one in untrusted_people(identities)} - set(trusted)
        ready = [
            missed
            for missed in self._store.missed_posts.all()
            if missed.person is not None and missed.person not in waiting
        ]
        if not ready:
            return
        with self._store.transaction():
            self._store.missed_posts.forget_before(self._clock.now() - NEWS_FOR)
            for missed in self._store.missed_posts.all():
                if missed in ready:
                    self._send(missed)
        log.info("posts_copied", count=len(ready))

    def tidy(self) -> None:
        """Forget what is old; joins a transaction. Called every hour."""
        now = self._clock.now()
        self._store.missed_posts.forget_before(now - NEWS_FOR)
        self._store.missed_posts.forget_trusted_before(now - COUNTED_FOR)
        if self._store.missed_posts.forget_copies_before(now - NEWS_FOR):
            self._store.shredder.shred(now)

    def _send(self, missed: MissedPost) -> None:
        announcement = self._store.announcements.get(missed.announcement)
        if missed.person is None or announcement is None or announcement.state is not State.POSTED:
            self._store.missed_posts.settle(missed)
            return
        files = tuple(file.file for file in announcement.files)
        copy = Message(text=self._text(announcement, missed.group), files=files)
        self._store.missed_posts.copied(self._queue(missed.person, copy), missed)

    def _follow(self, number: int, post: Delivery, result: dict[str, Any]) -> None:
        match post.action:
            case "edit" if "versions" in result or "replaces" in result:
                self._change(number, post.target)
            case "renew" | "delete":
                self._delete(number, post.target)

    def _change(self, number: int, group: str) -> None:
        announcement = self._store.announcements.get(number)
        if announcement is None or announcement.state is not State.POSTED:
            return
        files = tuple(file.file for file in announcement.files)
        for delivery, person in self._store.missed_posts.copies(number, group):
            text, earlier = self._text(announcement, group), Earlier(delivery=delivery)
            self._queue(person, Edit(text=text, files=files, earlier=earlier))

    def _delete(self, number: int, group: str) -> None:
        copies = self._store.missed_posts.copies(number, group)
        # One that is being sent at this moment is deleted too; of one that was not, nothing is.
        for delivery, person in copies:
            self._queue(person, Delete(earlier=Earlier(delivery=delivery)))
        self._store.missed_posts.drop_copies([one for one, _ in copies], self._clock.now())

    def _text(self, announcement: Announcement, group: str) -> str:
        known = self._store.groups.get(group)
        why = self._words.say("post-copy", group="none" if known is None else known.name)
        return f"{why}\n\n{announcement.text}"

    def _queue(self, person: str, outgoing: Outgoing) -> int:
        return queue_outgoing(
            self._store.outbox,
            person,
            outgoing,
            priority=Priority.BACKGROUND,
            now=self._clock.now(),
        )
