"""The tour, played on the page: at reading speed, or one step at a time."""

import asyncio
import logging
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal

from practice.narration import Narration
from practice.page.words import chapter_titles
from practice.rehearsal import Rehearsal
from practice.relay_process import RelayNotRunningError
from practice.scenario import Scenario, ScenarioFailed
from practice.scenes import Scene

Pace = Literal["reading", "fast"]
StoryState = Literal["idle", "playing", "paused", "ended", "failed"]

_log = logging.getLogger(__name__)

CHARACTERS_A_SECOND = 18.0
"""How fast people read; a little slower than subtitles."""

_LOOKING_UP = 0.8
_SHORTEST = 1.5
_LONGEST = 20.0
_FAST = 0.02


def reading_seconds(text: str) -> float:
    """How long people look at a text that is new to them, in seconds."""
    return min(max(_SHORTEST, _LOOKING_UP + len(text) / CHARACTERS_A_SECOND), _LONGEST)


def first_named(names: Iterable[str], text: str) -> str | None:
    """Whose name comes first in a text: the name as given, in small letters, or None."""
    wanted = re.compile(r"\b(" + "|".join(map(re.escape, names)) + r")\b", re.IGNORECASE)
    found = wanted.search(text)
    return found[0].lower() if found else None


class Story:
    """The tour, as something that can be played, paused and gone through in steps.

    It is the narrator of the show: each thing it tells takes as long as reading it does.

    Args:
        rehearsal: where it is played.
        scenes: the chapters, in order.
        narration: how things are said.
        changed: called when something about it is different.
    """

    def __init__(
        self,
        rehearsal: Rehearsal,
        scenes: Iterable[Scene],
        narration: Narration,
        changed: Callable[[], None],
    ) -> None:
        self._rehearsal = rehearsal
        self._scenes = tuple(scenes)
        self._tell = narration.tell
        self._titles = chapter_titles()
        self._changed = changed
        self._state: StoryState = "idle"
        self._pace: Pace = "reading"
        self._chapter: int | None = None
        self._caption = ""
        self._who: str | None = None
        self._read: set[str] = set()
        self._step = 0
        self._steps_allowed = 0
        self._nudge = asyncio.Event()
        self._begun = asyncio.Event()

    @property
    def state(self) -> StoryState:
        """Whether it is played."""
        return self._state

    @property
    def view(self) -> dict[str, Any]:
        """The tour, as JSON."""
        return {
            "state": self._state,
            "chapters": list(self._titles),
            "chapter": self._chapter,
            "caption": self._caption,
            "who": self._who,
            "step": self._step,
        }

    # What people do with it

    def play(self, pace: Pace | None) -> None:
        """Begin, or go on."""
        self._pace = pace or self._pace
        self._becomes("playing")

    def pause(self) -> None:
        """Stop before the next step."""
        if self._state == "playing":
            self._becomes("paused")

    def step(self) -> None:
        """Go on to the next step, and stop there."""
        self._steps_allowed = 1
        self._becomes("paused")

    async def run(self) -> None:
        """Play it once somebody begins."""
        await self._begun.wait()
        scenario = Scenario(self._rehearsal, self)
        try:
            for scene in self._scenes:
                await scene(scenario)
        except ScenarioFailed as failure:
            self._ends("failed", str(failure))
        except RelayNotRunningError as failure:
            self._ends("failed", self._tell("served-relay-did-not-start", log=failure.log))
        except Exception:  # noqa: BLE001 - a mistake in a scene can be anything
            # The phones go on, and a developer reads it in the terminal.
            _log.exception("the tour cannot go on")
            self._ends("failed", self._tell("served-story-broken"))
        else:
            self._ends("ended", self._tell("served-story-end"))

    # Telling

    async def chapter(self, number: int, title: str) -> None:
        """Say where the story is."""
        self._chapter = number - 1
        self._who = None

    async def narrate(self, text: str) -> None:
        """Show a caption for as long as it takes to read, beside whose phone it speaks of."""
        self._caption = text
        self._who = first_named(self._rehearsal.cast.phones, text) or self._who
        await self._tells(reading_seconds(text))

    async def acts(self, phone: str, who: str, lines: Sequence[str]) -> None:
        """Look at a phone before something is done on it."""
        self._who = phone
        await self._tells(_SHORTEST)

    async def hears(self, phone: str, who: str, lines: Sequence[str]) -> None:
        """Look at what a phone has got."""
        self._who = phone
        await self._tells(self._reading(lines))

    async def shows(self, phone: str | None, where: str, lines: Sequence[str]) -> None:
        """Look at what stands somewhere."""
        self._who = phone
        await self._tells(self._reading(lines))

    def _reading(self, texts: Sequence[str]) -> float:
        """How long it takes to read what has not been on another phone before, in seconds."""
        lines = [line for text in texts for line in text.splitlines() if line not in self._read]
        self._read.update(lines)
        return reading_seconds("\n".join(lines))

    async def _tells(self, seconds: float) -> None:
        """Tell one step, and return when the next one may come."""
        self._step += 1
        self._changed()
        loop = asyncio.get_running_loop()
        until = loop.time() + (_FAST if self._pace == "fast" else seconds)
        while not self._may_go_on(loop.time() >= until):
            self._nudge.clear()
            left = until - loop.time() if self._state == "playing" else None
            try:
                async with asyncio.timeout(left):
                    await self._nudge.wait()
            except TimeoutError:
                continue

    def _may_go_on(self, read: bool) -> bool:
        if self._state == "playing":
            return read
        if self._steps_allowed:
            self._steps_allowed -= 1
            return True
        return False

    def _becomes(self, state: StoryState) -> None:
        self._state = state
        self._begun.set()
        self._nudge.set()
        self._changed()

    def _ends(self, state: StoryState, caption: str) -> None:
        self._state, self._caption, self._who = state, caption, None
        self._changed()
