"""Answering less and less to whoever writes too much, so that no two bots talk for ever.

bot:  I did not understand that. …
them: This mailbox is not read. …
bot:  I did not understand that. …

After so many answers to what nobody understood, and after far more to anything, one sentence after
what to do in danger says that there is a pause, and then there is one. Whoever goes on is told the
same every few minutes. What people need always works: to begin a report, and to stop, hide or erase
one.
"""

from handlers.conversation.filters import new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.report.beginning import is_urgent
from handlers.report.context import tone_of
from handlers.report.hiding import is_about_hiding

too_much = Router("limits")


def wrote_too_much(heard: HeardMessage) -> bool:
    """Whether somebody without commands of their own has written too much, and nothing urgent."""
    services, person = heard.services, heard.person
    if not services.limits.anything.is_full(person):
        return False
    return not (services.has_role(person) or is_urgent(heard) or is_about_hiding(heard))


@too_much.message(new, wrote_too_much)
async def pause(heard: HeardMessage) -> None:
    """Say that there is a pause."""
    say_enough(heard)


def say_enough(heard: HeardMessage) -> None:
    """Say that there is a pause, not more than once in some minutes."""
    services, person = heard.services, heard.person
    if services.limits.told.takes(person):
        text = tone_of(heard).say_in_danger(services.helplines, "enough")
        services.vault.post.farewell(person, text)
