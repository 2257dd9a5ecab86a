"""Which conversation took a message. The one module here that knows how the relay chooses."""

from copy import copy
from dataclasses import replace
from typing import Any

from handlers.conversation.conversations import Conversations
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Route
from relay.app import Relay


class Heard(list[str]):
    """The names of the routes that took a message, in order."""

    def __str__(self) -> str:
        return " + ".join(self) or "-"


def listen(relay: Relay) -> Heard:
    """Return a list to which every route of this relay adds its name when it takes a message.

    Of an emoji and a deletion it is one that changed something.
    """
    heard = Heard()
    for registration in relay.services.bot._registrations:
        conversations = registration.handler
        if isinstance(conversations, Conversations):
            _listen(relay, conversations, heard)
    return heard


def _listen(relay: Relay, conversations: Conversations, noted: Heard) -> None:
    # Of this relay alone: all relays of a process share the routes themselves.
    router = copy(conversations.router)
    find = router.find

    def noting(heard: Any) -> Route[Any] | None:
        route = find(heard)
        return None if route is None else replace(route, carry_out=_noting(relay, noted, route))

    router.find = noting  # type: ignore[method-assign]  # to listen, and hand on as before
    conversations.router = router


def _noting(relay: Relay, heard: Heard, route: Route[Any]) -> Any:
    async def run(what: Any) -> None:
        before = relay.store._db.conn.total_changes
        if isinstance(what, HeardMessage):
            heard.append(route.name)
        try:
            await route.carry_out(what)
        except Exception as error:
            heard.append(f"failed with {type(error).__name__}")
            raise
        if not isinstance(what, HeardMessage) and relay.store._db.conn.total_changes > before:
            heard.append(route.name)

    return run
