"""What people ask before they come: `why signal`, `another app?`, `questions`.

stranger: Why can't we just use WhatsApp?
bot:      Why not WhatsApp? …

Whoever is in the middle of something goes on with that. What names no app, or is told rather than
asked, may be about something else: it is heard last, after everybody to whom words of a report may
go, and what is answered begins with what to do in danger.
"""

from typing import Any

from handlers.answers.texts import answer_text, list_text
from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import new, unofficial, without_files
from handlers.conversation.heard import Heard, HeardMessage, looked_up_once
from handlers.conversation.router import Router
from handlers.parsing import read_number
from relay.answers import Found

asked_questions = Router("asked_questions")
perhaps_asked = Router("perhaps_asked")


@looked_up_once
def _found(heard: Heard[Any]) -> Found | None:
    assert isinstance(heard, HeardMessage)  # noqa: S101 -- only messages have words
    return heard.services.answers.find(heard.message.text)


def is_certain(heard: HeardMessage) -> bool:
    """Whether it is one of the questions, and nothing else can be meant."""
    found = _found(heard)
    return found is not None and found.is_certain


def is_likely(heard: HeardMessage) -> bool:
    """Whether it is probably one of the questions."""
    return _found(heard) is not None


def names_nothing_else(heard: HeardMessage) -> bool:
    """Whether nothing follows, or a number: "questions about him" are for people."""
    number, rest = read_number(heard.typed.rest)
    return not heard.typed.rest or (number is not None and not rest)


@asked_questions.command(
    "questions",
    new,
    without_files,
    names_nothing_else,
    section=Section.MENU,
    usages=((), (Follows.NUMBER,)),
)
async def say_questions(heard: HeardMessage) -> None:
    """List them, or answer the one with a number."""
    services = heard.services
    number, _ = read_number(heard.typed.rest)
    if number is None:
        await heard.say_text(list_text(services))
    elif 1 <= number <= len(services.answers.all):
        await heard.say_text(answer_text(services, services.answers.all[number - 1]))
    else:
        said = services.words.say("answers-no-number", number=str(number))
        await heard.say_text(f"{said}\n\n{list_text(services)}")


@asked_questions.message(new, without_files, is_certain)
async def answer(heard: HeardMessage) -> None:
    """Answer a question about an app."""
    found = _found(heard)
    assert found is not None  # noqa: S101 -- what the filter let through
    await heard.say_text(answer_text(heard.services, found.answer))


@perhaps_asked.message(new, without_files, is_likely)
async def answer_with_care(heard: HeardMessage) -> None:
    """Answer what may be about something else, between what to do in danger and whom to tell."""
    found, services = _found(heard), heard.services
    assert found is not None  # noqa: S101 -- what the filter let through
    reads = any(team.officers for team in services.settings.safeguarding.teams)
    reach = services.words.say(
        "fallback-reach",
        teams="yes" if reads else "no",
        who="member" if unofficial(heard) else "official",
    )
    otherwise = services.words.say("answers-otherwise", reach=reach)
    text = answer_text(services, found.answer).text
    await heard.say_text(services.after_danger(f"{text}\n\n{otherwise}"))
