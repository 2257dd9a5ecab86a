"""Commands of the relay that start in a fraction of a second, in processes of their own.

Most of what `relay run`, or `relay status`, does at its start is to import. So one process imports
everything, and each command is a fork of it: a process of its own, with its own arguments,
environment, folder and output, which runs what the command runs, dies of `kill -9` as that does,
and ends as that does, with the same code.

What differs from a command that a host types: everything is imported from the beginning, also what
waits elsewhere until it is needed. So what is about the start itself uses `relayprocess.executed`.
"""

import asyncio
import gc
import importlib
import json
import os
import pkgutil
import runpy
import selectors
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

_PACKAGES = ("handlers", "relay")
_WHEN_NEEDED = (
    "PIL.Image",
    "argon2",
    "atproto_client",
    "bidi.algorithm",
    "cryptography.hazmat.primitives.asymmetric.ed25519",
    "cryptography.hazmat.primitives.ciphers.aead",
    "cryptography.hazmat.primitives.kdf.hkdf",
    "cryptography.hazmat.primitives.serialization",
    "dateparser",
    "httpx",
    "icalendar",
    "jinja2",
    "linkify_it",
    "practice.relay_ahead",
    "pyrage",
    "segno",
    "tomlkit",
    "uharfbuzz",
)
"""What the product imports inside its functions."""

_MESSAGE = 2**16
"""Bytes, at most."""


class Forks:
    """Starts commands, until it is closed."""

    def __init__(self) -> None:
        self._calls, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, Path(__file__), str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
            )
        assert self._calls.recv(_MESSAGE), "it could not import everything"

    def close(self) -> None:
        """Begin no more of them; what still runs goes on."""
        self._calls.close()
        self._process.wait()

    async def __call__(
        self,
        words: Sequence[str | Path],
        *,
        environ: Mapping[str, str],
        folder: Path,
        typed: int,
        written: int,
    ) -> "ForkedProcess":
        """Start a command; see `relayprocess.Start`."""
        life = {"words": [*map(str, words)], "environ": dict(environ), "folder": str(folder)}
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setblocking(False)
        with theirs:
            socket.send_fds(
                self._calls, [json.dumps(life).encode()], [typed, written, theirs.fileno()]
            )
        pid = await asyncio.get_running_loop().sock_recv(ours, _MESSAGE)
        return ForkedProcess(int(pid), ours)


class ForkedProcess:
    """A command that was started, as `asyncio.subprocess.Process` shows it.

    Attributes:
        pid: its process id.
        returncode: how it ended, or None while it lives.
    """

    def __init__(self, pid: int, told: socket.socket) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._told = told
        self._ended = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(told, self._end)

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it lives."""
        if self.returncode is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def terminate(self) -> None:
        """Ask it to stop."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """`kill -9`."""
        self.send_signal(signal.SIGKILL)

    async def wait(self) -> int:
        """Wait until it has ended, and return how."""
        await self._ended.wait()
        assert self.returncode is not None
        return self.returncode

    def _end(self) -> None:
        self._loop.remove_reader(self._told)
        self.returncode = int(self._told.recv(_MESSAGE))
        self._told.close()
        self._ended.set()


class _Server:
    """Forks at each call that comes through a socket, and tells how each fork has ended."""

    def __init__(self, calls: socket.socket) -> None:
        self._calls = calls
        self._waiting = selectors.DefaultSelector()
        self._waiting.register(calls, selectors.EVENT_READ)

    def next_life(self) -> dict[str, Any] | None:
        """Return in a fork, with what it is to run; or with nothing, once nobody calls any more."""
        self._calls.send(b"ready")
        while True:
            for key, _ in self._waiting.select():
                if key.data is not None:
                    self._tell_end(key.fd, *key.data)
                    continue
                call, descriptors, *_ = socket.recv_fds(self._calls, _MESSAGE, 3)
                if not call:
                    return None
                if self._is_fork(*descriptors):
                    life: dict[str, Any] = json.loads(call)
                    return life

    def _is_fork(self, typed: int, written: int, told: int) -> bool:
        pid = os.fork()
        if not pid:
            for key in [*self._waiting.get_map().values()]:
                if key.data is not None:
                    os.close(key.fd)
                    key.data[1].close()
            self._waiting.close()
            self._calls.close()
            for source, target in ((typed, 0), (written, 1), (written, 2)):
                os.dup2(source, target)
            for descriptor in (typed, written, told):
                os.close(descriptor)
            return True
        os.close(typed)
        os.close(written)
        caller = socket.socket(fileno=told)
        caller.send(str(pid).encode())
        self._waiting.register(os.pidfd_open(pid), selectors.EVENT_READ, (pid, caller))
        return False

    def _tell_end(self, descriptor: int, pid: int, caller: socket.socket) -> None:
        self._waiting.unregister(descriptor)
        os.close(descriptor)
        _, status = os.waitpid(pid, 0)
        with caller, suppress(BrokenPipeError):
            caller.send(str(os.waitstatus_to_exitcode(status)).encode())


def _import_everything() -> None:
    for package in _PACKAGES:
        folder = importlib.import_module(package).__path__
        for module in pkgutil.walk_packages(folder, f"{package}."):
            importlib.import_module(module.name)
    for name in _WHEN_NEEDED:
        importlib.import_module(name)
    # Nothing of it is looked at, and so copied, again and again in each fork.
    gc.collect()
    gc.freeze()
    assert len([*Path("/proc/self/task").iterdir()]) == 1, "a fork has no other threads"


def _run(words: list[str], environ: Mapping[str, str], folder: str) -> None:
    os.environ.clear()
    os.environ.update(environ)
    os.chdir(folder)
    program, *arguments = words
    if arguments[0] == "-m":
        sys.argv = arguments[1:]
        runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
    else:
        from relay.cli import main

        sys.argv = words
        main(prog_name=Path(program).name)


if __name__ == "__main__":
    _import_everything()
    with socket.socket(fileno=int(sys.argv[1])) as _calls:
        _life = _Server(_calls).next_life()
    if _life is not None:
        _run(**_life)
