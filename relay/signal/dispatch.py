"""From the inbox to the handlers: in order per sender, each envelope in one transaction.

    what changed + what to send + "this envelope is done"

become durable together or not at all, so that a crash at any point leads to a replay that changes
nothing twice.
"""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import structlog

from relay.delivery.errors import DeliveryError
from relay.signal.backpressure import Backpressure
from relay.signal.bot import EnvelopeUnreadable, RelayBot
from relay.signal.intake import Intake
from relay.signal.notification import read_notification
from relay.signal.unreadable import keep_unreadable
from relay.store import Store
from relay.store.inbox import TOPIC, InboxEntry
from relay.time.clock import Clock
from relay.time.wakeup import Wakeup

_INTAKE_RETRY = timedelta(seconds=10)

log = structlog.get_logger(__name__)


class Dispatcher:
    """Hands waiting envelopes to the bot's handlers.

    Args:
        store: where envelopes wait.
        bot: whose handlers run.
        intake: fetches the files that come with an envelope before it is handled.
        clock: the time.
        on_dead_letter: told of an envelope that could not be handled, inside the transaction that
            gives it up.
    """

    def __init__(
        self,
        store: Store,
        bot: RelayBot,
        intake: Intake,
        clock: Clock,
        on_dead_letter: Callable[[InboxEntry], None],
    ) -> None:
        self.wakeup = Wakeup(clock)
        self._store = store
        self._bot = bot
        self._intake = intake
        self._clock = clock
        self._on_dead_letter = on_dead_letter
        self._backpressure = Backpressure()
        self._fetching: dict[str, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Handle envelopes for as long as the task lives."""
        self._store.on_commit(TOPIC, self._arrived)
        try:
            while True:
                # The webhook and the lanes get their turn between two envelopes.
                while self._take_next():
                    await asyncio.sleep(0)
                    while wait := self._backpressure.wait():  # noqa: ASYNC110
                        await asyncio.sleep(wait)
                await self.wakeup.wait(self._store.inbox.next_retry(self._clock.now()))
        finally:
            for task in self._fetching.values():
                task.cancel()

    def _arrived(self) -> None:
        self._backpressure.arrived()
        self.wakeup.ring()

    async def drain(self) -> None:
        """Handle everything that can be handled now, files included."""
        while True:
            while self._take_next():
                pass
            if not self._fetching:
                return
            await asyncio.wait(self._fetching.values(), return_when=asyncio.FIRST_COMPLETED)
            await asyncio.sleep(0)

    def _take_next(self) -> bool:
        entry = self._store.inbox.next(self._clock.now(), busy=self._fetching.keys())
        if entry is None:
            return False
        if self._intake.is_needed(entry):
            task = asyncio.create_task(self._fetch(entry))
            self._fetching[entry.source] = task
            task.add_done_callback(lambda _: self._fetched(entry.source))
        else:
            self._handle(entry)
        return True

    async def _fetch(self, entry: InboxEntry) -> None:
        try:
            await self._intake.fetch(entry)
        except DeliveryError as error:
            log.info("files_not_fetched", fault=type(error).__name__)
            with self._store.transaction():
                self._store.inbox.postpone(entry, self._clock.now() + _INTAKE_RETRY)
        except Exception as error:
            log.exception("intake_fault")
            self._fail(entry, error)
        else:
            self._handle(entry)

    def _fetched(self, source: str) -> None:
        self._fetching.pop(source, None)
        self.wakeup.ring()

    def _handle(self, entry: InboxEntry) -> None:
        try:
            with self._store.transaction():
                self._bot.dispatch(entry)
                self._store.files.forget_arrivals(entry.id)
                self._store.inbox.finish(entry, self._clock.now())
        except Exception as error:
            log.exception("handler_fault", attempt=entry.attempts + 1)
            self._fail(entry, error)

    def _fail(self, entry: InboxEntry, error: Exception) -> None:
        fault = type(error).__name__
        try:
            with self._store.transaction():
                if self._give_up(entry, error):
                    log.error("dead_letter", fault=fault)
                    self._on_dead_letter(entry)
        except Exception:
            # That nobody can be told must not keep the envelope in the way of what comes after it.
            log.exception("dead_letter_untold")
            with self._store.transaction():
                self._give_up(entry, error)

    def _give_up(self, entry: InboxEntry, error: Exception) -> bool:
        """Count the failure; return whether the envelope is a dead letter now."""
        fault, now = type(error).__name__, self._clock.now()
        if isinstance(error, EnvelopeUnreadable):
            notification = read_notification({"method": "receive", "params": entry.body})
            keep_unreadable(self._store, notification, error.shape, now)
            self._store.inbox.finish(entry, now)
            return False
        return self._store.inbox.fail(entry, fault, now)
