"""The questions about a meeting that is being entered, one after the other."""

from typing import Any

from handlers.conversation.heard import Heard
from handlers.meetings.doubts import in_doubt
from handlers.meetings.facts import ASKED, BRANCH, PUBLIC, Facts
from handlers.meetings.files import arrived_papers, hold
from handlers.meetings.offers import offer_of, offering
from handlers.meetings.privacy import asked_about
from handlers.meetings.show import show

_ASKING = {
    "title": "meeting-ask-title",
    "when": "meeting-ask-when",
    "where": "meeting-ask-where",
    "agenda": "meeting-ask-agenda",
    "papers": "meeting-ask-papers",
    "access": "meeting-ask-access",
}


async def ask(heard: Heard[Any], facts: Facts, lead: str = "") -> None:
    """Ask for what is not known yet, or show the preview.

    Args:
        heard: what somebody did.
        facts: what is known.
        lead: a sentence that goes before the question.
    """
    question = facts.next_question
    if question is None and (lines := asked_about(heard.services, facts)):
        heard.enter(facts.becomes(ASKED[PUBLIC]))
        asked = heard.services.words.say(
            "meeting-ask-public", lines="\n".join(lines), count=len(lines)
        )
        await heard.say_text("\n\n".join(part for part in (lead, asked) if part))
        return
    if question is None:
        await show(heard, facts)
        return
    heard.enter(facts.becomes(ASKED[question]))
    text = _question(heard, facts, question)
    await heard.say_text("\n\n".join(part for part in (lead, text) if part))


async def again(heard: Heard[Any], facts: Facts, text: str) -> None:
    """Say what was wrong with an answer, and wait for another one to the same question."""
    heard.enter(facts.becomes(ASKED[facts.next_question or "title"]))
    await heard.say_text(text)


async def leave(heard: Heard[Any], facts: Facts) -> None:
    """Forget what was entered."""
    heard.leave()
    facts.let_go(heard.services)
    await heard.say("meeting-dropped")


def with_papers(heard: Heard[Any], facts: Facts) -> Facts:
    """Return the facts with the PDFs that came with the message being handled."""
    services = heard.services
    papers, refused = arrived_papers(services)
    files = [(paper.id, paper.name, paper.media_type) for paper in papers]
    return facts.but(
        files=(*facts.files, *files),
        holder=hold(services, heard.person, facts.holder, [paper.id for paper in papers]),
    ).noting(*refused)


def _question(heard: Heard[Any], facts: Facts, question: str) -> str:
    services = heard.services
    if question == BRANCH:
        return _branches(heard)
    if question == "when" and (doubt := facts.open_moment) is not None:
        return in_doubt(services, doubt)
    if (offer := offer_of(facts, question)) is not None:
        return offering(services, question, offer)
    if question == "where" and facts.lacks_place:
        return services.words.say("meeting-open-place")
    return services.words.say(_ASKING[question])


def _branches(heard: Heard[Any]) -> str:
    say = heard.services.words.say
    lines = [
        say("announce-branch-choice", index=index, branch=branch.name)
        for index, branch in enumerate(heard.services.branches_of(heard.person), start=1)
    ]
    return say("meeting-ask-branch", choices="\n".join(lines))
