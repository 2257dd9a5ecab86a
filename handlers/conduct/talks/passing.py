"""Passing on what one side of a talk says to all who read it; nothing comes into a hidden chat."""

from handlers.conduct.talks.texts import branch_name, said_text
from handlers.services import Services
from relay.conduct.talks.talks import Side, Talk, Took


def said_by_moderators(services: Services, talk: Talk, text: str, by: str, message: str) -> Took:
    """Let the person read what a moderator writes, and tell the other moderators of it.

    Args:
        services: the parts of the relay.
        talk: open.
        text: as it was typed.
        by: account id of the moderator.
        message: of the wording, in which the person reads it.
    """
    took = services.talks.say(talk, Side.MODERATORS, text)
    if took is Took.SAID:
        _show(services, talk, talk.person, message, text)
        if talk.companion is not None:
            _show(services, talk, talk.companion, "talk-companion-moderators", text)
        services.talks.has_read(talk, by)
        _tell_readers(services, talk, besides=by)
    return took


def said_by_person(services: Services, talk: Talk, text: str) -> Took:
    """Let the moderators know that the person has written something."""
    took = services.talks.say(talk, Side.PERSON, text)
    if took is Took.SAID:
        if talk.companion is not None:
            _show(services, talk, talk.companion, "talk-companion-person", text)
        if not services.vault.hiding.has_hidden(talk.person):
            services.talks.has_read(talk, talk.person)
        _tell_readers(services, talk)
    return took


def tell(services: Services, talk: Talk, person: str, message: str) -> None:
    """Say something about a talk to somebody who has not asked for it just now."""
    services.matters.notifier.tell(
        person,
        talk.matter,
        message,
        number=str(talk.matter),
        branch=branch_name(services, talk),
    )


def tell_moderators(services: Services, talk: Talk, message: str, besides: str = "") -> None:
    """Say something about a talk to all moderators who may know of it."""
    for moderator in services.matters.readers(talk.matter):
        if moderator != besides:
            tell(services, talk, moderator, message)


def _tell_readers(services: Services, talk: Talk, besides: str = "") -> None:
    """Tell moderators once that there is something new, until they read it; never what."""
    for moderator in services.matters.readers(talk.matter):
        if moderator != besides and services.talks.is_to_be_told(talk, moderator):
            tell(services, talk, moderator, "talk-new")


def _show(services: Services, talk: Talk, person: str, message: str, text: str) -> None:
    if services.vault.hiding.has_hidden(person):
        return
    services.matters.notifier.tell(
        person,
        talk.matter,
        message,
        branch=branch_name(services, talk),
        said=said_text(services, text),
    )
    services.talks.has_read(talk, person)
