"""Which links in what is told of a meeting everybody may follow: an allow-list.

A link lets people in wherever its room is, on a server nobody has heard of too, so those that may
stand in public are known, not those that may not.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

_MEETING_HOSTS = (
    "zoom.us",
    "zoom.com",
    "teams.microsoft.com",
    "teams.live.com",
    "meet.google.com",
    "meet.jit.si",
    "8x8.vc",
    "whereby.com",
    "webex.com",
    "gotomeeting.com",
    "gotomeet.me",
    "bluejeans.com",
    "meet.goto.com",
    "discord.gg",
)
"""Where people meet online: a name of one of these is a link also when it stands alone."""

_OPEN_SITES = (
    "gov.uk",
    "parliament.uk",
    "gov.scot",
    "gov.wales",
    "nhs.uk",
    "bbc.co.uk",
    "openstreetmap.org",
    "osm.org",
    "maps.app.goo.gl",
    "w3w.co",
    "bsky.app",
    "eventbrite.co.uk",
    "ticketsource.co.uk",
    "actionnetwork.org",
)
"""Sites on which nobody meets: of the state, maps, tickets, and what everybody can read anyway."""

_DOCUMENT = re.compile(
    r"/[^/]+\.(?:pdf|docx?|odt|rtf|txt|md|xlsx?|ods|csv|pptx?|odp|png|jpe?g|webp|gif|svg|html?)"
)
_MEETS = re.compile(
    r"^(?:meet|bbb|zoom|talk|jitsi|video|conf|webinar|call)[\w-]*\.|/(?:b|j|join|call|meet|room|rooms)/",
    re.IGNORECASE,
)
"""How servers that a branch runs itself, and the rooms on them, are called."""

_HARMLESS_KEYS = frozenset({"page", "lang", "year", "month", "date", "q", "mlat", "mlon"})

_SCHEMES = r"(?:sips?|tel|callto|mailto|msteams|zoommtg|zoomus|webex|gotomeeting|skype):"
_LINK = re.compile(
    rf"(?:\b[a-z][a-z\d+.-]{{0,40}}://|\bwww\.|\b{_SCHEMES})[^\s<>\"“”]+"
    r"|(?<![\w@.-])(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?[/?#][^\s<>\"“”]*"
    rf"|(?<![\w@.-])(?:[\w-]+\.)*(?:{'|'.join(map(re.escape, _MEETING_HOSTS))})(?![\w.-])"
    r"[^\s<>\"“”]*",
    re.IGNORECASE,
)
_AFTER_LINK = ")]}>’'»…,.;:!?"


@dataclass(frozen=True)
class LinkPolicy:
    """Which links everybody may follow: an allow-list.

    Attributes:
        sites: names of hosts, their subdomains included, that a branch vouches for.
    """

    sites: tuple[str, ...] = ()

    def allows(self, link: str) -> bool:
        """Whether a link lets nobody into a meeting.

        It leads to one of the sites, or to a file such as a PDF, and carries nothing besides: no
        name and password, no query but such as a page's language, no fragment.
        """
        try:
            parts = urlsplit(link if "://" in link else f"https://{link}")
            host, port = _host(link), parts.port
        except ValueError:
            return False
        if parts.scheme not in ("http", "https") or "@" in parts.netloc or port or parts.fragment:
            return False
        if not {key for key, _ in parse_qsl(parts.query, True)} <= _HARMLESS_KEYS:
            return False
        if parts.query and "=" not in parts.query:
            return False
        if _on(host, _MEETING_HOSTS):
            return False
        if _on(host, self.sites) or _on(host, _OPEN_SITES):
            return True
        return not parts.query and _is_document(link)

    def allows_booking(self, link: str, ways_in: Iterable[str]) -> bool:
        """Whether a link that an admin named as one to book may be followed by everybody.

        Shops number their events in a query, so that one is no sign of a way in.

        Args:
            link: to book.
            ways_in: the links to take part; nothing on their hosts is a shop.
        """
        return _lets_nobody_in(link, ways_in)

    def allows_paper(self, link: str, ways_in: Iterable[str]) -> bool:
        """Whether a link that an admin named as a paper of a meeting may be followed by everybody.

        Args:
            link: the paper's.
            ways_in: the links to take part; nothing on their hosts is a paper.
        """
        if self.allows(link):
            return not any(_host(link) == _host(way) for way in ways_in) or _is_document(link)
        if not _lets_nobody_in(link, ways_in):
            return False
        parts = urlsplit(link)
        return not parts.query and not parts.fragment


def _lets_nobody_in(link: str, ways_in: Iterable[str]) -> bool:
    """Whether nothing in a web address but its query and fragment can be a way in."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and "@" not in parts.netloc
        and not _on(_host(link), _MEETING_HOSTS)
        and not any(_host(link) == _host(way) for way in ways_in)
        and _MEETS.search(f"{_host(link)}{parts.path}") is None
    )


def _is_document(link: str) -> bool:
    return _DOCUMENT.search(urlsplit(link).path.lower()) is not None


def _host(link: str) -> str:
    try:
        host = urlsplit(link if "://" in link else f"https://{link}").hostname
    except ValueError:
        return ""
    return (host or "").rstrip(".")


def _on(host: str, sites: Iterable[str]) -> bool:
    return any(host == site or host.endswith(f".{site}") for site in sites)


def links_of(said: str) -> list[tuple[int, int, str]]:
    """Find what may be a link, `https://` or not: where it begins and ends, and itself."""
    found = []
    for match in _LINK.finditer(said):
        link = match.group().rstrip(_AFTER_LINK)
        found.append((match.start(), match.start() + len(link), link))
    return found


def without_links(said: str, policy: LinkPolicy) -> str:
    """Return a text without the links that not everybody may follow."""
    for start, end, link in reversed(links_of(said)):
        if not policy.allows(link):
            said = said[:start] + said[end:]
    return said
