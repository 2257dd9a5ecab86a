"""`decide`: a moderator says what was done, what follows, and sees it as the person will read it.

moderator: decide 412
bot:       Matter 412 is about Mo. Do you know Mo closely, or are you part of what happened? …
moderator: no
bot:       What was done? Choose what fits best, by its number: …
"""

from typing import Any

from handlers.conduct.decisions.ending import stands_in_way
from handlers.conduct.decisions.finding import ask_message, ask_who_in
from handlers.conduct.decisions.states import (
    AskDays,
    AskEffect,
    AskKnown,
    AskReasonOf,
    AskStep,
    AskWhat,
    AskWhere,
    ConfirmDecision,
    Deciding,
)
from handlers.conduct.decisions.steps import (
    LONGEST,
    ask_days,
    ask_known,
    ask_standard,
    ask_step,
    ask_where,
    begin_draft,
    days_said,
    groups_for,
    groups_said,
    preview,
    steps_for,
)
from handlers.conduct.decisions.texts import person_name
from handlers.conduct.talks.texts import plain_text
from handlers.conversation.catalogue import Command, Follows, Section, own_words
from handlers.conversation.filters import moderator, new, says_no
from handlers.conversation.heard import Heard, HeardMessage
from handlers.conversation.router import Router
from handlers.left_out import without_lost
from handlers.parsing import read_number
from relay.conduct.decisions.decision import Decision, Step
from relay.language.cries import cries_out
from relay.language.graphemes import is_within
from relay.language.telling import may_be_in_danger
from relay.language.vocabulary import clean

deciding = Router("deciding")
deciding_answers = Router("deciding_answers")

_FEWEST_LETTERS = 5


def names_matter_or_none(heard: HeardMessage) -> bool:
    """Whether nothing but the number of a matter follows, or nothing at all."""
    number, more = read_number(heard.typed.rest)
    return not heard.typed.rest or (number is not None and not more)


@deciding.command(
    "decide",
    new,
    names_matter_or_none,
    may=moderator,
    section=Section.MODERATING,
    usages=((Follows.NUMBER,), ()),
)
async def begin(heard: HeardMessage) -> None:
    """Begin a decision in a matter, or open one for it."""
    number, _ = read_number(heard.typed.rest)
    if number is None:
        await ask_message(heard)
        return
    services = heard.services
    view = services.matters.matter(heard.person, number)
    if view is None:
        await say_unknown(heard, number)
    elif view.subject is None:
        await ask_who_in(heard, view)
    else:
        state = begin_draft(heard, view)
        draft = state.draft(services)
        stands = None if draft is None else stands_in_way(services, heard.person, draft)
        if stands is not None:
            state.forget(services)
            await heard.say_text(stands)
        else:
            await ask_known(heard, state)


async def say_unknown(heard: Heard[Any], number: int) -> None:
    """Say that there is no such matter: the same to everybody who may not know of it."""
    command = heard.services.vocabulary.name("decide")
    await heard.say("decision-unknown", number=str(number), command=command)


def is_answer(heard: HeardMessage) -> bool:
    """Whether it answers a question about a decision: no cry for help, and no whole command."""
    if cries_out(heard.message.text):
        return False
    if heard.begins_with("stop") or read_number(clean(heard.message.text))[0] is not None:
        return True
    return own_words(Command.is_whole)(heard)


async def _draft(heard: HeardMessage, state: Deciding) -> Decision | None:
    """Return what a moderator is at, if they may still decide it; else say so and forget it."""
    draft, proposals = state.draft(heard.services), heard.services.deciding.proposals
    if draft is None:
        heard.leave()
        await heard.say("decision-dropped")
        return None
    if not proposals.may_decide(heard.person, draft.but(step=Step.NOTE, groups=())):
        heard.leave()
        state.forget(heard.services)
        await heard.say("decision-no-mandate")
        return None
    return draft


@deciding_answers.answer(AskKnown, new, is_answer)
async def take_known(heard: HeardMessage, asked: AskKnown) -> None:
    """Take whether they know the person closely or are part of it; then others decide."""
    draft = await _draft(heard, asked)
    if draft is None:
        return
    if heard.answers("yes"):
        heard.leave()
        asked.forget(heard.services)
        if not asked.opened:
            heard.services.matters.exclude(draft.matter, heard.person)
        await heard.say("decision-known", number=str(draft.matter))
    elif heard.begins_with("stop"):
        await _drop(heard, asked)
    elif heard.answers("no"):
        await ask_standard(heard, asked)
    else:
        if may_be_in_danger(heard.services.vocabulary, heard.message.text or ""):
            await heard.say_text(heard.services.said_in_danger("decision-danger-goes-on"))
        await ask_known(heard, asked)


@deciding_answers.answer(Deciding, new, is_answer, says_no)
async def drop(heard: HeardMessage, asked: Deciding) -> None:
    """Forget it."""
    await _drop(heard, asked)


async def _drop(heard: HeardMessage, asked: Deciding) -> None:
    heard.leave()
    asked.forget(heard.services)
    await heard.say("decision-dropped")


@deciding_answers.answer(AskWhat, new, is_answer)
async def take_standard(heard: HeardMessage, asked: AskWhat) -> None:
    """Take which of the branch's standards it is about."""
    draft = await _draft(heard, asked)
    if draft is None:
        return
    services = heard.services
    number, _ = read_number(clean(heard.message.text))
    known = {one.id: one for one in services.standards.list(draft.branch)}
    if number not in known:
        heard.enter(asked)
        await heard.say_text(_after_danger(heard, heard.services.words.say("decision-choose")))
        return
    one = known[number]
    chosen = draft.but(
        standard=services.in_public.words.say("decision-standard", title=one.title, text=one.text),
        standard_id=str(one.id),
        version=str(services.standards.version(draft.branch)),
    )
    services.deciding.decisions.save(chosen)
    heard.enter(asked.becomes(AskEffect))
    await heard.say("decision-ask-effect", name=person_name(services, draft.person))


@deciding_answers.answer(AskEffect, new, is_answer)
async def take_effect(heard: HeardMessage, asked: AskEffect) -> None:
    """Take how it affected others."""
    draft, text = await _draft(heard, asked), _text(heard)
    if draft is None or await _is_no_text(heard, asked, text):
        return
    services = heard.services
    services.deciding.decisions.save(draft.but(effect=text))
    heard.enter(asked.becomes(AskReasonOf))
    name = person_name(services, draft.person)
    await _say_next(heard, services.words.say("decision-ask-reason", name=name))


@deciding_answers.answer(AskReasonOf, new, is_answer)
async def take_reason(heard: HeardMessage, asked: AskReasonOf) -> None:
    """Take why it is decided; where it is about a belief, one line says what counts."""
    draft, text = await _draft(heard, asked), _text(heard)
    if draft is None or await _is_no_text(heard, asked, text):
        return
    heard.services.deciding.decisions.save(draft.but(reason=text))
    if heard.services.vocabulary.phrase("belief").search(text):
        await heard.say("decision-belief")
    if may_be_in_danger(heard.services.vocabulary, text):
        await heard.say_text(heard.services.said_in_danger("decision-danger-goes-on"))
    await ask_step(heard, asked, draft)


@deciding_answers.answer(AskStep, new, is_answer)
async def take_step(heard: HeardMessage, asked: AskStep) -> None:
    """Take what should happen."""
    draft = await _draft(heard, asked)
    if draft is None:
        return
    steps = steps_for(heard, draft)
    number, _ = read_number(clean(heard.message.text))
    if number is None or not 1 <= number <= len(steps):
        heard.enter(asked)
        await heard.say_text(_after_danger(heard, heard.services.words.say("decision-choose")))
        return
    chosen = draft.but(step=steps[number - 1], groups=(), days=None)
    heard.services.deciding.decisions.save(chosen)
    if chosen.step is Step.TIMEOUT:
        await ask_where(heard, asked, chosen)
    else:
        await preview(heard, asked, chosen)


@deciding_answers.answer(AskWhere, new, is_answer)
async def take_groups(heard: HeardMessage, asked: AskWhere) -> None:
    """Take out of which groups."""
    draft = await _draft(heard, asked)
    if draft is None:
        return
    chosen = groups_said(heard, groups_for(heard, draft))
    if not chosen:
        heard.enter(asked)
        await heard.say("decision-where-unclear")
        return
    heard.services.deciding.decisions.save(draft.but(groups=chosen))
    await ask_days(heard, asked, draft)


@deciding_answers.answer(AskDays, new, is_answer)
async def take_days(heard: HeardMessage, asked: AskDays) -> None:
    """Take for how many days."""
    draft = await _draft(heard, asked)
    if draft is None:
        return
    most = heard.services.branches[draft.branch].conduct.longest_timeout_days
    days = days_said(heard.services, clean(heard.message.text))
    if days is None or not 1 <= days <= most:
        heard.enter(asked)
        await heard.say("decision-days-unclear", most=most)
        return
    chosen = draft.but(days=days)
    heard.services.deciding.decisions.save(chosen)
    await preview(heard, asked, chosen)


def wants_to_change(heard: HeardMessage) -> bool:
    """Whether what is shown is to be gone through again."""
    return heard.answers("change") or heard.begins_with("edit")


@deciding_answers.answer(ConfirmDecision, new, wants_to_change)
async def change(heard: HeardMessage, shown: ConfirmDecision) -> None:
    """Go through it again."""
    if await _draft(heard, shown) is not None:
        await ask_standard(heard, shown)


@deciding_answers.answer(ConfirmDecision, new, is_answer)
async def ask_again(heard: HeardMessage, shown: ConfirmDecision) -> None:
    """Say what can be answered; words that are no answer may be a cry."""
    heard.enter(shown)
    said = heard.services.words.say("decision-answer-unclear")
    await heard.say_text(_after_danger(heard, said))


def _text(heard: HeardMessage) -> str:
    """Return what they wrote as one line that does nothing but say it."""
    text = without_lost(clean(heard.message.text))
    return " ".join(plain_text(heard.services, text).split())


async def _is_no_text(heard: HeardMessage, asked: Deciding, text: str) -> bool:
    """Ask again where a text is too long or says nothing."""
    if sum(char.isalpha() for char in text) < _FEWEST_LETTERS:
        heard.enter(asked)
        await heard.say("decision-too-short")
    elif not is_within(text, LONGEST):
        heard.enter(asked)
        await heard.say("decision-too-long", most=LONGEST)
    else:
        return False
    return True


async def _say_next(heard: HeardMessage, said: str) -> None:
    """Say what comes next, after what to do in danger where the answer may have been a cry."""
    await heard.say_text(_after_danger(heard, said))


def _after_danger(heard: HeardMessage, said: str) -> str:
    services = heard.services
    calls = may_be_in_danger(services.vocabulary, heard.message.text or "")
    return services.after_danger(said) if calls else said
