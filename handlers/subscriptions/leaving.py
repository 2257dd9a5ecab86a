"""`unsubscribe`, and `stop` from whoever has subscribed: they are forgotten, and get nothing more.

Whoever asks for this has the right to it at once, however they spell it. It is asked before what
else `stop` may end, and ends that too.
"""

from handlers.conversation.catalogue import Section
from handlers.conversation.filters import new, without_files
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import nearest
from handlers.services import Services
from handlers.subscriptions.asked import read_asked
from relay.language.vocabulary import clean
from relay.meetings.tables import PlannedReminders

leaving = Router("unsubscribing")
_ALIKE = 0.8
_APOSTROPHES = str.maketrans("", "", "'’")


def unsubscribes(heard: HeardMessage) -> bool:
    """Whether a whole message is the command, perhaps with a branch, however it is spelt."""
    services, typed = heard.services, heard.typed
    names = services.vocabulary.words("unsubscribe")
    said = heard.bare.strip("? ")
    if "".join(said.split()) in names or services.vocabulary.means("unsubscribe", said):
        return True
    is_named = typed.command in names
    if not is_named and _is_subscribed(heard):
        either = (*names, *services.vocabulary.words("subscribe"))
        is_named = nearest(typed.command, either, _ALIKE) in names
    branches = services.settings.branches
    return is_named and read_asked(services.vocabulary, typed.rest, branches).is_clear


def stops(heard: HeardMessage) -> bool:
    """Whether somebody who has subscribed asks to be left alone."""
    text = clean(heard.message.text).translate(_APOSTROPHES)
    asks = heard.services.vocabulary.answers_with("stop_reminding", text)
    return asks and _is_subscribed(heard)


def is_asked_nothing(heard: HeardMessage) -> bool:
    """Whether no question is open: `stop` is an answer to most."""
    return heard.state is None or heard.state.is_discreet


def is_not_only_reminded(heard: HeardMessage) -> bool:
    """Whether it is not about reminders of a meeting alone, which end by the same word."""
    reminders = heard.services.store[PlannedReminders]
    return _is_subscribed(heard) or not reminders.followed(heard.person)


@leaving.command(
    "unsubscribe",
    new,
    without_files,
    is_asked_nothing,
    unsubscribes,
    is_not_only_reminded,
    section=Section.ATTENDING,
)
@leaving.message(new, without_files, is_asked_nothing, unsubscribes, is_not_only_reminded)
@leaving.message(new, without_files, is_asked_nothing, stops)
async def unsubscribe(heard: HeardMessage) -> None:
    """Forget them, and what else they wanted to hear of."""
    services = heard.services
    if heard.state is not None:
        heard.leave()
        heard.state.expired(services, heard.person)
    asked = read_asked(services.vocabulary, heard.typed.rest, services.settings.branches)
    only = asked.branches[0].slug if len(asked.branches) == 1 else None
    ended = services.mailings.places.leave(heard.person, only)
    left = [_name(services, one.branch) for one in services.mailings.places.of(heard.person)]
    if left:
        await heard.say("unsubscribe-one", branch=", ".join(left), count=len(ended))
        return
    reminders = services.store[PlannedReminders].unfollow(heard.person)
    if reminders:
        services.store.shredder.shred(services.clock.now())
    if not ended and not reminders:
        await heard.say("unsubscribe-nothing")
        return
    await heard.say("unsubscribe-done")


def _name(services: Services, slug: str) -> str:
    branch = services.branches.get(slug)
    return slug if branch is None else branch.name


def _is_subscribed(heard: HeardMessage) -> bool:
    return bool(heard.services.mailings.places.of(heard.person))
