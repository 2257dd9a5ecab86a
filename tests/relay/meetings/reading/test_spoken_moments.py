"""Days and hours in words."""

import pytest
from readings import asks, end, place, read, start


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("three weeks today", "2026-12-18"),
        ("2 wks today", "2026-12-11"),
        ("two weeks on Thursday", "2026-12-17"),
        ("three weeks tomorrow", "2026-12-19"),
        ("a fortnight on Saturday", "2026-12-12"),
        ("Monday after next", "2026-12-07"),
        ("on Thursday the tenth", "2026-12-10"),
        ("Dydd Mawrth / Tuesday 8 December", "2026-12-08"),
        ("Dé Máirt / Tuesday 8 December", "2026-12-08"),
        ("Déardaoin 10 Nollaig", "2026-12-10"),
        ("on 08-12-2026", "2026-12-08"),
    ],
)
def test_a_day_is_read_as_it_is_spoken(when: str, day: str) -> None:
    text = f"Choir {when}, 6pm, Vestry Hall"
    assert (start(text), asks(text)) == (f"{day} 18:00", [])


@pytest.mark.parametrize(
    "when",
    [
        "The Monday before Christmas",
        "the last Friday before Xmas",
        "Sunday next",
        "Sat after Easter",
    ],
)
def test_a_weekday_that_is_found_by_another_day_is_asked(when: str) -> None:
    assert "date" in asks(f"Choir {when}, 6pm, Vestry Hall")
    assert start(f"Choir {when}, 6pm, Vestry Hall") == ""


@pytest.mark.parametrize(
    "when",
    ["Tuesdays 12 Jan – 16 Feb", "Weekly from Tues 12 Jan to Tues 16 Feb"],
)
def test_the_second_of_two_days_is_the_last_of_a_rule(when: str) -> None:
    assert read(f"Choir {when}, 7pm, Vestry Hall").rule == "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270216"


def test_one_of_two_rules_is_not_taken_alone() -> None:
    text = "Choir every Tuesday and every other Thursday, 6pm, Vestry Hall"
    assert (start(text), asks(text)) == ("", ["moment"])


def test_hours_behind_a_last_day_are_those_of_each_day() -> None:
    text = "Daily choir until 11 December, 8am-9am, Vestry Hall"
    assert (end(text), read(text).rule) == ("2026-11-28 09:00", "FREQ=DAILY;UNTIL=20261211")


def test_a_month_today_is_asked() -> None:
    assert asks("Choir a month today, 6pm, Vestry Hall") == ["date"]


def test_weeks_of_a_course_are_not_counted_from_its_first_day() -> None:
    text = "Choir for six weeks from Saturday 9 January, 10am, Vestry Hall"
    reading = read(text)
    assert start(text) == ""
    assert [ask.choices for ask in reading.asks if ask.reason == "moment"]


@pytest.mark.parametrize(
    ("when", "hours"),
    [
        ("seven thirty p.m.", "19:30"),
        ("seven pm", "19:00"),
        ("at ten past six", "18:10"),
        ("at five to seven", "18:55"),
        ("at 20 past 6", "18:20"),
        ("hlf 5", "17:30"),
        ("half-five", "17:30"),
        ("from five to seven", "17:00 19:00"),
        ("from ten till about one", "10:00 13:00"),
        ("at eleven o'clock in the forenoon", "11:00"),
        ("7i.n.", "19:00"),
    ],
)
def test_an_hour_in_words_is_read(when: str, hours: str) -> None:
    text = f"Choir Tues 8 Dec {when}, Vestry Hall"
    times = (one.removeprefix("2026-12-08 ") for one in (start(text), end(text)))
    assert (" ".join(times).strip(), asks(text), place(text)) == (hours, [], "Vestry Hall")


@pytest.mark.parametrize("day", ["Sat", "Saturday", "sat"])
def test_an_hour_with_a_dot_leaves_the_weekday_before_it(day: str) -> None:
    text = f"Choir {day} 9.30 for 10am, Vestry Hall"
    assert (start(text), asks(text)) == ("2026-11-28 10:00", [])
    assert f"{read(text).doors}" == "09:30:00"


@pytest.mark.parametrize(
    ("when", "rule"),
    [
        ("four Thursday evenings from 14 January", "FREQ=WEEKLY;BYDAY=TH;COUNT=4"),
        ("six Thursdays from 14 January", "FREQ=WEEKLY;BYDAY=TH;COUNT=6"),
        ("6 consecutive Thursdays starting 14 January", "FREQ=WEEKLY;BYDAY=TH;COUNT=6"),
        ("Thursday evenings from 14 January", "FREQ=WEEKLY;BYDAY=TH"),
        (
            "every Thursday from 14 January until 4 February, 4 occurrences",
            "FREQ=WEEKLY;BYDAY=TH;UNTIL=20270204",
        ),
    ],
)
def test_a_number_of_evenings_is_a_rule(when: str, rule: str) -> None:
    text = f"Choir {when}, 7pm-9pm, Vestry Hall"
    assert (start(text), read(text).rule, asks(text)) == ("2027-01-14 19:00", rule, [])


def test_a_number_of_evenings_without_the_first_is_asked() -> None:
    assert asks("Choir on four Thursdays in January, 7pm, Vestry Hall") == ["date"]
