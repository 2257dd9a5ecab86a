"""What people read although they have not written just now: not where a chat is hidden.

Somebody else may look at the phone of whoever has hidden their chat, so nothing comes into it by
itself. What came of it they see where they ask: `groups` and `requests` tell.
"""

from collections.abc import Callable
from typing import Any

from handlers.services import Services
from relay.signal.outgoing import SUBSCRIBERS_LANE, Message
from relay.signal.priority import Priority


def tell_unasked(services: Services, person: str, message: str, **args: Any) -> None:
    """Queue a message that nobody asked for just now, unless the chat is hidden.

    Args:
        services: the parts of the relay.
        person: account id.
        message: which one of the wording.
        args: what stands in it.
    """
    tell_text_unasked(services, person, lambda speaking: speaking.words.say(message, **args))


def tell_text_unasked(services: Services, person: str, text: Callable[[Services], str]) -> None:
    """Queue a text that nobody asked for just now, unless the chat is hidden.

    Args:
        services: the parts of the relay.
        person: account id.
        text: puts it together with the words of that person's language.
    """
    if not services.vault.hiding.has_hidden(person):
        services.tell_text(person, text)


def tell_stranger(services: Services, person: str, text: Callable[[Services], str]) -> None:
    """Queue a text for somebody who may never have written to the bot, behind everything else.

    Not if they want nothing unasked, nor where the chat is hidden.

    Args:
        services: the parts of the relay.
        person: account id.
        text: puts it together with the words of that person's language.
    """
    if not services.left_alone.wants(person):
        tell_late(services, person, text)


def tell_late(services: Services, person: str, text: Callable[[Services], str]) -> None:
    """Queue a text that nobody waits for any more, behind everything else.

    Not where the chat is hidden. It goes on the lane of subscribers, so that a captcha it is
    answered with holds nothing else up.

    Args:
        services: the parts of the relay.
        person: account id.
        text: puts it together with the words of that person's language.
    """
    if services.vault.hiding.has_hidden(person):
        return
    message = Message(text=text(services.speaking_to(person)))
    services.store.outbox.queue(
        lane=SUBSCRIBERS_LANE,
        target=person,
        action=message.action,
        payload=message.to_json(),
        priority=Priority.BACKGROUND,
        now=services.clock.now(),
    )


def may_write(services: Services, person: str) -> bool:
    """Return whether somebody may be sent what they have not asked for.

    Not who runs the branch or reads reports, not who has a report open or a hidden chat, and not
    who has said that they want nothing unasked.

    Args:
        services: the parts of the relay.
        person: account id.
    """
    reports = services.vault.reports
    return not (
        services.has_role(person)
        or services.left_alone.spares(person)
        or reports.is_writing(person)
        or reports.cases_of(person)
    )
