"""`card`: an admin gets a card to print, by which people find the bot in Signal."""

from functools import partial

from handlers.conversation.catalogue import Follows, Section
from handlers.conversation.filters import admin, new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.language import languages_text
from handlers.printing import keep_prints
from relay.language.vocabulary import bare

contact_cards = Router("contact_cards")


def names_a_language(heard: HeardMessage) -> bool:
    """Whether nothing follows, or the name of a language: "card payments" is about others."""
    return not heard.typed.rest or _locale(heard) is not None


@contact_cards.command(
    "card", new, names_a_language, may=admin, section=Section.RUNNING, usages=((), (Follows.TEXT,))
)
async def send_card(heard: HeardMessage) -> None:
    """Send the card of each of their branches, for A5 and A4."""
    # Imported late: what draws it is 3 MB, and a card is printed once.
    from relay.cards.pdf import contact_card_pdf
    from relay.contact import contact_card

    services = heard.services
    locale = _locale(heard) or services.words.locale
    words = services.languages.words(locale)
    files: list[int] = []
    for branch in services.branches_of(heard.person):
        key = services.signed_feed.key(branch.slug)
        fingerprint = "" if key is None else key.fingerprint
        card = contact_card(services.settings, branch.slug, words, fingerprint)
        if card is None:
            await heard.say("contact-card-no-link")
            return
        name = f"card-{branch.slug}-{locale}"
        files += keep_prints(services, name, partial(contact_card_pdf, card))
    text = services.words.say("contact-card-here", names=languages_text(services))
    await heard.say_text(text, tuple(files))


def _locale(heard: HeardMessage) -> str | None:
    """The locale of a language that is named as it is offered, or by its code or number."""
    asked = bare(heard.typed.rest)
    names = heard.services.languages.names
    for index, (locale, name) in enumerate(names.items(), start=1):
        if asked and asked in {bare(locale), bare(name), str(index)}:
            return locale
    return None
