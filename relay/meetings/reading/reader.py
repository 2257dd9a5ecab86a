"""Reading an invitation as a whole."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from relay.meetings.reading.asides import without_asides
from relay.meetings.reading.calendars import read_calendar
from relay.meetings.reading.clock import find_hours
from relay.meetings.reading.contents import agenda_of
from relay.meetings.reading.costs import conditions_of
from relay.meetings.reading.layout import Layout, read_layout
from relay.meetings.reading.lines import Line
from relay.meetings.reading.links import Links, find_links
from relay.meetings.reading.masks import HIDDEN, mask
from relay.meetings.reading.moments import read_moment_in
from relay.meetings.reading.pieces import Pieces, rows_of
from relay.meetings.reading.places import PlaceFinder
from relay.meetings.reading.programme import beginning, find_programme
from relay.meetings.reading.reading import Ask, Found, Reading
from relay.meetings.reading.signatures import find_signature
from relay.meetings.reading.source import Source, read_source
from relay.meetings.reading.sureness import Sureness
from relay.meetings.reading.titles import TitleFinder
from relay.meetings.reading.vocabulary import Vocabulary, vocabulary

LONGEST = 8_000
"""Characters that are read."""

MOST_LINES = 500
"""Lines that are read: each is looked at several times, however short it is."""

_HIDDEN_KINDS = ("agenda", "papers", "head", "sign-off")
_READ_KINDS = ("agenda", "access", "head", "heading", "sign-off")
_FEWEST_WORDS = 3
"""Of a line that says something."""

_AROUND_PLACE = " ,;:–—-•|"
_LOOSE_ROUNDS = 3
_At = tuple[int, int]


def read_invitation(text: str, *, now: datetime, zone: ZoneInfo, locale: str = "en-GB") -> Reading:
    """Read what a text says of a meeting.

    Args:
        text: anything; only its first `LONGEST` characters and `MOST_LINES` lines are read.
        now: aware.
        zone: of the branch.
        locale: whose vocabulary is used.

    Returns:
        What is certain, and what has to be asked.
    """
    words = vocabulary(locale)
    local = now.astimezone(zone).replace(tzinfo=None)
    source = read_source("\n".join(text[:LONGEST].split("\n", MOST_LINES)[:MOST_LINES]))
    calendar = read_calendar(source.plain, local, zone, words)
    if calendar is not None:
        return calendar
    layout = read_layout(source.plain, local.date(), words)
    links = find_links(source.plain, layout, words)
    return _Assembly(source, layout, links, words, local).reading()


class _Assembly:
    """Title, moment and place, each from what the others leave over."""

    def __init__(
        self, source: Source, layout: Layout, links: Links, words: Vocabulary, now: datetime
    ) -> None:
        self._source, self._layout, self._links, self._words = source, layout, links, words
        hidden = [_whole(source.plain, line) for line in layout.lines if line.kind in _HIDDEN_KINDS]
        plain = without_asides(mask(source.plain, *links.masked), words)
        self._programme = find_programme(plain, words)
        text = mask(plain, *hidden, *(part.at for part in self._programme))
        first = beginning(self._programme, words)
        if first is not None and all(one.bare for one in find_hours(text, words)):
            # The programme alone says when it begins.
            shown = next(one.at for one in find_hours(plain[slice(*first.at)], words))
            begins = (first.at[0] + shown[0], first.at[0] + shown[1])
            text = text[: begins[0]] + plain[slice(*begins)] + text[begins[1] :]
        labelled = [line.at for line in layout.of("when") if line.label]
        self._moment = read_moment_in(
            text, now=now, words=words, base=layout.written, labelled=labelled
        )
        bare = _without_moments(text, self._moment.used, words)
        signed = find_signature(bare, words)
        self._bare = bare if signed is None else mask(bare, signed)
        """The text in which nothing is left but title, place and what else is said."""

    def reading(self) -> Reading:
        moment, links = self._moment, self._links
        finder = PlaceFinder(self._bare, self._layout, self._words, moment.core, links.join)
        parts = finder.place()
        if self._is_a_call(parts):
            parts = ()
        place = self._place(parts)
        online = self._found(links.join) if links.join else None
        if place is None and online is None:
            place = self._way_in()
        asks = list(moment.asks)
        which = any(ask.reason == "which-event" for ask in asks)
        if place is None and online is None and not which:
            asks.append(Ask("place-tbc"))
        taken = (*moment.core, *parts)
        title = TitleFinder(self._bare, self._layout, self._words, taken).title()
        plain = self._source.plain
        sure = self._sureness(title, *parts)
        if place is not None and parts and not self._is_labelled("where", parts[0]):
            doubt = sure.about_place(parts, place.words, title)
            place = place if doubt is None else None
            asks += [doubt] if doubt else []
        if (doubt := sure.about_moment(moment)) is not None:
            moment = replace(moment, start=None, end=None)
            asks.append(doubt)
        named = title
        if title is None or not self._is_labelled("title", title):
            doubt = sure.about_title(title)
            named = title if doubt is None else None
            asks += [doubt] if doubt and doubt.names else []
        known = (title, links.join, links.tickets, links.meeting_id)
        used = [one for one in known if one is not None]
        used += [part.at for part in self._programme]
        conditions = conditions_of(plain, self._layout, self._words)
        return Reading(
            title=None if named is None else self._found(named),
            start=moment.start,
            end=moment.end,
            doors=moment.doors,
            all_day=moment.all_day,
            rule=moment.rule,
            place=place,
            online=online,
            agenda=self._agenda(),
            programme=self._programme,
            access=conditions.access,
            cost=conditions.cost,
            tickets=self._found(links.tickets) if links.tickets else None,
            asks=tuple(asks),
            moments=tuple(self._found(at) for at in moment.core),
            unread=self._unread((*taken, *used)),
            length=moment.length,
            to_a_day=moment.to_a_day,
        )

    def _sureness(self, *taken: _At | None) -> Sureness:
        known = (*taken, self._links.tickets, self._links.meeting_id)
        used = tuple(one for one in known if one is not None)
        pieces = Pieces(self._bare, self._layout, self._words)
        return Sureness(pieces.text, self._layout, self._words, used)

    def _is_labelled(self, kind: str, at: _At) -> bool:
        lines = self._layout.of(kind)
        subject = self._layout.subject if kind == "title" else None
        places = [line.at for line in lines] if subject is None else [subject]
        return any(one[0] <= at[0] < one[1] for one in places)

    def _agenda(self) -> tuple[str, ...]:
        """The points, without those that have times of their own and are the programme."""
        points = agenda_of(self._source.plain, self._layout, self._words)
        timed = [part.what.casefold() for part in self._programme]
        return tuple(one for one in points if not any(what in one.casefold() for what in timed))

    def _is_a_call(self, parts: Sequence[_At]) -> bool:
        """Whether the meeting is a call, and what was taken for its place is spoken of in it."""
        if not parts or self._is_labelled("where", parts[0]):
            return False
        call = self._words.regex("places", "calls").search(self._bare)
        said = self._bare[slice(*parts[0])]
        if call is None or self._words.regex("places", "venue").search(said):
            return False
        rows = rows_of(self._bare, [call.span()]) & rows_of(self._bare, self._moment.core)
        return bool(rows) and re.search(r"\d", said) is None

    def _way_in(self) -> Found | None:
        """What stands for a place where there is neither place nor link: a number, a call."""
        if self._links.meeting_id is not None:
            return self._found(self._links.meeting_id)
        call = self._words.regex("places", "calls").search(self._bare)
        return None if call is None else self._found(call.span())

    def _found(self, at: _At) -> Found:
        return Found(" ".join(self._source.plain[slice(*at)].split()), self._source.original(*at))

    def _place(self, parts: Sequence[_At]) -> Found | None:
        """The words of a place, without moments and links that stand within it."""
        pieces = Pieces(self._bare, self._layout, self._words)
        parts = [pieces.with_side(part) for part in parts if part[0] < part[1]]
        said = [" ".join(self._bare[slice(*part)].replace(HIDDEN, " ").split()) for part in parts]
        words = ", ".join(one for one in (line.strip(_AROUND_PLACE) for line in said) if one)
        if not words:
            return None
        return Found(words, self._source.original(parts[0][0], parts[-1][1]))

    def _unread(self, used: Sequence[_At]) -> tuple[Found, ...]:
        """The lines that went into nothing: what is left to the admin to see."""
        greeting = self._words.leading("forwarded", "greeting")
        lines = [line.at for line in self._layout.lines if line.kind not in _READ_KINDS]
        return tuple(
            self._found(at)
            for at in lines
            if not any(start < at[1] and at[0] < end for start, end in used)
            and len(self._source.plain[slice(*at)].split()) >= _FEWEST_WORDS
            and not greeting.match(self._source.plain[slice(*at)])
        )


def _whole(text: str, line: Line) -> _At:
    """Where a line stands, with the number of a point: "27/1" is no day."""
    return (text.rfind("\n", 0, line.at[0]) + 1 if line.point else line.at[0], line.at[1])


@cache
def _loose(words: Vocabulary) -> re.Pattern[str]:
    """Words that belong to a moment: "in the evening", "sharp", "from" or "doors" before one."""
    time = words.tables["time"]
    parts = "|".join(time[name] for name in ("morning", "afternoon", "evening"))
    before = "|".join(time[name] for name in ("start", "end", "doors", "until", "before_moment"))
    named = ("doors_behind", "start_behind", "end_behind", "late", "zone_behind")
    behind = "|".join((*(time[name] for name in named), words.tables["repeat"]["each_day"]))
    return re.compile(
        rf"(?<={HIDDEN})[ \t,(]{{1,3}}(?:{parts}|{behind})(?!\w)|"
        rf"(?<![\w-])(?:{time['part_lead']} (?:{parts})|{time['sharp']}|{time['all_day']}"
        rf"|{time['zones']}|(?:{before})(?=\W{{0,20}}{HIDDEN}))(?!\w)",
        re.IGNORECASE,
    )


@cache
def _elsewhere(words: Vocabulary) -> re.Pattern[str]:
    """A sentence that says where it ends: "Ends approx 12.30 at City Hall"."""
    time = words.tables["time"]
    return re.compile(
        rf"(?:(?<=[.!?]\s)|(?<=\n))(?:{time['end']})(?:\s(?:{time['to_hour']}))*\s{{0,2}}{HIDDEN}+"
        rf"\s(?:{words.tables['endings']['elsewhere']})\s[^,.;()\n{HIDDEN}]{{1,60}}",
        re.IGNORECASE,
    )


def _without_moments(text: str, used: Sequence[_At], words: Vocabulary) -> str:
    text = mask(text, *used)
    text = mask(text, *(match.span() for match in _elsewhere(words).finditer(text)))
    for _ in range(_LOOSE_ROUNDS):
        text = mask(text, *(match.span() for match in _loose(words).finditer(text)))
    return text
