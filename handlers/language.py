"""`language …`: in which language somebody is answered, and understood, from now on."""

from handlers.conversation.catalogue import Section
from handlers.conversation.filters import new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.parsing import read_number
from relay.language.vocabulary import clean, vocabulary

language = Router("language")

_MOST_WORDS = 2
"""Of the name of a language."""


def asks_in_any_language(heard: HeardMessage) -> bool:
    """Whether the command is typed in a language that they may not have chosen yet."""
    command = heard.typed.command
    return any(
        command in vocabulary(locale).words("language")
        for locale in heard.services.languages.locales
    )


def names_one(heard: HeardMessage) -> bool:
    """Whether one word follows at most: "language like that" is about something else."""
    return len(heard.typed.rest.split()) <= _MOST_WORDS


@language.message(new, asks_in_any_language, names_one)
@language.command("language", names_one, section=Section.MENU)
async def choose_language(heard: HeardMessage) -> None:
    """Change the language, or say which there are."""
    services, languages = heard.services, heard.services.languages
    names = {locale: languages.words(locale).say("language-name") for locale in languages.locales}
    if len(names) == 1:
        await heard.say("language-only", name=names[services.words.locale])
        return
    chosen = _chosen(heard.typed.rest, names)
    if chosen is None:
        lines = "\n".join(
            services.words.say("language-line", index=index, name=name)
            for index, name in enumerate(names.values(), start=1)
        )
        await heard.say("language-choices", lines=lines)
        return
    languages.choose(heard.person, chosen)
    text = languages.words(chosen).say("language-chosen", name=names[chosen])
    await heard.say_text(text)


def _chosen(answer: str, names: dict[str, str]) -> str | None:
    """The locale that is meant by its number, its name in its own language, or its code."""
    number, _ = read_number(answer)
    if number is not None and 1 <= number <= len(names):
        return list(names)[number - 1]
    wanted = clean(answer).casefold()
    return next(
        (
            locale
            for locale, name in names.items()
            if wanted in (name.casefold(), locale.casefold(), locale.partition("-")[0].casefold())
        ),
        None,
    )
