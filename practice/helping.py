"""What the bot answers to `help`, in full, of people who have no other role."""

from handlers.conversation.catalogue import help_lines
from handlers.conversation.filters import admin, everybody
from handlers.routes import CATALOGUE
from relay.language.words import Words


def help_of_member(words: Words) -> str:
    """Return the help of a member, but for what it says of reports."""
    commands = (one for one in CATALOGUE.commands if one.may is everybody)
    said = words.say("help-member", **help_lines(words, commands))
    return f"{said}\n\n{words.say('help-questions')}"


def help_of_admin(words: Words, branches: str) -> str:
    """Return the help of an admin, but for what it says of reports.

    Args:
        words: the wording.
        branches: the names of theirs.
    """
    commands = (one for one in CATALOGUE.commands if one.may in (everybody, admin))
    return words.say("help-admin", branches=branches, **help_lines(words, commands))
