"""What somebody calls themselves and writes to keepers."""

from typing import Any

from handlers.conversation.heard import Heard
from relay.groups.harmless import harmless

LONGEST_REASON = 300
LONGEST_CALLED = 60


def called(heard: Heard[Any]) -> str:
    """Return what somebody calls themselves in Signal, made harmless."""
    instead = heard.services.words.say("join-link")
    return harmless(heard.signal.message.source_name, LONGEST_CALLED, instead)
