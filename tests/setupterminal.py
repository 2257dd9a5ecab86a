"""A host in front of a real terminal, in which `relay setup` and its neighbours run."""

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pexpect
from relayprocess import free_port

from practice.server import PracticeSignal
from practice.signal_api import practice_signal

RELAY = Path(sys.executable).with_name("relay")
NUMBER = "+447700900123"
_PATIENCE = 30


class Terminal:
    """A running command, and everything it has shown.

    Args:
        words: the program and its arguments.
        environ: its environment.
        folder: where it runs; here if not given.
        patience: how many seconds to wait for what it is to show.
    """

    def __init__(
        self,
        words: Sequence[str],
        environ: Mapping[str, str],
        folder: Path | None = None,
        patience: float = _PATIENCE,
    ) -> None:
        self.shown = ""
        self._child = pexpect.spawn(
            words[0],
            list(words[1:]),
            cwd=folder,
            env=dict(environ),
            encoding="utf-8",
            timeout=patience,
            dimensions=(50, 200),
        )
        # It waits for a terminal to be quiet before each line; ours always is.
        self._child.delaybeforesend = None

    async def until(self, text: str) -> str:
        """Wait for a text, and return what was shown since the last one."""
        try:
            pattern = r"\s+".join(re.escape(word) for word in text.split())
            await self._child.expect(pattern, async_=True)
        except (pexpect.EOF, pexpect.TIMEOUT):
            self.shown += self._child.before or ""
            raise AssertionError(f"{text!r} did not come:\n{self.shown[-3000:]}") from None
        seen = f"{self._child.before}{self._child.after}"
        self.shown += seen
        return seen

    async def answer(self, question: str, answer: str = "") -> str:
        """Wait for a question, and answer it; just Enter where no answer is given."""
        seen = await self.until(question)
        await self.until(":" if not question.endswith(".") else "")
        self._child.send(answer + "\r")
        return seen

    async def end(self) -> int:
        """Wait until it ends, and return its exit code."""
        await self._child.expect(pexpect.EOF, async_=True)
        self.shown += self._child.before or ""
        self._child.close()
        status = self._child.exitstatus
        return -int(self._child.signalstatus or 0) if status is None else int(status)

    async def interrupt(self) -> int:
        """Press Ctrl-C, and wait until it ends. Returns its exit code.

        Python's readline can miss one that comes in the instant in which a question appears, so
        that, as a person would, this presses again where nothing happens.
        """
        for _ in range(5):
            self._child.sendintr()
            try:
                await self._child.expect("every answer so far is kept", timeout=3, async_=True)
            except pexpect.TIMEOUT:
                continue
            self.shown += f"{self._child.before}{self._child.after}"
            return await self.end()
        raise AssertionError(f"it does not end:\n{self.shown[-3000:]}")

    async def paste(self, line: str) -> int:
        """Paste a line, press Ctrl-D, and wait until it ends. Returns its exit code.

        It may close the terminal a moment before it ends. asyncio would then hang up on it, so this
        waits in a thread.
        """
        self._child.sendline(line)
        self._child.sendeof()
        await asyncio.to_thread(self._child.expect, pexpect.EOF)
        return int(await asyncio.to_thread(self._child.wait))

    def kill(self) -> None:
        """End it as a power cut does."""
        self._child.kill(signal.SIGKILL)

    def close(self) -> None:
        """End it, if it still runs."""
        self._child.close(force=True)


@dataclass
class Host:
    """Somebody who sets a relay up in a folder of their own."""

    folder: Path
    signal: PracticeSignal
    listen: str = field(default_factory=lambda: f"127.0.0.1:{free_port()}")
    terminals: list[Terminal] = field(default_factory=list)

    @property
    def config(self) -> Path:
        return self.folder / "relay.toml"

    @property
    def secrets(self) -> Path:
        return self.folder / "secrets"

    def environ(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("RELAY_")}
        listen = {"RELAY_WEB__LISTEN": self.listen} if self.listen else {}
        return {**kept, **listen, "TERM": "dumb"}

    def start(self, *arguments: str) -> Terminal:
        words = [str(RELAY), "setup", *arguments, "--config", str(self.config)]
        terminal = Terminal(words, self.environ())
        self.terminals.append(terminal)
        return terminal

    def export(self) -> str:
        """What `relay groups export` writes."""
        words = [str(RELAY), "groups", "export", "--config", str(self.config)]
        environ = {**self.environ(), "RELAY_SECRETS_DIR": str(self.secrets)}
        done = subprocess.run(words, env=environ, capture_output=True, text=True, check=True)
        return done.stdout

    def connect_webhook(self) -> None:
        """Start the API server with the token, as the host is told to."""
        token = self.secret("RELAY_WEBHOOK_TOKEN")
        self.signal.webhook.url = f"http://relay:{token}@{self.listen}/signal/receive"

    def secret(self, name: str) -> str:
        return (self.secrets / name).read_text().strip()

    def bot(self) -> Any:
        return self.signal.world.accounts[NUMBER]


@asynccontextmanager
async def host_with(folder: Path) -> AsyncIterator[Host]:
    """A host beside an API server on which nothing of theirs is registered yet."""
    async with practice_signal() as running:
        host = Host(folder, running)
        try:
            yield host
        finally:
            for terminal in host.terminals:
                terminal.close()


def code_in(seen: str) -> str:
    """The one-time code that stands in what was shown."""
    codes: list[str] = re.findall(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", seen)
    return codes[-1]
