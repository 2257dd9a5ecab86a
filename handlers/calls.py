"""Somebody rings. Nobody can answer that, and who rings may be in danger: they are told at once."""

from handlers.conversation.filters import new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from relay.signal.envelope import is_call

calls = Router("calls")


def rings(heard: HeardMessage) -> bool:
    """Whether it is a call. What somebody is in the middle of goes on as it was."""
    entry = heard.services.bot.entry
    return entry is not None and is_call(entry.body)


@calls.message(new, rings)
async def say_nobody_answers(heard: HeardMessage) -> None:
    """Say what to do in danger, and that nobody hears a call; the same to everybody."""
    text = heard.services.said_in_danger("call-not-taken")
    heard.services.vault.post.farewell(heard.person, text)
