"""What lets a message through to a function: who sent it, and what it says."""

from collections.abc import Callable
from dataclasses import dataclass, field

from handlers.conversation.heard import HeardMessage


@dataclass(frozen=True)
class Audience:
    """Who may do something.

    Attributes:
        id: for the wording.
        has: whether the sender is one of them now.
    """

    id: str
    has: Callable[[HeardMessage], bool] = field(repr=False)


EVERYBODY = Audience("everybody", lambda _: True)
ADMIN = Audience("admin", lambda heard: heard.services.is_admin(heard.person))
"""An admin of any branch who does not wait for somebody to confirm a new phone."""
OFFICER = Audience(
    "officer", lambda heard: heard.services.vault.for_officer(heard.person) is not None
)
"""A member of a safeguarding team who does not wait either."""
TRUSTED = Audience("trusted", lambda heard: heard.services.is_trusted(heard.person))
"""Admins and officers."""


def typed(command: str) -> Callable[[HeardMessage], bool]:
    """Let through what begins with a word for a command, or is a sentence that means it."""

    def is_typed(heard: HeardMessage) -> bool:
        words = heard.services.vocabulary
        return heard.typed.command in words.words(command) or words.means(
            command, heard.message.text
        )

    return is_typed


def new(heard: HeardMessage) -> bool:
    """Let through what is no newer version of an earlier message."""
    return not heard.is_edit
