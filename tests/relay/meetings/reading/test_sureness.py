"""What is read but not sure is offered in a question, and what is sure is taken."""

import pytest
from readings import read


def offered(text: str, reason: str) -> tuple[str, ...]:
    """What is offered for a reason; nothing where it is not asked."""
    return next((ask.names for ask in read(text).asks if ask.reason == reason), ())


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Social Fri 11 Dec 8pm at the Fleece. The band set up at the Plough.",
            ("Fleece", "Plough"),
        ),
        (
            "Choir Tues 8 Dec 6pm, round at Jo's. She is at 4 Lamb Terrace.",
            ("Jo's", "4 Lamb Terrace"),
        ),
        ("Choir Tues 8 Dec 6pm, Vestry Hall. Usual room as ever.", ("Vestry Hall",)),
        ("Choir Tues 8 Dec 6pm, then coffee in Luigi's", ("Luigi's",)),
        (
            "Vigil outside Lunar House, Tues 8 Dec 6pm, for all in the hotels of Mill Road",
            ("hotels of Mill Road", "Lunar House"),
        ),
    ],
)
def test_a_place_beside_which_another_might_be_meant_is_offered(
    text: str, places: tuple[str, ...]
) -> None:
    assert read(text).place is None
    assert offered(text, "which-place") == places


@pytest.mark.parametrize(
    "text",
    [
        "Choir\n📍 Vestry Hall\n🗓 Tues 8 Dec 6pm\nThe band set up at the Plough.",
        "Choir\nWhere: Vestry Hall\nWhen: Tues 8 Dec 6pm\nSing at the Plough.",
        "Choir, Tues 8 Dec, 6pm, Vestry Hall. Drinks in the Plough afterwards.",
        "Choir, Tues 8 Dec, 6pm, Vestry Hall. Nearest bus stop: Mill Lane.",
        "Choir, Tues 8 Dec, 6pm, Vestry Hall. Organised by Songs United in aid of Shelter.",
        "Choir, Tues 8 Dec, 6pm, same place (Vestry Hall)",
        "Choir Tues 8 Dec 6pm is at Vestry Hall (NOT the Lodge)",
    ],
)
def test_a_place_is_taken_that_nothing_speaks_against(text: str) -> None:
    assert read(text).place is not None
    assert offered(text, "which-place") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Choir Tues 8 Dec 6pm, Vestry Hall. Tea from five, come at half five.",
        "Choir Tues 8 Dec 6pm, Vestry Hall. The seventeenth is free as well.",
        "Choir Tues 8 Dec 6pm, Vestry Hall. Then every so often.",
        "Surgery: first Saturday of the month, 10am, Vestry Hall. Resumes in spring.",
    ],
)
def test_a_moment_beside_which_more_is_said_of_times_is_offered(text: str) -> None:
    reading = read(text)
    assert reading.start is None
    assert [(ask.reason, len(ask.choices)) for ask in reading.asks] == [("moment", 1)]


def test_a_title_that_tells_something_is_offered_with_what_it_is_about() -> None:
    text = "We are calling an open meeting to ask why. Monday 14 Dec 6.30pm, Vestry Hall"
    assert read(text).title is None
    assert offered(text, "which-title")[0] == "open meeting"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Choir, Tues 8 Dec 6pm, Costa in the Arcade", "Costa in the Arcade"),
        ("Choir\nTues 8 Dec 6pm\nEbenezer (side entrance)", "Ebenezer (side entrance"),
        ("Choir Tues 8 Dec 6pm, Vestry Hall any time before the bells", "Vestry Hall"),
        ("Choir, Tues 8 Dec 6pm, Vestry Hall, ring twice", "Vestry Hall"),
        ("Choir ~ Tues 8 Dec ~ 6pm ~ Vestry Hall ~ bring cake", "Vestry Hall"),
    ],
)
def test_the_whole_name_of_a_place_is_read_and_no_more(text: str, place: str) -> None:
    found = read(text).place
    assert found is not None
    assert found.words == place


def test_hours_in_words_are_read_behind_from() -> None:
    reading = read("Choir from ten till one this Saturday, Vestry Hall")
    assert f"{reading.start:%d %H} {reading.end:%d %H}" == "28 10 28 13"


def test_next_week_on_a_day_is_no_week_later() -> None:
    reading = read("Choir next week on Wednesday 6pm, Vestry Hall")
    offered_days = [f"{choice:%d}" for ask in reading.asks for choice in ask.choices]
    assert reading.start is None
    assert "09" not in offered_days
