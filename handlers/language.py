"""`language …`: in which language somebody is answered, and understood, from now on."""

from handlers.conversation.catalogue import Section
from handlers.conversation.filters import member, new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import read_number
from handlers.services import Services
from relay.language.folding import folded
from relay.language.known import known
from relay.language.languages import language_name
from relay.language.vocabulary import bare, clean

language = Router("language")

_MOST_WORDS = 2
"""Of the name of a language."""


def asks_in_any_language(heard: HeardMessage) -> bool:
    """Whether the command is typed in a language that they may not have chosen yet."""
    return heard.typed.command in known().choosing


def names_one(heard: HeardMessage) -> bool:
    """Whether one word follows at most: "language like that" is about something else."""
    return len(heard.typed.rest.split()) <= _MOST_WORDS


def is_a_name(heard: HeardMessage) -> bool:
    """Whether the whole message is the name of a language, as it is offered."""
    return _named(heard) is not None


def chosen_language(heard: HeardMessage) -> str | None:
    """Return the locale that a message chooses; nothing where it only asks, None if neither."""
    if (named := _named(heard)) is not None:
        return named
    if not (asks_in_any_language(heard) and names_one(heard)):
        return None
    rest = heard.typed.rest
    chosen = _chosen(rest, heard.services)
    return "" if chosen is None and not rest else chosen


@language.message(new, is_a_name)
@language.message(new, asks_in_any_language, names_one)
@language.command("language", names_one, section=Section.MENU)
async def choose_language(heard: HeardMessage) -> None:
    """Change the language, or say which there are."""
    services, languages = heard.services, heard.services.languages
    if len(languages.locales) == 1:
        name = language_name(services.words.locale)
        await heard.say("language-only", name=name)
        return
    chosen = chosen_language(heard)
    if not chosen:
        await heard.say_text(choices_text(services))
        return
    services.vault.guesses.forget(heard.person)
    # What a member chooses beside a report is the report's, and goes with it.
    if not (member(heard) and services.vault.reports.speak(heard.person, chosen)):
        languages.choose(heard.person, chosen)
    text = languages.words(chosen).say("language-chosen", name=language_name(chosen))
    await heard.say_text(text)


def choices_text(services: Services) -> str:
    """Return which languages there are, and how to choose one."""
    return services.words.say("language-choices", lines=languages_text(services))


def languages_text(services: Services) -> str:
    """Return the languages there are, each on a line with its number."""
    return "\n".join(
        services.words.say("language-line", index=index, name=name)
        for index, name in enumerate(services.languages.names.values(), start=1)
    )


def _named(heard: HeardMessage) -> str | None:
    """The locale whose name the whole message is."""
    said, languages = heard.bare, heard.services.languages
    names = languages.names if said and len(languages.locales) > 1 else {}
    return next((locale for locale, name in names.items() if said == bare(name)), None)


def _chosen(answer: str, services: Services) -> str | None:
    """The locale that is meant by its number, its name in its own language, or its code."""
    names = services.languages.names
    number, _ = read_number(answer)
    if number is not None and 1 <= number <= len(names):
        return list(names)[number - 1]
    wanted = folded(clean(answer))
    return next(
        (
            locale
            for locale, name in names.items()
            if wanted in (folded(name), locale.casefold(), locale.partition("-")[0].casefold())
        ),
        None,
    )
