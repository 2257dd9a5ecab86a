"""When a term ends, on the clocks of a branch."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from relay.conduct.mandates.terms import end_of_term

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("begin", "months", "end"),
    [
        # From winter into summer: midnight, and no hour beside it.
        (datetime(2026, 11, 22, 13, tzinfo=UTC), 6, datetime(2027, 5, 22, 23, tzinfo=UTC)),
        # From summer into winter.
        (datetime(2026, 6, 1, 8, tzinfo=UTC), 6, datetime(2026, 12, 2, tzinfo=UTC)),
        # The last day is that of a change of the clocks, in spring and in autumn.
        (datetime(2027, 2, 28, 9, tzinfo=UTC), 1, datetime(2027, 3, 28, 23, tzinfo=UTC)),
        (datetime(2026, 9, 25, 9, tzinfo=UTC), 1, datetime(2026, 10, 26, tzinfo=UTC)),
        # Of the 31st, where there is none, the last of that month; in a leap year the 29th.
        (datetime(2026, 8, 31, 9, tzinfo=UTC), 6, datetime(2027, 3, 1, tzinfo=UTC)),
        (datetime(2027, 8, 31, 9, tzinfo=UTC), 6, datetime(2028, 3, 1, tzinfo=UTC)),
        # Late in the evening it is the next day in summer.
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), 12, datetime(2027, 7, 1, 23, tzinfo=UTC)),
    ],
)
def test_a_term_ends_with_the_end_of_its_last_day(
    begin: datetime, months: int, end: datetime
) -> None:
    assert end_of_term(begin, months, LONDON) == end


def test_where_the_clocks_change_at_midnight_a_term_ends_with_the_first_moment_of_the_day() -> None:
    # In Havana 8 March 2026 begins at one o'clock: there is no midnight.
    havana = ZoneInfo("America/Havana")
    end = end_of_term(datetime(2026, 2, 7, 15, tzinfo=UTC), 1, havana)
    assert end.astimezone(havana).isoformat() == "2026-03-08T01:00:00-04:00"
