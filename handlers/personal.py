"""What may be somebody's own, as admins are asked about it before everybody can read it."""

from collections.abc import Sequence
from enum import StrEnum

from handlers.parsing import read_number
from handlers.services import Services
from relay.language.personal import Personal, personal_in, region_of, with_name


class Choice(StrEnum):
    """What is to become of it."""

    PUBLISH = "publish"
    KEEP = "keep"
    DROP = "drop"


def found_in(services: Services, text: str) -> tuple[Personal, ...]:
    """Return what in a text may be somebody's own.

    Args:
        services: the vocabulary, and the number from which is known how numbers are dialled.
        text: any.
    """
    region = region_of(services.settings.signal.number)
    return personal_in(text, services.vocabulary, region)


def lines_of(services: Services, text: str, found: Sequence[Personal]) -> tuple[str, ...]:
    """Return a line for each thing that was found, with the name that stands before it."""
    return tuple(line_of(services, one.kind, with_name(text, one)) for one in found)


def line_of(services: Services, kind: str, words: str) -> str:
    """Return what a thing looks like, and it."""
    return services.words.say("personal-line", kind=kind, words=words)


def read_choice(services: Services, text: str, choices: Sequence[Choice]) -> Choice | None:
    """Return which of the choices an answer takes: by its number, or yes and no.

    Args:
        services: the vocabulary.
        text: the answer.
        choices: as they were numbered, from 1; the last is taken by a no.
    """
    number, rest = read_number(text)
    if number is not None and not rest.strip(" .)!"):
        return choices[number - 1] if 0 < number <= len(choices) else None
    words = services.vocabulary
    if words.answers_with("yes", text):
        return Choice.PUBLISH
    if words.answers_with("no", text) or words.answers_with("skip", text):
        # What admins alone may know can still be published; what was posted cannot be taken back.
        return choices[1]
    return None
