"""In which language somebody is answered who has not chosen one: by the words they begin with.

It is a guess, and treated as one. Where there is not much doubt, the answer is in that language,
and ends with the one line that offers the others. Where there is doubt, it stays in the
installation's, and the languages that it may be are offered in their own words. Either is said once
in a conversation. A guess is kept with a report that it began (`relay.safeguarding.spoken`), and
else no longer than the conversation takes (`relay.safeguarding.guesses`).

A command is carried out in whatever language it is typed, because answers in a guessed language
say what to type in it.
"""

from dataclasses import replace

from handlers.services import Services
from relay.language.languages import language_name
from relay.language.recognised import (
    NOTHING,
    Guess,
    hides_in,
    is_english_word,
    is_foreign,
    recognised,
    typed_in,
)

_MOST_SPOKEN = ("pl", "ur", "pt", "es", "ar", "bn", "tr", "cy")
"""In which of two languages that share a word somebody is answered who has said nothing else: that
of more people (Office for National Statistics, Census 2021, main languages in England and Wales;
nearly everybody who speaks Welsh reads English). The others are named before the answer."""


def hearing(services: Services, person: str, text: str | None) -> tuple[Services, Guess]:
    """Return the parts with which a message is heard, and in which languages it is a command.

    Those of its language, where it is a command in one that its sender has not chosen, and is no
    answer to something else. Whoever has chosen one is heard in that.
    """
    languages = services.languages
    if not typed_in(text).locales or not is_unknown(services, person):
        return services, NOTHING
    before = services.vault.guesses.last(person)
    guess = typed_in(text, before)
    known_here = services.vocabulary.knows(text) or is_english_word(text)
    if known_here and (before is None or guess.locale != before):
        return services, NOTHING
    state = services.state_of(person)
    answers = state is not None and not state.is_discreet
    if answers and not hides_in(text):
        return services, NOTHING
    there = [one for one in _MOST_SPOKEN if one in guess.locales]
    locale = next((one for one in (*there, *guess.locales) if one in languages.locales), None)
    if locale is None:
        return services, NOTHING
    services.vault.guesses.note(person, locale)
    return services.speaking(locale), guess


def is_unknown(services: Services, person: str) -> bool:
    """Whether nobody knows in which language somebody wants to be answered."""
    languages = services.languages
    return len(languages.locales) > 1 and languages.locale_of(person) is None


def guessed(services: Services, person: str, text: str | None) -> Guess:
    """Return in which language a text seems to be, for whoever has chosen none."""
    if not is_unknown(services, person):
        return NOTHING
    guess = recognised(text)
    if not guess.locales:
        return replace(NOTHING, foreign=is_foreign(text))
    there = tuple(one for one in guess.locales if one in services.languages.locales)
    # The installation's own language needs no offer.
    others = tuple(one for one in there if one != services.in_public.words.locale)
    return Guess(others, guess.sure, foreign=True) if others == guess.locales else NOTHING


def answering(services: Services, person: str, guess: Guess) -> Services:
    """Return the parts with which a text is answered that seems to be in a language."""
    if guess.locale is None:
        return services
    services.vault.guesses.note(person, guess.locale)
    return services.speaking(guess.locale)


def with_offers(services: Services, person: str, guess: Guess, text: str) -> str:
    """Return an answer with how to go on in another language, for who may not be able to read it.

    Args:
        services: in the language of the answer.
        person: its reader.
        guess: in which language its reader seems to write.
        text: the answer.
    """
    offers = offers_text(services, person, guess)
    return f"{text}\n\n{offers}" if offers else text


def offers_text(services: Services, person: str, guess: Guess) -> str:
    """Return the one line that offers every other language, after those that it may be.

    Nothing for who seems to write English, or was offered them in this conversation.
    """
    if not guess.foreign or not services.vault.guesses.offers(person):
        return ""
    locales = () if guess.sure else guess.locales
    lines = [go_on_text(services, locale) for locale in locales]
    lines.append(services.languages.offer(services.words.locale, first=guess.locales))
    return "\n".join(line for line in lines if line)


def go_on_text(services: Services, locale: str) -> str:
    """Return, in a language, how to go on in it: by typing its name."""
    word = language_name(locale).casefold()
    return services.languages.words(locale).say("language-go-on", word=word)
