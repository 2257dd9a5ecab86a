"""What lets a message through to a function: who sent it, and what it says."""

from collections.abc import Callable

from handlers.conversation.heard import HeardMessage


def everybody(_: HeardMessage) -> bool:
    """Let anybody through."""
    return True


def admin(heard: HeardMessage) -> bool:
    """Let an admin of any branch through who does not wait for their new phone to be confirmed."""
    return heard.services.is_admin(heard.person)


def officer(heard: HeardMessage) -> bool:
    """Let an officer of any team through who does not wait for their new phone to be confirmed."""
    return heard.services.vault.for_officer(heard.person) is not None


def trusted(heard: HeardMessage) -> bool:
    """Let admins and officers through, while they wait as neither."""
    return heard.services.is_trusted(heard.person)


def typed(command: str) -> Callable[[HeardMessage], bool]:
    """Let through what begins with a word for a command, or is a sentence that means it."""

    def is_typed(heard: HeardMessage) -> bool:
        return heard.begins_with(command) or heard.services.vocabulary.means(
            command, heard.message.text
        )

    return is_typed


def new(heard: HeardMessage) -> bool:
    """Let through what is no newer version of an earlier message."""
    return not heard.is_edit


def says_no(heard: HeardMessage) -> bool:
    """Let through what is a no, and nothing else."""
    return heard.answers("no")
