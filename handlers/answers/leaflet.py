"""`leaflet`: an admin gets a leaflet to print, with what people ask and the code of the bot."""

from handlers.conversation.catalogue import Section
from handlers.conversation.filters import admin, new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router

leaflets = Router("leaflets")

_PDF = "application/pdf"


def says_nothing_else(heard: HeardMessage) -> bool:
    """Whether nothing follows: "leaflet the estate on Sunday" is about something else."""
    return not heard.typed.rest


@leaflets.command("leaflet", new, says_nothing_else, may=admin, section=Section.RUNNING)
async def send_leaflet(heard: HeardMessage) -> None:
    """Send the leaflet of each of their branches, for A5 and A4."""
    # Imported late: what draws it is 3 MB, and a leaflet is printed once.
    from relay.cards.contact import PaperSize
    from relay.cards.leaflet import leaflet_pdf
    from relay.contact.leaflet import leaflet

    services = heard.services.in_public
    files = []
    for branch in services.branches_of(heard.person):
        one = leaflet(services.settings, branch.slug, services.words, services.answers)
        if one is None:
            await heard.say("contact-card-no-link")
            return
        for size in PaperSize:
            file = services.store.files.add(
                name=f"leaflet-{branch.slug}-{size.name.lower()}.pdf",
                media_type=_PDF,
                data=leaflet_pdf(one, size),
                now=services.clock.now(),
            )
            files.append(file)
    await heard.say_text(heard.services.words.say("leaflet-here"), tuple(files))
