"""What is shown waits for a yes: the same answers for everything that waits so."""

from handlers.conversation.filters import new
from handlers.conversation.heard import HeardMessage, HeardReaction
from handlers.conversation.router import Router
from handlers.conversation.state import Pending

pending = Router("pending")


def _accepts(heard: HeardMessage) -> bool:
    return heard.answers("yes")


def _refuses(heard: HeardMessage) -> bool:
    return heard.answers("no")


def _agrees(heard: HeardReaction) -> bool:
    """Whether it is a thumbs up on just the message that asked; all else is only an emoji."""
    state = heard.state
    if not isinstance(state, Pending) or state.preview is None:
        return False
    return heard.services.agrees(heard.signal.message, state.preview)


@pending.answer(Pending, new, _accepts)
async def accept(heard: HeardMessage, waiting: Pending) -> None:
    """Carry out what was shown."""
    await waiting.accept(heard)


@pending.answer(Pending, new, _refuses)
async def refuse(heard: HeardMessage, waiting: Pending) -> None:
    """Drop what was shown."""
    await waiting.refuse(heard)


@pending.reaction(_agrees)
async def accept_by_thumb(heard: HeardReaction) -> None:
    """Carry out what was shown: a thumbs up means yes."""
    if isinstance(heard.state, Pending):
        await heard.state.accept(heard)
