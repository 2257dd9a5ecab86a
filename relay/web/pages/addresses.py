"""Where the pages are: how they link to each other, and what the outside calls them."""

from dataclasses import dataclass
from posixpath import relpath
from typing import Protocol
from urllib.parse import quote, urlsplit

HOME = "/"
ANSWERS = "/answers"
STYLE = "/style.css"
CALENDAR = "/calendar.ics"
NOT_FOUND = "/404.html"
PRIVACY = "/privacy"

_MAP = "https://www.openstreetmap.org/search?query="
_LONGEST_QUERY = 300


def branch_path(slug: str) -> str:
    """The path of a branch's page."""
    return f"/b/{slug}"


def branch_calendar_path(slug: str) -> str:
    """The path of a branch's calendar."""
    return f"/b/{slug}/calendar.ics"


def embed_path(slug: str) -> str:
    """The path of a branch's page for frames on other websites."""
    return f"/b/{slug}/embed"


def feed_path(slug: str) -> str:
    """The path of a branch's feed."""
    return f"/b/{slug}/feed.atom"


def signed_path(slug: str) -> str:
    """The path of a branch's signed feed."""
    return f"/b/{slug}/signed.json"


def signed_page_path(slug: str, number: int) -> str:
    """The path of a page with older entries of a branch's signed feed."""
    return f"/b/{slug}/signed/{number}.json"


def verify_path(slug: str) -> str:
    """The path of the page on which anybody finds out whether a branch has said something."""
    return f"/b/{slug}/verify"


def branch_card_path(slug: str) -> str:
    """The path of the picture that links to a branch's page show."""
    return f"/b/{slug}/preview.png"


def meeting_path(number: int) -> str:
    """The path of a meeting's page."""
    return f"/m/{number}"


def meeting_calendar_path(number: int) -> str:
    """The path of a meeting's calendar file."""
    return f"/m/{number}.ics"


def card_path(number: int) -> str:
    """The path of a meeting's picture."""
    return f"/m/{number}/card.png"


def paper_path(number: int, position: int) -> str:
    """The path of a meeting's paper."""
    return f"/m/{number}/papers/{position}"


def announcement_path(number: int) -> str:
    """The path of an announcement's page."""
    return f"/a/{number}"


def announcement_card_path(number: int) -> str:
    """The path of an announcement's picture card."""
    return f"/a/{number}/card.png"


def announcement_paper_path(number: int, position: int) -> str:
    """The path of an announcement's paper."""
    return f"/a/{number}/papers/{position}"


def picture_path(number: int, position: int, media_type: str) -> str:
    """The path of an announcement's picture, with the ending of what it is."""
    ending = "png" if media_type == "image/png" else "jpg"
    return f"/a/{number}/pictures/{position}.{ending}"


def answer_path(slug: str) -> str:
    """The path of a question on the page of answers."""
    return f"{ANSWERS}#{slug}"


def map_link(address: str) -> str:
    """A link that looks an address up on OpenStreetMap.

    Args:
        address: as people read it, possibly several lines.
    """
    return _MAP + quote(", ".join(address.split("\n"))[:_LONGEST_QUERY], safe="", errors="replace")


def web_link(url: str) -> str | None:
    """The link if it leads to a web page, else None: no `javascript:`, no `data:`, no `file:`."""
    try:
        parts = urlsplit(url)
        fine = parts.scheme in {"https", "http"} and bool(parts.hostname)
    except ValueError:
        return None
    fine = fine and url.isprintable() and not any(character.isspace() for character in url)
    return url if fine else None


@dataclass(frozen=True)
class Outside:
    """What the outside calls the pages.

    Attributes:
        public_url: without a slash at its end, or None where the settings name none.
    """

    public_url: str | None

    def of(self, path: str) -> str | None:
        """The whole address of a path, or None."""
        return None if self.public_url is None else self.public_url + path

    def subscription(self, path: str) -> str | None:
        """The address of a calendar that a phone subscribes to instead of copying it once."""
        address = self.of(path)
        return None if address is None else f"webcal://{address.partition('://')[2]}"


class Links(Protocol):
    """How one page links to another."""

    def to(self, page: str, target: str) -> str:
        """The link on the page at one path to what is at another."""


class ServedLinks:
    """Links between served pages, also where a proxy puts them below a folder.

    Args:
        outside: its `public_url` tells the folder.
    """

    def __init__(self, outside: Outside) -> None:
        self._folder = urlsplit(outside.public_url or "").path.rstrip("/")

    def to(self, page: str, target: str) -> str:
        return self._folder + target


class FileLinks:
    """Links between exported pages: relative, so that they work in any folder of any host.

    The page of a path without an ending is `index.html` in a folder of that name.
    """

    def to(self, page: str, target: str) -> str:
        folder = f".{file_of(page)}".rpartition("/")[0]
        link = relpath(f".{file_of(target)}", folder)
        return link.removesuffix("index.html") or "./"


def file_of(path: str) -> str:
    """Where an exported page is kept: `/b/hackney` in `/b/hackney/index.html`.

    A paper gets the ending by which a web host knows what it is.
    """
    if "/papers/" in path:
        return f"{path}.pdf"
    if "." in path.rpartition("/")[2]:
        return path
    return f"{path.rstrip('/')}/index.html"
