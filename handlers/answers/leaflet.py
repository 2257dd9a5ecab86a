"""`leaflet`: an admin gets a leaflet to print, with what people ask and the code of the bot."""

from functools import partial

from handlers.conversation.catalogue import Section
from handlers.conversation.filters import admin, new
from handlers.conversation.heard import HeardMessage
from handlers.conversation.router import Router
from handlers.printing import keep_prints

leaflets = Router("leaflets")


def says_nothing_else(heard: HeardMessage) -> bool:
    """Whether nothing follows: "leaflet the estate on Sunday" is about something else."""
    return not heard.typed.rest


@leaflets.command("leaflet", new, says_nothing_else, may=admin, section=Section.RUNNING)
async def send_leaflet(heard: HeardMessage) -> None:
    """Send the leaflet of each of their branches, for A5 and A4."""
    # Imported late: what draws it is 3 MB, and a leaflet is printed once.
    from relay.cards.leaflet import leaflet_pdf
    from relay.contact.leaflet import leaflet

    services = heard.services.in_public
    files: list[int] = []
    for branch in services.branches_of(heard.person):
        one = leaflet(services.settings, branch.slug, services.words, services.answers)
        if one is None:
            await heard.say("contact-card-no-link")
            return
        files += keep_prints(services, f"leaflet-{branch.slug}", partial(leaflet_pdf, one))
    await heard.say_text(heard.services.words.say("leaflet-here"), tuple(files))
