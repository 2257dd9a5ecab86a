"""What is said of a matter to somebody who has not asked for it just now.

Nothing comes by itself into a chat that is hidden: it is in the matter, and shown when they ask.
"""

from typing import Any

from handlers.services import Services
from relay.conduct.matters.matters import topic
from relay.signal.outgoing import Message, queue_outgoing
from relay.signal.priority import Priority


class MatterNotices:
    """Tells each in their own language.

    Args:
        services: the parts of the relay.
    """

    def __init__(self, services: Services) -> None:
        self._services = services

    def tell(self, person: str, matter: int, message: str, /, **args: Any) -> None:
        """Queue a message, marked with its matter, so that it is dropped and forgotten with it."""
        services = self._services
        is_theirs = services.matters.complainer(matter) == person
        if services.vault.hiding.has_hidden(person):
            return
        if is_theirs and services.complaints.is_hidden(matter):
            return
        queue_outgoing(
            services.store.outbox,
            person,
            Message(text=services.speaking_to(person).words.say(message, **args)),
            priority=Priority.URGENT,
            now=services.clock.now(),
            topic=topic(matter),
        )
