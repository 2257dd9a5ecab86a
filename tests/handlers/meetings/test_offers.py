"""A place, a time or a title that is not sure is offered, and one number takes it."""

from typing import Any

PASTED = "meeting Social Fri 11 Dec 8pm at the Fleece. The band set up at the Plough."


async def through(hackney: Any, *answers: str) -> str:
    stage = hackney.stage
    for answer in answers:
        said = await stage.ask(stage.alex, answer)
    return str(said)


async def test_one_of_two_places_is_taken_by_its_number(hackney: Any) -> None:
    asked = await through(hackney, PASTED)
    assert "I am not sure where it is. Is it here?\n1. Fleece\n2. Plough" in asked
    assert "agenda" in await through(hackney, "2")
    assert "Where: Plough" in await through(hackney, "skip", "skip", "skip")


async def test_another_place_can_be_said_and_none(hackney: Any) -> None:
    await through(hackney, PASTED, "Vestry Hall, Mare Street")
    assert "Vestry Hall, Mare Street" in await through(hackney, "skip", "skip", "skip")
    assert "agenda" in await through(hackney, "leave", PASTED, "skip")


async def test_the_link_stays_beside_a_place_that_is_chosen(hackney: Any) -> None:
    pasted = f"{PASTED} Hybrid: https://zoom.us/j/00011122233"
    assert "agenda" in await through(hackney, pasted, "1")
    preview = await through(hackney, "skip", "skip", "skip")
    assert "Fleece" in preview
    assert "https://zoom.us/j/00011122233" in preview


async def test_a_moment_that_is_not_sure_is_taken_with_one(hackney: Any) -> None:
    asked = await through(hackney, "meeting Choir Tues 8 Dec 6pm, Vestry Hall. Come at half five.")
    assert "I am not sure that I have read the day and time right" in asked
    assert "1. Tuesday 8 December at 6 pm" in asked
    assert "agenda" in await through(hackney, "1")


async def test_a_title_is_taken_with_yes(hackney: Any) -> None:
    asked = await through(
        hackney, "meeting They are calling an open meeting. Monday 14 Dec 6.30pm, Vestry Hall"
    )
    assert "I am not sure what it is called. Is it this?\n1. Open meeting" in asked
    assert "agenda" in await through(hackney, "1")
