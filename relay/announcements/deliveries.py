"""Opens an operation on an announcement, queues what it sends, and records who asked for it."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from relay.destinations import kind_of
from relay.destinations.adapter import Count, Follow, Publish, Retract, Revise, keys_of
from relay.signal.outgoing import Message, Outgoing, queue_outgoing
from relay.signal.priority import Priority
from relay.store import Store
from relay.store.announcements import Announcement
from relay.store.operations import Kind
from relay.time.clock import Clock

DIRECT = "direct"
"""Stands for all direct messages together, among the places where an announcement stands."""


def message_of(announcement: Announcement) -> Message:
    """Return an announcement as groups, and those who read it directly, get it."""
    return Message(text=announcement.text, styles=announcement.styles, files=announcement.file_ids)


class DirectReaders(Protocol):
    """Those who read announcements by direct message; all joins the caller's transaction."""

    def readers(self, branch: str, announcement: int) -> int:
        """Return how many people of a branch would get an announcement so."""

    def stands(self, announcement: int) -> bool:
        """Whether anybody has an announcement so, or is about to."""

    def lets_delete(self, announcement: int) -> bool:
        """Whether anything of it is young enough to be deleted there, or yet to be sent."""

    def follow(self, announcement: Announcement, outgoing: Sequence[Outgoing]) -> None:
        """Send them what goes to each group.

        Args:
            announcement: as it was before.
            outgoing: messages, edits and deletions, in order.
        """


class Deliveries:
    """Queues deliveries of announcements, inside the caller's transaction.

    Args:
        store: where they go.
        clock: the time.
        direct: who reads them by direct message.
    """

    def __init__(self, store: Store, clock: Clock, direct: DirectReaders) -> None:
        self._store = store
        self._clock = clock
        self._direct = direct

    def open(self, announcement: Announcement, kind: Kind, asked_by: str) -> int:
        """Begin what is asked for, and return its id; `asked_by` gets the receipt."""
        return self._store.operations.open(
            announcement=announcement.id, kind=kind, asked_by=asked_by, now=self._clock.now()
        )

    def to_members(
        self,
        operation: int,
        announcement: Announcement,
        groups: Iterable[str],
        *outgoing: Outgoing,
    ) -> None:
        """Queue something to groups, by their ids, and let those follow who read directly."""
        for group in groups:
            for one in outgoing:
                queue_outgoing(
                    self._store.outbox,
                    group,
                    one,
                    priority=Priority.ANNOUNCEMENT,
                    now=self._clock.now(),
                    operation=operation,
                )
        self._direct.follow(announcement, outgoing)

    def to_public(
        self, operation: int, lane: str, payload: Publish | Follow | Revise | Retract
    ) -> None:
        """Queue something to the public destination of a lane."""
        # Order matters within one announcement only: one that is not taken holds up no other.
        announcements = self._store.announcements
        announcements.plan_posts(payload.announcement, lane, keys_of(payload))
        self._store.outbox.queue(
            lane=lane,
            target=f"announcement:{payload.announcement}",
            action=payload.kind,
            payload=payload.model_dump(mode="json", exclude_none=True),
            priority=Priority.ANNOUNCEMENT,
            now=self._clock.now(),
            operation=operation,
        )

    def count(self, announcement: Announcement, lanes: Sequence[str], asked_by: str) -> list[str]:
        """Queue the question what people did with an announcement.

        Args:
            announcement: which.
            lanes: of the public places where it stands.
            asked_by: the account id of who gets the answers (`Notifier.counted`).

        Returns:
            The lanes of the places that are asked: those that tell.
        """
        kinds = {lane: kind_of(lane) for lane in lanes}
        asked = [lane for lane, kind in kinds.items() if kind is not None and kind.counts]
        payload = Count(announcement=announcement.id)
        for lane in asked:
            self._store.outbox.queue(
                lane=lane,
                target=f"count:{announcement.id}",
                action=payload.kind,
                payload=payload.model_dump(mode="json"),
                priority=Priority.BACKGROUND,
                now=self._clock.now(),
                asked_by=asked_by,
            )
        return asked

    def audit(self, actor: str, action: str, announcement: Announcement, **detail: int) -> None:
        """Record who did what to it, with counts."""
        self._store.audit.record(
            actor=actor,
            action=action,
            subject=f"announcement {announcement.id}",
            now=self._clock.now(),
            **detail,
        )
