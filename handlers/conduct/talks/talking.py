"""`talk 412 …`: moderators talk with the person a matter is about, and read what they answer.

moderator: talk 412 Hello, can we talk about Tuesday?
bot:       They will read: … Send it? yes or no
moderator: yes
bot:       They have it. …
"""

from typing import Any

from handlers.conduct.talks.passing import said_by_moderators, tell, tell_moderators
from handlers.conduct.talks.states import ConfirmTalk
from handlers.conduct.talks.texts import lines_text, refusal_text, said_text, state_of
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import moderator, new
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import read_number
from relay.conduct.matters.matter import MatterView
from relay.conduct.talks.talks import MAX_TEXT, Talk, TalkState, Took
from relay.language.cries import cries_out, may_call_out
from relay.language.graphemes import is_within
from relay.language.vocabulary import clean

talking = Router("talking")


def is_not_own(heard: HeardMessage) -> bool:
    """Whether it is not about a talk that moderators have with whoever types it, nor a cry."""
    if cries_out(heard.typed.rest) or may_call_out(heard.message.text):
        return False
    number, _ = read_number(heard.typed.rest)
    own = {talk.matter for talk in heard.services.talks.of_person(heard.person)}
    return number not in own and not (number is None and own)


@talking.command(
    "talk",
    new,
    is_not_own,
    may=moderator,
    section=Section.MODERATING,
    usages=(
        (Follows.NUMBER, Follows.TEXT),
        (Follows.NUMBER,),
        (Follows.NUMBER, Follows.CLOSE),
    ),
)
async def talk(heard: HeardMessage) -> None:
    """Read a talk, say something in it, or end it."""
    services = heard.services
    number, rest = read_number(heard.typed.rest)
    if number is None:
        await heard.say("talk-which", example=f"{services.vocabulary.name('talk')} 412")
        return
    view = services.matters.matter(heard.person, number)
    if view is None:
        await heard.say("talk-unknown", number=str(number))
    elif view.subject is None:
        await heard.say("talk-subject-unknown", number=str(number))
    elif services.vocabulary.answers_with("talk_close", rest):
        await _close(heard, number)
    elif clean(rest).strip():
        await _say(heard, view, clean(rest))
    else:
        await _show(heard, number)


async def _say(heard: HeardMessage, view: MatterView, text: str) -> None:
    services, number = heard.services, view.number
    known = services.talks.get(number)
    if known is not None and known.state is TalkState.DECLINED:
        await heard.say("talk-declined-already", number=str(number))
        return
    if not is_within(text, MAX_TEXT):
        await heard.say_text(refusal_text(services, Took.TOO_LONG))
        return
    if heard.message.attachments:
        await heard.say("talk-only-words")
    if known is None or known.state is not TalkState.OPEN:
        branch = services.branches[view.branch].name
        said = said_text(services, text)
        sent = await heard.say("talk-preview", branch=branch, said=said)
        heard.enter(ConfirmTalk(matter=number, text=text, preview=sent.delivery))
        return
    took = said_by_moderators(services, known, text, heard.person, "talk-from-moderators")
    if took is Took.SAID:
        await heard.say("talk-said")
    else:
        await heard.say_text(refusal_text(services, took))


async def _show(heard: HeardMessage, number: int) -> None:
    services, person = heard.services, heard.person
    known = services.talks.get(number)
    if known is None:
        await heard.say("talk-nothing-yet", number=str(number))
        return
    lines = services.talks.unread(known, person) or services.talks.last(known)
    sent = await heard.say(
        "talk-lines",
        number=str(number),
        lines=lines_text(services, lines, "talk-line-person"),
        more="yes" if services.talks.has_unread(known, person) else "no",
        state=state_of(known),
    )
    services.matters.shown(number, person, sent.delivery)


async def _close(heard: HeardMessage, number: int) -> None:
    services = heard.services
    known = services.talks.get(number)
    if known is None:
        await heard.say("talk-nothing-yet", number=str(number))
        return
    if known.state is TalkState.OPEN:
        end(heard, known)
    await heard.say("talk-closed-by-you", number=str(number))


def end(heard: Heard[Any], talk: Talk) -> None:
    """End a talk for the moderators: both sides are told."""
    services = heard.services
    services.talks.close(talk, TalkState.CLOSED)
    tell(services, talk, talk.person, "talk-closed")
    if talk.companion is not None:
        tell(services, talk, talk.companion, "talk-companion-over")
        services.talks.send_away(talk)
    tell_moderators(services, talk, "talk-closed-told", besides=heard.person)
