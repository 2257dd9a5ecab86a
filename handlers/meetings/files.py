"""What goes with a meeting: the picture card, the calendar file, and the papers that arrive."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.meetings.public import as_read, public_place
from handlers.meetings.texts import one_line, page_of
from handlers.meetings.times import coming, date_of, doors_of, how_often, when_of
from handlers.services import Services
from relay.cards import Card, Colours, Notice, NoticeKind, draw_card
from relay.cards.described import sentence, without_stop
from relay.media import CleanPicture
from relay.meetings.calendar import MEDIA_TYPE, entry_of, file_name
from relay.meetings.meeting import Meeting, Occurrence
from relay.meetings.recurrence import as_usual
from relay.meetings.saying import access_said
from relay.store.files import StoredFile

_PDF = "application/pdf"
_WORDS = {
    NoticeKind.CHANGED: "meeting-word-changed",
    NoticeKind.CANCELLED: "meeting-word-cancelled",
}


@dataclass(frozen=True)
class Kept:
    """A card that is kept among the files, and what it shows for people who cannot see it."""

    file: int
    description: str


@dataclass(frozen=True)
class Drawn:
    """A card, and what it shows for people who cannot see it."""

    picture: CleanPicture
    description: str


def notice_of(meeting: Meeting) -> NoticeKind:
    """Return the bar across the card of a meeting that is not what it was."""
    return NoticeKind.CANCELLED if meeting.is_cancelled else NoticeKind.CHANGED


def keep_card(services: Services, meeting: Meeting, notice: NoticeKind | None = None) -> Kept:
    """Draw a meeting's card (see `draw`) and keep it."""
    drawn = draw(services, meeting, notice)
    file = services.store.files.add(
        name=f"meeting-{meeting.id}.png",
        media_type=drawn.picture.media_type,
        data=drawn.picture.data,
        now=services.clock.now(),
    )
    return Kept(file, drawn.description)


def draw(services: Services, meeting: Meeting, notice: NoticeKind | None = None) -> Drawn:
    """Draw a meeting's card, which everybody may see wherever it goes.

    Args:
        services: the wording, the settings and the store.
        meeting: what it shows.
        notice: the bar across it, for one that was changed or cancelled.
    """
    say, meeting = services.words.say, as_read(services, meeting)
    next_date = coming(services, meeting)
    place = meeting.place if next_date is None else next_date.place
    colours = services.branches[meeting.branch].card
    card = draw_card(
        Card(
            branch=services.branches[meeting.branch].name,
            title=meeting.title,
            when=_with_doors(services, meeting, next_date, _when(services, meeting, next_date)),
            place=public_place(services, place),
            access=access_said(meeting),
            colours=Colours(colours.band, colours.paper),
            notice=None if notice is None else Notice(notice, say(_WORDS[notice])),
            plain=say("meeting-default-title", branch=services.branches[meeting.branch].name),
        )
    )
    facts = {
        **card.description,
        "title": sentence(services.words, meeting.title),
        "place": without_stop(card.description["place"]),
    }
    description = say("meeting-card-description", **facts)
    if told := access_said(meeting):
        access = sentence(services.words, one_line(told))
        description = say("meeting-card-access", description=description, access=access)
    return Drawn(card.picture, description)


def _when(services: Services, meeting: Meeting, date: Occurrence | None) -> str:
    """What a card says of the time: a rule, and where single dates differ, the next one too."""
    if date is None or not meeting.recurs:
        return when_of(services, meeting) if date is None else date_of(services, date)
    now = services.clock.now()
    differs = any(max(one.start, one.original) > now for one in meeting.changes)
    if meeting.rule is None or meeting.is_cancelled or not differs:
        return when_of(services, meeting)
    rule = how_often(
        services,
        meeting.start,
        meeting.rule,
        meeting.local_zone,
        meeting.length,
        meeting.times,
    )
    return services.words.say("meeting-card-next", rule=rule, when=date_of(services, date))


def _with_doors(services: Services, meeting: Meeting, date: Occurrence | None, when: str) -> str:
    """What a card says of the time, and when the doors open where that is known."""
    doors = doors_of(services, date or as_usual(meeting, meeting.start))
    return services.words.say("meeting-card-doors", when=when, doors=doors) if doors else when


def keep_calendar(services: Services, meeting: Meeting) -> int:
    """Write a meeting's calendar file, keep it and return its id."""
    return services.store.files.add(
        name=file_name(meeting),
        media_type=MEDIA_TYPE,
        data=entry_of(
            meeting,
            name=services.branches[meeting.branch].name,
            page=lambda one: page_of(services, one),
            branch=lambda one: services.branches[one.branch].name,
            words=services.words,
        ),
        now=services.clock.now(),
    )


def arrived_papers(services: Services) -> tuple[list[StoredFile], list[str]]:
    """Return the PDFs that came with the message being handled, and codes of what was refused."""
    entry = services.bot.entry
    papers, refused = [], []
    for arrival in services.store.files.arrivals(entry.id) if entry is not None else ():
        file = None if arrival.file is None else services.store.files.get(arrival.file)
        if file is not None and file.media_type == _PDF:
            papers.append(file)
        else:
            refused.append("picture" if file is not None else arrival.refused or "unsupported")
    return papers, refused


def hold(services: Services, person: str, holder: int | None, files: Sequence[int]) -> int | None:
    """Keep files from being tidied away until it is decided what becomes of them.

    Args:
        services: the store.
        person: who sent them.
        holder: the announcement that holds earlier ones, or None.
        files: ids.

    Returns:
        The announcement that holds all of them; None where there are none. Who ends the
        conversation discards it.
    """
    announcements = services.store.announcements
    if holder is None and files:
        now = services.clock.now()
        holder = announcements.draft(branch="", text="", author=person, now=now)
    for file in files:
        assert holder is not None  # noqa: S101 -- drawn above
        announcements.attach(holder, file)
    return holder
