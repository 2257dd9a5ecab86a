"""What a service manager of systemd's kind gives and wants to hear: a socket, readiness, life.

After sd_notify(3), sd_listen_fds(3) and sd_watchdog_enabled(3). Without such a manager, nothing
happens.
"""

import asyncio
import os
import socket
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass

_FIRST_PASSED = 3


@dataclass(frozen=True)
class ServiceManager:
    """Who started this process.

    Args:
        address: where it listens for what the service says; None if it does not.
        watchdog_s: seconds of silence after which it kills the service; None for never.
    """

    address: str | None = None
    watchdog_s: float | None = None

    @classmethod
    def of(cls, environ: Mapping[str, str], pid: int) -> "ServiceManager":
        """Read the environment.

        Args:
            environ: of this process.
            pid: of this process; a watchdog for another one is not ours.
        """
        microseconds = environ.get("WATCHDOG_USEC", "")
        ours = environ.get("WATCHDOG_PID", str(pid)) == str(pid)
        return cls(
            address=environ.get("NOTIFY_SOCKET") or None,
            watchdog_s=int(microseconds) / 1e6 if microseconds.isdecimal() and ours else None,
        )

    def tell(self, *states: str) -> None:
        """Say something, such as `READY=1`. A manager that cannot hear it is no reason to stop."""
        if self.address is None:
            return
        address = "\0" + self.address[1:] if self.address.startswith("@") else self.address
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as speaker:
            try:
                speaker.sendto("\n".join(states).encode(), address)
            except OSError:
                return

    async def stay_awake(self) -> None:
        """Show that the event loop turns, for as long as the task lives."""
        if self.watchdog_s is None:
            await asyncio.Event().wait()
            return
        while True:
            self.tell("WATCHDOG=1")
            await asyncio.sleep(self.watchdog_s / 3)


def passed_socket(environ: MutableMapping[str, str], pid: int) -> socket.socket | None:
    """Take over the socket that the manager listens on for this process.

    It goes on listening while the service restarts: who connects meanwhile waits.

    Args:
        environ: of this process; what names the socket is taken out of it, for no child has it.
        pid: of this process.

    Returns:
        The first socket that was passed, or None.
    """
    for_us = environ.pop("LISTEN_PID", "") == str(pid)
    count = environ.pop("LISTEN_FDS", "")
    environ.pop("LISTEN_FDNAMES", None)
    if not (for_us and count.isdecimal() and int(count)):
        return None
    os.set_inheritable(_FIRST_PASSED, False)
    passed = socket.socket(fileno=_FIRST_PASSED)
    passed.setblocking(False)
    return passed
