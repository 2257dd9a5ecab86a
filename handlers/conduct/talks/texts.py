"""What both sides of a talk read: one form for what is said, whoever has said it."""

from handlers.services import Services
from relay.conduct.talks.talks import MAX_TEXT, Line, Side, Talk, TalkState, Took
from relay.groups.harmless import harmless
from relay.language.vocabulary import clean

_REFUSALS = {
    Took.NOTHING: "talk-no-words",
    Took.TOO_LONG: "talk-too-long",
    Took.TOO_MANY: "talk-too-many",
    Took.FULL: "talk-full",
    Took.GONE: "talk-gone",
}
_MOST_BLANK_LINES = 1


def said_text(services: Services, text: str) -> str:
    """Return what somebody wrote so that nothing in it can be tapped, its lines kept.

    Both sides are strangers to each other: a link or a number in it would be followed because the
    bot has sent it.
    """
    return f"“{plain_text(services, text)}”"


def plain_text(services: Services, text: str) -> str:
    """Return the same without the quotes around it."""
    instead = services.words.say("talk-link")
    lines: list[str] = []
    blank = 0
    for line in clean(text).splitlines():
        plain = harmless(line, len(line) * len(instead), instead)
        blank = 0 if plain else blank + 1
        if blank <= _MOST_BLANK_LINES:
            lines.append(plain)
    return "\n".join(lines).strip()


def refusal_text(services: Services, took: Took) -> str:
    """Return why something was not passed on."""
    return services.words.say(_REFUSALS[took], most=str(MAX_TEXT))


def branch_name(services: Services, talk: Talk) -> str:
    """Return what the branch of a talk is called."""
    branch = services.branches.get(talk.branch)
    return talk.branch if branch is None else branch.name


def lines_text(services: Services, lines: list[Line], persons: str) -> str:
    """Return what was said, a line for each.

    Args:
        services: the parts of the relay.
        lines: in order.
        persons: which message of the wording stands for a line of the person's.
    """
    return "\n".join(
        services.words.say(
            persons if line.side is Side.PERSON else "talk-line-moderators",
            when=services.time.spoken(line.at),
            said=said_text(services, line.text),
        )
        for line in lines
    )


def state_of(talk: Talk) -> str:
    """Return how a talk stands, for the wording."""
    return TalkState(talk.state).value
