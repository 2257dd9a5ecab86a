"""A moment that follows a number: `move 12 to tomorrow 9am`, `again 12 tomorrow 9am`."""

from datetime import datetime

from handlers.conversation.heard import HeardMessage
from relay.time.timing import read_timing


def read_moment_after(heard: HeardMessage, text: str) -> datetime | None:
    """Return the moment in what follows a number, or None where it is not sure or over.

    Args:
        heard: the message.
        text: what follows; "to" may stand before it, and nothing else but the moment.
    """
    services = heard.services
    found = services.vocabulary.phrase("to").match(text)
    words = text[found.end() :].strip() if found else text
    timing = read_timing(
        words, now=services.clock.now(), zone=services.time.zone, known=services.vocabulary
    )
    return None if timing is None or timing.rest else timing.moment


def put_off(heard: HeardMessage, number: int, text: str) -> tuple[str, ...]:
    """Have a draft posted at the moment in what follows a number; joins a transaction.

    Returns:
        What its preview says of that: nothing, or that the moment was not clear, and then it waits
        for none.
    """
    moment = read_moment_after(heard, text)
    heard.services.store.announcements.reschedule(number, moment)
    return () if moment is not None else ("unclear-time",)
