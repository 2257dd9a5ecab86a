"""When a decision ends, and what is kept of one."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from relay.conduct.decisions.decision import (
    Change,
    Decision,
    DecisionState,
    Place,
    Step,
    end_after,
    read_decision,
)

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("now", "days", "end"),
    [
        # On the day the clocks go back the same time is an hour later.
        ("2026-10-24T11:30:45", 1, "2026-10-25T12:30:00"),
        # And on the day they go forward an hour sooner.
        ("2027-03-27T12:30:00", 1, "2027-03-28T11:30:00"),
        # What the clocks leave out is as much later as they do.
        ("2027-03-27T01:30:00", 1, "2027-03-28T01:30:00"),
        # Of what comes twice it is the first.
        ("2026-10-24T00:30:00", 1, "2026-10-25T00:30:00"),
        # From the second of the two, a day later.
        ("2026-10-25T01:30:00", 1, "2026-10-26T01:30:00"),
        ("2026-11-22T13:00:59", 90, "2027-02-20T13:00:00"),
    ],
)
def test_a_day_ends_at_the_same_time_on_the_clocks(now: str, days: int, end: str) -> None:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert end_after(at, days, LONDON) == datetime.fromisoformat(end).replace(tzinfo=UTC)


def test_what_is_sealed_is_read_again_as_it_was() -> None:
    decision = Decision(
        number=3,
        matter=412,
        branch="hackney",
        step=Step.TIMEOUT,
        change=Change.NEW,
        changes=None,
        state=DecisionState.PROPOSED,
        proposed_by=7,
        created=datetime(2026, 11, 22, tzinfo=UTC),
        deadline=None,
        decided=None,
        until=None,
        reminded=1,
        offers=(5, 6),
        person="somebody",
        standard="Harassing",
        standard_id="4",
        version="1",
        effect="They left.",
        reason="“Words”",
        groups=(1, 2),
        days=3,
        message=Place("group.a=", 1, 1764100000000),
        taken=(Place("group.a=", 1),),
        proposer="moderator",
    )
    row = decision.open_part(b"sealed")
    assert read_decision(row, decision.sealed_part(), ()) == decision
    for word in ("somebody", "They left", "Words", "group.a", "moderator", "Harassing"):
        assert word not in repr(decision)
        assert word not in repr(row)
