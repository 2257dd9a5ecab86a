"""What people call themselves, in memory alone and only while somebody moderates a group.

They come with what is said in such a group (`sourceName` of the envelope: in signal-cli the name
in the profile, `getContactOrProfileName`), and for those who say nothing from the API server's
list of contacts, which up to 0.97 knows only people who have written to the bot.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from relay.delivery.errors import DeliveryError
from relay.signal.client import SignalClient
from relay.signal.priority import Priority
from relay.time.clock import Clock
from relay.time.wakeup import Wakeup

ASK_EVERY = timedelta(minutes=30)
RETRY_AFTER = timedelta(minutes=1)

log = structlog.get_logger(__name__)


class Names:
    """Knows the names of people who are in a group of the bot's.

    Args:
        clock: the time.
        is_member: whether an account id is in such a group.
    """

    def __init__(self, clock: Clock, is_member: Callable[[str], bool]) -> None:
        self._clock = clock
        self._is_member = is_member
        self._known: dict[str, str] = {}

    def learn(self, person: str, name: str) -> None:
        """Note what somebody calls themselves; an empty name says nothing."""
        if name.strip():
            self._known[person] = name

    def of(self, person: str) -> str:
        """Return somebody's name as they wrote it, which may be anything; empty if unknown."""
        return self._known.get(person, "")

    def forget_others(self) -> None:
        """Forget the names of those who have left all groups."""
        self._known = {one: name for one, name in self._known.items() if self._is_member(one)}


class NameLook:
    """Asks the API server for names.

    Args:
        client: whom to ask.
        clock: the time.
        names: what is known.
        is_needed: whether anybody moderates a group now.
    """

    def __init__(
        self, client: SignalClient, clock: Clock, names: Names, is_needed: Callable[[], bool]
    ) -> None:
        self._client = client
        self._clock = clock
        self._names = names
        self._is_needed = is_needed
        self._wakeup = Wakeup(clock)

    async def run(self) -> None:
        """Look for as long as the task lives."""
        while True:
            done = await self.look()
            until: datetime = self._clock.now() + (ASK_EVERY if done else RETRY_AFTER)
            while self._clock.now() < until:
                await self._wakeup.wait(until)

    async def look(self) -> bool:
        """Ask once, if anybody needs it; return whether there was an answer."""
        if not self._is_needed():
            return False
        try:
            contacts = await self._client.contacts(priority=Priority.BACKGROUND)
        except DeliveryError as error:
            log.info("names_unknown", fault=type(error).__name__)
            return False
        for one in contacts:
            self._names.learn(one.account_id, one.name)
        self._names.forget_others()
        return True
