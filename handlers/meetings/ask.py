"""The questions about a meeting that is being entered, one after the other."""

from dataclasses import replace
from typing import Any

from signalbot import Context

from handlers.meetings.doubts import in_doubt
from handlers.meetings.facts import BRANCH, PREFIX, STATES, Facts
from handlers.meetings.files import arrived_papers, hold
from handlers.meetings.show import forget, show
from handlers.services import Services
from relay.store.conversations import Conversation

_ASKING = {
    "title": "meeting-ask-title",
    "when": "meeting-ask-when",
    "where": "meeting-ask-where",
    "agenda": "meeting-ask-agenda",
    "papers": "meeting-ask-papers",
    "access": "meeting-ask-access",
}


def open_question(services: Services, person: str | None) -> Conversation | None:
    """Return the conversation of somebody who is being asked about a meeting, or None."""
    return services.waiting(person, *STATES)


async def ask(
    services: Services, context: Context[Any], person: str, facts: Facts, lead: str = ""
) -> None:
    """Ask for what is not known yet, or show the preview.

    Args:
        services: the parts of the relay.
        context: where to ask.
        person: the admin's account id.
        facts: what is known.
        lead: a sentence that goes before the question.
    """
    question = facts.next_question
    if question is None:
        await show(services, context, person, facts)
        return
    services.wait_for(person, PREFIX + question, **facts.to_json())
    text = _question(services, person, facts, question)
    await services.say_text(context, "\n\n".join(part for part in (lead, text) if part))


async def again(
    services: Services, context: Context[Any], person: str, facts: Facts, text: str
) -> None:
    """Say what was wrong with an answer, and wait for another one to the same question."""
    services.wait_for(person, PREFIX + (facts.next_question or "title"), **facts.to_json())
    await services.say_text(context, text)


async def leave(services: Services, context: Context[Any], person: str, facts: Facts) -> None:
    """Forget what was entered."""
    services.store.conversations.end(person)
    forget(services, facts)
    await services.say(context, "meeting-dropped")


def with_papers(services: Services, person: str, facts: Facts) -> Facts:
    """Return the facts with the PDFs that came with the message being handled."""
    papers, refused = arrived_papers(services)
    files = [(paper.id, paper.name, paper.media_type) for paper in papers]
    return replace(
        facts,
        files=(*facts.files, *files),
        holder=hold(services, person, facts.holder, [paper.id for paper in papers]),
        notes=tuple(dict.fromkeys((*facts.notes, *refused))),
    )


def _question(services: Services, person: str, facts: Facts, question: str) -> str:
    if question == BRANCH:
        return _branches(services, person)
    if question == "when" and (doubt := facts.open_moment) is not None:
        return in_doubt(services, doubt)
    if question == "where" and facts.lacks_place:
        return services.words.say("meeting-open-place")
    return services.words.say(_ASKING[question])


def _branches(services: Services, person: str) -> str:
    say = services.words.say
    lines = [
        say("announce-branch-choice", index=index, branch=branch.name)
        for index, branch in enumerate(services.branches_of(person), start=1)
    ]
    return say("meeting-ask-branch", choices="\n".join(lines))
