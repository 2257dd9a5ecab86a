"""The relay as a host starts it: a process of its own.

The stand-in for Signal runs in the test's own process, so that it outlives every relay.
"""

import asyncio
import json
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypedDict, Unpack

import aiohttp
from prometheus_client.parser import text_string_to_metric_families
from sqlcipher3 import dbapi2 as sqlcipher

from practice.groups import Group
from practice.phones import Phone
from relay.store import Store

TOKEN = "canary-webhook-token-7f3a"
KEY = "c0ffee" * 10 + "beef"
RELAY = Path(sys.executable).with_name("relay")

_START = 120.0
_STEP = 0.01
_WAITING = ("relay_inbox_waiting", "relay_outbox_queued")


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def nothing() -> BinaryIO:
    """Open the file that is always empty, and swallows what is written to it."""
    return Path(os.devnull).open("r+b", buffering=0)


async def until(holds: Callable[[], bool], *, within: float, what: str) -> None:
    """Look until something holds; for what other processes do, which rings no bell here.

    Raises:
        AssertionError: it did not hold within `within` seconds.
    """
    deadline = asyncio.get_running_loop().time() + within
    while not holds():
        assert asyncio.get_running_loop().time() < deadline, f"{what} within {within} s"
        await asyncio.sleep(_STEP)


@dataclass(frozen=True)
class BranchTable:
    """One `[[branches]]` table; `chats` are groups that are kept as declared."""

    slug: str
    admins: tuple[Phone, ...]
    groups: tuple[Group, ...] = ()
    approvals: int = 1
    bluesky: Mapping[str, str] = field(default_factory=dict)
    webhook: Mapping[str, str] = field(default_factory=dict)
    moderators: tuple[Phone, ...] = ()
    chats: tuple[Group, ...] = ()
    contact_list: Mapping[str, int] = field(default_factory=dict)
    page_announcements: str = ""

    def lines(self) -> Iterable[str]:
        """Return the table as TOML."""
        yield "[[branches]]"
        yield f"slug = {json.dumps(self.slug)}"
        yield f"name = {json.dumps(self.slug.capitalize() + ' branch')}"
        yield f"admins = {json.dumps([admin.aci for admin in self.admins])}"
        yield f"announcement_groups = {json.dumps([group.api_id for group in self.groups])}"
        yield f"approvals = {self.approvals}"
        if self.page_announcements:
            yield f"page_announcements = {json.dumps(self.page_announcements)}"
        if self.moderators:
            yield f"moderators = {json.dumps([one.aci for one in self.moderators])}"
        tables: tuple[tuple[str, Mapping[str, str | int]], ...] = (
            ("bluesky", self.bluesky),
            ("webhook", self.webhook),
            ("contact_list", self.contact_list),
        )
        for name, table in tables:
            if table:
                yield f"[branches.{name}]"
                yield from (f"{key} = {json.dumps(value)}" for key, value in table.items())
        for chat in self.chats:
            yield "[[branches.groups]]"
            yield f"id = {json.dumps(chat.api_id)}"
            yield 'kind = "chat"'
            yield f"name = {json.dumps(chat.name)}"


class Started(Protocol):
    """A command that was started: what is used here of `asyncio.subprocess.Process`."""

    @property
    def pid(self) -> int: ...
    @property
    def returncode(self) -> int | None: ...
    def kill(self) -> None: ...
    def send_signal(self, number: int, /) -> None: ...
    async def wait(self) -> int: ...


class Start(Protocol):
    """A way to start a command; `typed` is an open file, its input, and `written` both outputs."""

    async def __call__(
        self,
        words: Sequence[str | Path],
        *,
        environ: Mapping[str, str],
        folder: Path,
        typed: int,
        written: int,
    ) -> Started: ...


async def executed(
    words: Sequence[str | Path],
    *,
    environ: Mapping[str, str],
    folder: Path,
    typed: int,
    written: int,
) -> Started:
    """Start a command as a host does, with a Python of its own; see `Start`."""
    return await asyncio.create_subprocess_exec(
        *words, env=environ, cwd=folder, stdin=typed, stdout=written, stderr=written
    )


async def completed(
    start: Start,
    words: Sequence[str | Path],
    *,
    environ: Mapping[str, str],
    folder: Path,
    typed: str = "",
) -> tuple[int, str]:
    """Run a command to its end.

    Returns:
        The exit code, and what it wrote to both outputs.
    """
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as written:
        source.write(typed.encode())
        source.seek(0)
        process = await start(
            words,
            environ=environ,
            folder=folder,
            typed=source.fileno(),
            written=written.fileno(),
        )
        code = await process.wait()
        written.seek(0)
        return code, written.read().decode()


class RelayProcess:
    """`relay run` on one settings file and one store, started and ended as often as wanted.

    Args:
        folder: where settings, secrets, store and log go.
        number: the bot's number.
        api_url: where signal-cli-rest-api is.
        branches: what is configured.
        secrets: more files for the folder of secrets, such as `RELAY_BLUESKY__HACKNEY`.
        logs: level and format of the log.
        teams: the `[safeguarding]` table and its teams, as TOML.
        public_url: where the public pages are said to be, if anywhere.
        begin: how it is started, and the other commands too.

    Attributes:
        ahead: by how much its clock goes ahead of the computer's, from the next start on.
        begin: how it is started, from the next start on.
        options: more options of `relay run`, from the next start on.
    """

    def __init__(
        self,
        folder: Path,
        *,
        number: str,
        api_url: str,
        branches: Iterable[BranchTable],
        secrets: Mapping[str, str] | None = None,
        logs: tuple[str, str] = ("info", "json"),
        teams: str = "",
        public_url: str | None = None,
        begin: Start = executed,
    ) -> None:
        self.ahead = timedelta()
        self.begin = begin
        self.options: tuple[str, ...] = ()
        self.folder = folder
        self.port = free_port()
        self.store_path = folder / "relay.db"
        self.log_path = folder / "relay.log"
        self.config = folder / "relay.toml"
        self.secrets = {"RELAY_WEBHOOK_TOKEN": TOKEN, "RELAY_STORE_KEY": KEY} | dict(secrets or {})
        self._number = number
        self._api_url = api_url
        self._branches = tuple(branches)
        self._teams = teams
        self._public_url = public_url
        self._process: Started | None = None
        self.configure(logs)

    @property
    def url(self) -> str:
        """The base URL of its web server."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def running(self) -> bool:
        """Whether the process lives."""
        return self._process is not None and self._process.returncode is None

    @property
    def log(self) -> str:
        """Everything it has written to its log, all lives together."""
        return self.log_path.read_text(encoding="utf-8") if self.log_path.exists() else ""

    def configure(self, logs: tuple[str, str]) -> None:
        """Write settings and secrets, for the next start."""
        level, form = logs
        lines = [
            "[signal]",
            f'number = "{self._number}"',
            f'api_url = "{self._api_url}"',
            "[web]",
            f'listen = "127.0.0.1:{self.port}"',
            *([f'public_url = "{self._public_url}"'] if self._public_url else []),
            "[store]",
            f'path = "{self.store_path}"',
            "[announcements]",
            'night_from = "00:00"',
            'night_until = "00:00"',
            "[logs]",
            f'level = "{level}"',
            f'format = "{form}"',
            *(line for branch in self._branches for line in branch.lines()),
            self._teams,
        ]
        self.config.write_text("\n".join(lines) + "\n", encoding="utf-8")
        folder = self.folder / "secrets"
        folder.mkdir(exist_ok=True, mode=0o700)
        for name, value in self.secrets.items():
            (folder / name).write_text(value, encoding="utf-8")

    # Living and dying

    async def spawn(self) -> None:
        """Start the process and do not wait for anything."""
        command: list[str | Path] = [RELAY, "run", *self.options]
        if self.ahead:
            seconds = str(self.ahead.total_seconds())
            command = [sys.executable, "-m", "practice.relay_ahead", "--seconds", seconds]
        with self.log_path.open("ab") as log, nothing() as typed:
            self._process = await self.begin(
                [*command, "--config", self.config],
                environ=self.environment(),
                folder=self.folder,
                typed=typed.fileno(),
                written=log.fileno(),
            )

    async def start(self) -> None:
        """Start the process and wait until it lives."""
        await self.spawn()
        await self.alive()

    async def alive(self) -> None:
        """Wait until the process answers."""
        await self._answers("/healthz/live")

    async def ready(self) -> None:
        """Wait until it can do its work: it knows its groups, for one."""
        await self._answers("/healthz")

    async def _answers(self, path: str) -> None:
        deadline = asyncio.get_running_loop().time() + _START
        async with aiohttp.ClientSession() as session:
            while True:
                assert self.running, self.log
                assert asyncio.get_running_loop().time() < deadline, self.log
                try:
                    async with session.get(self.url + path) as response:
                        if response.status == 200:
                            return
                except aiohttp.ClientError:
                    pass
                await asyncio.sleep(_STEP)

    async def kill(self) -> None:
        """`kill -9`, and wait until it is gone."""
        if self._process is not None and self.running:
            self._process.kill()
            await self._process.wait()

    def terminate(self) -> None:
        """Ask it to stop (SIGTERM)."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)

    def reload(self) -> None:
        """Let it read its settings and wording again (SIGHUP)."""
        assert self._process is not None
        self._process.send_signal(signal.SIGHUP)

    def pause(self) -> None:
        """Let it stand still (SIGSTOP): its connections stay open, and nobody answers on them."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let it go on where it paused."""
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    async def ended(self, within: float = 30.0) -> int:
        """Wait until it has ended by itself; return the exit code."""
        assert self._process is not None
        async with asyncio.timeout(within):
            return await self._process.wait()

    async def stop(self) -> int:
        """Ask it to stop, wait for it, return the exit code."""
        self.terminate()
        return await self.ended()

    # Looking

    async def command(self, *arguments: str) -> tuple[int, str]:
        """Run another `relay` command on the same settings.

        Returns:
            The exit code, and what it wrote to both outputs.
        """
        return await completed(
            self.begin,
            [RELAY, *arguments, "--config", self.config],
            environ=self.environment(),
            folder=self.folder,
        )

    async def page(self, path: str) -> str:
        """Return a page of its web server, whatever its status."""
        async with aiohttp.ClientSession() as session, session.get(self.url + path) as response:
            return f"{response.status} {dict(response.headers)}\n{await response.text()}"

    async def idle(self, within: float = 30.0) -> None:
        """Wait until nothing waits in its inbox and its outbox."""
        deadline = asyncio.get_running_loop().time() + within
        async with aiohttp.ClientSession() as session:
            while True:
                async with session.get(f"{self.url}/metrics") as response:
                    waiting = _waiting(await response.text())
                if not waiting:
                    return
                assert asyncio.get_running_loop().time() < deadline, (waiting, self.log[-3000:])
                await asyncio.sleep(10 * _STEP)

    def open_store(self) -> Store:
        """Open its store, once it has ended."""
        return Store(self.store_path, KEY)

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Ask its database something, once it has ended."""
        connection = sqlcipher.connect(self.store_path.as_posix())
        try:
            connection.execute(f"PRAGMA key = \"x'{KEY}'\"")
            return list(connection.execute(query).fetchall())
        finally:
            connection.close()

    def environment(self) -> dict[str, str]:
        """Return the environment in which its commands run."""
        kept = {
            name: os.environ[name]
            for name in ("PATH", "HOME", "LANG", "PYTHONPATH", "PYTHONPROFILEIMPORTTIME")
            if name in os.environ
        }
        return kept | {"RELAY_SECRETS_DIR": str(self.folder / "secrets")}


class RelayOptions(TypedDict, total=False):
    """What a test may say of a relay, beside its branches."""

    api_url: str
    secrets: Mapping[str, str]
    logs: tuple[str, str]
    teams: str
    public_url: str
    begin: Start


class MakeRelay(Protocol):
    """Makes a relay that is not started yet, for some branches; a fixture of the system tests."""

    def __call__(
        self, branches: Iterable[BranchTable], **more: Unpack[RelayOptions]
    ) -> RelayProcess: ...


def _waiting(metrics: str) -> float:
    # The others are left out before they are read: they are many, and this is asked often.
    lines = [line for line in metrics.splitlines(keepends=True) if line.startswith(_WAITING)]
    families = text_string_to_metric_families("".join(lines))
    return sum(sample.value for family in families for sample in family.samples)


def webhook_url(port: int) -> str:
    """Return the RECEIVE_WEBHOOK_URL for a port of this machine."""
    return f"http://relay:{TOKEN}@127.0.0.1:{port}/signal/receive"
