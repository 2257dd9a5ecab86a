"""The tour as a newcomer runs it: the story happens, and nothing is left behind."""

import asyncio
import io
import os
import signal
import sys
from pathlib import Path

from leftovers import left_behind, processes_about

from practice.scenario import Scenario
from practice.tour import tour

ROOT = Path(__file__).parents[2]
CHAPTERS = (
    "1. What can it do?",
    "2. From a message to the groups and Bluesky",
    "3. Somebody who may not post",
    "4. For tomorrow morning",
    "5. The venue has changed",
    "6. Something that should not be out there",
    "7. Two people have to agree",
    "8. Somebody reports what happened",
    "9. Signal wants proof that a person is there",
    "10. Somebody pulls the plug",
    "11. The next morning",
    "12. A meeting, typed once",
    "13. “When was that again?”",
    "14. The hall is taken",
    "15. How many chairs?",
    "16. The evening before",
    "17. A group changed by hand",
    "18. Groups that have long been there",
    "19. Somebody new",
    "20. A group that is nobody else’s business",
    "21. “I do not want to be in a group”",
    "22. A sofa",
    "23. Somebody who looks after how people treat each other",
    "24. A spat in the chat",
    "25. A talk first",
    "26. A time-out that ends by itself",
    "27. And a way back",
)


async def begin(folder: Path) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "practice.tour",
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(folder)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def test_the_tour_tells_a_story_that_happens(tmp_path: Path) -> None:
    process = await begin(tmp_path)
    out, trouble = await process.communicate()

    assert process.returncode == 0, trouble.decode()
    text = out.decode()
    positions = [text.index(f"\n{chapter}\n") for chapter in CHAPTERS]
    assert positions == sorted(positions)
    assert "Alex | help" in text
    assert "Posted to 3 of 3 groups and Bluesky" in text
    assert "Vic | cases" in text
    assert "From the team, about" in text
    assert "Signal: nothing has passed for" in text
    assert "Please check the date:" in text
    assert "On the public page /m/7, read out:" in text
    assert "SEQUENCE:1" in text
    assert "Tomorrow: Rent strike" in text
    assert "\x1b" not in text
    assert all(len(line) <= 100 for line in text.splitlines())
    assert left_behind(tmp_path) == []


async def test_a_tour_that_is_interrupted_leaves_nothing_behind(tmp_path: Path) -> None:
    process = await begin(tmp_path)
    assert process.stdout is not None
    line = ""
    while CHAPTERS[1] not in line:
        line = (await process.stdout.readline()).decode()
        assert line, "the tour has ended before"
    assert processes_about(tmp_path) != []

    process.send_signal(signal.SIGINT)
    await process.communicate()

    assert process.returncode == 130
    assert left_behind(tmp_path) == []


async def test_a_story_that_does_not_happen_is_a_failure() -> None:
    async def wrong(show: Scenario) -> None:
        await show.types("alex", "help")
        await show.hears("alex", "Certainly not this.")

    out, trouble = io.StringIO(), io.StringIO()

    assert await tour([wrong], out, trouble) == 1
    assert "Alex’s phone should have shown" in trouble.getvalue()
    assert "Certainly not this." in trouble.getvalue()
    assert "You look after Hackney branch." in trouble.getvalue()
