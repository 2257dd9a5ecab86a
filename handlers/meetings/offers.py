"""A place or a title that a text does not make sure of: what was read is offered, not taken.

bot:   I am not sure where it is. …
       1. The Plough
       2. St Mary's Hall, Mill Lane
admin: 2
"""

from handlers.meetings.facts import OFFERED, Facts, Open
from handlers.parsing import read_number
from handlers.services import Services

_ASKING = {"title": "meeting-open-which-title", "where": "meeting-open-which-place"}
_ANSWERING = {
    "title": "meeting-open-which-title-answer",
    "where": "meeting-open-which-place-answer",
}


def offer_of(facts: Facts, question: str) -> Open | None:
    """Return what is offered as the answer to a question, or None."""
    reason = OFFERED.get(question)
    return next((one for one in facts.open if one.reason == reason and one.choices), None)


def offering(services: Services, question: str, offer: Open) -> str:
    """Return the question with what is offered."""
    say = services.words.say
    lines = [
        say("meeting-open-choice", number=str(number), choice=choice)
        for number, choice in enumerate(offer.choices, start=1)
    ]
    how = say(_ANSWERING[question], count=len(lines))
    return "\n".join((say(_ASKING[question]), *lines, how))


def taken_offer(services: Services, facts: Facts, question: str, text: str) -> Facts | None:
    """Return the facts with what an answer takes of an offer, None where it takes none of it."""
    offer = offer_of(facts, question)
    if offer is None:
        return None
    number, rest = read_number(text)
    sole = len(offer.choices) == 1 and services.vocabulary.answers_with("yes", text)
    if sole:
        number, rest = 1, ""
    if number is None or rest.strip(" .)!") or not 0 < number <= len(offer.choices):
        return None
    choice = offer.choices[number - 1]
    field = "address" if question == "where" else "title"
    return facts.settled(offer.reason).answered(question, **{field: choice})
