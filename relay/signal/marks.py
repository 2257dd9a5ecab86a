"""What somebody does in their chat with the bot without saying anything: timers, pins, votes.

Signal tells the other side of it, and shows it to whoever does it as done. It asks for no answer,
and in most chats gets none; where somebody may believe that it means more, they are told. Votes in
groups are none of these: they are counted and never kept.
"""

from dataclasses import dataclass
from enum import StrEnum

from relay.signal.envelope import (
    has_words,
    is_known_beside_words,
    sets_timer,
    stored_content_of,
)
from relay.signal.fields import Part, part_of, whole_of


class MarkKind(StrEnum):
    """What was done."""

    TIMER = "timer"
    PIN = "pin"
    """A message was pinned, or no longer is."""
    POLL = "poll"
    """Somebody has voted in a poll of the chat, or closed it."""


_KINDS = {
    "pinMessage": MarkKind.PIN,
    "unpinMessage": MarkKind.PIN,
    "pollTerminate": MarkKind.POLL,
    "pollVote": MarkKind.POLL,
}
"""By the part of a `JsonDataMessage` that tells of it."""


@dataclass(frozen=True)
class Mark:
    """It.

    Attributes:
        kind: what it is.
        seconds: after how long new messages disappear now; 0 for never.
        target: Signal's timestamp of the message that is meant, in milliseconds; None if untold.
    """

    kind: MarkKind
    seconds: int = 0
    target: int | None = None


def mark_of(params: Part) -> Mark | None:
    """Return what a stored envelope is of these, or None if it says something or is none."""
    content = stored_content_of(params)
    if sets_timer(content):
        return Mark(MarkKind.TIMER, seconds=whole_of(content.get("expiresInSeconds")) or 0)
    if has_words(content):
        return None
    for name, kind in _KINDS.items():
        if pointed := part_of(content.get(name)):
            return Mark(kind, target=whole_of(pointed.get("targetSentTimestamp")))
    return None


def answers_story(params: Part) -> bool:
    """Whether a stored envelope answers to a story, which is not told with it."""
    return bool(part_of(stored_content_of(params).get("storyContext")))


def has_more_beside_words(params: Part) -> bool:
    """Whether a stored envelope brought something that is neither words nor a file."""
    return not is_known_beside_words(stored_content_of(params))
