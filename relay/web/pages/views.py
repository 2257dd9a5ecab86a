"""Works out what each page shows: everything is decided here, nothing is drawn."""

from collections.abc import Hashable, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date

from relay.cards import Card, Notice, NoticeKind
from relay.cards.described import sentence, without_stop
from relay.language.words import Words
from relay.meetings.meeting import Meeting, Occurrence, Paper, Place, Times
from relay.meetings.saying import access_said, doors_said, programme_said, span_said, start_said
from relay.time.clock import BranchTime, Clock
from relay.web.pages.addresses import map_link, meeting_path, paper_path, web_link
from relay.web.pages.announcements import AnnouncementView
from relay.web.pages.catalogue import PDF, PublicBranch
from relay.web.pages.linkify import one_line, paragraphs
from relay.web.pages.shown import (
    BranchLine,
    BranchView,
    DateView,
    HomeView,
    Leaf,
    MeetingView,
    PaperView,
)

SHOWN_DATES = 12
"""How many dates of a recurring meeting its page names."""

KEPT_DATES = 4096
"""How many dates in words are remembered."""

_LEAF = "EEE|d|MMM"


class Views:
    """Decides what the pages show.

    Args:
        words: the wording.
        clock: the time.
    """

    def __init__(self, words: Words, clock: Clock) -> None:
        self._words = words
        self._clock = clock
        # After a change of one meeting, nearly all dates are said as before.
        self._spoken = lru_cache(KEPT_DATES)(self._say_moment)
        self._leaf = lru_cache(KEPT_DATES)(self._tear_off)

    def home(self, branches: Sequence[tuple[PublicBranch, Sequence[Occurrence]]]) -> HomeView:
        """The first page, from each branch and its coming dates."""
        return HomeView(
            tuple(
                BranchLine(branch, self.date(upcoming[0]) if upcoming else None)
                for branch, upcoming in branches
            )
        )

    def branch(
        self,
        branch: PublicBranch,
        upcoming: Sequence[Occurrence],
        recent: Sequence[Occurrence],
        told: tuple[AnnouncementView, ...] = (),
    ) -> BranchView:
        """A branch's page, from its dates and what it announced."""
        dates, past = tuple(map(self.date, upcoming)), tuple(map(self.date, recent))
        return BranchView(branch, dates, past, told)

    def meeting(self, branch: PublicBranch, dates: Sequence[Occurrence]) -> MeetingView:
        """A meeting's page, from its dates; there has to be at least one."""
        occurrence = dates[0]
        meeting, place = occurrence.meeting, occurrence.place
        date = self.date(occurrence)
        return MeetingView(
            branch=branch,
            occurrence=occurrence,
            date=date,
            notices=self._notices(occurrence),
            over=occurrence.end <= self._clock.now(),
            address=tuple(map(one_line, filter(str.strip, place.address.splitlines()))),
            map=map_link(place.address) if place.address.strip() else None,
            online=web_link(place.online),
            access=paragraphs(meeting.access),
            cost=paragraphs(meeting.cost),
            tickets=web_link(meeting.tickets),
            contact=paragraphs(meeting.contact),
            programme=tuple(programme_said(self._words, occurrence).splitlines()),
            agenda=paragraphs(meeting.agenda),
            papers=tuple(_paper(meeting.id, one) for one in meeting.papers),
            others=tuple(map(self.date, dates[1:SHOWN_DATES])),
            heading=self._heading(meeting, date),
            summary=self._summary(date),
            alt=self._alt(self.card(branch, dates)),
        )

    def card(self, branch: PublicBranch, dates: Sequence[Occurrence]) -> Card:
        """What the picture of a meeting says, from its dates."""
        occurrence = dates[0]
        date = self.date(occurrence)
        notice = None
        if date.off:
            notice = Notice(NoticeKind.CANCELLED, self._words.say("meeting-word-cancelled"))
        elif date.was:
            word = self._words.say("pages-card-moved", when=date.was)
            notice = Notice(NoticeKind.CHANGED, word)
        return Card(
            branch=one_line(branch.name),
            title=date.title,
            when=self._with_doors(date),
            place=date.where,
            access=one_line(access_said(occurrence.meeting)),
            notice=notice,
            colours=branch.colours,
            plain=self._words.say("meeting-default-title", branch=branch.name),
        )

    def date(self, occurrence: Occurrence) -> DateView:
        """One date as lists show it."""
        meeting = occurrence.meeting
        off = occurrence.cancelled or meeting.is_cancelled
        return DateView(
            path=meeting_path(meeting.id),
            title=one_line(meeting.title),
            when=self._when(occurrence),
            start=_for_machines(occurrence),
            where=self.where(occurrence.place),
            marks=self._marks(occurrence),
            off=off,
            leaf=self._leaf(meeting.zone, occurrence.start),
            was="" if off or not occurrence.is_moved else self._planned(occurrence),
            doors=doors_said(self._words, occurrence),
        )

    def _when(self, date: Occurrence) -> str:
        """A date in words, in its time zone, and when it ends."""
        today = self._clock.now().date()
        return self._spoken(date.meeting.zone, date.start, date.length, date.times, today)

    def _planned(self, date: Occurrence) -> str:
        """When it was to begin before it was moved."""
        zone = date.meeting.local_zone
        time = BranchTime(zone, self._words, self._clock)
        return start_said(time, date.planned, date.planned_times)

    def where(self, place: Place) -> str:
        """A place in one line."""
        address = ", ".join(map(one_line, filter(str.strip, place.address.splitlines())))
        if address and place.is_online:
            return self._words.say("pages-address-and-online", address=address)
        if address:
            return address
        return self._words.say("pages-online" if place.is_online else "pages-place-open")

    def _heading(self, meeting: Meeting, date: DateView) -> str:
        if meeting.is_cancelled:
            return self._words.say("pages-title-off", title=date.title)
        if date.was and not meeting.recurs:
            return self._words.say("pages-title-moved", title=date.title)
        return date.title

    def _summary(self, date: DateView) -> str:
        say = self._words.say
        if date.off:
            return say("pages-meeting-description-off", when=date.when, where=date.where)
        if date.was:
            return say(
                "pages-meeting-description-moved", when=date.when, was=date.was, where=date.where
            )
        when = self._with_doors(date)
        return say("pages-meeting-description", when=when, where=date.where)

    def _with_doors(self, date: DateView) -> str:
        if not date.doors:
            return date.when
        return self._words.say("meeting-card-doors", when=date.when, doors=date.doors)

    def _say_moment(
        self,
        zone: str,
        start: datetime,
        length: timedelta | None,
        times: Times,
        _today: Hashable,
    ) -> str:
        """Say when it is; today decides whether it needs its year."""
        time = BranchTime(ZoneInfo(zone), self._words, self._clock)
        return span_said(time, start, length, times)

    def _tear_off(self, zone: str, moment: datetime) -> Leaf:
        local = moment.astimezone(ZoneInfo(zone))
        locale = self._words.locale.replace("-", "_")
        return Leaf(*format_date(local, _LEAF, locale=locale).split("|"))

    def _alt(self, card: Card) -> str:
        return self._words.say(
            "meeting-card-description",
            notice=card.notice.kind.value if card.notice else "none",
            word=card.notice.word if card.notice else "",
            title=sentence(self._words, card.title),
            when=card.when,
            place=without_stop(card.place),
            branch=card.branch,
        )

    def _marks(self, occurrence: Occurrence) -> tuple[str, ...]:
        if occurrence.cancelled or occurrence.meeting.is_cancelled:
            reason = one_line(occurrence.reason or occurrence.meeting.reason)
            if reason:
                return (self._words.say("pages-cancelled-because", reason=reason),)
            return (self._words.say("pages-cancelled"),)
        return (self._words.say("pages-date-moved"),) if occurrence.is_moved else ()

    def _notices(self, occurrence: Occurrence) -> tuple[str, ...]:
        notices = []
        meeting = occurrence.meeting
        if occurrence.cancelled or meeting.is_cancelled:
            whole = meeting.is_cancelled
            notices.append(
                self._words.say("pages-meeting-off" if whole else "pages-meeting-date-off")
            )
            if reason := one_line(occurrence.reason or meeting.reason):
                notices.append(self._words.say("pages-meeting-off-why", reason=reason))
        elif occurrence.is_moved:
            planned = self._planned(occurrence)
            notices.append(self._words.say("pages-meeting-date-moved", when=planned))
        if occurrence.end <= self._clock.now():
            notices.append(self._words.say("pages-over"))
        return tuple(notices)


def _for_machines(date: Occurrence) -> str:
    """A moment, or a day: the content of `datetime` in HTML may be either."""
    if not date.times.are_known:
        return date.first_day.isoformat()
    return date.start.astimezone(date.meeting.local_zone).isoformat(timespec="minutes")


def _paper(number: int, paper: Paper) -> PaperView:
    return PaperView(
        name=one_line(paper.name),
        link=web_link(paper.url) if paper.url else None,
        path=paper_path(number, paper.position) if paper.media_type == PDF else None,
    )
