"""The real `relay run` as a process that can be started, stopped and killed."""

import asyncio
import contextlib
import os
import signal as signals
import sys
from asyncio.subprocess import DEVNULL, PIPE, STDOUT, Process
from collections.abc import Collection, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Literal

import aiohttp
from prometheus_client.parser import text_string_to_metric_families

START_SECONDS = 60.0
STOP_SECONDS = 15.0
_LOOK_AGAIN = 0.05
_COMMAND = "from relay.cli import main; main()"
_HELD = "from practice.exit_with_parent import exit_with_parent; exit_with_parent(); "
_AS_DEPLOYED = "from practice.deployed import hide; hide({hidden!r}); "
_AHEAD = "from practice.relay_ahead import main; main()"


RelayState = Literal["starting", "running", "stopped", "killed", "ended"]
"""`killed` was told to; `ended` did so by itself."""


class RelayNotRunningError(Exception):
    """The relay ended, or was not ready in time. `log` holds the end of what it logged."""

    def __init__(self, what: str, log: str) -> None:
        super().__init__(what)
        self.log = log


class RelayProcess:
    """One relay on this machine.

    Its standard error goes to a log file. It has a session of its own, so that Ctrl-C in a terminal
    reaches only whoever started it, who then ends it in order; if they are killed, it ends too.

    Args:
        config: the settings file.
        secrets: environment variables with the secrets.
        listen: `HOST:PORT` as in the settings.
        log: where its log goes.
        hidden: packages that it is to find as little as where it is deployed; see `deployed.py`.
    """

    def __init__(
        self,
        config: Path,
        secrets: Mapping[str, str],
        listen: str,
        log: Path,
        hidden: Collection[str] = (),
    ) -> None:
        self._config = config
        self._url = f"http://{listen}"
        self._log = log
        self._command = _COMMAND
        if hidden:
            self._command = _AS_DEPLOYED.format(hidden=sorted(hidden)) + _COMMAND
        kept = {name: value for name, value in os.environ.items() if not name.startswith("RELAY_")}
        self._environment = {**kept, **secrets}
        self._process: Process | None = None
        self._state: RelayState = "stopped"

    @property
    def pid(self) -> int | None:
        """Its process id, or None while it does not run."""
        return self._process.pid if self._process else None

    @property
    def state(self) -> RelayState:
        """How it is."""
        if self._state in {"starting", "running"} and self._process is not None:
            return self._state if self._process.returncode is None else "ended"
        return self._state

    @property
    def url(self) -> str:
        """The address of its web server, without a slash at the end."""
        return self._url

    @property
    def log(self) -> Path:
        """Where its log lies."""
        return self._log

    async def start(self, ahead: timedelta = timedelta()) -> None:
        """Start it, and return once it is ready.

        Args:
            ahead: by how much its clock goes ahead of this machine's.

        Raises:
            RelayNotRunningError: it ended, or was not ready within a minute.
        """
        await self.launch(ahead)
        await self.until_ready()

    async def launch(self, ahead: timedelta = timedelta()) -> None:
        """Start it without waiting for it; see `start`."""
        self._state = "starting"
        command = ["-c", _HELD + self._command, "run"]
        later = ["-c", _HELD + _AHEAD, "--seconds", str(ahead.total_seconds())]
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *(later if ahead else command),
                "--config",
                str(self._config),
                stdin=PIPE,
                stdout=log,
                stderr=log,
                env=self._environment,
                start_new_session=True,
            )

    async def until_ready(self) -> None:
        """Wait until it says that it can work; see `start`."""
        try:
            async with asyncio.timeout(START_SECONDS), aiohttp.ClientSession() as session:
                while not await self._is_ready(session):
                    if self._process is None or self._process.returncode is not None:
                        raise RelayNotRunningError("the relay ended", self.log_end())
                    await asyncio.sleep(_LOOK_AGAIN)
            self._state = "running"
        except TimeoutError:
            raise RelayNotRunningError("the relay was not ready in time", self.log_end()) from None

    async def kill(self) -> None:
        """End it with SIGKILL, as a power cut does."""
        self._state = "killed"
        await self._end(signals.SIGKILL)

    async def stop(self) -> None:
        """Ask it to end, and wait until it has."""
        self._state = "stopped"
        await self._end(signals.SIGTERM)

    async def command(self, name: str) -> str:
        """Run another command of `relay` on the same settings, and return what it says."""
        return (await self.output(name)).decode()

    async def output(self, *words: str) -> bytes:
        """Run another command of `relay` on the same settings, and return what it writes."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            _COMMAND,
            *words,
            "--config",
            str(self._config),
            stdin=DEVNULL,
            stdout=PIPE,
            stderr=STDOUT,
            env=self._environment,
        )
        try:
            said, _ = await process.communicate()
        except asyncio.CancelledError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
            raise
        return said

    async def page(self, path: str) -> str:
        """Return a page of its web server as text.

        Raises:
            aiohttp.ClientError: nobody answers, or there is no such page.
        """
        async with (
            aiohttp.ClientSession(raise_for_status=True) as session,
            session.get(f"{self._url}{path}") as response,
        ):
            return await response.text()

    async def is_busy(self) -> bool:
        """Return whether anything waits in its inbox or on a lane that is not blocked.

        Raises:
            aiohttp.ClientError: nobody answers.
        """
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"{self._url}/metrics") as response,
        ):
            return _busy(await response.text())

    def log_end(self, lines: int = 15) -> str:
        """Return the last lines of its log."""
        text = self._log.read_text(encoding="utf-8") if self._log.exists() else ""
        return "\n".join(text.splitlines()[-lines:])

    async def _is_ready(self, session: aiohttp.ClientSession) -> bool:
        try:
            async with session.get(f"{self._url}/healthz") as response:
                return bool((await response.json())["ready"])
        except (aiohttp.ClientError, OSError):
            return False

    async def _end(self, how: signals.Signals) -> None:
        process = self._process
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(how)
        try:
            async with asyncio.timeout(STOP_SECONDS):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()
        self._process = None


def _busy(metrics: str) -> bool:
    samples = [s for family in text_string_to_metric_families(metrics) for s in family.samples]
    blocked = {s.labels["lane"] for s in samples if s.name == "relay_lane_blocked"}
    return any(
        s.value
        and (
            s.name == "relay_inbox_waiting"
            or (s.name == "relay_outbox_queued" and s.labels["lane"] not in blocked)
        )
        for s in samples
    )
