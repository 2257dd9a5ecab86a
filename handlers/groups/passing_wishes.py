"""`join` for a caucus that was handed over: the wish goes to its keepers, if whoever asks wants it.

The bot is not in it, adds nobody, and does not hear what becomes of it. So keepers need to know how
to reach whoever asks, and that has to be said by them: the bot gives nobody's account away.
"""

from typing import Any, ClassVar

from handlers.conversation.catalogue import Command, own_words
from handlers.conversation.filters import new
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.conversation.state import State
from handlers.groups.finding import Pair
from handlers.groups.reasons import LONGEST_REASON, called
from handlers.services import Services
from handlers.unasked import tell_unasked
from relay.groups.door_rules import No
from relay.groups.harmless import harmless
from relay.groups.wishes import Wishes, contact_in, is_passed_on, without_contact
from relay.language.cries import may_call_out
from relay.language.vocabulary import clean

wish_answers = Router("wishes")

_NOW = "wish-not-now"
_WHY_NOT = {
    No.WAITS_ALREADY: "wish-not-waits",
    No.TOO_OFTEN: "wish-not-often",
    No.CROWDED: "wish-not-crowded",
    No.AWAY: "wish-not-away",
    No.REMOVED: "wish-not-removed",
}


class AskWish(State):
    """What do the keepers read, and how do they reach whoever asks?

    Attributes:
        group: its number in commands.
    """

    name: ClassVar[str] = "groups.wish"
    ends_hidden: ClassVar[bool] = True

    group: int

    def expired(self, services: Services, person: str) -> None:
        """Say that nothing was passed on."""
        tell_unasked(services, person, "wish-dropped")

    def left(self, services: Services, person: str, coming: State) -> None:
        """Say the same, unless it goes on."""
        if not isinstance(coming, AskWish):
            tell_unasked(services, person, "wish-dropped")


async def ask_wish(heard: Heard[Any], pair: Pair) -> None:
    """Say that the bot can only pass it on, and ask what."""
    kept, group = pair
    services = heard.services
    why = _wishes(services).why_not(kept, heard.person)
    if why is not None or not _keepers(services, pair):
        await heard.say(_NOW if why is None else _WHY_NOT[why], name=group.name)
        return
    heard.enter(AskWish(group=kept.number))
    await heard.say("wish-ask", name=group.name)


@wish_answers.answer(AskWish, new, own_words(Command.is_whole))
async def take_wish(heard: HeardMessage, asked: AskWish) -> None:
    """Pass it on, once it says how they are reached."""
    services, text = heard.services, clean(heard.message.text)
    found = (one for one in services.doors.known() if one[0].number == asked.group)
    pair = next((one for one in found if is_passed_on(one[0])), None)
    if heard.answers("leave") or heard.answers("no") or heard.answers("skip"):
        heard.leave()
        await heard.say("wish-dropped")
        return
    if pair is None or not _keepers(services, pair):
        heard.leave()
        await heard.say(_NOW, name="" if pair is None else pair[1].name)
        return
    contact = contact_in(text)
    if not contact:
        heard.enter(asked)
        say = services.said_in_danger if may_call_out(text) else services.words.say
        await heard.say_text(say("wish-no-contact"))
        return
    heard.leave()
    why = _wishes(services).why_not(pair[0], heard.person)
    if why is not None:
        await heard.say(_WHY_NOT[why], name=pair[1].name)
        return
    _wishes(services).passed_on(pair[0], heard.person)
    instead = services.words.say("join-link")
    wish = {
        "name": pair[1].name,
        "who": called(heard) or services.words.say("join-nameless"),
        "contact": contact,
        "said": harmless(without_contact(text), LONGEST_REASON, instead) or "none",
    }
    for keeper in _keepers(services, pair):
        services.tell(keeper, "wish-passed-on", **wish)
    await heard.say("wish-sent", name=pair[1].name)


def _wishes(services: Services) -> Wishes:
    return Wishes(services.store, services.clock, services.doors)


def _keepers(services: Services, pair: Pair) -> list[str]:
    """Return the keepers who need not wait for their new phone to be confirmed."""
    return [keeper for keeper in pair[1].keepers if not services.admins.waits(keeper)]
