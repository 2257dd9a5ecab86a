"""When it is: the days, hours and recurrences of a text put together, or why they cannot be."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from relay.meetings.meeting import Times
from relay.meetings.reading.choosing import days_meant
from relay.meetings.reading.dates import find_days
from relay.meetings.reading.days import Day
from relay.meetings.reading.hourless import without_times
from relay.meetings.reading.hours import Hours, HoursFinder, as_time
from relay.meetings.reading.masks import mask
from relay.meetings.reading.ranges import DayRange, find_range, with_ends, without_inner
from relay.meetings.reading.reading import Ask, Moment
from relay.meetings.reading.repeats import Repeat, find_repeat, first_date
from relay.meetings.reading.sentences import Sentences
from relay.meetings.reading.spans import Span, find_spans, part_of_day
from relay.meetings.reading.vocabulary import Vocabulary

_HALF_DAY = timedelta(hours=12)
_DAY = timedelta(days=1)
_DAILY, _YEARLY = "FREQ=DAILY", "FREQ=YEARLY"
_LAST_MINUTE = time(23, 59)
"""A day without an hour is one to come until it is over."""

_PART = 20
"""Characters behind a day in which a part of it is named."""

_At = tuple[int, int]


def read_moment_in(
    text: str, *, now: datetime, words: Vocabulary, base: date | None, labelled: Sequence[_At]
) -> Moment:
    """Read when it is.

    Args:
        text: plain, with links, agenda and the like masked.
        now: local, naive.
        words: the vocabulary.
        base: the day "today" counts from, where it is not that of `now`.
        labelled: the parts that a label says are about when.
    """
    return _Reader(text, now, words, base, labelled).read()


class _Reader:
    def __init__(
        self,
        text: str,
        now: datetime,
        words: Vocabulary,
        base: date | None,
        labelled: Sequence[_At],
    ) -> None:
        self._text, self._now, self._words = text, now, words
        self._labelled = labelled
        self._repeat = find_repeat(text, words)
        without = mask(text, self._repeat.at) if self._repeat else text
        # "8pm till late Friday": that is no late Friday.
        lates = [match.span() for match in words.regex("time", "late").finditer(without)]
        days = find_days(mask(without, *lates), now.date(), words, base)
        spans = find_spans(mask(without, *(day.at for day in days)), words)
        self._days = with_ends(text, days, spans, words)
        self._used = (*(day.at for day in self._days), *(span.at for span in spans))
        self._spans = [span for span in spans if span.begin.role != "other"]
        self._timed = spans
        self._sentences = Sentences(text, words)
        self._hours = HoursFinder(text, spans, self._sentences, labelled, words, self._days)

    def read(self) -> Moment:
        if self._repeat is None:
            return replace(self._once(), used=self._used)
        return replace(self._repeated(self._repeat), used=(*self._used, self._repeat.at))

    # --- once

    def _once(self) -> Moment:
        named = without_inner(self._text, self._days, self._spans, self._words)
        days = days_meant(named, self._timed, self._sentences, self._labelled)
        if not days:
            return self._without_day()
        core = tuple(day.at for day in days)
        ranged = find_range(self._text, days, self._spans, self._words)
        if ranged is not None:
            return self._from_to(ranged, core)
        if len({day.day or day.at for day in days}) > 1:
            return self._several(days, core)
        day = days[0]
        hours = self._hours.of(self._spans, day)
        if day.day is None:
            return self._open_day(day, hours, core)
        if day.last is not None:
            return self._whole_days(day, self._spans, core)
        if hours is None:
            return self._without_hour(day.day, core)
        core += hours.picked
        if "which-event" in hours.asks:
            return Moment(asks=(Ask("which-event"),), core=core)
        if self._is_provisional(hours):
            midnight = datetime.combine(day.day, time())
            return Moment(asks=(Ask("time-tbc", (midnight,)),), core=core)
        return self._put(day.day, hours, core)

    def _is_provisional(self, hours: Hours) -> bool:
        """Whether the hour that is named is to be confirmed: "7pm tbc", "time tbc, maybe 7pm"."""
        if without_times(self._text)[1] is Times.OPEN:
            return True
        behind = (self._text[at[1] : at[1] + _PART].partition("\n")[0] for at in hours.picked)
        return any(self._words.leading("time", "tbc").match(words) for words in behind)

    def _says(self, section: str, name: str) -> bool:
        return self._words.regex(section, name).search(self._text) is not None

    def _without_day(self) -> Moment:
        asks: list[Ask] = [Ask("date")]
        hours = self._hours.of(self._spans, None)
        if hours is None:
            asks.append(Ask("time"))
        elif "am-pm" in hours.asks:
            asks.append(Ask("am-pm"))
        return Moment(asks=tuple(asks), core=tuple(span.at for span in self._spans))

    def _open_day(self, day: Day, hours: Hours | None, core: tuple[_At, ...]) -> Moment:
        """A day that is contradictory, over or not to be found in a calendar."""
        hour = as_time(hours.begin) if hours else time()
        choices = tuple(datetime.combine(one, hour) for one in day.choices)
        asks = [Ask(day.problem or "date", choices, self._text[slice(*day.at)], day.at)]
        if hours is None and self._is_all_day:
            return Moment(asks=tuple(asks), all_day=True, core=core)
        if hours is None:
            asks.append(Ask("time"))
        elif "am-pm" in hours.asks:
            asks.append(Ask("am-pm"))
        length = hours.end - hours.begin if hours and hours.end is not None else None
        doors = as_time(hours.doors) if hours and hours.doors is not None else None
        return Moment(asks=tuple(asks), doors=doors, length=length, core=core)

    def _without_hour(self, day: date, core: tuple[_At, ...]) -> Moment:
        midnight = datetime.combine(day, time())
        if self._is_all_day:
            return Moment(start=midnight, all_day=True, core=core)
        is_tbc = self._says("time", "tbc")
        return Moment(asks=(Ask("time-tbc" if is_tbc else "time", (midnight,)),), core=core)

    @property
    def _is_all_day(self) -> bool:
        return self._says("time", "all_day")

    def _days_only(self, first: date, last: date, core: tuple[_At, ...]) -> Moment:
        """Days without hours: whole ones, or ones whose hours are to come or only hinted at."""
        begin, end = (datetime.combine(day, time()) for day in (first, last))
        is_tbc = without_times(self._text)[1] is Times.OPEN
        if self._is_all_day or not (is_tbc or self._names_part(core)):
            return Moment(begin, end, all_day=True, core=core)
        asks = (Ask("time-tbc" if is_tbc else "time", (begin,)),)
        return Moment(asks=asks, to_a_day=True, length=end + _DAY - begin, core=core)

    def _names_part(self, core: Sequence[_At]) -> bool:
        """Whether a part of the day stands behind one of the days: "Friday evening"."""
        behind = (self._text[at[1] : at[1] + _PART] for at in core)
        return any(part_of_day(words.partition("\n")[0], self._words) for words in behind)

    def _put(
        self, day: date, hours: Hours, core: tuple[_At, ...], last: date | None = None
    ) -> Moment:
        start = datetime.combine(day, time()) + hours.begin
        end = None if hours.end is None else datetime.combine(last or day, time()) + hours.end
        doors = None if hours.doors is None else as_time(hours.doors)
        if "time" in hours.asks:
            return Moment(asks=(Ask("time", (datetime.combine(day, time()),)),), core=core)
        if "end-before-start" in hours.asks or (end is not None and end <= start):
            return Moment(asks=(Ask("end-before-start", (start,)),), core=core)
        if start <= self._now:
            return Moment(asks=(Ask("past", (start,)),), core=core)
        asks: tuple[Ask, ...] = ()
        if "am-pm" in hours.asks:
            early = start - _HALF_DAY if start.hour >= 12 else start
            asks = (Ask("am-pm", (early, early + _HALF_DAY)),)
        length = None if end is None else end - start
        return Moment(start, end, doors, asks=asks, length=length, core=core)

    def _several(self, days: Sequence[Day], core: tuple[_At, ...]) -> Moment:
        """Several days: a contradiction where one is mentioned beside the moment, else events."""
        timed = [
            day
            for day in days
            if any(self._sentences.together(day.at, span.at) for span in self._timed)
        ]
        listed = len(timed) > 1 or len({self._sentences.number(day.at) for day in days}) == 1
        choices = []
        for day in days:
            if day.day is not None:
                hours = self._hours.of(self._spans, day)
                hour = as_time(hours.begin) if hours and not hours.asks else time()
                choices.append(datetime.combine(day.day, hour))
        return Moment(asks=(Ask("which-event" if listed else "date", tuple(choices)),), core=core)

    # --- several days

    def _from_to(self, ranged: DayRange, core: tuple[_At, ...]) -> Moment:
        if not self._spans:
            return self._days_only(ranged.first, ranged.last, core)
        if ranged.same_hours:
            day = replace(ranged.day, last=ranged.last)
            return self._whole_days(day, ranged.late, core)
        hours = self._hours.of(ranged.early, ranged.day)
        if hours is None:
            return Moment(asks=(Ask("time"),), core=core)
        if any(span.end is not None for span in (*ranged.early, *ranged.late)):
            return Moment(asks=(Ask("which-event"),), core=core)
        if ranged.late:
            end = self._hours.offset(ranged.late[0].begin)
            return self._put(ranged.first, replace(hours, end=end), core, ranged.last)
        moment = self._put(ranged.first, replace(hours, end=None), core)
        if moment.start is None:
            return moment
        # "Sat 14 10am - Sun 15 November": when the last day ends nobody says.
        last = datetime.combine(ranged.last, time())
        return replace(moment, end=last, to_a_day=True, length=last + _DAY - moment.start)

    def _whole_days(self, day: Day, spans: Sequence[Span], core: tuple[_At, ...]) -> Moment:
        first, last = day.day, day.last
        if first is None or last is None or last <= first:
            return Moment(asks=(Ask("date"),), core=core)
        if self._is_listed(day) and (spans or (last - first).days > 1):
            return Moment(asks=(Ask("which-event"),), core=core)
        if not spans:
            return self._days_only(first, last, core)
        hours = self._hours.of(spans, day)
        each = any(span.end is not None for span in spans) or self._says("repeat", "each_day")
        if hours is None or hours.asks or not each:
            # One time beside several days is that of each, or only of the first: who knows?
            begin, end = (datetime.combine(one, time()) for one in (first, last))
            asks = (Ask("time", (begin,)),)
            return Moment(asks=asks, to_a_day=True, length=end + _DAY - begin, core=core)
        moment = self._put(first, hours, core)
        # The same hours on each of the days.
        return replace(moment, rule=f"FREQ=DAILY;UNTIL={last:%Y%m%d}") if moment.start else moment

    def _is_listed(self, day: Day) -> bool:
        """Whether "and" stands between two days: "13 and 20 December"."""
        said = self._words.regex("date", "and").search(self._text[slice(*day.at)])
        return said is not None and day.last is not None

    # --- again and again

    def _repeated(self, repeat: Repeat) -> Moment:
        core: tuple[_At, ...] = (repeat.at,)
        if repeat.unclear:
            words = self._text[slice(*repeat.at)]
            return Moment(asks=(Ask("date", words=words, at=repeat.at),), core=core)
        until, begin, beside = self._ends_of(self._days)
        spread = beside or begin
        if until is None and spread is not None and spread.last is not None:
            # "Daily 5-12 December": the second day is the last.
            until = replace(spread, day=spread.last)
        elif until is None and begin is None and repeat.rule == _DAILY:
            # "Mon 7 Dec - Fri 11 Dec, 12-2pm daily".
            ranged = find_range(self._text, self._days, self._spans, self._words)
            until = replace(self._days[1], role="") if ranged else None
        endless = repeat.rule == _DAILY and until is None and self._says("date", "some_week")
        if endless or (repeat.rule == _YEARLY and spread is None):
            return Moment(asks=(Ask("date"),), core=core)
        named = [day for day in (until, begin, beside) if day is not None]
        doubt = self._doubt_of(repeat, named)
        if doubt is not None:
            return Moment(asks=(doubt,), core=core)
        hours = self._hours.of(self._spans, beside or begin)
        core += tuple(day.at for day in named)
        if hours is None:
            return self._repeated_days(repeat, beside or begin, until, core)
        core += hours.picked
        if "which-event" in hours.asks:
            return Moment(asks=(Ask("which-event"),), core=core)
        first = next((one.day for one in (beside, begin) if one and one.day), self._now.date())
        found = first_date(repeat, first, as_time(hours.begin), self._now, until)
        if found is None:
            return Moment(asks=(Ask("date"),), core=core)
        start, rule = found
        if beside is not None and beside.day not in (None, start.date()):
            return self._off_rule(repeat, beside, hours, core)
        moment = self._put(start.date(), hours, core)
        return replace(moment, rule=rule) if moment.start else moment

    def _off_rule(self, repeat: Repeat, day: Day, hours: Hours, core: tuple[_At, ...]) -> Moment:
        """A date beside the rule it does not follow: that date; asked where it stands elsewhere."""
        if day.day is None or not self._sentences.together(repeat.at, day.at):
            return Moment(asks=(Ask("which-event"),), core=core)
        return self._put(day.day, hours, core)

    def _doubt_of(self, repeat: Repeat, named: Sequence[Day]) -> Ask | None:
        """What is open about the days that are given beside a rule."""
        if repeat.count and not named:
            # "Four Thursdays": from which day on?
            return Ask("date", words=self._text[slice(*repeat.at)])
        if any(self._is_listed(day) for day in named):
            return Ask("which-event")
        problem = next((day for day in named if day.day is None), None)
        return None if problem is None else Ask(problem.problem or "date", at=problem.at)

    def _repeated_days(
        self, repeat: Repeat, first: Day | None, until: Day | None, core: tuple[_At, ...]
    ) -> Moment:
        """The same without an hour: whole days, or the first of them and the rule to ask with."""
        begin = first.day if first and first.day else self._now.date()
        found = first_date(repeat, begin, _LAST_MINUTE, self._now, until)
        if found is None:
            return Moment(asks=(Ask("date"),), core=core)
        start, rule = datetime.combine(found[0].date(), time()), found[1]
        if self._is_all_day:
            return Moment(start, all_day=True, rule=rule, core=core)
        is_tbc = self._says("time", "tbc")
        return Moment(asks=(Ask("time-tbc" if is_tbc else "time", (start,)),), rule=rule, core=core)

    def _ends_of(self, days: Sequence[Day]) -> tuple[Day | None, Day | None, Day | None]:
        """Until when, from when, and the date that is given beside the rule."""
        until = begin = beside = last = coming = None
        for day in days:
            joined = last is not None and self._words.regex("time", "range").fullmatch(
                self._text[last.at[1] : day.at[0]].strip()
            )
            last = day
            before = self._text[max(0, day.at[0] - 30) : day.at[0]]
            if joined or self._words.ending("repeat", "until").search(before):
                until = day
            elif self._words.ending("repeat", "starting").search(before):
                begin = day
            elif day.role == "" and day.exact and beside is None:
                beside = day
            elif day.role == "next-but-one" and day.exact and coming is None:
                coming = day
        return until, begin, beside if begin or beside else coming
