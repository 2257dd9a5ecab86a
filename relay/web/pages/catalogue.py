"""What the public pages are made from: only what is published, never a draft."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from zoneinfo import ZoneInfo

from relay.cards import Colours
from relay.meetings.meeting import Meeting, Occurrence
from relay.meetings.public import PublicRules

PDF = "application/pdf"


@dataclass(frozen=True)
class PublicBranch:
    """A branch as the public knows it: its slug, its name and the colours of its cards.

    `rules` says what of its meetings everybody may read; `zone` is where it lives.
    """

    slug: str
    name: str
    colours: Colours = field(default_factory=Colours)
    rules: PublicRules = field(default_factory=PublicRules)
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/London"))


@dataclass(frozen=True)
class StoredPaper:
    """A paper whose file is kept: what people call it, and the cleaned PDF."""

    name: str
    data: bytes = field(repr=False)


class MeetingCatalogue(Protocol):
    """The published meetings, as the public may read them (`relay.meetings.public`).

    Scheduled and cancelled ones only; drafts do not exist here.
    """

    def version(self) -> Hashable:
        """Another value after every change of a published meeting."""

    def branches(self) -> Sequence[PublicBranch]:
        """Every branch, in the order of the settings."""

    def upcoming(self, slug: str) -> Sequence[Occurrence]:
        """A branch's dates that are not over yet, soonest first; cancelled ones included."""

    def recent(self, slug: str) -> Sequence[Occurrence]:
        """A branch's dates that are over, latest first, as far back as is still of interest."""

    def meeting(self, number: int) -> Meeting | None:
        """A published meeting, or None."""

    def dates(self, meeting: Meeting) -> Sequence[Occurrence]:
        """The next dates of a meeting, soonest first; the last one where all are over.

        Never empty, unless its rule gives no date at all.
        """

    def meetings(self, slug: str | None) -> Sequence[Meeting]:
        """Every published meeting for the calendars; of one branch, or of all for None."""

    def paper(self, number: int, position: int) -> StoredPaper | None:
        """A paper of a published meeting that is kept as a cleaned PDF, or None."""


def branch_and_dates(
    catalogue: MeetingCatalogue, number: int
) -> tuple[PublicBranch, Sequence[Occurrence]] | None:
    """Return a published meeting's branch and its next dates; None where there is no such."""
    meeting = catalogue.meeting(number)
    if meeting is None:
        return None
    branch = next((one for one in catalogue.branches() if one.slug == meeting.branch), None)
    dates = catalogue.dates(meeting)
    return (branch, dates) if branch is not None and dates else None
