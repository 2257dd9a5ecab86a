"""What signalbot calls: it hands everything that somebody did to the routers."""

from collections.abc import Callable
from typing import Any

from signalbot import (
    DataMessageContext,
    DataMessageHandler,
    ReactionContext,
    ReactionHandler,
    RemoteDeleteContext,
    RemoteDeleteHandler,
)

from handlers.conversation.heard import Heard, HeardDeletion, HeardMessage, HeardReaction
from handlers.conversation.router import Router
from handlers.services import Services


class Conversations(DataMessageHandler, ReactionHandler, RemoteDeleteHandler):
    """All conversations, as one handler of signalbot.

    Args:
        services: what conversations work with.
        router: who is asked, in order.
        counted: told of every message before anybody hears it.
    """

    def __init__(
        self, services: Services, router: Router, counted: Callable[[HeardMessage], None]
    ) -> None:
        self._services = services
        self.router = router
        self._counted = counted

    async def handle_data_message(self, context: DataMessageContext) -> None:
        """Hand over a message."""
        heard = HeardMessage(self._services, context)
        await self._hear(heard)
        self._counted(heard)

    async def handle_reaction(self, context: ReactionContext) -> None:
        """Hand over an emoji."""
        await self._hear(HeardReaction(self._services, context))

    async def handle_remote_delete(self, context: RemoteDeleteContext) -> None:
        """Hand over a deletion."""
        await self._hear(HeardDeletion(self._services, context))

    async def _hear(self, heard: Heard[Any]) -> None:
        route = self.router.find(heard)
        if route is not None:
            await route.carry_out(heard)
