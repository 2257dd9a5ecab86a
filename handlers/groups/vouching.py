"""`vouch CODE`: a member says that they know whoever has given them the code."""

from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from relay.groups.door_rules import Vouched

vouching = Router("vouching")

_MOST_WORDS = 2
"""A code may be typed in two halves; more words are a text."""

_SAYS = {
    Vouched.TOO_NEW: "vouch-too-new",
    Vouched.COUNTED: "vouch-counted",
    Vouched.AGAIN: "vouch-again",
    Vouched.ENOUGH: "vouch-enough",
}


def has_code(heard: HeardMessage) -> bool:
    """Whether a code follows: "vouch for him in court" is a text."""
    words = heard.typed.rest.split()
    return len(words) <= _MOST_WORDS and not (
        len(words) == _MOST_WORDS and all(word.isalpha() and word.islower() for word in words)
    )


@vouching.command("vouch", new, has_code, section=Section.JOINING, usages=((Follows.CODE,),))
async def vouch(heard: HeardMessage) -> None:
    """Count it, if they are in that group; else say what is said of a code that does not exist."""
    services = heard.services
    result, request = services.doors.vouch(heard.typed.rest, heard.person)
    if result is Vouched.UNKNOWN or request is None:
        await heard.say("vouch-unknown")
        return
    group = services.doors.group_of(request)
    if group is None:
        await heard.say("vouch-unknown")
        return
    missing = max(0, group.vouches - services.doors.requests.vouches(request))
    who = request.name or services.words.say("join-nameless")
    await heard.say(_SAYS[result], who=who, name=group.name, missing=missing)
