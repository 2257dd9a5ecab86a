"""In which language somebody is answered who has not chosen one: by the words they begin with.

It is a guess, and treated as one. Where there is not much doubt, the answer is in that language,
and ends with the one line that offers the others. Where there is doubt, it stays in the
installation's, and the languages that it may be are offered in their own words. Nothing of a guess
is kept, but with a report that it began (`relay.safeguarding.spoken`).
"""

from handlers.services import Services
from relay.language.languages import language_name
from relay.language.recognised import NOTHING, Guess, recognised


def guessed(services: Services, person: str, text: str | None) -> Guess:
    """Return in which language a text seems to be, for whoever has chosen none."""
    if len(services.languages.locales) == 1 or services.languages.locale_of(person) is not None:
        return NOTHING
    guess = recognised(text)
    there = tuple(one for one in guess.locales if one in services.languages.locales)
    # The installation's own language needs no offer.
    others = tuple(one for one in there if one != services.in_public.words.locale)
    return Guess(others, guess.sure) if others == guess.locales else NOTHING


def answering(services: Services, guess: Guess) -> Services:
    """Return the parts with which a text is answered that seems to be in a language."""
    return services if guess.locale is None else services.speaking(guess.locale)


def with_offers(services: Services, guess: Guess, text: str) -> str:
    """Return an answer with how to go on in another language, for who may not be able to read it.

    Args:
        services: in the language of the answer.
        guess: in which language its reader seems to write.
        text: the answer.
    """
    offers = offers_text(services, guess)
    return f"{text}\n\n{offers}" if offers else text


def offers_text(services: Services, guess: Guess = NOTHING) -> str:
    """Return the one line that offers every other language, after those that it may be."""
    locales = () if guess.sure else guess.locales
    lines = [go_on_text(services, locale) for locale in locales]
    lines.append(services.languages.offer(services.words.locale, first=guess.locales))
    return "\n".join(line for line in lines if line)


def go_on_text(services: Services, locale: str) -> str:
    """Return, in a language, how to go on in it: by typing its name."""
    word = language_name(locale).casefold()
    return services.languages.words(locale).say("language-go-on", word=word)
