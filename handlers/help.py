"""`help` and `whoami`."""

from handlers.admins.confirming import paused_text
from handlers.conversation.catalogue import Section
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import first_word
from handlers.services import Services
from relay.language.vocabulary import plain

menu = Router("menu")


def asks_only(heard: HeardMessage) -> bool:
    """Whether nothing follows but a courtesy or a command: "hello, he hit me" asks for no menu."""
    vocabulary, rest = heard.services.vocabulary, heard.typed.rest
    if not rest or vocabulary.means("help", heard.message.text):
        return True
    asked = first_word(plain(rest))
    known = any(asked in vocabulary.words(one.id) for one in heard.services.commands.of(heard))
    return known or vocabulary.answers_with("after_help", rest)


@menu.command("help", asks_only, section=Section.MENU)
async def say_help(heard: HeardMessage) -> None:
    """Say what this person can do."""
    services, person = heard.services, heard.person
    branches, lines = services.branches_of(person), services.commands.help(heard)
    texts = []
    if branches:
        names = ", ".join(branch.name for branch in branches)
        texts.append(services.words.say("help-admin", branches=names, **lines))
    if services.vault.for_officer(person) is not None:
        texts.append(
            services.words.say("help-officer", roles=_officer_roles(services, person), **lines)
        )
    texts = texts or [services.words.say("help-member", **lines)]
    if services.admins.waits(person):
        texts.insert(0, paused_text(services, person))
    text = "\n\n".join(texts)
    if any(team.officers for team in services.settings.safeguarding.teams):
        text = f"{text}\n\n{services.words.say('help-report')}"
    await heard.say_text(text)


@menu.command("whoami", section=Section.MENU)
async def say_who(heard: HeardMessage) -> None:
    """Send somebody's own account id in a message of its own, so that it can be forwarded."""
    await heard.say("whoami", role=_role(heard.services, heard.person))
    await heard.say_text(heard.person)


def _officer_roles(services: Services, person: str | None) -> str:
    """The roles somebody has in safeguarding teams, each with its team."""
    return ", ".join(
        services.words.say("help-officer-role", role=officer.role, team=team.name)
        for team in services.settings.safeguarding.teams
        for officer in team.officers
        if officer.id == person
    )


def _role(services: Services, person: str) -> str:
    return "admin" if services.is_admin(person) else "member"
