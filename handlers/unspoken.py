"""Pins and timers that are about nothing the bot looks at: no conversation hears of them."""

from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router

unspoken = Router("unspoken")


def says_nothing(heard: HeardMessage) -> bool:
    """Whether something was done without a word."""
    return heard.mark is not None


@unspoken.message(says_nothing)
async def leave_it(heard: HeardMessage) -> None:
    """Do nothing, and answer nothing: it asks for nothing."""
