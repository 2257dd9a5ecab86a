"""What a branch's contact card says, in a language."""

from relay.cards.card import Colours
from relay.cards.contact import ContactCard
from relay.language.vocabulary import vocabulary
from relay.language.words import Words
from relay.settings import Settings
from relay.web.pages.addresses import Outside, branch_path


def contact_card(
    settings: Settings, slug: str, words: Words, fingerprint: str = ""
) -> ContactCard | None:
    """Return what a branch's card says; None where the settings name no link to the bot.

    It names nobody, and no number unless the link in the settings is that of one. Of reports it
    speaks only where there is a team that reads them.

    Args:
        settings: complete and valid.
        slug: of the branch.
        words: the wording of the card's language.
        fingerprint: of the key that the branch signs its posts with; empty for none.

    Raises:
        KeyError: there is no such branch.
    """
    branch, link = settings.branch(slug), settings.signal.link
    if link is None:
        return None
    has_team = any(
        team.officers and (not team.branches or slug in team.branches)
        for team in settings.safeguarding.teams
    )
    page = Outside(settings.web.public_url).of(branch_path(slug)) or ""
    say = words.say
    return ContactCard(
        branch=branch.name,
        title=say("contact-card-title"),
        about=say("contact-card-about"),
        scan=say("contact-card-scan"),
        link=link,
        report=say("contact-card-report", word=_report_word(words)) if has_team else "",
        notice=say("contact-card-notice") if has_team else "",
        page=say("contact-card-page", page=page) if page else "",
        page_link=page,
        key=say("contact-card-key", key=fingerprint) if fingerprint else "",
        code=say("contact-card-code"),
        locale=words.locale,
        colours=Colours(branch.card.band, branch.card.paper),
    )


def _report_word(words: Words) -> str:
    return vocabulary(words.locale).name("report")
