"""What is told of a ballot's outcome, by how many gave each answer."""

from datetime import UTC, datetime, timedelta

import pytest

from relay.ballots.service import BallotService
from relay.ballots.tables import Ballots
from relay.store import Store
from relay.time.clock import StillClock

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        # Everybody else answered A, so that a reason among "others" would be B's.
        ((20, 1, 0), {0}),
        ((20, 4, 0), {0}),
        # Two who answered B would know that the other reason is C's.
        ((20, 2, 2), {0}),
        ((20, 4, 1), {0, None}),
        ((20, 5, 0), {0, 1}),
        ((6, 7, 3), {0, 1}),
        ((2, 2, 2), {None}),
        ((2, 1, 1), set()),
        ((4, 0, 0), set()),
    ],
)
def test_reasons_are_shown_where_it_is_not_plain_for_which_answer_they_are(
    store: Store, given: tuple[int, ...], shown: set[int | None]
) -> None:
    service = BallotService(store, StillClock(NOW))
    answers = [place for place, count in enumerate(given) for _ in range(count)]
    people = [f"person {index}" for index in range(len(answers))]
    with store.transaction():
        number = store.announcements.draft(branch="hackney", text="?", author="alex", now=NOW)
        store[Ballots].open(
            number=number,
            branch="hackney",
            question="?",
            answers=["A", "B", "C"],
            text="?",
            until=NOW + timedelta(days=1),
            people=people,
            asked_by="alex",
        )
        ballot = store[Ballots].get(number)
        assert ballot is not None
        for person, place in zip(people, answers, strict=True):
            service.vote(ballot, person, place, f"{place} of {person}")
        outcome = service.close(ballot)
    assert outcome.counts == given
    assert outcome.reasons.keys() == shown
    told = [reason for reasons in outcome.reasons.values() for reason in reasons]
    assert len(told) + outcome.withheld == len(people)
    for shown_as, reasons in outcome.reasons.items():
        assert shown_as is None or all(reason.startswith(f"{shown_as} of") for reason in reasons)
