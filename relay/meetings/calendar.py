"""Meetings as iCalendar (RFC 5545, RFC 7986): one of them for a phone, or many to subscribe to.

A meeting keeps its UID for ever. Each published change raises SEQUENCE, a cancelled one stays with
STATUS:CANCELLED, so that calendars which have it change it instead of adding another.
"""

from collections.abc import Callable, Sequence
from uuid import uuid4

from relay.language.words import Words
from relay.meetings.meeting import Meeting, MeetingState

MEDIA_TYPE = "text/calendar"

PageOf = Callable[[Meeting], str | None]
"""Where a meeting's public page is, None where there are no public pages."""

SaidWith = Callable[[Meeting], tuple[str | None, str, str, Words | None]]
"""A meeting's page, what is said of its private link, what its branch is called, the wording."""

BranchOf = Callable[[Meeting], str]
"""What the branch of a meeting is called: it is the organizer."""


def _slug(meeting: Meeting) -> str:
    return meeting.branch


def new_uid(host: str) -> str:
    """Return an identity for a new meeting (RFC 7986, 5.3: nothing can be learnt from it).

    Args:
        host: of the branch's public pages, or any name the relay goes by.
    """
    return f"{uuid4()}@{host}"


def file_name(meeting: Meeting) -> str:
    """Return the name of a meeting's calendar file, such as `meeting-12.ics`."""
    return f"meeting-{meeting.id}.ics"


def entry_of(
    meeting: Meeting,
    *,
    name: str,
    page: PageOf,
    private_link: str = "",
    branch: BranchOf = _slug,
    words: Words | None = None,
) -> bytes:
    """Return one meeting as a file that a phone's calendar opens.

    Args:
        meeting: published or about to be.
        name: of the branch; becomes the calendar's name.
        page: where its page is.
        private_link: what is said of a link to take part that is not told here.
        branch: who organizes it.
        words: the wording, to say when the doors open, for which RFC 5545 has no property; without
            it nothing is said of them.

    Returns:
        UTF-8, lines folded and ended as RFC 5545, 3.1 wants them. METHOD is PUBLISH, or CANCEL
        for a meeting that is off (RFC 5546, 3.2.5).
    """
    method = "CANCEL" if meeting.is_cancelled else "PUBLISH"
    said = (page(meeting), private_link, branch(meeting), words)
    return _calendar([meeting], name, method, lambda _: said)


def calendar_of(
    meetings: Sequence[Meeting],
    *,
    name: str,
    page: PageOf,
    private_link: str = "",
    branch: BranchOf = _slug,
    words: Words | None = None,
) -> bytes:
    """Return many meetings as a calendar to subscribe to.

    The same meetings give the same bytes, so that an ETag can be made from them.

    Args:
        meetings: of a branch or of several; drafts are left out.
        name: of the calendar as people read it.
        page: where the pages are.
        private_link: as for `entry_of`.
        branch: as for `entry_of`.
        words: as for `entry_of`.
    """
    public = [one for one in meetings if one.state is not MeetingState.DRAFT]
    return _calendar(
        public, name, "PUBLISH", lambda one: (page(one), private_link, branch(one), words)
    )


def _calendar(meetings: Sequence[Meeting], name: str, method: str, said_with: SaidWith) -> bytes:
    # Imported late: icalendar is 3 MB, and many a relay writes no calendar for weeks.
    from relay.meetings.components import written

    return written(meetings, name, method, said_with)
