"""A Docker engine of our own, on a socket and in a folder of its own, with Compose beside it."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
KEPT = ROOT / "var/containers"
_START = 60.0


class CommandFailed(Exception):
    """A command ended with anything but 0; holds what it said."""


async def run(
    *words: str | Path,
    cwd: Path | None = None,
    environ: dict[str, str] | None = None,
    within: float = 600.0,
) -> tuple[int, str]:
    """Run a command to its end.

    Returns:
        Its exit code, and what it wrote to both outputs.

    Raises:
        TimeoutError: it took longer than `within` seconds; it is killed.
    """
    process = await asyncio.create_subprocess_exec(
        *words,
        cwd=cwd,
        env={**os.environ, **(environ or {})},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        async with asyncio.timeout(within):
            said, _ = await process.communicate()
    except TimeoutError:
        process.kill()
        await process.wait()
        raise
    return process.returncode or 0, said.decode(errors="replace")


class Engine:
    """Docker and Compose, talking to the engine behind one socket.

    Args:
        folder: where the socket and the clients' settings are.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environ = {
            "DOCKER_HOST": f"unix://{folder / 'docker.sock'}",
            "DOCKER_CONFIG": str(folder / "client"),
        }
        plugins = folder / "client" / "cli-plugins"
        plugins.mkdir(parents=True, exist_ok=True)
        plugin = plugins / "docker-compose"
        if not plugin.exists():
            plugin.symlink_to(ROOT / "var/compose/docker-compose")

    @property
    def whole_environ(self) -> dict[str, str]:
        """This process's environment, with what leads to the engine."""
        return {**os.environ, **self.environ}

    async def docker(
        self, *words: str | Path, cwd: Path | None = None, within: float = 600.0
    ) -> str:
        """Run `docker`; return what it says.

        Raises:
            CommandFailed: it did not end with 0.
        """
        code, said = await run("docker", *words, cwd=cwd, environ=self.environ, within=within)
        if code:
            raise CommandFailed(f"docker {' '.join(map(str, words))}\n{said}")
        return said


@asynccontextmanager
async def engine(folder: Path) -> AsyncIterator[Engine]:
    """Run a Docker engine while the block lasts. Its images stay in KEPT, for the next time.

    Args:
        folder: for its socket, on a short path: sockets have at most 107 characters.

    Raises:
        CommandFailed: it ends at once, or does not answer within a minute.
    """
    made = Engine(folder)
    KEPT.mkdir(parents=True, exist_ok=True)
    with (folder / "dockerd.log").open("wb") as log:
        daemon = await asyncio.create_subprocess_exec(
            "dockerd",
            f"--data-root={KEPT / 'docker'}",
            f"--exec-root={folder / 'exec'}",
            f"--pidfile={folder / 'docker.pid'}",
            f"--host={made.environ['DOCKER_HOST']}",
            stdout=log,
            stderr=log,
            # Ctrl-C is for us: the engine ends when its containers have.
            start_new_session=True,
        )
    try:
        await _answers(made, daemon)
        yield made
    finally:
        if daemon.returncode is None:
            daemon.terminate()
        await daemon.wait()


async def _answers(made: Engine, daemon: asyncio.subprocess.Process) -> None:
    deadline = asyncio.get_running_loop().time() + _START
    while (await run("docker", "version", environ=made.environ))[0]:
        if daemon.returncode is not None or asyncio.get_running_loop().time() > deadline:
            raise CommandFailed((made.folder / "dockerd.log").read_text()[-3000:])
        await asyncio.sleep(0.2)
