"""Numbers that people type."""

import pytest

from relay.groups.drawing import draw, free_number


@pytest.mark.parametrize("rung", [101, 112, 999])
def test_no_number_is_drawn_that_is_rung_in_danger(rung: int) -> None:
    assert draw(rung, rung + 1, {rung + 2}.__contains__) == rung + 1


def test_what_is_taken_is_not_drawn_again() -> None:
    assert draw(400, 401, {400}.__contains__) == 401


def test_where_many_are_taken_numbers_have_more_digits() -> None:
    taken = frozenset(range(100, 1000))
    assert free_number(taken, 100, 999) > 999
