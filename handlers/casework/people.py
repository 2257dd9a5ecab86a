"""How those who read a case are named in a text about it: by role, or not at all, never by team."""

from collections.abc import Callable

from handlers.services import Services
from relay.language.words import Words
from relay.safeguarding import People


def called(words: Words, role: str) -> str:
    """Return a role, or words for somebody who is not named (`relay.safeguarding.roles`)."""
    return role or words.say("casework-somebody")


def people_text(words: Words, people: People) -> str:
    """Return those who read a case: their roles, and how many there are besides."""
    named = list(people.roles)
    if people.unnamed:
        named.append(words.say("casework-unnamed", named=len(named), count=people.unnamed))
    return ", ".join(named)


def put_role(
    services: Services, message: str, role: str, **args: str | int
) -> Callable[[str], str]:
    """Return what puts a message that names a role into the words of each whom it is sent to."""

    def text(chat: str) -> str:
        words = services.speaking_to(chat).words
        return words.say(message, role=called(words, role), **args)

    return text


def put_people(
    services: Services, message: str, people: People, **args: str | int
) -> Callable[[str], str]:
    """Return what puts a message that names people into the words of each whom it is sent to."""

    def text(chat: str) -> str:
        words = services.speaking_to(chat).words
        return words.say(message, people=people_text(words, people), **args)

    return text
