"""`help` and `whoami`."""

from collections.abc import Mapping

from handlers.admins.confirming import paused_text
from handlers.conversation.catalogue import Section, help_lines
from handlers.conversation.filters import unofficial
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import first_word
from handlers.services import Services
from relay.language.cries import may_call_out
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
    services, helps = heard.services, _helps(heard)
    lines = _lines(heard, services)
    # One message is in one language: what the sender's lacks is said before the rest, by itself.
    if apart := [text for speaking, text in helps if speaking.words is not services.words]:
        await heard.say_text("\n\n".join(apart))
    texts = [text for speaking, text in helps if speaking.words is services.words]
    if unofficial(heard) and services.answers.all and services.words.translates("help-questions"):
        texts.append(services.words.say("help-questions"))
    if board := _board(services, lines[Section.BOARD]):
        texts.append(board)
    texts += _of_groups(services, lines)
    texts += _of_conduct(services, heard.person, lines)
    if any(team.officers for team in services.settings.safeguarding.teams):
        texts.append(services.words.say("help-report"))
    text = "\n\n".join(texts)
    if not text:
        return
    # In several languages the word for it is also what somebody in danger calls out.
    calls = may_call_out(heard.message.text)
    await heard.say_text(services.after_danger(text) if calls else text)


def _board(services: Services, lines: str) -> str:
    """How to put in an advert, where there is a board and words for it in the sender’s language."""
    said = services.words.translates("help-board")
    return services.words.say("help-board", lines=lines) if lines and said else ""


def _of_groups(services: Services, lines: Mapping[str, str]) -> list[str]:
    """What somebody can do about groups, where there are any; in no language but English yet."""
    if not services.words.translates("help-joining"):
        return []
    texts = []
    if any(group.listed for _, group in services.doors.open_groups()):
        texts.append(services.words.say("help-joining", lines=lines[Section.JOINING]))
    if lines[Section.KEEPING]:
        texts.append(services.words.say("help-keeper", lines=lines[Section.KEEPING]))
    return texts


def _of_conduct(services: Services, person: str, lines: Mapping[str, str]) -> list[str]:
    """What moderators do, and what everybody and whom it is about can do; in English only yet."""
    has_people = services.is_member(person) or bool(services.moderators.held_by(person))
    parts = (
        ("help-conduct", Section.CONDUCT if has_people else None),
        ("help-moderating", Section.MODERATING),
        ("help-decided", Section.DECIDED),
    )
    return [
        services.words.say(message, lines=lines[section])
        for message, section in parts
        if section is not None and lines[section] and services.words.translates(message)
    ]


def _helps(heard: HeardMessage) -> list[tuple[Services, str]]:
    """What somebody can do here, part by part, each with the parts that say it."""
    services, person = heard.services, heard.person
    texts = []
    if services.admins.waits(person):
        speaking = services.saying("admin-paused")
        texts.append((speaking, paused_text(speaking, person)))
    helps = []
    if branches := services.branches_of(person):
        speaking = services.saying("help-admin")
        names, lines = ", ".join(branch.name for branch in branches), _lines(heard, speaking)
        helps.append((speaking, speaking.words.say("help-admin", branches=names, **lines)))
    if services.vault.for_officer(person) is not None:
        speaking = services.saying("help-officer")
        roles, lines = _officer_roles(speaking, person), _lines(heard, speaking)
        helps.append((speaking, speaking.words.say("help-officer", roles=roles, **lines)))
    if not helps:
        speaking = services.saying("help-member")
        helps.append((speaking, speaking.words.say("help-member", **_lines(heard, speaking))))
    return [*texts, *helps]


def _lines(heard: HeardMessage, speaking: Services) -> Mapping[str, str]:
    return help_lines(speaking.words, heard.services.commands.of(heard))


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
