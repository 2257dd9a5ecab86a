"""What the page searches for when it shows who could read what about somebody."""

import re

from practice.phones import Phone

_TELLING = 12
"""Characters; a shorter message, such as `yes`, stands in many places by chance."""


def written_by(phone: Phone) -> set[str]:
    """Return what somebody wrote to the bot, as far as it tells where it is found."""
    return {
        message.content.text
        for message in phone.chat().messages
        if message.author == phone.aci and len(message.content.text) >= _TELLING
    }


def names_in(name: str, text: str) -> int:
    """Return how often a text has somebody's name, as a word."""
    return len(re.findall(rf"\b{re.escape(name)}\b", text))
