"""What is shown waits for a yes: the same answers for everything that waits so."""

from handlers.conversation.filters import new, says_no, says_yes
from handlers.conversation.heard import HeardMessage, HeardReaction
from handlers.conversation.router import Router
from handlers.conversation.state import Pending


def answers_to(kind: type[Pending]) -> Router:
    """Return a router that hears yes, no and a thumbs up from whoever has been shown something.

    Args:
        kind: what has been shown.
    """
    router = Router("pending")

    def agrees(heard: HeardReaction) -> bool:
        """Whether it is a thumbs up on just the message that asked; all else is only an emoji."""
        state = heard.state
        if not isinstance(state, kind) or state.preview is None:
            return False
        return heard.services.agrees(heard.signal.message, state.preview)

    @router.answer(kind, new, says_yes)
    async def accept(heard: HeardMessage, waiting: Pending) -> None:
        """Carry out what was shown."""
        await waiting.accept(heard)

    @router.answer(kind, new, says_no)
    async def refuse(heard: HeardMessage, waiting: Pending) -> None:
        """Drop what was shown."""
        await waiting.refuse(heard)

    @router.reaction(agrees)
    async def accept_by_thumb(heard: HeardReaction) -> None:
        """Carry out what was shown: a thumbs up means yes."""
        if isinstance(heard.state, kind):
            await heard.state.accept(heard)

    return router


pending = answers_to(Pending)
