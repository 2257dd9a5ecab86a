"""A year of a busy branch, on a host whose own clock is elsewhere: every post is looked at."""

import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from harness.running import RelayHarness, branch, from_bot, relay_harness

from relay.meetings.tables import PlannedReminders
from relay.store.moments import to_ms

LONDON = ZoneInfo("Europe/London")
BEGIN = datetime(2028, 1, 3, 12, tzinfo=UTC)
END = datetime(2029, 1, 3, 12, tzinfo=UTC)
DAY = timedelta(days=1)
SERIES = {
    "Street stall": "every Tuesday 7pm",
    "Branch meeting": "first Thursday of every month 7pm",
}


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland"])
async def test_a_year_with_both_clock_changes_and_a_leap_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, zone: str
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        async with relay_harness(tmp_path, BEGIN) as there:
            board = there.group("Board")
            async with there.running(branch("hackney", there.alex, groups=[board])):
                for title, when in SERIES.items():
                    await is_put_up(there, title, when)
                posts = len(from_bot(there.mo, board))
                sent = await year_passes(there)
                said = [message.text for message in from_bot(there.mo, board)][posts:]
    finally:
        monkeypatch.undo()
        time.tzset()

    assert posts == len(SERIES)
    assert len(said) == len(sent)
    told = Counter((moment, *_two_lines(text)) for moment, text in zip(sent, said, strict=True))
    assert told == Counter(expected())
    assert {moment.strftime("%H:%M") for moment, _, _ in told} == {"17:00", "19:00"}
    assert "When: Tuesday 29 February at 7 pm" in {when for _, _, when in told}


async def is_put_up(there: RelayHarness, title: str, when: str) -> None:
    await there.ask(there.alex, f"meeting Title: {title}\nWhen: {when}\nWhere: Town Hall")
    for _ in range(3):
        answer = await there.ask(there.alex, "skip")
    assert "Nothing has been posted yet" in answer
    await there.say(there.alex, "yes")


async def year_passes(there: RelayHarness) -> list[datetime]:
    """Go from one thing that is due to the next; return when each post came, on London's clocks."""
    sent: list[datetime] = []
    while there.clock.now() < END:
        now = there.clock.now()
        before = len(there.signal.calls)
        due = [row.due for row in there.store[PlannedReminders].due(now + DAY) if row.due > now]
        there.clock.move(min([now + DAY, END, *due]) - now)
        await there.settle()
        posts = [c for c in list(there.signal.calls)[before:] if c.path.startswith("/v2/send")]
        sent += [there.clock.now().astimezone(LONDON)] * len(posts)
    return sent


def _two_lines(text: str) -> tuple[str, str]:
    first, second, *_ = text.split("\n")
    return first, second


def expected() -> list[tuple[datetime, str, str]]:
    """Return what the groups should read, worked out day by day from a calendar on the wall."""
    found = []
    day = BEGIN.astimezone(LONDON).date()
    last = END.astimezone(LONDON).date() + 8 * DAY
    while day <= last:
        for title in titles_on(day.weekday(), day.day):
            start = datetime(day.year, day.month, day.day, 19, tzinfo=LONDON)
            for days, heading in ((7, "In 7 days"), (1, "Tomorrow")):
                found.append((start - days * DAY, heading, title, start))
            found.append((start.replace(hour=17), "In 2 hours", title, start))
        day += DAY
    return [
        (due, f"{heading}: {title}", f"When: {start:%A} {start.day} {start:%B} at 7 pm")
        for due, heading, title, start in found
        if to_ms(BEGIN) < to_ms(due) <= to_ms(END)
    ]


def titles_on(weekday: int, day: int) -> list[str]:
    stall = ["Street stall"] if weekday == 1 else []
    return [*stall, *(["Branch meeting"] if weekday == 3 and day <= 7 else [])]
