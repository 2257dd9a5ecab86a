"""Taking the answer to a question about a meeting."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from signalbot import Context

from handlers.announcements.preview import refused_text
from handlers.meetings.ask import again, ask, leave
from handlers.meetings.doubts import chosen, on_day, resolve
from handlers.meetings.facts import BRANCH, MAX_LINE, MOST, Facts
from handlers.meetings.files import arrived_papers
from handlers.meetings.invitation import read_invitation
from handlers.meetings.reading import fields_in, in_words, other_question
from handlers.meetings.times import recurring, spoken
from handlers.meetings.timing import timed, understand_when
from handlers.meetings.typed import is_done, is_skip, links_in
from handlers.services import Services
from handlers.typed import is_no, read_command, read_number
from relay.settings import Branch

_LEAVE = frozenset({"stop", "cancel", "drop", "leave"})
_NEEDED = frozenset({BRANCH, "title", "when"})
_INVITATION_LINES = 3


async def take_answer(
    services: Services,
    context: Context[Any],
    person: str,
    facts: Facts,
    question: str,
    text: str,
) -> None:
    """Take one answer, and ask for the next or show the meeting.

    Args:
        services: the parts of the relay.
        context: where to answer.
        person: the admin's account id.
        facts: what is known, with the papers that came with the message.
        question: which one is answered.
        text: the answer.
    """
    command = read_command(text)
    if (command.command in _LEAVE and not command.rest) or (is_no(text) and question in _NEEDED):
        await leave(services, context, person, facts)
    elif (other := other_question(question, text)) is not None:
        name, value = other
        facts = replace(facts, done=tuple(one for one in facts.done if one != name))
        if value:
            await take_answer(services, context, person, facts, name, value)
        else:
            await ask(services, context, person, facts)
    elif question == BRANCH:
        await _take_branch(services, context, person, facts, text)
    elif question == "papers":
        await _take_papers(services, context, person, facts, text)
    elif not text:
        await ask(services, context, person, facts)
    elif question == "when":
        await _take_when(services, context, person, facts, text)
    elif is_skip(text) or is_no(text):
        await ask(services, context, person, facts.answered(question))
    elif question == "title" and _is_invitation(services, text):
        await _take_invitation(services, context, person, facts, text)
    else:
        await _take_text(services, context, person, facts, question, text)


async def _take_text(
    services: Services,
    context: Context[Any],
    person: str,
    facts: Facts,
    question: str,
    text: str,
) -> None:
    most = MOST.get(question, MAX_LINE)
    if len(text) > most:
        said = services.words.say("meeting-too-long", length=len(text), most=most)
        await again(services, context, person, facts, said)
        return
    await ask(services, context, person, in_words(facts, question, text))


async def _take_invitation(
    services: Services, context: Context[Any], person: str, facts: Facts, text: str
) -> None:
    known, problem = read_invitation(services, facts, text)
    if known.done == facts.done and not problem:
        # Nothing of it was certain. As the title it may be too long.
        if len(text) <= MAX_LINE:
            await _take_text(services, context, person, facts, "title", text)
            return
        problem = services.words.say("meeting-too-long", length=len(text), most=MAX_LINE)
    await ask(services, context, person, known, problem)


async def _take_when(
    services: Services, context: Context[Any], person: str, facts: Facts, text: str
) -> None:
    if is_skip(text):
        said = services.words.say("meeting-when-needed")
        await again(services, context, person, facts, said)
        return
    doubt = facts.open_moment
    choice = None if doubt is None else chosen(doubt, text)
    if doubt is not None and choice is not None:
        facts, problem = resolve(services, facts, doubt, choice)
        await ask(services, context, person, facts, problem)
        return
    when, problem = (None if doubt is None else on_day(services, doubt, text)), ""
    if when is None:
        when, problem = understand_when(services, text)
    if when is None:
        await again(services, context, person, facts, problem)
        return
    facts = timed(facts, when)
    zone = services.time.zone
    understood = (
        spoken(services, when.start, zone)
        if when.rule is None
        else recurring(services, when.start, when.rule, zone)
    )
    lead = services.words.say("meeting-when-understood", when=understood)
    if when.guessed:
        time = services.time.time(when.start)
        lead = f"{lead} {services.words.say('meeting-when-guessed', time=time)}"
    await ask(services, context, person, facts, "" if facts.next_question is None else lead)


async def _take_papers(
    services: Services, context: Context[Any], person: str, facts: Facts, text: str
) -> None:
    if is_skip(text) or is_no(text) or is_done(text):
        await ask(services, context, person, facts.answered("papers"))
        return
    links = tuple(dict.fromkeys((*facts.links, *links_in(text))))
    # What came with this message is among the files already.
    had = len(facts.files) + len(facts.links)
    taken = replace(facts, links=links)
    count = len(taken.papers)
    refused = arrived_papers(services)[1]
    nothing_new = not count or (not context.message.attachments and count == had)
    if refused:
        so_far = services.words.say("meeting-papers-so-far", count=count)
        text = refused_text(services, refused)
        await again(services, context, person, taken, f"{text}\n{so_far}")
    elif nothing_new:
        said = services.words.say("meeting-papers-none-there")
        await again(services, context, person, taken, said)
    elif _only_papers_open(taken):
        await ask(services, context, person, taken.answered("papers"))
    else:
        said = services.words.say("meeting-papers-so-far", count=count)
        await again(services, context, person, taken, said)


async def _take_branch(
    services: Services, context: Context[Any], person: str, facts: Facts, text: str
) -> None:
    branches = services.branches_of(person)
    chosen = _chosen(branches, text)
    if chosen is None:
        said = services.words.say("announce-branch-unclear", count=len(branches))
        await again(services, context, person, facts, said)
        return
    await ask(services, context, person, facts.answered(BRANCH, branch=chosen.slug))


def _only_papers_open(facts: Facts) -> bool:
    """Whether papers are added to a meeting that was shown already."""
    return set(facts.done) | {"papers"} >= {"title", "when", "where", "agenda", "access"}


def _is_invitation(services: Services, text: str) -> bool:
    lines = [line for line in text.splitlines() if line.strip()]
    return (
        len(lines) >= _INVITATION_LINES or len(text) > MAX_LINE or bool(fields_in(services, text))
    )


def _chosen(branches: Sequence[Branch], text: str) -> Branch | None:
    number, _ = read_number(text)
    if number is not None and 0 < number <= len(branches):
        return branches[number - 1]
    named = [b for b in branches if text.casefold() in (b.slug, b.name.casefold())]
    return named[0] if named else None
