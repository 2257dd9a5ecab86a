"""When people may come, in an answer about when it is."""

from datetime import date, timedelta

import pytest

from relay.meetings.reading.doors import without_doors

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "left", "minutes"),
    [
        ("Thursday 6.30 for 7", "Thursday 19:00", 30),
        ("Thursday 6.30pm for 7pm", "Thursday 7pm", 30),
        ("27/11 6.30 for 7-9pm", "27/11 7:00-9pm", 30),
        ("Friday 7pm, doors 6.30", "Friday 7pm", 30),
        ("Friday 7pm (doors open at 6.15pm)", "Friday 7pm", 45),
        ("every Friday doors 7pm, start 7.30pm", "every Friday 7.30pm", 30),
        ("Friday 8pm, doors 8pm", "Friday 8pm", 0),
        ("Friday 6:30pm doors, 7pm start", "Friday 7pm", 30),
        ("Friday doors 6.30, kick-off 7", "Friday 19:00", 30),
        ("Friday doors 6.30pm kick-off 7pm", "Friday 7pm", 30),
        ("Friday 6.30pm doors 7pm start", "Friday 7pm", 30),
    ],
)
def test_they_are_split_from_when_it_begins(text: str, left: str, minutes: int) -> None:
    assert without_doors(text, TODAY) == (left, timedelta(minutes=minutes))


@pytest.mark.parametrize(
    "text",
    ["Thursday 7pm", "7pm for 2 hours", "Thursday", "", "Friday 7pm, doors 9pm", "doors 7pm"],
)
def test_an_answer_without_doors_stays_as_it_is(text: str) -> None:
    assert without_doors(text, TODAY) == (text, None)
