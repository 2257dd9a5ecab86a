"""Writing a contact card as a PDF; how, is in `relay.cards.paper`."""

from relay.cards.colours import parse_colour, text_on
from relay.cards.contact import HEIGHT, WIDTH, ContactCard, PaperSize, lay_out_contact
from relay.cards.layout import Box
from relay.cards.paper import Paper

_LINKS = {"link": "link", "page": "page_link"}


def contact_card_pdf(card: ContactCard, size: PaperSize) -> bytes:
    """Return a contact card as a PDF. The same card gives the same bytes.

    Raises:
        ValueError: a colour is not `#rrggbb`.
    """
    sheet = lay_out_contact(card)
    paper = Paper(size, card.branch, card.locale)
    paper.turn_page()
    band, ground = parse_colour(card.colours.band), parse_colour(card.colours.paper)
    paper.cover(Box(0, 0, WIDTH, HEIGHT), ground)
    paper.cover(sheet.band, band)
    paper.link(sheet.code, card.link)
    for text in sheet.texts:
        is_name = text.name == "branch"
        if text.name == "scan":
            paper.code(sheet.code, card.link, card.code)
        paper.text(text, text_on(band if is_name else ground), "H1" if is_name else "P")
        if text.name in _LINKS and (address := getattr(card, _LINKS[text.name])):
            paper.link(text.box, address)
    return paper.written()
