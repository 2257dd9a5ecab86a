"""What is said to a message that no conversation understood."""

from handlers.admins.confirming import paused_text
from handlers.announcements.announce import announce
from handlers.announcements.preview import refused_text
from handlers.conversation.filters import new, officer
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.conversation.state import Pending
from handlers.limits import say_enough
from relay.language.vocabulary import clean

not_understood = Router("not_understood")


@not_understood.message(new)
async def say_what_can_be_typed(heard: HeardMessage) -> None:
    """Say what can be typed instead."""
    services, message = heard.services, heard.message
    admin = services.is_admin(heard.person)
    if admin and message.attachments and not clean(message.text):
        await _take_file(heard)
        return
    person = heard.person
    if services.limits.not_understood.is_full(person):
        say_enough(services, person)
        return
    services.limits.not_understood.note(person)
    simple = _simple_answer(heard)
    if simple is not None:
        await heard.say_text(simple)
        return
    if heard.answers("yes") or heard.answers("no"):
        await heard.say("announce-nothing-open" if admin else "fallback-nothing-open")
        return
    elsewhere = services.commands.known_elsewhere(heard)
    slip = services.commands.nearest(heard) if elsewhere is None else None
    meant = elsewhere or slip
    if slip is not None and slip.id == "announce" and heard.typed.rest:
        # A slip of the finger in the one word, and perhaps a long text after it. Nothing is
        # posted without a yes.
        await announce(heard)
    elif meant is not None:
        await heard.say("fallback-did-you-mean", command=services.vocabulary.words(meant.id)[0])
    elif admin:
        await heard.say("fallback-admin")
    else:
        await heard.say("fallback-officer" if officer(heard) else "fallback-member")


def _simple_answer(heard: HeardMessage) -> str | None:
    """What is said whatever commands somebody has; None where that decides."""
    services, person = heard.services, heard.person
    if isinstance(heard.state, Pending):
        return services.words.say("fallback-still-waiting")
    if heard.answers("thanks"):
        return services.words.say("fallback-thanks")
    return paused_text(services, person) if services.admins.waits(person) else None


async def _take_file(heard: HeardMessage) -> None:
    """A picture that came alone, perhaps forwarded, with the text still to come."""
    services, entry = heard.services, heard.services.bot.entry
    arrivals = services.store.files.arrivals(entry.id) if entry is not None else ()
    if any(arrival.file is not None for arrival in arrivals):
        await heard.say("announce-file-first")
        await announce(heard)
    else:
        codes = [arrival.refused or "unsupported" for arrival in arrivals]
        await heard.say_text(refused_text(services, codes))
