"""The Signal lane's adapter: a queued delivery becomes one call to signal-cli-rest-api."""

from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import structlog

from relay.delivery.errors import DeliveryDelayed, DeliveryError, DeliveryRefused
from relay.signal.client import SignalClient
from relay.signal.direct_actions import DirectActions
from relay.signal.editing import GROUP_PREFIX, Editing, reference_key
from relay.signal.errors import MOST_FAILED, CallRefused
from relay.signal.outgoing import (
    Ban,
    Challenge,
    ChangeGroup,
    ChangeMembers,
    Delete,
    DeleteTheirs,
    Edit,
    EndPoll,
    ForgetAttachment,
    LeaveGroup,
    MakeGroup,
    Message,
    Outgoing,
    Pin,
    Poll,
    React,
    Receipt,
    Refresh,
    Renewal,
    ResetLink,
    Tidy,
    Timer,
    Trust,
    Unban,
    Unpin,
    read_outgoing,
)
from relay.signal.pinning import Pinning
from relay.signal.priority import Priority
from relay.signal.types import Attachment, FailureKind, Quote, ReceiptKind, Sent
from relay.signal.unreached import unreached
from relay.store import Store
from relay.store.files import StoredFile
from relay.store.outbox import Delivery

__all__ = ["MOST_UNTRUSTED", "SignalAdapter", "reference_key"]

MOST_UNTRUSTED = 8
"""How often something is tried for whom a new key is not trusted yet: about four minutes."""

log = structlog.get_logger(__name__)


class SignalAdapter:
    """Sends, edits, deletes, reacts, and hands in captchas.

    Args:
        client: the one way to the API server.
        store: files to send, and the timestamps of earlier messages.
        unseal: opens a sealed file by its id; raises KeyError once it is destroyed.
        on_untrusted: called where somebody has a new key that is not trusted yet.
        is_for_all: whether a message to a group is for everybody there to read, and it is therefore
            to be found out whom it did not reach for that reason.
        on_unreached: called with the account ids of those people, or with None where the API could
            not tell.
        on_changed_group: called where signal-cli itself has changed or fetched a group.
    """

    def __init__(
        self,
        client: SignalClient,
        store: Store,
        unseal: Callable[[int], StoredFile],
        on_untrusted: Callable[[], None] = lambda: None,
        is_for_all: Callable[[Delivery], bool] = lambda _: False,
        on_unreached: Callable[[Delivery, Sequence[str] | None], None] = lambda *_: None,
        on_changed_group: Callable[[], None] = lambda: None,
    ) -> None:
        self._client = client
        self._store = store
        self._unseal = unseal
        self._editing = Editing(client, store, self._attachments)
        self._pinning = Pinning(client, store)
        self._direct = DirectActions(client.direct)
        self._on_untrusted = on_untrusted
        self._is_for_all = is_for_all
        self._on_unreached = on_unreached
        self._on_changed_group = on_changed_group

    async def deliver(self, delivery: Delivery) -> dict[str, Any]:
        """Carry out one delivery of the lanes `signal` and `signal:challenge`.

        Returns:
            For messages, polls and deletions of what others wrote
            `{"timestamp": ms, "missed": [{"kind": kind}, …]}`, with how many of these get a copy as
            `copied`; for edits and deletions of ours also what `Editing` says of them; else `{}`.

        Raises:
            DeliveryError: one of its kinds. A new key that is not trusted yet is a delay: it will
                be as soon as it is noted whose rights wait (`relay.signal.new_phones`).
        """
        try:
            return await self._deliver(delivery)
        except CallRefused as error:
            if error.code != FailureKind.UNTRUSTED.value:
                raise
            self._on_untrusted()
            raise DeliveryDelayed(error.reason, most_attempts=MOST_UNTRUSTED) from error

    async def _deliver(self, delivery: Delivery) -> dict[str, Any]:
        priority = Priority(delivery.priority)
        match read_outgoing(delivery.payload):
            case Message() | Renewal() as message:
                sent = await self._client.send(
                    delivery.target,
                    message.text,
                    styles=() if isinstance(message, Renewal) else message.styles,
                    attachments=self._attachments(message),
                    quote=_quote(message),
                    priority=priority,
                )
                return await self._result(delivery, sent)
            case Edit() as edit:
                answer, how = await self._editing.edit(delivery, edit)
                return how if answer is None else {**await self._result(delivery, answer), **how}
            case Delete() as delete:
                return await self._editing.delete(delivery, delete)
            case Pin() | Unpin() as pin:
                await self._pinning.carry_out(delivery, pin)
            case Tidy() as tidy:
                return await self._editing.tidy(delivery, tidy)
            case Poll(question=question, answers=answers):
                timestamp = await self._client.create_poll(
                    delivery.target, question, answers, priority=priority
                )
                # Of a poll the API says nothing but this.
                return await self._result(delivery, Sent(timestamp, names_failures=False))
            case MakeGroup() as group:
                return {"group": await self._make_group(group, priority)}
            case EndPoll() as end:
                return await self._editing.end_poll(delivery, end)
            case DeleteTheirs() | Ban() | Unban() | ResetLink() | Refresh() as action:
                told = await self._direct.carry_out(delivery.target, action, priority)
                self._on_changed_group()
                return told
            case other:
                await self._act(delivery.target, other, priority)
        return {}

    async def _act(self, target: str, outgoing: Outgoing, priority: Priority) -> None:
        """Carry out what has no message of its own."""
        match outgoing:
            case React(emoji=emoji, author=author, timestamp=timestamp):
                await self._client.react(target, emoji, author, timestamp, priority=priority)
            case Receipt(timestamp=timestamp, receipt=receipt):
                kind = ReceiptKind(receipt)
                await self._client.send_receipt(target, timestamp, kind, priority=priority)
            case ForgetAttachment(attachment=attachment):
                await self._forget(attachment, priority)
            case Timer(seconds=seconds):
                await self._client.set_expiration(target, seconds, priority=priority)
            case ChangeGroup() as change:
                await self._change_group(target, change, priority)
            case ChangeMembers() as change:
                await self._change_members(target, change, priority)
            case LeaveGroup():
                await self._client.quit_group(target, priority=priority)
            case Trust():
                await self._client.trust_known_keys(target, priority=priority)
            case Challenge(token=token, captcha=captcha):
                await self._client.submit_challenge(token, captcha, priority=priority)

    def _attachments(self, outgoing: Message | Renewal | Edit) -> tuple[Attachment, ...]:
        # A file that is gone is gone for good: to try again would only hold up what comes after.
        try:
            stored = [self._store.files.get(file) for file in outgoing.files]
        except KeyError:
            raise DeliveryRefused("a file of it is no longer kept") from None
        try:
            sealed = () if isinstance(outgoing, Renewal) else outgoing.sealed
            stored += [self._unseal(file) for file in sealed]
        except KeyError:
            raise DeliveryRefused("a sealed file was destroyed before it was sent") from None
        return tuple(Attachment(file.data, file.media_type, file.name) for file in stored)

    async def _change_group(self, group: str, change: ChangeGroup, priority: Priority) -> None:
        await self._client.update_group(
            group,
            name=change.name,
            description=change.description,
            permissions=change.permissions,
            link=change.link,
            expiration_seconds=change.timer,
            priority=priority,
        )

    async def _make_group(self, wanted: MakeGroup, priority: Priority) -> str:
        """Make a group, unless an attempt whose answer was lost has made it already."""
        for group in await self._client.groups(priority=priority):
            alone = group.member and group.admin and len(group.members) == 1
            if alone and (group.name, group.description) == (wanted.name, wanted.description):
                return group.id
        return await self._client.create_group(
            wanted.name,
            description=wanted.description,
            permissions=wanted.permissions,
            link=wanted.link,
            priority=priority,
        )

    async def _change_members(self, group: str, change: ChangeMembers, priority: Priority) -> None:
        """Out before in: whoever takes somebody's place finds it free."""
        if change.remove:
            await self._client.remove_members(group, change.remove, priority=priority)
        if change.add:
            await self._client.add_members(group, change.add, priority=priority)
        if change.promote:
            await self._client.add_admins(group, change.promote, priority=priority)

    async def _forget(self, attachment: str, priority: Priority) -> None:
        try:
            await self._client.delete_attachment(attachment, priority=priority)
        except CallRefused as error:
            if error.code != "not_found":
                raise

    async def _result(self, delivery: Delivery, sent: Sent) -> dict[str, Any]:
        """What to remember, or raise what is wrong where the one recipient did not get it."""
        if any(failure.kind is FailureKind.UNTRUSTED for failure in sent.failures):
            self._on_untrusted()
        if not delivery.target.startswith(GROUP_PREFIX) and sent.failures:
            _raise(sent.failures[0].kind)
        result = {"timestamp": sent.timestamp, "missed": _missed(sent)}
        if not (delivery.target.startswith(GROUP_PREFIX) and self._is_for_all(delivery)):
            return result
        people = await self._look(delivery, sent)
        if people and not sent.names_failures:
            result["missed"] = [{"kind": FailureKind.UNTRUSTED.value} for _ in people]
        return {**result, "copied": len(people)} if people else result

    async def _look(self, delivery: Delivery, sent: Sent) -> Sequence[str]:
        """Who of a group has a new phone; the post is out, so nothing here may fail it."""
        people: Sequence[str] | None = None
        try:
            people = await unreached(self._client, delivery.target, sent)
        except DeliveryError as error:
            log.info("unreached_not_known", fault=type(error).__name__)
        if people is None or people:
            self._on_unreached(delivery, people)
            self._on_untrusted()
        return people or ()


def _raise(kind: FailureKind) -> NoReturn:
    if kind is FailureKind.UNREGISTERED:
        raise DeliveryRefused("the recipient is not registered with Signal", code=kind.value)
    if kind is FailureKind.UNKNOWN:
        # It may have arrived: to send it again and again would be worse than to say so.
        raise DeliveryRefused("Signal may not have reached the recipient", code=kind.value)
    raise DeliveryDelayed(
        f"Signal did not reach the recipient: {kind.value}",
        most_attempts=MOST_UNTRUSTED if kind is FailureKind.UNTRUSTED else MOST_FAILED,
    )


def _missed(sent: Sent) -> list[dict[str, str]]:
    # Who they are is not kept: a receipt says how many.
    return [{"kind": f.kind.value} for f in sent.failures]


def _quote(message: Message | Renewal) -> Quote | None:
    if isinstance(message, Renewal):
        return None
    if message.quote_author is None or message.quote_timestamp is None:
        return None
    return Quote(message.quote_author, message.quote_timestamp, message.quote_text or "")
