"""What the person says in a talk, says no to, or brings somebody to.

person: I did not mean her
bot:    I have passed it on to the moderators of Hackney branch. …

Plain words go to the moderators while a talk is open: of whoever is in the middle of nothing else,
and has no commands of their own besides. A cry for help is none of them. What may be a slip of a
command, what may tell of harm, and what comes long after the last word is asked about first.
"""

from datetime import timedelta
from typing import Any

from handlers.conduct.meant import says_so, says_whether
from handlers.conduct.talks.passing import said_by_person, tell, tell_moderators
from handlers.conduct.talks.states import AskMeant
from handlers.conduct.talks.texts import branch_name, lines_text, refusal_text, state_of
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import new
from handlers.conversation.heard import Heard, HeardMessage, looked_up_once
from handlers.conversation.router import Router
from handlers.parsing import read_number
from relay.conduct.talks.talks import MAX_TEXT, Side, Talk, TalkState, Took
from relay.language.cries import cries_out, may_call_out
from relay.language.graphemes import is_within
from relay.language.telling import despairs, tells
from relay.language.vocabulary import clean

own_talks = Router("own_talks")
talk_answers = Router("talk_answers")
talk_words = Router("talk_words")

LATELY = timedelta(days=1)
"""After so long without a word in it, it is asked whether words are for a talk."""
_HOUR = timedelta(hours=1)


@looked_up_once
def _own(heard: Heard[Any]) -> tuple[Talk, ...]:
    return tuple(heard.services.talks.of_person(heard.person))


def talks_with_moderators(heard: HeardMessage) -> bool:
    """Let through with whom moderators talk, or have."""
    return bool(_own(heard))


def is_own(heard: HeardMessage) -> bool:
    """Whether it is about a talk of their own, and no cry."""
    if cries_out(heard.typed.rest) or may_call_out(heard.message.text):
        return False
    number, _ = read_number(heard.typed.rest)
    return number is None or any(talk.matter == number for talk in _own(heard))


@own_talks.command(
    "talk",
    new,
    is_own,
    may=talks_with_moderators,
    section=Section.DECIDED,
    usages=((), (Follows.TEXT,), (Follows.NO,), (Follows.BRING,), (Follows.ALONE,)),
)
async def talk(heard: HeardMessage) -> None:
    """Show how it stands, or do what is said after it."""
    services, known = heard.services, heard.services.vocabulary
    number, rest = read_number(heard.typed.rest)
    text = clean(rest).strip()
    if isinstance(heard.state, AskMeant):
        heard.leave()
    chosen = _chosen(heard, number)
    if chosen is None:
        await _ask_which(heard)
    elif not text:
        await _show(heard, chosen)
    elif known.answers_with("talk_no", text):
        await _decline(heard, chosen)
    elif known.answers_with("talk_bring", text):
        await _bring(heard, chosen)
    elif known.answers_with("talk_alone", text):
        await _send_away(heard, chosen)
    elif is_within(text, MAX_TEXT):
        await _pass_on(heard, chosen, text)
    else:
        await heard.say_text(refusal_text(services, Took.TOO_LONG))


@talk_answers.answer(AskMeant, new, says_whether)
async def take_meant(heard: HeardMessage, asked: AskMeant) -> None:
    """Pass the words on, or drop them."""
    heard.leave()
    found = next((talk for talk in _own(heard) if talk.matter == asked.matter), None)
    if found is None or not says_so(heard):
        await heard.say("talk-not-passed-on")
        return
    await _pass_on(heard, found, asked.text)


def is_for_moderators(heard: HeardMessage) -> bool:
    """Whether plain words may be meant for an open talk."""
    if heard.services.has_role(heard.person) or not _open(heard):
        return False
    if heard.state is not None and not isinstance(heard.state, AskMeant):
        return False
    text = heard.message.text
    return not (cries_out(text) or may_call_out(text))


@talk_words.message(new, is_for_moderators)
async def take_words(heard: HeardMessage) -> None:
    """Pass them on, or ask first where there is any doubt."""
    services, text = heard.services, clean(heard.message.text).strip()
    talks = _open(heard)
    if len(talks) > 1:
        await _ask_which(heard)
        return
    talk, before = talks[0], heard.state
    if heard.message.attachments and not text:
        await heard.say_text(services.said_in_danger("talk-only-words"))
        return
    if heard.message.attachments:
        await heard.say("talk-only-words")
    if isinstance(before, AskMeant):
        text = f"{before.text}\n{text}"
    if not is_within(text, MAX_TEXT):
        heard.leave()
        await heard.say_text(refusal_text(services, Took.TOO_LONG))
        return
    if isinstance(before, AskMeant):
        await _ask(heard, talk, text)
        return
    meant = services.commands.nearest_whole(heard)
    if meant is not None:
        heard.enter(AskMeant(matter=talk.matter, text=text))
        word, branch = services.vocabulary.name(meant.id), branch_name(services, talk)
        await heard.say("talk-ask-command", command=word, branch=branch)
        return
    is_late = services.clock.now() - talk.last > LATELY
    if is_late or _may_be_in_danger(heard) or _is_nothing_but_a_command(heard):
        await _ask(heard, talk, text)
        return
    await _pass_on(heard, talk, text)


def _is_nothing_but_a_command(heard: HeardMessage) -> bool:
    """Whether it is a word that is a command, if not one of theirs here: "stop", "appeal"."""
    return any(heard.bare in words for words in heard.services.vocabulary.commands.values())


def _may_be_in_danger(heard: HeardMessage) -> bool:
    """Whether words tell of harm, or may be said in danger, in the middle of more of them."""
    known = heard.services.vocabulary
    calls = known.name("help") in heard.bare.split()
    comes = known.phrase("they_come").search(heard.bare) is not None
    text = heard.message.text or ""
    return calls or comes or tells(known, text) or despairs(known, text)


async def _ask(heard: HeardMessage, talk: Talk, text: str) -> None:
    heard.enter(AskMeant(matter=talk.matter, text=text))
    services = heard.services
    said = services.words.say("talk-ask-meant", branch=branch_name(services, talk))
    await heard.say_text(services.after_danger(said))


async def _pass_on(heard: HeardMessage, talk: Talk, text: str) -> None:
    services = heard.services
    is_first = not services.talks.has_said_lately(talk, Side.PERSON, _HOUR)
    took = said_by_person(services, talk, text)
    branch = branch_name(services, talk)
    if took is Took.TOO_MANY:
        # Two hundred messages are not answered two hundred times.
        if services.limits.takes_mark(heard.person, "talk-too-many"):
            await heard.say_text(services.said_in_danger("talk-too-many"))
    elif took is not Took.SAID:
        await heard.say_text(refusal_text(services, took))
    elif is_first or _may_be_in_danger(heard):
        said = services.words.say("talk-passed-on-first", branch=branch)
        await heard.say_text(services.after_danger(said))
    else:
        await heard.say("talk-passed-on", branch=branch)


async def _show(heard: HeardMessage, talk: Talk) -> None:
    services, person = heard.services, heard.person
    lines = services.talks.unread(talk, person) or services.talks.last(talk)
    await heard.say(
        "talk-stands",
        number=str(talk.matter),
        branch=branch_name(services, talk),
        lines=lines_text(services, lines, "talk-you"),
        more="yes" if services.talks.has_unread(talk, person) else "no",
        state=state_of(talk),
    )


async def _decline(heard: HeardMessage, talk: Talk) -> None:
    services = heard.services
    if talk.state is TalkState.OPEN:
        services.talks.close(talk, TalkState.DECLINED)
        tell_moderators(services, talk, "talk-declined-told")
        if talk.companion is not None:
            tell(services, talk, talk.companion, "talk-companion-over")
            services.talks.send_away(talk)
    await heard.say("talk-declined", number=str(talk.matter))


async def _bring(heard: HeardMessage, talk: Talk) -> None:
    if talk.companion is not None:
        await heard.say("talk-code-again-taken")
        return
    await heard.say("talk-code", code=heard.services.talks.offer_code(talk))


async def _send_away(heard: HeardMessage, talk: Talk) -> None:
    services = heard.services
    if talk.companion is None and not talk.invites:
        await heard.say("talk-friend-none")
        return
    services.talks.send_away(talk)
    if talk.companion is not None:
        tell(services, talk, talk.companion, "talk-sent-away")
        tell_moderators(services, talk, "talk-companion-gone")
    await heard.say("talk-friend-sent-away")


def _open(heard: Heard[Any]) -> list[Talk]:
    return [talk for talk in _own(heard) if talk.state is TalkState.OPEN]


def _chosen(heard: HeardMessage, number: int | None) -> Talk | None:
    """The talk that is meant: that of the number, or the only one, or the only one that is open."""
    own = _own(heard)
    if number is not None:
        return next((talk for talk in own if talk.matter == number), None)
    if len(own) == 1:
        return own[0]
    still = _open(heard)
    return still[0] if len(still) == 1 else None


async def _ask_which(heard: HeardMessage) -> None:
    services = heard.services
    own = _open(heard) or list(_own(heard))
    numbers = ", ".join(str(talk.matter) for talk in own)
    said = services.words.say("talk-which-of-yours", numbers=numbers, example=str(own[0].matter))
    await heard.say_text(services.after_danger(said))
