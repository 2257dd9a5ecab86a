"""Playing messages in states, one after the other, each from the same moment."""

import gc
import logging
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import structlog
from harness.running import START

from behaviour.ground import Ground, Moment, ground, settled_chance
from behaviour.life import DAYS, live
from behaviour.messages import EVERYWHERE
from behaviour.noticed import Sentences, noticed
from behaviour.play import Act, Play
from behaviour.states import STATES, State

FROM_ANEW = 8
"""Messages after which the relay is put together once more. Fewer than what it answers in an hour
to somebody whom it does not understand (`handlers.limits`)."""

_TOLD_ONCE = ("(thumb", "(heart", "(deletes", "(quotes")
"""How the names of what is answered once in a while begin: the relay remembers that it was."""

_SHARED = Path("/dev/shm")
_MEMORY = _SHARED if _SHARED.is_dir() else None
"""Where nothing waits for a disk, if there is such a place."""

Tried = tuple[str, str]
"""The names of a state and of a message."""


@dataclass(frozen=True)
class Outcome:
    """What came of a message.

    Attributes:
        heard: the names of the handlers that took it.
        noticed: what everybody outside noticed of it, in order.
    """

    heard: str
    noticed: tuple[str, ...]

    def __str__(self) -> str:
        return " | ".join((self.heard, *(self.noticed or ("nothing",))))


def messages_of(state: State) -> Mapping[str, Act]:
    """Return what is tried in a state, by name."""
    tried = dict(EVERYWHERE)
    for more in state.more:
        tried.update(more)
    return tried


def everything(states: Sequence[State] = STATES) -> Iterator[Tried]:
    """Every combination, in the order of the record."""
    for state in states:
        for message in messages_of(state):
            yield state.name, message


class Player:
    """Plays combinations on one ground.

    Args:
        on: with the relay running and nothing having happened.
        sentences: collects what is said.
    """

    def __init__(self, on: Ground, sentences: Sentences) -> None:
        self._ground = on
        self._sentences = sentences
        self._states = {state.name: state for state in STATES}
        self._moments: dict[str, Moment] = {}
        self._count = 0

    async def begin(self) -> None:
        """Let happen what has happened before."""
        self._moments["nothing"] = self._ground.keep()
        await live(self._ground)
        self._moments[""] = self._ground.keep()

    async def play(self, state_name: str, messages: Sequence[str]) -> dict[str, Outcome]:
        """Try some messages in a state."""
        state = self._states[state_name]
        moment, acts, outcomes = await self._moment(state), messages_of(state), {}
        gc.collect()
        for name in messages:
            await self._go_back(moment, anew=name.startswith(_TOLD_ONCE))
            await acts[name](Play(self._ground, state.who))
            outcomes[name] = Outcome(
                str(self._ground.heard), tuple(noticed(self._ground, self._sentences))
            )
        return outcomes

    async def _moment(self, state: State) -> Moment:
        if state.name not in self._moments:
            before = self._states.get(state.after)
            begin = self._moments[state.after] if before is None else await self._moment(before)
            await self._go_back(begin)
            for step in state.steps:
                who, what = (state.who, step) if isinstance(step, str) else step
                play = Play(self._ground, who)
                await (play.say(what) if isinstance(what, str) else what(play))
            await self._ground.settle()
            self._moments[state.name] = self._ground.keep()
        return self._moments[state.name]

    async def _go_back(self, moment: Moment, *, anew: bool = False) -> None:
        if self._ground.go_back(moment) or anew or self._count % FROM_ANEW == 0:
            await self._ground.begin_anew()
        self._count += 1


@asynccontextmanager
async def playing(
    sentences: Sentences, locale: str = "en-GB", spoken: Callable[[str], str] = str
) -> AsyncIterator[Player]:
    """Build a ground in memory, and play on it.

    Args:
        sentences: collects what is said.
        locale: in which the relay speaks.
        spoken: what people type in it instead of an English message.
    """
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    with (
        tempfile.TemporaryDirectory(dir=_MEMORY) as folder,
        settled_chance() as dice,
    ):
        async with ground(Path(folder), START - timedelta(days=DAYS)) as on:
            on.locale, on.spoken = locale, spoken
            async with on.open():
                on.dice = dice
                player = Player(on, sentences)
                await player.begin()
                gc.freeze()
                gc.disable()
                try:
                    yield player
                finally:
                    gc.enable()
                    gc.unfreeze()
