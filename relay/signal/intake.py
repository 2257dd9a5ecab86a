"""What an envelope needs before its conversation runs: files fetched and cleaned, and names.

Only people who may post, or who are writing a report, bring files into the store; a stranger's are
deleted unread. The API server keeps its own copy on disk until it is told to delete it, which is
queued at once in every case.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from relay.delivery.errors import DeliveryRefused
from relay.media import (
    PDF,
    Accepted,
    CleanFile,
    Made,
    MediaError,
    Papers,
    Wanted,
    fetched_and_cleaned,
    neutral_name,
    safe_name,
)
from relay.signal.client import SignalClient
from relay.signal.envelope import MISSING, attachments
from relay.signal.errors import ApiUnreachable
from relay.signal.mentions import MentionNames
from relay.signal.outgoing import ForgetAttachment, queue_outgoing
from relay.signal.priority import Priority
from relay.store import Store
from relay.store.files import MOVED, PICTURED
from relay.store.inbox import InboxEntry
from relay.store.outbox import Outbox
from relay.time.clock import Clock

GIVE_UP_AFTER = timedelta(minutes=10)
"""How long a file is tried again that the API server answers for, but cannot read."""

MAX_FILE_BYTES = 25 * 1024 * 1024
"""Larger files are refused: every member's phone would have to load it."""


MOST_FILES = 32
"""Files of one message that are fetched: Signal's apps send no more."""

_MOST_TRIES = 10


class AttachmentPolicy(StrEnum):
    """What is done with the files of somebody."""

    UNREAD = "unread"
    """Deleted."""
    PUBLISHED = "published"
    """Pictures and papers, under a readable name."""
    PHOTOS = "photos"
    """Pictures, under a name that says nothing."""
    CONFIDENTIAL = "confidential"
    """Pictures, pictures of papers and sound, under a name that says nothing."""
    CONFIDENTIAL_WORDS = "confidential words"
    """The same, but of papers the words too: who sent them asked for it."""
    ASKED = "asked"
    """Pictures and papers of whoever asks whether they are real: looked at, and never kept."""


LOOKED_AT = "looked_at"
"""Why there is no file of one that was only looked at."""


_WANTED = {
    AttachmentPolicy.PUBLISHED: Wanted(Accepted.PAPERS_TOO),
    AttachmentPolicy.PHOTOS: Wanted(Accepted.PICTURES),
    AttachmentPolicy.CONFIDENTIAL: Wanted(Accepted.RECORDINGS_TOO, papers=Papers.PICTURES),
    AttachmentPolicy.CONFIDENTIAL_WORDS: Wanted(Accepted.RECORDINGS_TOO, papers=Papers.WORDS),
    AttachmentPolicy.ASKED: Wanted(Accepted.PAPERS_TOO, made=Made.PRINTS),
}
MOST_ASKED = 3
"""Files of one message that are looked at for whoever asks whether they are real."""


class Intake:
    """Fetches attachments into the store.

    Args:
        client: where they are fetched from.
        store: where they go.
        clock: the time.
        welcome: what is done with the files of an envelope.
        looked_at: keeps what a file is known by that is only looked at; in a transaction. Given
            the envelope's number, the attachment's id, and the prints (`relay.media.prints`).
    """

    def __init__(
        self,
        client: SignalClient,
        store: Store,
        clock: Clock,
        welcome: Callable[[InboxEntry], AttachmentPolicy],
        looked_at: Callable[[int, str, str], None],
    ) -> None:
        self._client = client
        self._store = store
        self._clock = clock
        self._welcome = welcome
        self._looked_at = looked_at
        self._mentions = MentionNames(client, clock)

    def is_needed(self, entry: InboxEntry) -> bool:
        """Whether an envelope has files or mentions that are not seen to yet."""
        return self._has_files(entry) or self._mentions.is_needed(entry)

    def _has_files(self, entry: InboxEntry) -> bool:
        wanted = attachments(entry.body)
        return bool(wanted) and len(self._store.files.arrivals(entry.id)) < len(wanted)

    async def fetch(self, entry: InboxEntry) -> None:
        """Fetch and clean every file that is not there yet, and name who is mentioned.

        Raises:
            DeliveryError: the API cannot be reached for now; what was fetched stays.
        """
        known = {arrival.attachment for arrival in self._store.files.arrivals(entry.id)}
        welcome = self._welcome(entry)
        waiting = [
            (described, _unfetched(entry, described["id"], index, welcome))
            for index, described in enumerate(attachments(entry.body))
            if described["id"] not in known
        ]
        # All at once: there may be thousands, and everybody else waits meanwhile.
        with self._store.transaction():
            for described, refused in waiting:
                if refused is not None:
                    self._note(entry, described["id"], refused=refused)
        for described, refused in waiting:
            if refused is None:
                await self._fetch_one(entry, described, welcome)
        if self._mentions.is_needed(entry):
            await self._mentions.spell_out(entry)

    async def _fetch_one(
        self, entry: InboxEntry, described: dict[str, Any], welcome: AttachmentPolicy
    ) -> None:
        attachment = described["id"]
        clean: CleanFile | None = None

        async def fetch() -> bytes:
            raw = await self._client.attachment(attachment, max_bytes=MAX_FILE_BYTES)
            # A file can take so much that the whole relay is ended with it: counted before, so
            # that it cannot do so at every start.
            self._store.inbox.count_try(entry, entry.attempts + 1)
            return raw

        try:
            declared = str(described.get("contentType") or "")
            wanted = replace(_WANTED[welcome], declared=declared)
            clean = await fetched_and_cleaned(fetch, wanted)
            refused = _left_out(clean)
        except MediaError as error:
            refused = error.code
        except DeliveryRefused as error:
            refused = "too_large" if error.code == "too_large" else "not_found"
        except ApiUnreachable as error:
            if error.status is None or self._clock.now() - entry.received_at < GIVE_UP_AFTER:
                raise
            refused = "not_found"
        with self._store.transaction():
            file = None
            if clean is not None and welcome is AttachmentPolicy.ASKED:
                self._looked_at(entry.id, attachment, clean.data.decode())
                refused = LOOKED_AT
            elif clean is not None:
                name = _name(str(described.get("filename") or ""), clean.media_type, welcome)
                file = self._store.files.add(
                    name=name,
                    media_type=clean.media_type,
                    data=clean.data,
                    now=self._clock.now(),
                )
            self._note(entry, attachment, file=file, refused=refused)

    def _note(
        self, entry: InboxEntry, attachment: str, *, refused: str | None, file: int | None = None
    ) -> None:
        """Keep what became of a file, and have the server's copy deleted."""
        # No conversation has tried this message yet, so what was counted was about its files.
        self._store.inbox.count_try(entry, 0)
        self._store.files.arrived(inbox=entry.id, attachment=attachment, file=file, refused=refused)
        if not attachment.startswith(MISSING):
            queue_forgetting(self._store.outbox, attachment, self._clock.now())


def _unfetched(
    entry: InboxEntry, attachment: str, index: int, welcome: AttachmentPolicy
) -> str | None:
    """Why a file is not fetched at all, or None."""
    if welcome is AttachmentPolicy.UNREAD:
        return "stranger"
    if attachment.startswith(MISSING):
        return "not_found"
    if index >= (MOST_ASKED if welcome is AttachmentPolicy.ASKED else MOST_FILES):
        return "too_many"
    return "damaged" if entry.attempts >= _MOST_TRIES else None


def _left_out(clean: CleanFile) -> str | None:
    """What of a file that was taken did not come along."""
    if clean.moved:
        return MOVED
    return PICTURED if clean.pictured else None


def queue_forgetting(outbox: Outbox, attachment: str, now: datetime) -> None:
    """Have the API server delete its own copy of a file."""
    queue_outgoing(
        outbox,
        f"attachment:{attachment}",
        ForgetAttachment(attachment=attachment),
        priority=Priority.BACKGROUND,
        now=now,
    )


def _name(original: str, media_type: str, welcome: AttachmentPolicy) -> str:
    # A paper's name is in the preview, where the admin reads it. A picture's is seen nowhere in
    # Signal, but every member's phone saves it: it may say who took it, and when.
    if welcome is not AttachmentPolicy.PUBLISHED or media_type != PDF:
        return neutral_name(1, media_type)
    return safe_name(original, media_type)
