"""`appeal 412 …`: somebody asks for what was decided about them to be looked at again.

Only whom it is about can: to everybody else it is a number that does not exist.
"""

from typing import Any

from handlers.conduct.appeals.states import AskAppeal
from handlers.conduct.appeals.texts import beyond_text, name_of
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import new
from handlers.conversation.heard import Heard, HeardMessage, looked_up_once
from handlers.conversation.router import Router
from handlers.parsing import read_number
from relay.conduct.appeals.appeal import AppealState, Asked, Refusal
from relay.conduct.appeals.appeals import MAX_WORDS
from relay.conduct.decisions.decision import Decision
from relay.language.cries import cries_out, may_call_out
from relay.language.telling import may_be_in_danger
from relay.language.vocabulary import clean

appealing = Router("appealing")
appeal_answers = Router("appeal_answers")
unknown_appeals = Router("unknown_appeals")

_REFUSALS = {
    Refusal.LATE: "appeal-late",
    Refusal.ANSWERED: "appeal-second",
    Refusal.ENOUGH: "appeal-enough",
    Refusal.TOO_LONG: "appeal-too-long",
    Refusal.OVERTURNED: "appeal-overturned",
}


@looked_up_once
def _own(heard: Heard[Any]) -> tuple[Decision, ...]:
    return tuple(heard.services.appeals.decided_about(heard.person))


def decided_about(heard: HeardMessage) -> bool:
    """Let through about whom something was decided that is not destroyed."""
    return bool(_own(heard))


def is_own(heard: HeardMessage) -> bool:
    """Whether it is about such a decision, and no cry."""
    if cries_out(heard.typed.rest) or may_call_out(heard.message.text):
        return False
    number, _ = read_number(heard.typed.rest)
    return number is None or any(one.matter == number for one in _own(heard))


@appealing.command(
    "appeal",
    new,
    is_own,
    may=decided_about,
    section=Section.DECIDED,
    usages=((Follows.NUMBER, Follows.TEXT), ()),
)
async def appeal(heard: HeardMessage) -> None:
    """Take the appeal, or ask why."""
    number, rest = read_number(heard.typed.rest)
    decision = _chosen(heard, number)
    if decision is None:
        numbers = ", ".join(str(one.matter) for one in _possible(heard))
        example = str(_possible(heard)[0].matter)
        await heard.say("appeal-which", numbers=numbers, example=example)
        return
    refusal = heard.services.appeals.refusal(decision)
    if refusal is not None:
        await _refuse(heard, decision, refusal)
    elif clean(rest).strip():
        await _take(heard, decision, clean(rest).strip())
    else:
        heard.enter(AskAppeal(matter=decision.matter))
        await heard.say("appeal-ask-why", number=str(decision.matter), most=str(MAX_WORDS))


def drops_it(heard: HeardMessage) -> bool:
    """Whether they do not want to appeal after all."""
    return heard.answers("no") or heard.answers("leave")


@appeal_answers.answer(AskAppeal, new, drops_it)
async def drop(heard: HeardMessage, asked: AskAppeal) -> None:
    """Leave it."""
    heard.leave()
    await heard.say("appeal-not-made", number=str(asked.matter))


def may_be_why(heard: HeardMessage) -> bool:
    """Whether it may say why: no cry for help, and no command."""
    text = clean(heard.message.text)
    if cries_out(text) or may_call_out(text) or not text.strip():
        return False
    return not any(one.is_typed(heard) for one in heard.services.commands.of(heard))


@appeal_answers.answer(AskAppeal, new, may_be_why)
async def take_why(heard: HeardMessage, asked: AskAppeal) -> None:
    """Take the appeal."""
    decision = next((one for one in _own(heard) if one.matter == asked.matter), None)
    if decision is None:
        heard.leave()
        await heard.say("appeal-unknown", number=str(asked.matter))
        return
    await _take(heard, decision, clean(heard.message.text).strip())


def names_one(heard: HeardMessage) -> bool:
    """Whether a number follows, in an installation where somebody moderates."""
    number, _ = read_number(heard.typed.rest)
    services = heard.services
    return number is not None and any(services.moderators.of(slug) for slug in services.branches)


@unknown_appeals.command("appeal", new, names_one)
async def say_unknown(heard: HeardMessage) -> None:
    """Say that there is none: just so whether there is one about somebody else."""
    number, rest = read_number(heard.typed.rest)
    if cries_out(rest) or may_call_out(heard.message.text):
        await heard.say_text(heard.services.said_in_danger("appeal-danger"))
        return
    await heard.say("appeal-unknown", number=str(number))


async def _take(heard: HeardMessage, decision: Decision, words: str) -> None:
    services = heard.services
    asked = services.appeals.ask(decision, words)
    if asked.refusal is Refusal.TOO_LONG and isinstance(heard.state, AskAppeal):
        await _refuse(heard, decision, asked.refusal)
        return
    if isinstance(heard.state, AskAppeal):
        heard.leave()
    if asked.refusal is not None or asked.appeal is None:
        await _refuse(heard, decision, asked.refusal or Refusal.LATE)
        return
    if heard.message.attachments:
        await heard.say("talk-only-words")
    await _say_taken(heard, decision, asked)
    if may_be_in_danger(services.vocabulary, words):
        await heard.say_text(services.said_in_danger("appeal-beside"))


async def _say_taken(heard: HeardMessage, decision: Decision, asked: Asked) -> None:
    services, appeal = heard.services, asked.appeal
    assert appeal is not None  # noqa: S101 -- it was taken
    if appeal.state is AppealState.NOBODY:
        await heard.say(
            "appeal-nobody",
            branch=name_of(services, decision.branch),
            beyond=beyond_text(services, decision.branch),
            until=services.time.spoken(services.appeals.until(decision)),
        )
    elif asked.added:
        await heard.say("appeal-added", number=str(decision.matter))
    else:
        await heard.say(
            "appeal-taken",
            number=str(decision.matter),
            court=name_of(services, appeal.court),
            own="yes" if appeal.court == decision.branch else "no",
            deadline=services.time.spoken(appeal.deadline),
            holds="yes" if decision.is_in_force and decision.keeps_out else "no",
        )


async def _refuse(heard: HeardMessage, decision: Decision, refusal: Refusal) -> None:
    services = heard.services
    await heard.say(
        _REFUSALS[refusal],
        number=str(decision.matter),
        until=services.time.spoken(services.appeals.until(decision)),
        beyond=beyond_text(services, decision.branch),
        most=str(MAX_WORDS),
    )


def _possible(heard: HeardMessage) -> list[Decision]:
    """Return what they can appeal against, else all that was decided about them."""
    own = _own(heard)
    return [one for one in own if heard.services.appeals.refusal(one) is None] or list(own)


def _chosen(heard: HeardMessage, number: int | None) -> Decision | None:
    """Return the newest decision of the number, or the only one that can be meant."""
    possible = _possible(heard)
    if number is None:
        return possible[0] if len(possible) == 1 else None
    there = (*(one for one in possible if one.matter == number), *_own(heard))
    return next(one for one in there if one.matter == number)
