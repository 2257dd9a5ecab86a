"""Relays that start in a fraction of a second, to be killed by the hundred.

Most of what `relay run` does at its start is to import. So one process imports, and each life is a
fork of it: a process of its own, which runs what `relay run` runs, and dies of `kill -9` as that
does.
"""

import asyncio
import os
import signal
import sys
from datetime import timedelta
from pathlib import Path

from relayprocess import RelayProcess, until

_ENDS = 30.0


class ForkedRelay(RelayProcess):
    """A `RelayProcess` whose lives are forks, between `open` and `close`."""

    _forker: asyncio.subprocess.Process
    _pid: int | None = None

    async def open(self) -> None:
        """Import everything, once."""
        with self.log_path.open("ab") as log:
            self._forker = await asyncio.create_subprocess_exec(
                sys.executable,
                Path(__file__),
                self.config,
                env=self._environment(),
                cwd=self.folder,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
            )

    async def close(self) -> None:
        """End the life there is, and no more begin."""
        await self.kill()
        self._forker.kill()
        await self._forker.wait()

    @property
    def running(self) -> bool:
        """Whether the process lives."""
        return super().running if self._pid is None else _lives(self._pid)

    async def spawn(self) -> None:
        """Begin a life and do not wait for anything."""
        assert self._forker.stdin is not None
        assert self._forker.stdout is not None
        self._forker.stdin.write(f"{self.ahead.total_seconds()}\n".encode())
        self._pid = int(await self._forker.stdout.readline())

    async def kill(self) -> None:
        """`kill -9`, and wait until it is gone."""
        pid, self._pid = self._pid, None
        if pid is None:
            await super().kill()
            return
        os.kill(pid, signal.SIGKILL)
        await until(lambda: not _lives(pid), within=_ENDS, what="killed")

    async def last_life(self) -> None:
        """Begin a life as a host would, with `relay run`."""
        await super().spawn()
        await self.alive()


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def _fork_for_ever(config: Path) -> None:
    # What a life needs is imported here, before the first one.
    from practice.relay_ahead import AheadClock
    from relay.logs import crashes_logged, logging_to
    from relay.runtime.process import run
    from relay.settings import load_settings
    from relay.time.clock import SystemClock

    # Nobody asks how a life ended: the system itself clears the dead away.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin.buffer:
        pid = os.fork()
        if not pid:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            settings = load_settings(config, os.environ)
            with logging_to(sys.stderr, settings.logs, settings.secrets()), crashes_logged():
                ahead = timedelta(seconds=float(line))
                asyncio.run(run(settings, AheadClock(ahead) if ahead else SystemClock()))
            os._exit(0)
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _fork_for_ever(Path(sys.argv[1]))
