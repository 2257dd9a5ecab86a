"""Finding the announcement a command names, among those its sender may touch."""

from datetime import timedelta

from handlers.conversation.heard import HeardMessage
from handlers.conversation.state import Pending
from handlers.parsing import read_number
from relay.store.announcements import Announcement, State

_BEGINNING = 80
_IN_DOUBT = timedelta(hours=1)
"""Of two posted within it, "the newest" may mean either."""


def beginning(text: str) -> str:
    """Return the beginning of a text on one line, for a list."""
    line = " ".join(text.split())
    return line if len(line) <= _BEGINNING else line[:_BEGINNING].rstrip() + "…"


async def find_own(heard: HeardMessage, command: str) -> tuple[Announcement, str] | None:
    """Return the announcement whose number follows the command, and what follows the number.

    What is not theirs is answered like what does not exist.

    Args:
        heard: the message.
        command: its id, for the sentence that explains it.

    Returns:
        None if there is none, and that is said.
    """
    number, after = read_number(heard.typed.rest)
    if number is None:
        await _ask_which(heard, command)
        return None
    announcement = _own(heard, number)
    if announcement is None:
        found = heard.services.announcement_of(heard.person, number)
        is_draft = found is not None and found.kept_at is not None
        await heard.say("number-of-draft" if is_draft else "number-unknown", number=str(number))
        return None
    return announcement, after


async def find_own_or_newest(heard: HeardMessage, command: str) -> tuple[Announcement, str] | None:
    """Like `find_own`; without a number, the one that was posted last, where that is no question.

    Whoever uses it shows which one it is before anything is done.
    """
    if read_number(heard.typed.rest)[0] is not None:
        return await find_own(heard, command)
    services = heard.services
    own = services.slugs_of(heard.person)
    posted = services.store.announcements.newest(own, 2)
    moments = [one.posted_at for one in posted if one.posted_at is not None]
    in_doubt = len(moments) > 1 and moments[0] - moments[1] < _IN_DOUBT
    if not posted or in_doubt:
        await _ask_which(heard, command)
        return None
    return posted[0], heard.typed.rest


def is_typed_in_full(heard: HeardMessage) -> bool:
    """Whether what somebody is asked for cannot be meant: it names a number that is theirs.

    A draft that is shown has its own `edit …`; everything else that waits for words gets no
    command as its text.
    """
    if heard.state is None or isinstance(heard.state, Pending):
        return False
    number, _ = read_number(heard.typed.rest)
    if number is None or _own(heard, number) is None:
        return False
    # Calling a meeting off is a conversation of its own.
    return not (heard.begins_with("cancel") and heard.services.is_meeting(number))


def _own(heard: HeardMessage, number: int) -> Announcement | None:
    announcement = heard.services.announcement_of(heard.person, number)
    is_draft = announcement is not None and announcement.state is State.DRAFT
    return None if is_draft else announcement


async def _ask_which(heard: HeardMessage, command: str) -> None:
    name = heard.services.vocabulary.name(command)
    await heard.say("number-missing", example=f"{name} 12")
