"""What a pasted text leaves open is asked by its reason, with choices."""

from typing import Any


async def test_a_day_and_a_weekday_that_do_not_fit_are_chosen_from(hackney: Any) -> None:
    stage, alex = hackney.stage, hackney.stage.alex
    answer = await stage.ask(alex, "meeting Choir, Thursday 4 December, 6.30-8pm, Vestry Hall")
    assert "4 December is a Friday. Which day do you mean?" in answer
    assert "1. Thursday 3 December at 6:30 pm\n2. Friday 4 December at 6:30 pm" in answer
    assert "agenda" in await stage.ask(alex, "1")
    for _ in range(2):
        await stage.ask(alex, "skip")
    preview = await stage.ask(alex, "skip")
    assert "When: Thursday 3 December at 6:30 pm" in preview


async def test_a_day_and_then_its_time_are_asked(hackney: Any) -> None:
    stage, alex = hackney.stage, hackney.stage.alex
    answer = await stage.ask(alex, "meeting Choir on 1 December or 3 December, Vestry Hall")
    assert "names more than one day" in answer
    assert "At what time on Thursday 3 December does it begin?" in await stage.ask(alex, "2")
    assert "Thursday 3 December at 7 pm" in await stage.ask(alex, "7pm")


async def test_morning_or_evening_is_answered_in_words(hackney: Any) -> None:
    stage, alex = hackney.stage, hackney.stage.alex
    answer = await stage.ask(alex, "meeting Choir, Thursday 3 December at 7, Vestry Hall")
    assert "Is it in the morning or in the evening?" in answer
    assert "agenda" in await stage.ask(alex, "evening")


async def test_a_place_that_is_to_come_can_be_skipped(hackney: Any) -> None:
    stage, alex = hackney.stage, hackney.stage.alex
    answer = await stage.ask(alex, "meeting Choir, Thursday 3 December 7pm, venue tbc")
    assert "does not say where it is, or says that it comes later" in answer
    assert "agenda" in await stage.ask(alex, "skip")


async def test_doors_and_what_was_not_used_are_shown(hackney: Any) -> None:
    stage, alex = hackney.stage, hackney.stage.alex
    await stage.ask(
        alex,
        "meeting Supper\nThursday 3 December, 6.30 for 7pm, Vestry Hall\n"
        "The organ has been mended at last",
    )
    for _ in range(2):
        await stage.ask(alex, "skip")
    preview = await stage.ask(alex, "skip")
    assert "When: Thursday 3 December at 7 pm" in preview
    assert "Doors open at 6:30 pm" in preview
    assert "I did not use these lines" in preview
    assert "The organ has been mended at last" in preview


async def test_a_whole_day_is_one(hackney: Any) -> None:
    stage, alex = hackney.stage, hackney.stage.alex
    await stage.ask(alex, "meeting Open day, all day Saturday 12 December, Vestry Hall")
    for _ in range(3):
        preview = await stage.ask(alex, "skip")
    assert "Please check the date: Saturday 12 December, all day." in preview
