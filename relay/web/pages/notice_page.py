"""The page of the privacy notice."""

from relay.personal_data.notice import Notice
from relay.web.pages.addresses import PRIVACY, Links
from relay.web.pages.documents import HTML, Document
from relay.web.pages.drawing import Drawing


def notice_page(notice: Notice, drawing: Drawing, links: Links) -> Document:
    """Return the page of a notice: text alone, without a script.

    Args:
        notice: what it says.
        drawing: draws it.
        links: how pages link to each other.
    """
    return Document(drawing.page("privacy.html", PRIVACY, links, notice=notice), HTML)
