"""One date of many: named by its day, moved, put elsewhere or called off; the others stay."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from harness.running import from_bot

from relay.meetings.tables import Meetings

MONTHLY = (
    "meeting Title: What next?\nWhen: first Thursday of every month at 7pm\n"
    "Where: Town Hall\nAgenda: Rents\nAccess: Is it step-free? Yes\nPapers: https://example.org/a"
)
LONDON = ZoneInfo("Europe/London")


async def changed(hackney: Any, command: str) -> str:
    """Change the meeting; return the question."""
    question = str(await hackney.stage.ask(hackney.stage.alex, command))
    await hackney.stage.say(hackney.stage.alex, "yes")
    return question


def differing(hackney: Any) -> list[tuple[date, str, bool, str]]:
    """What differs: the day in the rule, when it is instead, whether it is off, and where."""
    return [
        (
            one.original.astimezone(LONDON).date(),
            f"{one.start.astimezone(LONDON):%d %b %H:%M}",
            one.cancelled,
            "" if one.place is None else one.place.address,
        )
        for one in hackney.stage.store[Meetings].get(1).changes
    ]


JANUARY = date(2027, 1, 7)


@pytest.mark.parametrize(
    ("command", "differs", "said"),
    [
        (
            "move 1 on 7 January to Friday 8 January 8pm",
            (JANUARY, "08 Jan 20:00", False, ""),
            "from Thursday 7 January at 7 pm to Friday 8 January at 8 pm",
        ),
        (
            "move 1 from Thursday 7th January to 8pm",
            (JANUARY, "07 Jan 20:00", False, ""),
            "to Thursday 7 January at 8 pm",
        ),
        (
            "where 1 on 7/1 Old Library",
            (JANUARY, "07 Jan 19:00", False, "Old Library"),
            "This is for Thursday 7 January at 7 pm only.",
        ),
        (
            "cancel 1 on 7 January because the hall is shut",
            (JANUARY, "07 Jan 19:00", True, ""),
            "Why: The hall is shut",
        ),
        (
            "move 1 to 8pm",
            (date(2026, 12, 3), "03 Dec 20:00", False, ""),
            "move 1 on 7 January to 8 January 7pm",
        ),
    ],
)
async def test_a_date_is_named_by_its_day(
    hackney: Any, command: str, differs: tuple[Any, ...], said: str
) -> None:
    await hackney.put_up(MONTHLY)
    assert said in await changed(hackney, command)
    assert differing(hackney) == [differs]


async def test_the_reason_is_asked_for_and_the_date_kept(hackney: Any) -> None:
    await hackney.put_up(MONTHLY)
    await hackney.stage.ask(hackney.stage.alex, "cancel 1 on 7 January")
    assert "on Thursday 7 January" in await changed(hackney, "the hall is shut")
    assert differing(hackney) == [(JANUARY, "07 Jan 19:00", True, "")]


async def test_a_day_without_a_date_is_said_with_the_days_that_have_one(hackney: Any) -> None:
    await hackney.put_up(MONTHLY)
    answer = await hackney.stage.ask(hackney.stage.alex, "cancel 1 on 8 January because of snow")
    assert answer.splitlines()[0].startswith("Number 1 has no date on Friday 8 January")
    assert "• Thursday 7 January at 7 pm" in answer


async def test_another_place_is_for_all_dates_and_says_so(hackney: Any) -> None:
    await hackney.put_up(MONTHLY)
    question = await changed(hackney, "where 1 Old Library")
    assert "this changes all its dates" in question
    assert "where 1 on 7 January Town Hall" in question
    assert hackney.stage.store[Meetings].get(1).place.address == "Old Library"
    notice = from_bot(hackney.stage.mo, hackney.board)[-1].text.split("\n\n")[0]
    assert notice.endswith("New place: Old Library\nAll dates from then on are there.")


async def test_the_card_names_the_date_that_moved_and_ends_its_sentences(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up(MONTHLY)
    await changed(hackney, "move 1 to Friday 4 December 8pm")
    announcement = stage.store.announcements.get(1)
    [card] = [one.description for one in announcement.files if one.description]
    assert card == (
        "CHANGED: What next? First Thursday of every month at 7 pm. Next: Friday 4 December"
        " at 8 pm. Town Hall. Hackney branch. Is it step-free? Yes."
    )
    notice = from_bot(stage.mo, hackney.board)[-1].text.split("\n\n")[0]
    assert notice.endswith("The other dates stay as they are.")


async def test_the_date_after_one_that_is_off_is_still_the_next(hackney: Any) -> None:
    stage = hackney.stage
    await hackney.put_up(MONTHLY)
    await changed(hackney, "cancel 1 because the hall is shut")
    assert (
        from_bot(stage.mo, hackney.board)[-1]
        .text.split("\n\n")[0]
        .endswith("The other dates stay as they are.")
    )
    assert "Next: Thursday 7 January at 7 pm" in await stage.ask(stage.mo, "next")
    assert (await stage.ask(stage.mo, "meetings")).splitlines()[:3] == [
        "One meeting is planned:",
        "• 1: What next?, Thursday 3 December at 7 pm: CANCELLED",
        "• 1: What next?, Thursday 7 January at 7 pm",
    ]
    await stage.ask(stage.alex, "cancel 1 because the hall is shut")
    await changed(hackney, "all")
    answer = await stage.ask(stage.mo, "meetings")
    assert answer.startswith("What was planned does not take place:")
