"""The Signal lane's adapter: a queued delivery becomes one call to signal-cli-rest-api."""

from collections.abc import Callable
from typing import Any

from relay.delivery.errors import DeliveryDelayed, DeliveryRefused
from relay.signal.client import SignalClient
from relay.signal.errors import MOST_FAILED, CallRefused
from relay.signal.outgoing import (
    Challenge,
    Delete,
    Earlier,
    Edit,
    ForgetAttachment,
    Message,
    Outgoing,
    Poll,
    React,
    Receipt,
    Timer,
    Trust,
    read_outgoing,
)
from relay.signal.turnstile import Priority
from relay.signal.types import Attachment, FailureKind, Quote, ReceiptKind, Sent
from relay.store import Store
from relay.store.files import StoredFile
from relay.store.outbox import Delivery

_GROUP = "group."
_GONE = (FailureKind.UNREGISTERED, FailureKind.UNTRUSTED)


def standing_key(group: str) -> str:
    """Return the destination name under which the store keeps where an announcement stands."""
    return f"signal:{group}"


class SignalAdapter:
    """Sends, edits, deletes, reacts, and hands in captchas.

    Args:
        client: the one way to the API server.
        store: files to send, and the timestamps of earlier messages.
        unseal: opens a sealed file by its id; raises KeyError once it is destroyed.
    """

    def __init__(
        self, client: SignalClient, store: Store, unseal: Callable[[int], StoredFile]
    ) -> None:
        self._client = client
        self._store = store
        self._unseal = unseal

    async def deliver(self, delivery: Delivery) -> dict[str, Any]:
        """Carry out one delivery of the lanes `signal` and `signal:challenge`.

        Returns:
            For messages and polls `{"timestamp": ms, "missed": [{"kind": kind}, …]}`, else `{}`.
        """
        priority = Priority(delivery.priority)
        match read_outgoing(delivery.payload):
            case Message() as message:
                sent = await self._client.send(
                    delivery.target,
                    message.text,
                    attachments=self._attachments(message),
                    quote=_quote(message),
                    priority=priority,
                )
                _check(delivery.target, sent)
                return {"timestamp": sent.timestamp, "missed": _missed(sent)}
            case Edit() as edit:
                original = self._timestamp(delivery.target, edit.earlier)
                if original is None:
                    raise DeliveryRefused("the earlier message was never delivered")
                sent = await self._client.send(
                    delivery.target,
                    edit.text,
                    attachments=self._attachments(edit),
                    edit_timestamp=original,
                    priority=priority,
                )
                _check(delivery.target, sent)
                return {"timestamp": original, "missed": _missed(sent)}
            case Poll(question=question, answers=answers):
                timestamp = await self._client.create_poll(
                    delivery.target, question, answers, priority=priority
                )
                return {"timestamp": timestamp, "missed": []}
            case other:
                await self._act(delivery.target, other, priority)
        return {}

    async def _act(self, target: str, outgoing: Outgoing, priority: Priority) -> None:
        """Carry out what has no message of its own."""
        match outgoing:
            case Delete(earlier=earlier):
                original = self._timestamp(target, earlier)
                if original is not None:
                    await self._client.remote_delete(target, original, priority=priority)
            case React(emoji=emoji, author=author, timestamp=timestamp):
                await self._client.react(target, emoji, author, timestamp, priority=priority)
            case Receipt(timestamp=timestamp, receipt=receipt):
                kind = ReceiptKind(receipt)
                await self._client.send_receipt(target, timestamp, kind, priority=priority)
            case ForgetAttachment(attachment=attachment):
                await self._forget(attachment, priority)
            case Timer(seconds=seconds):
                await self._client.set_expiration(target, seconds, priority=priority)
            case Trust():
                await self._client.trust_known_keys(target, priority=priority)
            case Challenge(token=token, captcha=captcha):
                await self._client.submit_challenge(token, captcha, priority=priority)

    def _attachments(self, outgoing: Message | Edit) -> tuple[Attachment, ...]:
        # A file that is gone is gone for good: to try again would only hold up what comes after.
        try:
            stored = [self._store.files.get(file) for file in outgoing.files]
        except KeyError:
            raise DeliveryRefused("a file of it is no longer kept") from None
        try:
            stored += [self._unseal(file) for file in outgoing.sealed]
        except KeyError:
            raise DeliveryRefused("a sealed file was destroyed before it was sent") from None
        return tuple(Attachment(file.data, file.media_type, file.name) for file in stored)

    async def _forget(self, attachment: str, priority: Priority) -> None:
        try:
            await self._client.delete_attachment(attachment, priority=priority)
        except CallRefused as error:
            if error.code != "not_found":
                raise

    def _timestamp(self, target: str, earlier: Earlier) -> int | None:
        """The timestamp of an earlier message, or None if it never went out."""
        if earlier.timestamp is not None:
            return earlier.timestamp
        reference: dict[str, Any] | None = None
        if earlier.delivery is not None:
            reference = self._store.outbox.result(earlier.delivery)
        elif earlier.announcement is not None:
            standing = self._store.announcements.standing(earlier.announcement)
            reference = standing.get(standing_key(target))
        return None if reference is None else int(reference["timestamp"])


def _check(target: str, sent: Sent) -> None:
    """Raise what is wrong where the one person whom a message was for did not get it."""
    if target.startswith(_GROUP) or not sent.failures:
        return
    kind = sent.failures[0].kind
    if kind in _GONE:
        raise DeliveryRefused(f"the recipient is {kind.value}", code=kind.value)
    raise DeliveryDelayed(
        f"Signal did not reach the recipient: {kind.value}", most_attempts=MOST_FAILED
    )


def _missed(sent: Sent) -> list[dict[str, str]]:
    # Who they are is not kept: a receipt says how many.
    return [{"kind": f.kind.value} for f in sent.failures]


def _quote(message: Message) -> Quote | None:
    if message.quote_author is None or message.quote_timestamp is None:
        return None
    return Quote(message.quote_author, message.quote_timestamp, message.quote_text or "")
