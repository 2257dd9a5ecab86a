"""`let in 412`, `turn away 412`, a thumb on the request, `requests`: what keepers answer."""

import re

from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import keeper, new
from handlers.conversation.heard import HeardMessage, HeardReaction
from handlers.conversation.router import Router
from handlers.groups.door_notices import DoorNotices, request_text
from handlers.parsing import is_thumb, read_number
from relay.groups.door_rules import Answer

answering = Router("joining_keepers")
_WORDS_BEFORE = re.compile(r"[^\W\d]+(?:\s+[^\W\d]+)?\s+(?=#?\d)")


def lets_in(heard: HeardMessage) -> bool:
    """Whether "in" or a number follows: "let me know" is no command."""
    said = heard.services.vocabulary.answers_with("let_in", heard.typed.rest)
    return said or _number(heard) is not None


def turns_away(heard: HeardMessage) -> bool:
    """Whether "away" or a number follows."""
    said = heard.services.vocabulary.answers_with("turn_away", heard.typed.rest)
    return said or _number(heard) is not None


@answering.command(
    "let", new, lets_in, may=keeper, section=Section.KEEPING, usages=((Follows.IN, Follows.NUMBER),)
)
async def let_in(heard: HeardMessage) -> None:
    """Let somebody in."""
    await _answer(heard, Answer.LET_IN)


@answering.command(
    "turn",
    new,
    turns_away,
    may=keeper,
    section=Section.KEEPING,
    usages=((Follows.AWAY, Follows.NUMBER),),
)
async def turn_away(heard: HeardMessage) -> None:
    """Turn somebody away."""
    await _answer(heard, Answer.TURN_AWAY)


@answering.command("requests", new, may=keeper, section=Section.KEEPING)
async def list_requests(heard: HeardMessage) -> None:
    """List who waits for an answer of theirs."""
    services = heard.services
    waiting = services.doors.at_doors_of(heard.person)
    if not waiting:
        await heard.say("requests-none")
        return
    lines = [request_text(services, request, group) for request, group in waiting]
    await heard.say("requests", lines="\n".join(lines))


def _is_answer(heard: HeardReaction) -> bool:
    return _reacted_to(heard) is not None


@answering.reaction(_is_answer)
async def answer_by_thumb(heard: HeardReaction) -> None:
    """A thumb up lets in, one down turns away; all else is only an emoji."""
    number = _reacted_to(heard)
    assert number is not None  # noqa: S101 -- what the filter let through
    up = is_thumb(heard.signal.message.emoji)
    result = Answer.LET_IN if up else Answer.TURN_AWAY
    services = heard.services
    found = services.doors.answer(number, heard.person, result, DoorNotices(services))
    if found is not None:
        await heard.say(_DONE[result], number=str(number), name=found[1].name)


_DONE = {Answer.LET_IN: "request-let-in", Answer.TURN_AWAY: "request-turned-away"}


async def _answer(heard: HeardMessage, answer: Answer) -> None:
    services, number = heard.services, _number(heard)
    if number is None:
        waiting = services.doors.at_doors_of(heard.person)
        example = str(waiting[0][0].number) if waiting else "412"
        await heard.say("request-number-missing", number=example)
        return
    found = services.doors.answer(number, heard.person, answer, DoorNotices(services))
    if found is None:
        await heard.say("request-unknown", number=str(number))
    else:
        await heard.say(_DONE[answer], number=str(number), name=found[1].name)


def _number(heard: HeardMessage) -> int | None:
    """The number that follows, before or after "in" or "away"."""
    vocabulary, rest = heard.services.vocabulary, heard.typed.rest

    def says_which(words: str) -> bool:
        return any(vocabulary.answers_with(one, words) for one in ("let_in", "turn_away"))

    before = _WORDS_BEFORE.match(rest)
    if before is not None and says_which(before[0].strip()):
        rest = rest[before.end() :]
    number, after = read_number(rest)
    after = vocabulary.phrase("round_a_group").sub("", after).strip()
    meant = not after or says_which(after) or vocabulary.answers_with("thanks", after)
    return number if meant else None


def _reacted_to(heard: HeardReaction) -> int | None:
    """The number of the request that a keeper has put a thumb on, or None."""
    services, reaction = heard.services, heard.signal.message
    if not heard.gives_thumb or services.admins.waits(heard.person):
        return None
    for request, _ in services.doors.at_doors_of(heard.person):
        if services.is_on(reaction, request.shown.get(heard.person)):
            return request.number
    return None
