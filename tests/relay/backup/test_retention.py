"""Which dated files are kept."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from relay.backup.retention import CONFIDENTIAL, moment_of, name_of, superfluous

START = datetime(2026, 1, 5, 3, 30, tzinfo=UTC)
"""A Monday."""


def test_a_name_tells_when() -> None:
    name = name_of(START)
    assert name == "relay-20260105T033000Z.backup"
    assert moment_of(name) == START


def test_what_is_none_of_ours_is_left_alone() -> None:
    strange = [CONFIDENTIAL, "relay-20269999T000000Z.backup", "holiday.jpg", ".lock", "relay.db"]
    assert superfluous(strange, days=1, weeks=0) == []


def test_a_year_of_days_leaves_the_last_days_and_weeks() -> None:
    names = [name_of(START + timedelta(days=day)) for day in range(365)]
    gone = set(superfluous(names, days=14, weeks=8))
    kept = [name for name in names if name not in gone]
    days = [(moment_of(name) or START).date() for name in kept]
    # The last fourteen days fall in three weeks; of the five before them the Sunday is kept.
    assert len(kept) == 14 + 5
    assert days[-14:] == [(START + timedelta(days=day)).date() for day in range(351, 365)]
    assert all(day.isoweekday() == 7 for day in days[:5])


def test_of_several_in_a_day_the_newest_is_kept() -> None:
    names = [name_of(START + timedelta(hours=hour)) for hour in range(5)]
    assert superfluous(names, days=14, weeks=8) == names[:-1]


@given(
    st.lists(st.integers(0, 3000), unique=True, min_size=1),
    st.integers(1, 30),
    st.integers(0, 12),
)
def test_the_newest_is_always_kept_and_never_too_many(
    hours: list[int], days: int, weeks: int
) -> None:
    names = sorted(name_of(START + timedelta(hours=hour)) for hour in hours)
    gone = superfluous(names, days=days, weeks=weeks)
    assert names[-1] not in gone
    assert len(names) - len(gone) <= days + weeks
