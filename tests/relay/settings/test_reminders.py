"""When a branch is reminded and how its cards look: taken as written, or explained."""

from datetime import timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from relay.settings import Branch


def branch(**more: Any) -> Branch:
    return Branch.model_validate({"slug": "hackney", "name": "Hackney", **more})


def test_a_week_a_day_and_two_hours_unless_the_branch_says_otherwise() -> None:
    week, day, hours = timedelta(days=7), timedelta(days=1), timedelta(hours=2)
    assert branch().reminders == (week, day, hours)
    assert branch(reminders=["3d", "90m"]).reminders == (timedelta(days=3), timedelta(minutes=90))
    assert branch(reminders=[]).reminders == ()


@pytest.mark.parametrize("wrong", ["", "7", "d", "0d", "-1d", "1w", "5m", "61d", "99999h", 7, None])
def test_what_is_no_time_before_a_meeting_is_explained(wrong: object) -> None:
    with pytest.raises(ValidationError) as caught:
        branch(reminders=[wrong])
    assert [one["type"] for one in caught.value.errors()] == ["settings-reminder"]


def test_the_same_time_twice_is_explained_however_it_is_written() -> None:
    with pytest.raises(ValidationError) as caught:
        branch(reminders=["24h", "1d"])
    assert [one["type"] for one in caught.value.errors()] == ["settings-reminder-twice"]


def test_colours_are_kept_in_one_spelling() -> None:
    assert branch(card={"band": "#ABCDEF"}).card.band == "#abcdef"


@pytest.mark.parametrize("wrong", ["red", "#fff", "3d1a52", "#3d1a5g", ""])
def test_what_is_no_colour_is_explained(wrong: str) -> None:
    with pytest.raises(ValidationError) as caught:
        branch(card={"paper": wrong})
    assert [one["type"] for one in caught.value.errors()] == ["settings-colour"]
