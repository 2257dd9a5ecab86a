"""What somebody calls themselves and writes to keepers."""

from typing import Any

from handlers.conversation.catalogue import Command
from handlers.conversation.heard import Heard, HeardMessage
from handlers.parsing import is_whole_command
from relay.groups.harmless import harmless

LONGEST_REASON = 300
LONGEST_CALLED = 60


def is_whole(command: Command, heard: HeardMessage) -> bool:
    """Return whether nothing else follows: what keepers read may begin with any word."""
    vocabulary, typed = heard.services.vocabulary, heard.typed
    return heard.begins_with(command.id) and is_whole_command(
        vocabulary, command.id, typed.command, typed.rest
    )


def called(heard: Heard[Any]) -> str:
    """Return what somebody calls themselves in Signal, made harmless."""
    instead = heard.services.words.say("join-link")
    return harmless(heard.signal.message.source_name, LONGEST_CALLED, instead)
