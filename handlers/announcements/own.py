"""Finding the announcement a command names, among those its sender may touch."""

from typing import Any

from signalbot import Context

from handlers.services import Services
from handlers.typed import read_number
from relay.store.announcements import Announcement, State

_BEGINNING = 80


def beginning(text: str) -> str:
    """Return the beginning of a text on one line, for a list."""
    line = " ".join(text.split())
    return line if len(line) <= _BEGINNING else line[:_BEGINNING].rstrip() + "…"


async def find_own(
    services: Services, context: Context[Any], person: str, rest: str, *, example: str
) -> tuple[Announcement, str] | None:
    """Return the announcement that `rest` begins with the number of, and what follows it.

    What is not theirs is answered like what does not exist.

    Args:
        services: the parts of the relay.
        context: where to say what is missing.
        person: the sender's account id.
        rest: what was typed after the command.
        example: the command with a number, for the sentence that explains it.
    """
    number, after = read_number(rest)
    if number is None:
        await services.say(context, "number-missing", example=example)
        return None
    announcement = services.store.announcements.get(number)
    own = {branch.slug for branch in services.branches_of(person)}
    if announcement is None or announcement.branch not in own or announcement.state is State.DRAFT:
        await services.say(context, "number-unknown", number=str(number))
        return None
    return announcement, after
