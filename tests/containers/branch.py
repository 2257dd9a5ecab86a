"""A branch on a server: a copy of `deploy/` as a host has it, and the commands of docs/host.md."""

import asyncio
import json
import os
import shlex
import shutil
from pathlib import Path

from containers.engine import ROOT, CommandFailed, Engine, run
from relay.practice.phones import Phone
from relay.practice.server import PracticeSignal

MADE = ("settings", "data", "data/relay", "data/signal", "backups")
USER = 10001
CONFIG = ("--config", "/relay/settings/relay.toml")
ALWAYS = ("relay", "proxy", "signal")
PAGES = ("pages", "caddy")
_LOOK_AGAIN = 0.2


class Branch:
    """The deployed compose file on an engine.

    Args:
        engine: where it runs.
        folder: the copy of `deploy/`.

    Attributes:
        typed: the commands of the guides that were typed as they stand there.
    """

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.engine = engine
        self.folder = folder
        self.typed: set[str] = set()
        shutil.copytree(ROOT / "deploy", folder)
        for name in MADE:
            (folder / name).mkdir(mode=0o700)
            os.chown(folder / name, USER, USER)

    async def small_disk(self, room: str = "2500m") -> None:
        """Put the store on a small disk of its own; before anything runs."""
        options = f"size={room},mode=700,uid={USER},gid={USER}"
        await run("mount", "-t", "tmpfs", "-o", options, "tmpfs", self.folder / "data/relay")

    async def end(self) -> None:
        """End all containers, and the small disk."""
        await self.compose("--profile=*", "down", "--volumes", "--timeout=5")
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

    async def type(self, command: str) -> str:
        """Type a command of a guide into a terminal, in the folder; return what it shows.

        Raises:
            CommandFailed: it did not end with 0.
        """
        self.typed.add(command)
        # `exec` and `run` want a terminal, and hosts have one.
        words = ("script", "--quiet", "--return", "--command", f"bash -c {shlex.quote(command)}")
        code, said = await run(
            *words, "/dev/null", cwd=self.folder, environ=self.engine.environ, within=300
        )
        if code:
            raise CommandFailed(f"{command}\n{said}")
        return said

    async def inspect(self, service: str, what: str) -> str:
        """Return one thing that Docker knows of a service's container, as a Go template says it."""
        return (
            await self.engine.docker("inspect", "-f", what, f"branch-relay-{service}-1")
        ).strip()

    async def set_up(self, signal: PracticeSignal, admin: Phone, officer: Phone) -> None:
        """Go from an empty folder to a relay that is set up, as docs/host.md says, steps 3 to 5."""
        (self.folder / ".env").write_text("RELAY_DOMAIN=localhost\nCOMPOSE_PROFILES=pages\n")
        answers = f"""
            [branch]
            name = "Hackney branch"
            [number]
            number = {json.dumps(signal.number)}
            [admins]
            ids = ["{admin.aci}"]
            [web]
            public_url = "https://localhost"
            [safeguarding]
            officers = [{{ id = "{officer.aci}", role = "Welfare officer" }}]
        """
        (self.folder / "settings/answers.toml").write_text(answers)
        setup = ("run", "--rm", "-T", "setup", "setup", *CONFIG)
        await self.type(f"docker compose run --rm setup setup {' '.join(CONFIG)} --step keys")
        await self.type("docker compose up -d --no-deps signal proxy")
        await self.calls_answered()
        await self.compose(*setup, "--answers", "/relay/settings/answers.toml")

    async def calls_answered(self) -> None:
        """Wait until the container of signal-cli-rest-api passes calls on."""
        look = "import urllib.request as u; u.urlopen('http://127.0.0.1:8080/v1/about')"
        await self._until(
            lambda: self.compose("exec", "-T", "signal", "python3", "-c", look), within=90
        )

    async def well(self, within: float = 180.0) -> None:
        """Wait until the relay says that it runs and all is well."""

        async def status() -> None:
            code, said = await self.relay("status")
            if not code:
                raise CommandFailed(said)

        await self._until(status, within=within)

    async def _until(self, look: object, *, within: float) -> None:
        deadline = asyncio.get_running_loop().time() + within
        while True:
            try:
                await look()  # type: ignore[operator]
                return
            except CommandFailed:
                if asyncio.get_running_loop().time() > deadline:
                    raise
            await asyncio.sleep(_LOOK_AGAIN)
