"""New phones: who reinstalls Signal has a new key, and is to be neither shut out nor believed.

signal-cli accepts the first key it sees of somebody (trust on first use). With another one it
neither sends to them nor hands over what they write: it keeps that for two weeks and delivers it
once the key is trusted (`ReceiveHelper`, `IdentityKeyStore` in AsamK/signal-cli). So the order here
is what protects people: first it is noted that the key is new, and whose rights and answers wait;
only when that is on disk is the key trusted. Whatever is typed with it comes after that.

signal-cli learns the new key a moment after it has complained of it, from the sender's profile:
trusting before that would only confirm the old one. So nobody is trusted before the list shows the
new key.
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from relay.delivery.errors import DeliveryError, DeliveryRefused
from relay.signal.types import Identity
from relay.store import Store
from relay.time.clock import Clock
from relay.time.wakeup import Wakeup

LOOK_EVERY = timedelta(seconds=60)
LOOK_SOON = timedelta(seconds=2)
SOON_FOR = timedelta(seconds=30)
"""How long keys are looked for often, after signal-cli has complained of one."""
REFUSED_FOR = timedelta(hours=1)
"""After how long a key is tried again that signal-cli does not trust."""

log = structlog.get_logger(__name__)


class KnowsIdentities(Protocol):
    """Where keys come from and are trusted: `relay.signal.client.SignalClient`."""

    async def identities(self) -> tuple[Identity, ...]:
        """Return the keys that are known for people."""

    async def trust_known_keys(self, recipient: str) -> None:
        """Accept a person's new key."""


class CatchesUp(Protocol):
    """Sends people what missed them: `relay.announcements.copies.DirectCopies`."""

    async def look(self, identities: Sequence[Identity]) -> None:
        """Find out whom posts have missed, before any key is trusted."""

    def send(self, identities: Sequence[Identity], trusted: Sequence[str]) -> None:
        """Queue what people missed whose key is trusted now."""


class NewPhones:
    """Notices new keys, has rights wait, and then has the keys trusted.

    Args:
        client: knows the keys.
        store: what the notes are kept in.
        clock: the time.
        note: has rights and answers wait, inside the transaction.
        copies: sends what has missed people meanwhile.

    Attributes:
        counted: how many new keys were trusted since the start. Nothing says whose.
    """

    def __init__(
        self,
        client: KnowsIdentities,
        store: Store,
        clock: Clock,
        note: Callable[[Sequence[Identity]], None],
        copies: CatchesUp,
    ) -> None:
        self._client = client
        self._store = store
        self._clock = clock
        self._note = note
        self._copies = copies
        self._wakeup = Wakeup(clock)
        self._soon_until: datetime | None = None
        self._refused: dict[str, datetime] = {}
        self.counted = 0

    def look_soon(self) -> None:
        """Look at once and often for a while: signal-cli has complained of a key."""
        self._soon_until = self._clock.now() + SOON_FOR
        self._wakeup.ring()

    @property
    def is_asked(self) -> bool:
        """Whether signal-cli has complained of a key a moment ago that is not trusted yet."""
        return self._soon_until is not None and self._clock.now() < self._soon_until

    async def run(self) -> None:
        """Look every `LOOK_EVERY`, and when signal-cli complains, for as long as the task lives."""
        due = self._clock.now()
        while True:
            now = self._clock.now()
            if self.is_asked or now >= due:
                due = now + LOOK_EVERY
                try:
                    await self.check()
                except DeliveryError as error:
                    log.info("safety_numbers_not_read", reason=type(error).__name__)
            if self.is_asked:
                await asyncio.sleep(LOOK_SOON.total_seconds())
            else:
                await self._wakeup.wait(due)

    async def check(self) -> None:
        """Look at everybody's key once; note what is new, and only then trust it.

        Raises:
            DeliveryError: the API cannot be reached for now. What is noted stays so.
        """
        identities = await self._client.identities()
        with self._store.transaction():
            self._note(identities)
        await self._copies.look(identities)
        trusted = [
            identity.account_id
            for identity in identities
            if identity.is_untrusted
            and identity.account_id is not None
            # Without a number nothing could be compared, so nobody's rights wait. To trust it would
            # let whoever has it in.
            and identity.safety_number
            and await self._trust(identity.account_id)
        ]
        self._copies.send(identities, trusted)

    async def _trust(self, person: str) -> bool:
        now = self._clock.now()
        if now < self._refused.get(person, now):
            return False
        self._refused.pop(person, None)
        try:
            await self._client.trust_known_keys(person)
        except DeliveryRefused as error:
            # They have left Signal, say. Others must not wait for that.
            self._refused[person] = now + REFUSED_FOR
            log.warning("new_key_not_trusted", code=error.code)
            return False
        self._soon_until = None
        self.counted += 1
        with self._store.transaction():
            self._store.missed_messages.trusted(self._clock.now())
        log.info("new_key_trusted")
        return True
