"""Messages: sending, correcting, deleting, reacting, receipts, typing."""

import base64
from collections.abc import Sequence
from typing import Any

from relay.formatting import StyledText, StyleRange
from relay.signal.answers import read_sent, read_timestamp
from relay.signal.priority import Priority
from relay.signal.resource import ApiResource
from relay.signal.styled import with_marks
from relay.signal.types import Attachment, Mention, Quote, ReceiptKind, Sent

# What would end the file name, or leave the folder, in the server's reading of a data URI.
_NAME_BREAKERS = str.maketrans(dict.fromkeys(';,/\\"\r\n\0', "_"))


class Messages(ApiResource):
    """A `recipient` is an account id, a number, a username, or a group's id in the form `group.…`.

    All methods raise a `SignalApiError`.
    """

    async def send(
        self,
        recipient: str,
        text: str,
        *,
        attachments: Sequence[Attachment] = (),
        quote: Quote | None = None,
        mentions: Sequence[Mention] = (),
        edit_timestamp: int | None = None,
        styles: Sequence[StyleRange] = (),
        priority: Priority = Priority.REPLY,
    ) -> Sent:
        """Send a message, or (with `edit_timestamp`) replace the text of one sent before.

        Look at `failures` of what is returned: some people may not have been reached.

        Raises:
            AnswerLost: it may have been sent. Sending again may show it twice.
            CaptchaNeeded: with the tokens that `submit_challenge` wants.
        """
        marked = with_marks(StyledText(text, tuple(styles))) if styles else None
        body: dict[str, Any] = {
            "number": self._number,
            "recipients": [recipient],
            "message": text if marked is None else marked,
            # Said in the open, so that a server-wide default cannot turn *stars* into bold.
            "text_mode": "normal" if marked is None else "styled",
            "base64_attachments": [_data_uri(a) for a in attachments] or None,
            "mentions": [
                {"start": m.start, "length": m.length, "author": m.author} for m in mentions
            ]
            or None,
            "edit_timestamp": edit_timestamp,
        }
        if quote is not None:
            body["quote_timestamp"] = quote.timestamp
            body["quote_author"] = quote.author
            body["quote_message"] = quote.text
        return read_sent(await self._deliver("POST", "v2", "send", body=body, priority=priority))

    async def remote_delete(
        self, recipient: str, timestamp: int, *, priority: Priority = Priority.URGENT
    ) -> int:
        """Delete a message of ours on everybody's phone. Returns the timestamp of the deletion."""
        body = {"recipient": recipient, "timestamp": timestamp}
        path = ("v1", "remote-delete", self._number)
        return read_timestamp(await self._deliver("DELETE", *path, body=body, priority=priority))

    async def react(
        self,
        recipient: str,
        emoji: str,
        target_author: str,
        target_timestamp: int,
        *,
        priority: Priority = Priority.REPLY,
    ) -> None:
        """Put `emoji` on a message. `recipient` is the chat it stands in."""
        body = {
            "recipient": recipient,
            "reaction": emoji,
            "target_author": target_author,
            "timestamp": target_timestamp,
        }
        path = ("v1", "reactions", self._number)
        await self._deliver("POST", *path, body=body, priority=priority)

    async def send_receipt(
        self,
        recipient: str,
        timestamp: int,
        kind: ReceiptKind = ReceiptKind.READ,
        *,
        priority: Priority = Priority.BACKGROUND,
    ) -> None:
        """Tell `recipient` that their message of `timestamp` was read or viewed."""
        body = {"recipient": recipient, "receipt_type": str(kind), "timestamp": timestamp}
        await self._tell("POST", "v1", "receipts", self._number, body=body, priority=priority)


def _data_uri(attachment: Attachment) -> str:
    name = attachment.name.translate(_NAME_BREAKERS)
    media_type = attachment.media_type.translate(_NAME_BREAKERS.copy() | {ord("/"): "/"})
    data = base64.b64encode(attachment.data).decode("ascii")
    return f"data:{media_type};filename={name};base64,{data}"
