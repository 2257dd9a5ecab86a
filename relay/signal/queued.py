"""What a signalbot context can do, as deliveries queued in the outbox.

The signatures are signalbot's own. A message has no timestamp before Signal has taken it, so what
is returned names the delivery instead; `edit`, `remote_delete` and `react` take that.
"""

from signalbot import DataMessage, ReceiptType, SendMessage, SentMessage

from relay.formatting import StyleRange
from relay.signal.outgoing import Delete, Earlier, Edit, Message, Outgoing, React, queue_outgoing
from relay.signal.outgoing import Receipt as ReadReceipt
from relay.signal.priority import Priority
from relay.store.outbox import Outbox
from relay.time.clock import Clock


class RelayMessage(SendMessage):
    """A `SendMessage` that can bring stored files along, and say which words are bold.

    `files` are ids of `relay.store.files`; what a stranger sent only leaves the store cleaned.
    """

    files: tuple[int, ...] = ()
    styles: tuple[StyleRange, ...] = ()


class QueuedMessage(SentMessage):
    """A message that waits in the outbox: `delivery` is its id there, `timestamp` is 0."""

    delivery: int


class _Queued:
    def __init__(self, outbox: Outbox, clock: Clock) -> None:
        self._outbox = outbox
        self._clock = clock

    def _queue(
        self, recipient: str, outgoing: Outgoing, priority: Priority = Priority.REPLY
    ) -> int:
        return queue_outgoing(
            self._outbox, recipient, outgoing, priority=priority, now=self._clock.now()
        )


class QueuedMessages(_Queued):
    """`bot.messages`: send, edit and delete, later."""

    async def send(self, message: SendMessage, recipient: str) -> QueuedMessage:
        """Queue a message to an account id or a group.

        Raises:
            ValueError: it carries what only the API's own paths could (stickers, base64 files).
        """
        if message.base64_attachments or message.attachments or message.sticker:
            raise ValueError("files go through the store: use RelayMessage.files")
        delivery = self._queue(
            recipient,
            Message(
                text=message.text or "",
                styles=message.styles if isinstance(message, RelayMessage) else (),
                files=_files(message),
                quote_author=message.quote_author,
                quote_timestamp=message.quote_timestamp,
                quote_text=message.quote_text,
            ),
        )
        return QueuedMessage.model_construct(
            text=message.text, recipient=recipient, timestamp=0, delivery=delivery
        )

    async def edit(self, new_message: SendMessage, original_message: SentMessage) -> QueuedMessage:
        """Queue new text for a message of ours."""
        delivery = self._queue(
            original_message.recipient,
            Edit(
                text=new_message.text or "",
                files=_files(new_message),
                earlier=_earlier(original_message),
            ),
        )
        return QueuedMessage.model_construct(
            text=new_message.text,
            recipient=original_message.recipient,
            timestamp=original_message.timestamp,
            delivery=delivery,
        )

    async def remote_delete(self, sent_message: SentMessage) -> int:
        """Queue the deletion of a message of ours; returns the delivery's id."""
        return self._queue(sent_message.recipient, Delete(earlier=_earlier(sent_message)))

    async def start_typing(self, recipient: str) -> None:
        """Nothing: by the time it left the outbox, the answer would be there."""

    async def stop_typing(self, recipient: str) -> None:
        """Nothing, as `start_typing`."""


class QueuedReactions(_Queued):
    """`bot.reactions`."""

    async def react(self, message: SentMessage | DataMessage, emoji: str) -> None:
        """Queue an emoji on somebody's direct message.

        Raises:
            ValueError: it is not a direct message from somebody else.
        """
        if isinstance(message, SentMessage) or message.source_uuid is None or message.is_group():
            raise ValueError("the bot reacts to direct messages from people")
        self._queue(
            message.source_uuid,
            React(emoji=emoji, author=message.source_uuid, timestamp=message.timestamp),
        )


class QueuedReceipts(_Queued):
    """`bot.receipts`."""

    async def send(self, message: DataMessage, receipt_type: ReceiptType) -> None:
        """Queue a receipt for a direct message."""
        if message.source_uuid is not None and not message.is_group():
            kind = "viewed" if receipt_type.value == "viewed" else "read"
            self._queue(
                message.source_uuid,
                ReadReceipt(timestamp=message.timestamp, receipt=kind),
                Priority.BACKGROUND,
            )


def _files(message: SendMessage) -> tuple[int, ...]:
    return message.files if isinstance(message, RelayMessage) else ()


def _earlier(message: SentMessage) -> Earlier:
    if isinstance(message, QueuedMessage) and not message.timestamp:
        return Earlier(delivery=message.delivery)
    return Earlier(timestamp=message.timestamp)
