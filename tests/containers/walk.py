"""Somebody who follows the guides: every command is typed as it stands there, in the guide's order.

What a host does beside a command, and what must then hold, is said for each guide in a `Chapter`;
a `Rush` is typed in the middle of a burst of messages.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from containers.branch import Branch
from containers.bursts import Bursts
from containers.conversations import Known
from containers.engine import CommandFailed
from containers.guide import Command, commands
from containers.outside import SignalOutside
from containers.setting_up import People
from containers.source import Source
from containers.trial import Trial


@dataclass
class Walk:
    """Follows one guide after the other.

    Args:
        trial: where it is noted how each command ended.
        folder: is thrown away; for other machines.
        source: where the relay's source is fetched from.
        branch: the server.
        outside: Signal.
        people: who writes and reads.

    Attributes:
        known: what was written on the first day; None before.
    """

    trial: Trial
    folder: Path
    source: Source
    branch: Branch
    outside: SignalOutside
    people: People
    known: Known | None = None
    bursts: Bursts = field(init=False)

    def __post_init__(self) -> None:
        self.bursts = Bursts(self.trial, self.branch, self.outside)

    @property
    def own_computer(self) -> Path:
        """The host's own computer, where the key of the backups is."""
        place = self.folder / "own-computer"
        place.mkdir(mode=0o700, exist_ok=True)
        return place

    async def follow(self, chapter: "Chapter") -> None:
        """Carry a guide out.

        Raises:
            CommandFailed: a command did not end well.
        """
        left = list(commands(chapter.guide))
        while left:
            rush = next((one for one in chapter.rushes if one.begins(left)), None)
            if rush is not None:
                await self._in_a_burst(rush, left[: len(rush.texts)])
                del left[: len(rush.texts)]
                continue
            command = left.pop(0)
            beside = chapter.beside.get(command.line)
            if command.reason is not None:
                words = f"{command.guide}: {command.reason}"
                self.trial.show(command.short, "not run", words)
            if beside is not None:
                await beside(self, command)
            elif command.reason is None:
                await self.type(command)

    async def type(self, command: Command) -> str:
        """Type a command on the server, and note how it ended; return what it shows.

        Raises:
            CommandFailed: it did not end with 0.
        """
        try:
            said = await self.branch.type(command.text)
        except CommandFailed as failed:
            self.trial.expect(command.short, held=False, words=" ".join(str(failed).split())[-300:])
            raise
        self.trial.expect(command.short, held=True, words=command.guide)
        return said

    async def _in_a_burst(self, rush: "Rush", its: list[Command]) -> None:
        await rush.before(self)

        async def type_them() -> None:
            for command in its:
                await self.type(command)

        await self.bursts.during(rush.name, type_them, doubles=0)
        await rush.after(self)


Beside = Callable[[Walk, Command], Awaitable[None]]
"""Types a command, or does what a person does in its place, and looks at what must hold."""
Around = Callable[[Walk], Awaitable[None]]


async def _nothing_more(_walk: Walk) -> None:
    """The commands are all there is."""


@dataclass(frozen=True)
class Rush:
    """Commands of a guide, one after the other, that are typed in the middle of a burst.

    Args:
        name: how it stands in the table.
        texts: the commands.
        before, after: what else is done, and looked at.
    """

    name: str
    texts: tuple[str, ...]
    before: Around = _nothing_more
    after: Around = _nothing_more

    def begins(self, left: list[Command]) -> bool:
        """Whether the next commands are these."""
        return tuple(command.text for command in left[: len(self.texts)]) == self.texts


@dataclass(frozen=True)
class Chapter:
    """How a guide is carried out.

    Args:
        guide: its file.
        beside: for the first line of a command, what is done in its place; every other is typed.
        rushes: what is typed in the middle of a burst.
    """

    guide: str
    beside: Mapping[str, Beside]
    rushes: tuple[Rush, ...] = ()
