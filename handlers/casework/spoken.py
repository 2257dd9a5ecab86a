"""What readers are told of the language in which whoever wrote a case is answered."""

from babel import Locale

from handlers.services import Services
from relay.language.words import Words


def language_text(services: Services, words: Words, locale: str | None) -> str | None:
    """Return it in a reader's words; None where it is the branch's own language.

    Args:
        services: what conversations work with.
        words: the reader's.
        locale: of the case.
    """
    if locale is None or locale == services.in_public.words.locale:
        return None
    reader = words.locale.replace("-", "_")
    name = Locale.parse(locale.replace("-", "_")).get_display_name(reader) or locale
    return words.say("casework-language", locale=locale, language=name)
