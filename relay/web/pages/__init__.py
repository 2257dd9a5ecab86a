"""The public pages: what anybody can read about meetings, without a script or a trace."""

from relay.web.pages.catalogue import MeetingCatalogue, PublicBranch, StoredPaper
from relay.web.pages.documents import Document
from relay.web.pages.export import ForeignFolder
from relay.web.pages.routes import add_pages
from relay.web.pages.site import Site

__all__ = [
    "Document",
    "ForeignFolder",
    "MeetingCatalogue",
    "PublicBranch",
    "Site",
    "StoredPaper",
    "add_pages",
]
