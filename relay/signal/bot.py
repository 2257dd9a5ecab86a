"""signalbot over the inbox and the outbox.

signalbot's own pipeline reads a WebSocket that loses messages (signal-cli-rest-api issue 834),
keeps its queue in memory, and has no order per sender. What is kept of it: handlers, contexts,
message types and the scheduler. What stands between: envelopes come from the inbox, its message
types are filled by `relay.signal.received`, and every verb of a context queues a delivery in the
outbox, in the transaction of the envelope that is handled.
"""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar
from urllib.parse import urlsplit

from signalbot import (
    DataMessage,
    DataMessageContext,
    DataMessageHandler,
    EditMessage,
    Reaction,
    ReactionContext,
    ReactionHandler,
    RemoteDelete,
    RemoteDeleteContext,
    RemoteDeleteHandler,
    SignalBot,
)
from signalbot.bot_config import Config, InMemoryConfig
from signalbot.handlers import AnyHandler
from signalbot.messages import ReceivedMessage

from relay.signal.envelope import shape_of
from relay.signal.queued import QueuedMessages, QueuedReactions, QueuedReceipts
from relay.signal.received import read_message
from relay.store import Store
from relay.store.inbox import InboxEntry
from relay.time.clock import Clock

T = TypeVar("T")

_ROLES: dict[type, tuple[type, type, str]] = {
    DataMessage: (DataMessageHandler, DataMessageContext, "handle_data_message"),
    EditMessage: (DataMessageHandler, DataMessageContext, "handle_data_message"),
    Reaction: (ReactionHandler, ReactionContext, "handle_reaction"),
    RemoteDelete: (RemoteDeleteHandler, RemoteDeleteContext, "handle_remote_delete"),
}


class HandlerWaited(Exception):
    """A handler tried to wait for something: it may only change state and queue deliveries."""


class EnvelopeUnreadable(Exception):
    """Nothing in an envelope can be read, nor will it be at the next attempt.

    Args:
        shape: see `relay.signal.envelope`.
    """

    def __init__(self, shape: str) -> None:
        super().__init__(shape)
        self.shape = shape


@dataclass(frozen=True)
class _Registration:
    handler: AnyHandler
    wanted: Callable[[ReceivedMessage], bool] | None
    priority: int | None


class RelayBot(SignalBot):
    """A `SignalBot` whose messages come from the inbox and go to the outbox.

    `start()` is never called: `relay.signal.dispatch` feeds it. Verbs without a queued form
    (polls, contacts, typing) are refused rather than sent around the outbox.

    Args:
        number: the dedicated number.
        api_url: where signal-cli-rest-api is; never called from here.
        store: where deliveries are queued.
        clock: the time they are queued at.
    """

    def __init__(self, *, number: str, api_url: str, store: Store, clock: Clock) -> None:
        super().__init__(
            Config(
                phone_number=number,
                signal_service=urlsplit(api_url).netloc,
                storage=InMemoryConfig(),
                download_attachments=False,
            )
        )
        self.messages = QueuedMessages(store.outbox, clock)  # type: ignore[assignment]
        self.reactions = QueuedReactions(store.outbox, clock)  # type: ignore[assignment]
        self.receipts = QueuedReceipts(store.outbox, clock)  # type: ignore[assignment]
        for name in ("polls", "contacts", "attachments", "general"):
            setattr(self, name, _Refused(name))
        self._registrations: list[_Registration] = []
        self.entry: InboxEntry | None = None
        self.accounted = False
        """Whether all that came with the words of `entry` was looked at: carried, or said not to
        be. Handlers set it."""

    def register(
        self,
        handler: AnyHandler,
        *,
        contacts: list[str] | bool = True,
        groups: list[str] | bool = False,
        f: Callable[[ReceivedMessage], bool] | None = None,
        priority: int | None = None,
    ) -> None:
        """Register a handler for direct messages, as signalbot does.

        Args:
            handler: a signalbot handler; its trigger decorators work as ever.
            contacts: True; who may do what is decided by account id in the handlers' filters.
            groups: False; what is said in groups is not kept.
            f: a filter on the message.
            priority: of the handlers with one, only the highest that matches runs.

        Raises:
            ValueError: `contacts` or `groups` asks for something else.
        """
        if contacts is not True or groups is not False:
            raise ValueError("the relay hears direct messages only, and filters by account id")
        self._registrations.append(_Registration(handler, f, priority))

    def dispatch(self, entry: InboxEntry) -> None:
        """Run the handlers for one envelope, to their end, in the caller's transaction.

        Raises:
            EnvelopeUnreadable: it holds nothing that handlers know.
            HandlerWaited: a handler awaited something that did not answer at once.
            Exception: whatever a handler or a filter raised; the caller rolls back.
        """
        message = read_message(entry.body)
        if message is None:
            if shape := shape_of(entry.body["envelope"]):
                raise EnvelopeUnreadable(shape)
            return
        handler_type, context_type, method = _ROLES[type(message)]
        matching = [
            registration
            for registration in self._registrations
            if isinstance(registration.handler, handler_type)
            and (registration.wanted is None or registration.wanted(message))
        ]
        first = max((r.priority for r in matching if r.priority is not None), default=None)
        chosen = next((r for r in matching if r.priority == first and first is not None), None)
        self.entry, self.accounted = entry, False
        try:
            for registration in matching:
                if registration.priority is None or registration is chosen:
                    _run(getattr(registration.handler, method)(context_type(self, message)))
        finally:
            self.entry = None


def _run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that has nothing to wait for, and refuse it if it does."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    coroutine.close()
    raise HandlerWaited(getattr(coroutine, "__qualname__", "a handler"))


class _Refused:
    """Stands where signalbot keeps verbs that would reach the network from inside a handler."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, verb: str) -> Any:
        return partial(self._refuse, verb)

    def _refuse(self, verb: str, *_: object, **__: object) -> None:
        raise HandlerWaited(f"{self._name}.{verb} has no queued form")
