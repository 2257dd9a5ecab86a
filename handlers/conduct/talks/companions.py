"""`talk with CODE`, `talk leave`: somebody whom the person has brought reads along.

They read what is said from then on and nothing from before, and write nothing. The moderators learn
that somebody is there, and never who.
"""

from typing import Any

from handlers.conduct.talks.passing import tell, tell_moderators
from handlers.conduct.talks.texts import branch_name
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import everybody, new
from handlers.conversation.heard import Heard, HeardMessage, looked_up_once
from handlers.conversation.router import Router
from relay.conduct.talks.talks import Talk
from relay.language.cries import cries_out, may_call_out

companions = Router("companions")
only_reading = Router("only_reading")

_MOST_WORDS = 2
"""A code may be typed in two halves; more words are a text."""


@looked_up_once
def _brought(heard: Heard[Any]) -> tuple[Talk, ...]:
    return tuple(heard.services.talks.brought_to(heard.person))


def reads_along(heard: HeardMessage) -> bool:
    """Let through who was brought to a talk."""
    return bool(_brought(heard))


def has_code(heard: HeardMessage) -> bool:
    """Whether "with" and what may be a code follows: "talk with me" is a text."""
    if not heard.goes_on_with("talk_with"):
        return False
    words = heard.further.split()
    code = "".join(char for char in heard.further if char.isalnum())
    return 0 < len(words) <= _MOST_WORDS and any(char.isdigit() or char.isupper() for char in code)


@companions.command(
    "talk",
    new,
    has_code,
    may=everybody,
    section=Section.DECIDED,
    usages=((Follows.WITH, Follows.CODE),),
)
async def join(heard: HeardMessage) -> None:
    """Let them read along, if the code is good; every other code is unknown in the same words."""
    services, person = heard.services, heard.person
    found = services.talks.with_code(heard.further)
    if found is None:
        await heard.say("talk-code-unknown")
    elif found.person == person:
        await heard.say("talk-code-own")
    elif person in services.matters.readers(found.matter):
        await heard.say("talk-code-moderates")
    else:
        joined = services.talks.bring(found, person)
        tell(services, joined, joined.person, "talk-friend-came")
        tell_moderators(services, joined, "talk-companion-came")
        await heard.say("talk-joined", branch=branch_name(services, joined))


def leaves(heard: HeardMessage) -> bool:
    """Whether it is `talk leave`, and nothing besides."""
    return heard.services.vocabulary.answers_with("talk_leave", heard.typed.rest)


@companions.command(
    "talk", new, leaves, may=reads_along, section=Section.DECIDED, usages=((Follows.LEAVE,),)
)
async def leave(heard: HeardMessage) -> None:
    """Read along no more."""
    services = heard.services
    for talk in _brought(heard):
        services.talks.send_away(talk)
        tell(services, talk, talk.person, "talk-friend-gone")
        tell_moderators(services, talk, "talk-companion-gone")
    await heard.say("talk-left")


def says_something(heard: HeardMessage) -> bool:
    """Whether it is `talk` with anything else after it, and no cry."""
    return not (cries_out(heard.typed.rest) or may_call_out(heard.message.text))


@only_reading.command("talk", new, says_something, may=reads_along)
async def only_reads(heard: HeardMessage) -> None:
    """Say that they cannot write in it."""
    await heard.say("talk-companion-reads")
