"""A branch's server: the source as a host has fetched it, and the folder `deploy` in it."""

import asyncio
import os
import shlex
from collections.abc import Awaitable, Callable
from pathlib import Path

from setupterminal import Terminal

from containers.engine import CommandFailed, Engine, run
from containers.guide import SOURCE

USER = 10001
CONFIG = ("--config", "/relay/settings/relay.toml")
SIGNAL_FILE = "data/signal/data/accounts.json"
"""Where signal-cli keeps its accounts, in the folder `deploy`."""
SIGNAL_DATA = b'{"accounts": "here are the keys of the account"}\n'
"""In place of what it keeps there."""
ALWAYS = ("relay", "proxy", "signal")
PAGES = ("pages", "caddy")
_LOOK_AGAIN = 0.2
_PATIENCE = 120.0
_WITHIN = 1800.0


class Branch:
    """The deployed compose file on an engine.

    Args:
        engine: where it runs.
        source: a host's clone of the source.

    Attributes:
        folder: its folder `deploy`.
        place: where the terminal is.
    """

    def __init__(self, engine: Engine, source: Path) -> None:
        self.engine = engine
        self.source = source
        self.folder = source / "deploy"
        self.place = source
        self._small_disk = False

    async def small_disk(self, room: str = "2500m") -> None:
        """Put the store on a small disk of its own; before anything runs."""
        options = f"size={room},mode=700,uid={USER},gid={USER}"
        await run("mount", "-t", "tmpfs", "-o", options, "tmpfs", self.folder / "data/relay")
        self._small_disk = True

    async def end(self) -> None:
        """End all containers, and the small disk."""
        await self.compose("--profile=*", "down", "--volumes", "--timeout=5")
        if self._small_disk:
            await run("umount", self.folder / "data/relay")

    async def compose(self, *words: str, within: float = 300.0) -> str:
        """Run `docker compose` in the folder; see `Engine.docker`."""
        return await self.engine.docker("compose", *words, cwd=self.folder, within=within)

    async def relay(self, *words: str) -> tuple[bool, str]:
        """Run a command of `relay` in its container; return whether it went well, and its words."""
        try:
            return True, await self.compose("exec", "-T", "relay", "relay", *words, *CONFIG)
        except CommandFailed as failed:
            return False, str(failed)

    async def type(self, command: str, place: Path | None = None) -> str:
        """Type a command into a terminal; return what it shows.

        Args:
            command: as a guide has it; SOURCE in it is this clone.
            place: where, if not where the terminal is; `cd` goes from one to the next.

        Raises:
            CommandFailed: it did not end with 0.
        """
        here = command.replace(SOURCE, str(self.source))
        if here.startswith("cd "):
            self.place = self.place / here.removeprefix("cd ")
            here = "pwd"
        # `exec` and `run` want a terminal, and hosts have one.
        words = ("script", "--quiet", "--return", "--command", f"bash -c {shlex.quote(here)}")
        code, said = await run(
            *words,
            "/dev/null",
            cwd=place or self.place,
            environ=self.engine.environ,
            within=_WITHIN,
        )
        if code:
            raise CommandFailed(f"{command}\n{said}")
        return said

    def terminal(self, command: str) -> Terminal:
        """Type a command that asks something."""
        words = ("bash", "-c", command)
        return Terminal(words, self.engine.whole_environ, self.place, _PATIENCE)

    def put(self, name: str, content: bytes) -> None:
        """Put a file into the folder, for the user of the relay."""
        file = self.folder / name
        if not file.parent.exists():
            file.parent.mkdir(mode=0o700)
            os.chown(file.parent, USER, USER)
        file.write_bytes(content)
        os.chown(file, USER, USER)

    def add_to_env(self, line: str) -> None:
        """Write a line into .env."""
        with (self.folder / ".env").open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")

    def take_from_env(self, name: str) -> None:
        """Take a line out of .env again."""
        file = self.folder / ".env"
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        file.write_text("".join(line for line in lines if not line.startswith(f"{name}=")))

    async def inspect(self, service: str, what: str) -> str:
        """Return one thing that Docker knows of a service's container, as a Go template says it."""
        return (
            await self.engine.docker("inspect", "-f", what, f"branch-relay-{service}-1")
        ).strip()

    async def calls_answered(self) -> None:
        """Wait until the container of signal-cli-rest-api passes calls on."""
        look = "import urllib.request as u; u.urlopen('http://127.0.0.1:8080/v1/about')"
        await until(lambda: self.compose("exec", "-T", "signal", "python3", "-c", look), within=90)

    async def well(self, within: float = 180.0) -> None:
        """Wait until the relay says that it runs and all is well."""

        async def status() -> None:
            well, said = await self.relay("status")
            if not well:
                raise CommandFailed(said)

        await until(status, within=within)


async def until(look: Callable[[], Awaitable[object]], *, within: float) -> None:
    """Try something again and again until it goes well.

    Raises:
        CommandFailed: it did not, for so many seconds; what it said last.
    """
    deadline = asyncio.get_running_loop().time() + within
    while True:
        try:
            await look()
            return
        except CommandFailed:
            if asyncio.get_running_loop().time() > deadline:
                raise
        await asyncio.sleep(_LOOK_AGAIN)
