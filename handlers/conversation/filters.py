"""What lets a message through to a function: who sent it, and what it says."""

from collections.abc import Callable
from typing import Any

from handlers.conversation.heard import Heard, HeardMessage, looked_up_once


def everybody(_: HeardMessage) -> bool:
    """Let anybody through."""
    return True


@looked_up_once
def _administers(heard: Heard[Any]) -> bool:
    return heard.services.is_admin(heard.person)


def admin(heard: HeardMessage) -> bool:
    """Let an admin of any branch through who does not wait for their new phone to be confirmed."""
    return _administers(heard)


@looked_up_once
def _keeps(heard: Heard[Any]) -> bool:
    services = heard.services
    return not services.admins.waits(heard.person) and services.doors.keeps(heard.person)


def keeper(heard: HeardMessage) -> bool:
    """Let a keeper of any group through who does not wait for their new phone to be confirmed."""
    return _keeps(heard)


@looked_up_once
def _moderates(heard: Heard[Any]) -> bool:
    return heard.services.moderators.is_moderator(heard.person)


def moderator(heard: HeardMessage) -> bool:
    """Let a moderator of any branch or group through, within their term and while none waits."""
    return _moderates(heard)


def officer(heard: HeardMessage) -> bool:
    """Let an officer of any team through who does not wait for their new phone to be confirmed."""
    return heard.services.vault.for_officer(heard.person) is not None


def member(heard: HeardMessage) -> bool:
    """Let everybody through who has no commands of their own here, nor waits for them."""
    return not heard.services.has_role(heard.person)


@looked_up_once
def _has_office(heard: Heard[Any]) -> bool:
    services, person = heard.services, heard.person
    moderates = bool(services.moderators.moderating(person))
    return services.has_role(person) or moderates or services.doors.keeps(person)


def unofficial(heard: HeardMessage) -> bool:
    """Let everybody through of whose words none can be a slip of what only officials type.

    Not through are admins, officers, moderators and keepers of groups, also while they wait as one.
    """
    return not _has_office(heard)


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


def whole(command: str) -> Callable[[HeardMessage], bool]:
    """Let through a whole message that is a word for a command, however it is punctuated."""

    def is_whole(heard: HeardMessage) -> bool:
        return heard.bare.strip("? ") in heard.services.vocabulary.words(command)

    return is_whole


def asked_for(command: str) -> Callable[[HeardMessage], bool]:
    """Let through a whole message that is a word for a command, or a sentence that means it."""
    is_whole = whole(command)

    def is_asked_for(heard: HeardMessage) -> bool:
        return is_whole(heard) or heard.services.vocabulary.means(command, heard.message.text)

    return is_asked_for


def named(command: str) -> Callable[[HeardMessage], bool]:
    """The same for what the command is called, and none of its other words."""

    def is_named(heard: HeardMessage) -> bool:
        return heard.bare.strip("? ") in heard.services.vocabulary.called(command)

    return is_named


def exactly(command: str) -> Callable[[HeardMessage], bool]:
    """The same as `whole`, but not where it is asked as a question."""

    def is_exactly(heard: HeardMessage) -> bool:
        return heard.bare in heard.services.vocabulary.words(command)

    return is_exactly


def new(heard: HeardMessage) -> bool:
    """Let through what is no newer version of an earlier message."""
    return not heard.is_edit


def without_files(heard: HeardMessage) -> bool:
    """Let through what is only words."""
    return not heard.message.attachments


def says_yes(heard: HeardMessage) -> bool:
    """Let through what is a yes, and nothing else."""
    return heard.answers("yes")


def says_no(heard: HeardMessage) -> bool:
    """Let through what is a no, and nothing else."""
    return heard.answers("no")
