"""The tour as something that is played, paused and gone through step by step."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from practice.cast import assemble
from practice.narration import Narration
from practice.page.story import Story, first_named, reading_seconds
from practice.rehearsal import PracticeTime, Rehearsal
from practice.relay_process import RelayProcess
from practice.scenario import Scenario
from practice.scenes import Scene
from practice.signal_api import practice_signal


class Told:
    """Remembers every change of a story, and lets a test wait for one."""

    def __init__(self) -> None:
        self.views: list[dict[str, Any]] = []
        self.story: Story | None = None
        self._bell = asyncio.Event()

    def __call__(self) -> None:
        assert self.story is not None
        self.views.append(self.story.view)
        self._bell.set()

    async def until(self, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        async with asyncio.timeout(10):
            while not (self.views and holds(self.views[-1])):
                self._bell.clear()
                await self._bell.wait()
        return self.views[-1]


@asynccontextmanager
async def playing(tmp_path: Path, *scenes: Scene) -> AsyncIterator[tuple[Story, Told]]:
    """A story on a practice Signal without a relay."""
    async with practice_signal() as signal:
        relay = RelayProcess(tmp_path / "none.toml", {}, "127.0.0.1:1", tmp_path / "relay.log")
        running = SimpleNamespace(
            signal=signal,
            cast=assemble(signal),
            bluesky=None,
            relay=relay,
            time=PracticeTime(),
            move_on=timedelta,
        )
        told = Told()
        story = Story(cast(Rehearsal, running), scenes, Narration(), told)
        told.story = story
        task = asyncio.create_task(story.run())
        try:
            yield story, told
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


async def three_texts(show: Scenario) -> None:
    await show.chapter("help")
    await show.types("alex", "one")
    await show.types("mo", "two")


async def test_it_is_played_to_its_end(tmp_path: Path) -> None:
    async with playing(tmp_path, three_texts) as (story, told):
        assert story.view["state"] == "idle"
        story.play("fast")
        last = await told.until(lambda view: view["state"] == "ended")
        assert last["chapter"] == 0
        assert last["chapters"][0] == "What can it do?"
        assert last["step"] == 3
        assert [view["who"] for view in told.views] == [None, "alex", "alex", "mo", None]
        assert "Alex asks the bot" in told.views[1]["caption"]


async def test_it_waits_where_it_is_paused_and_goes_on_step_by_step(tmp_path: Path) -> None:
    async with playing(tmp_path, three_texts) as (story, told):
        story.step()
        await told.until(lambda view: view["step"] == 2)
        assert story.state == "paused"
        story.step()
        await told.until(lambda view: view["step"] == 3)
        story.play("fast")
        await told.until(lambda view: view["state"] == "ended")


async def test_a_pause_stops_a_story_that_is_read(tmp_path: Path) -> None:
    async with playing(tmp_path, three_texts) as (story, told):
        story.play("reading")
        await told.until(lambda view: view["step"] == 1)
        story.pause()
        assert story.view["state"] == "paused"
        story.play("fast")
        await told.until(lambda view: view["state"] == "ended")


async def test_what_does_not_happen_is_told(tmp_path: Path) -> None:
    async def wrong(show: Scenario) -> None:
        await show.chapter("help")
        show.expect(False, "expected-captcha")

    async with playing(tmp_path, wrong) as (story, told):
        story.play("fast")
        last = await told.until(lambda view: view["state"] == "failed")
        assert "Signal should have asked for a captcha" in last["caption"]


async def test_a_relay_that_does_not_answer_is_told(tmp_path: Path) -> None:
    async def wrong(show: Scenario) -> None:
        await show.chapter("help")
        await show.page_shows("/m/1")

    async with playing(tmp_path, wrong) as (story, told):
        story.play("fast")
        last = await told.until(lambda view: view["state"] == "failed")
        assert "Play it again from the beginning" in last["caption"]


async def test_a_mistake_in_the_story_leaves_the_phones_alone(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def wrong(show: Scenario) -> None:
        raise ValueError("the story has a mistake")

    async with playing(tmp_path, wrong) as (story, told):
        story.play("fast")
        last = await told.until(lambda view: view["state"] == "failed")
        assert "Play it again from the beginning" in last["caption"]
    assert "the story has a mistake" in caplog.text


@pytest.mark.parametrize(("text", "seconds"), [("", 1.5), ("x" * 90, 5.8), ("x" * 9000, 20.0)])
def test_reading_takes_as_long_as_the_text(text: str, seconds: float) -> None:
    assert reading_seconds(text) == pytest.approx(seconds)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rio reads an answer. Vic is the chair.", "rio"),
        ("Nobody sees that it was Alex.", "alex"),
        ("The riot was cyan.", None),
    ],
)
def test_a_caption_stands_beside_whom_it_speaks_of(text: str, name: str | None) -> None:
    assert first_named(("alex", "cy", "rio", "vic"), text) == name


async def test_what_has_been_read_is_not_read_again(tmp_path: Path) -> None:
    long = "This meeting is at seven in the town hall, and everybody is welcome. " * 5

    async def twice(show: Scenario) -> None:
        for name in ("alex", "mo"):
            await story.hears(name, name, [long])

    async with playing(tmp_path, twice) as (story, told):
        loop = asyncio.get_running_loop()
        story.play("reading")
        begun = loop.time()
        await told.until(lambda view: view["who"] == "alex")
        story.step()
        await told.until(lambda view: view["who"] == "mo")
        story.play("reading")
        await told.until(lambda view: view["state"] == "ended")
        assert loop.time() - begun < 5
