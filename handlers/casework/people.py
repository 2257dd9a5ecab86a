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


def put_about(
    services: Services,
    message: str,
    *,
    role: str | None = None,
    people: People | None = None,
    **args: str | int,
) -> Callable[[str], str]:
    """Return what puts a message that names readers into the words of each whom it is sent to.

    Args:
        services: what conversations work with.
        message: of the wording.
        role: what is put for `role`, as in `called`.
        people: what are put for `people`, as in `people_text`.
        **args: what else it needs.
    """

    def text(chat: str) -> str:
        words, named = services.speaking_to(chat).words, dict(args)
        if role is not None:
            named["role"] = called(words, role)
        if people is not None:
            named["people"] = people_text(words, people)
        return words.say(message, **named)

    return text
