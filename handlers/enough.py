"""Answering less and less to whoever writes too much, so that no two bots talk for ever.

bot:  I did not understand that. …
them: This mailbox is not read. …
bot:  I did not understand that. …

After so many answers to what nobody understood, and after far more to anything, one sentence says
that there is a pause, and then there is one. What people need always works: to begin a report, and
to stop, hide or erase one.
"""

from collections.abc import Callable
from datetime import timedelta

from signalbot import DataMessage, DataMessageContext, DataMessageHandler, EditMessage
from signalbot.messages import ReceivedMessage

from handlers.services import Services
from relay.pace import Pace

HOUR = timedelta(hours=1)
NOT_UNDERSTOOD = 12
"""Messages an hour that are answered although nothing understood them."""
ANYTHING = 120
"""Messages an hour of one person that are answered at all; admins and officers may write more."""


class Patience:
    """How much of what somebody writes is still answered.

    Args:
        services: the settings and the time.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        most = max(ANYTHING, 2 * services.settings.safeguarding.messages_per_hour)
        self.anything = Pace(services.clock, most, HOUR)
        self.not_understood = Pace(services.clock, NOT_UNDERSTOOD, HOUR)
        self._told = Pace(services.clock, 1, HOUR)

    def say_enough(self, person: str) -> None:
        """Say once that there is a pause."""
        if not self._told.is_full(person):
            self._told.note(person)
            self._services.vault.post.farewell(person, self._services.words.say("enough"))


class Enough(DataMessageHandler):
    """Takes what comes after too much of anything, before every other conversation.

    Args:
        services: who is an admin or an officer.
        patience: how much is too much.
        is_urgent: whether a message is heard all the same.
    """

    def __init__(
        self,
        services: Services,
        patience: Patience,
        is_urgent: Callable[[Services, DataMessage], bool],
    ) -> None:
        self._services = services
        self._patience = patience
        self._is_urgent = is_urgent

    def wants(self, message: ReceivedMessage) -> bool:
        """Whether somebody without commands of their own has written too much."""
        if not isinstance(message, DataMessage) or isinstance(message, EditMessage):
            return False
        person, services = message.source_uuid or "", self._services
        if not self._patience.anything.is_full(person):
            return False
        official = (
            bool(services.admins.branches_of(person)) or services.vault.standing(person) is not None
        )
        return not official and not self._is_urgent(services, message)

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Say once that there is a pause."""
        self._patience.say_enough(context.message.source_uuid or "")


class Counted(DataMessageHandler):
    """Counts every message, beside the conversation that hears it."""

    def __init__(self, patience: Patience) -> None:
        self._patience = patience

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Count it."""
        self._patience.anything.note(context.message.source_uuid or "")
