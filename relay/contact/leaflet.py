"""What a branch's leaflet says: the questions that people ask, with their short answers."""

from collections.abc import Iterable

from relay.answers import Answer
from relay.cards.card import Colours
from relay.cards.leaflet import Leaflet
from relay.language.words import Words
from relay.settings import Settings
from relay.web.pages.addresses import ANSWERS, Outside


def leaflet(
    settings: Settings, slug: str, words: Words, answers: Iterable[Answer]
) -> Leaflet | None:
    """Return what a branch's leaflet says; None where the settings name no link to the bot.

    It names nobody, and no number unless the link in the settings is that of one.

    Args:
        settings: complete and valid.
        slug: of the branch.
        words: the installation's wording, in whose language the answers are.
        answers: all; those that are to be on no leaflet are left out.

    Raises:
        KeyError: there is no such branch.
    """
    branch, link = settings.branch(slug), settings.signal.link
    if link is None:
        return None
    page = Outside(settings.web.public_url).of(ANSWERS) or ""
    say = words.say
    return Leaflet(
        branch=branch.name,
        title=say("leaflet-title"),
        begin=say("leaflet-begin"),
        scan=say("leaflet-scan"),
        link=link,
        questions=tuple((one.question, one.short) for one in answers if one.leaflet),
        more=say("leaflet-more", page=page) if page else say("leaflet-more-bot"),
        more_link=page,
        code=say("contact-card-code"),
        locale=words.locale,
        colours=Colours(branch.card.band, branch.card.paper),
    )
