"""What signalbot calls: it hands everything that somebody did to the routers."""

from collections.abc import Callable
from typing import Any

from signalbot import (
    Context,
    DataMessageContext,
    DataMessageHandler,
    ReactionContext,
    ReactionHandler,
    RemoteDeleteContext,
    RemoteDeleteHandler,
)

from handlers.conversation.heard import Heard, HeardDeletion, HeardMessage, HeardReaction
from handlers.conversation.router import Route, Router
from handlers.services import Services
from handlers.tongue import hearing, offers_text


class Conversations(DataMessageHandler, ReactionHandler, RemoteDeleteHandler):
    """All conversations, as one handler of signalbot.

    Args:
        services: what conversations work with.
        router: who is asked, in order.
        counted: told of every message before it is carried out.
        carried: told of every message after that, and by which route.
    """

    def __init__(
        self,
        services: Services,
        router: Router,
        counted: Callable[[HeardMessage], None],
        carried: Callable[[HeardMessage, str], None],
    ) -> None:
        self._services = services
        self.router = router
        self._counted = counted
        self._carried = carried

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Hand over a message."""
        person = context.message.source_uuid or ""
        services, guess = hearing(self._speaking(context), person, context.message.text)
        heard = HeardMessage(services, context)
        route = self.router.find(heard)
        self._counted(heard)
        # A word of several languages is carried out in one, after the others are named.
        if guess.locales and not guess.sure and (offers := offers_text(services, person, guess)):
            await heard.say_text(offers)
        await _carry_out(route, heard)
        if route is not None:
            self._carried(heard, route.name)

    async def handle_reaction(self, context: ReactionContext) -> None:
        """Hand over an emoji."""
        heard = HeardReaction(self._speaking(context), context)
        await _carry_out(self.router.find(heard), heard)

    async def handle_remote_delete(self, context: RemoteDeleteContext) -> None:
        """Hand over a deletion."""
        heard = HeardDeletion(self._speaking(context), context)
        await _carry_out(self.router.find(heard), heard)

    def _speaking(self, context: Context[Any]) -> Services:
        return self._services.speaking_to(context.message.source_uuid or "")


async def _carry_out(route: Route[Any] | None, heard: Heard[Any]) -> None:
    if route is not None:
        await route.carry_out(heard)
