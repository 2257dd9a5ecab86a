"""Calendar files of meetings, as documents."""

from collections.abc import Sequence

from relay.language.words import Words
from relay.meetings.calendar import calendar_of, entry_of, file_name
from relay.meetings.meeting import Meeting
from relay.web.pages.addresses import Outside, meeting_path
from relay.web.pages.catalogue import PublicBranch
from relay.web.pages.documents import Document

_CALENDAR = "text/calendar; charset=utf-8"


class CalendarDocuments:
    """Makes calendar files.

    Args:
        branches: whose meetings they are.
        words: the wording.
        outside: what the outside calls the pages.
    """

    def __init__(self, branches: Sequence[PublicBranch], words: Words, outside: Outside) -> None:
        self._names = {branch.slug: branch.name for branch in branches}
        self._words = words
        self._outside = outside

    def collect(self, meetings: tuple[Meeting, ...], name: str, file: str) -> Document:
        """All meetings of a calendar that has a name, in a file."""
        body = calendar_of(
            meetings,
            name=name,
            page=self._page,
            private_link=self._private_link(),
            branch=self._organizer,
            words=self._words,
        )
        return Document(body, _CALENDAR, file)

    def enter(self, meeting: Meeting, name: str) -> Document:
        """One meeting, in a calendar that has a name."""
        body = entry_of(
            meeting,
            name=name,
            page=self._page,
            private_link=self._private_link(),
            branch=self._organizer,
            words=self._words,
        )
        return Document(body, _CALENDAR, file_name(meeting))

    def _organizer(self, meeting: Meeting) -> str:
        return self._names.get(meeting.branch, meeting.branch)

    def _private_link(self) -> str:
        return self._words.say("pages-calendar-online-members")

    def _page(self, meeting: Meeting) -> str | None:
        return self._outside.of(meeting_path(meeting.id))
