"""What of a meeting everybody may read, on the web and on Bluesky.

A link to an online meeting that stands in public is found by people who come to break it up. So it
is told in the Signal groups and to who asks the bot there, and in public only that there is one,
unless a branch's settings say otherwise.
"""

import re
from dataclasses import replace
from typing import Literal

from relay.meetings.meeting import Change, Meeting, Paper, Place

OnlineLinks = Literal["members", "everyone"]
"""Who reads a link to take part: those in the Signal groups, or everybody."""

_HOSTS = (
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
"""Where people meet online; a link there in an agenda is one to take part too."""

_LINK = re.compile(
    rf"(?:https?://)?(?<![\w.@-])(?:[\w-]+\.)*(?:{'|'.join(map(re.escape, _HOSTS))})(?![\w.-])\S*",
    re.IGNORECASE,
)
# As the invitations of those services write it, on lines of their own.
_WAY_IN = re.compile(
    r"^.*\b(?:(?:meeting|webinar|conference)[ ]id|pass ?code|pass ?word)\b\s*(?::|is\b|\d).*$",
    re.IGNORECASE | re.MULTILINE,
)


def public_meeting(meeting: Meeting, links: OnlineLinks) -> Meeting:
    """Return a meeting as everybody may read it.

    Where links are for members, no link to take part is left in any part of it, nor what an
    invitation says besides to get in; its places say that there is one (`Place.has_private_link`).

    Args:
        meeting: whole.
        links: of the branch's settings.
    """
    if links == "everyone":
        return meeting
    secret = tuple(
        place.online
        for place in (meeting.place, *(one.place for one in meeting.changes if one.place))
        if place.online
    )
    return replace(
        meeting,
        title=_without(meeting.title, secret) or "…",
        place=_public_place(meeting.place, secret),
        access=_without(meeting.access, secret),
        agenda=_without(meeting.agenda, secret),
        reason=_without(meeting.reason, secret),
        papers=tuple(paper for paper in meeting.papers if not _leads_in(paper, secret)),
        changes=tuple(_public_change(change, secret) for change in meeting.changes),
    )


def _public_place(place: Place, secret: tuple[str, ...]) -> Place:
    address = _without(place.address, secret)
    private = place.is_online or address != place.address
    return Place(address=address, has_private_link=private)


def _public_change(change: Change, secret: tuple[str, ...]) -> Change:
    place = None if change.place is None else _public_place(change.place, secret)
    return replace(change, reason=_without(change.reason, secret), place=place)


def _leads_in(paper: Paper, secret: tuple[str, ...]) -> bool:
    return paper.url is not None and _without(paper.url, secret) != paper.url


def _without(text: str, secret: tuple[str, ...]) -> str:
    """A text without links to take part; a line of which nothing is left goes whole."""
    kept = _WAY_IN.sub("\0", _LINK.sub("\0", text))
    for link in secret:
        for written in (link, link.partition("://")[2]):
            kept = kept.replace(written, "\0") if written else kept
    if "\0" not in kept:
        return text
    lines = [(line, line.replace("\0", "")) for line in kept.split("\n")]
    return "\n".join(
        " ".join(left.split()) if "\0" in line else line
        for line, left in lines
        if "\0" not in line or re.search(r"\w", left)
    ).strip()
