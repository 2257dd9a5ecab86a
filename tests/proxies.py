"""The HAProxies that are deployed: one holds messages for the relay, one shows its pages."""

import asyncio
import os
import shutil
import signal
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from relayprocess import free_port, until, webhook_url

DEPLOY = Path(__file__).parent.parent / "deploy"


class HoldingProxy:
    """HAProxy with the very file that is deployed, run as it is deployed: a master and its worker.

    Args:
        target_port: where the relay listens.
        patience: HAProxy's duration after which an attempt that hangs is made again; as deployed
            if not given.
    """

    def __init__(self, target_port: int, patience: str | None = None) -> None:
        self._port = free_port()
        self._environment = {
            "RELAY_PROXY_LISTEN": f"127.0.0.1:{self._port}",
            "RELAY_PROXY_TARGET": f"127.0.0.1:{target_port}",
        } | ({} if patience is None else {"RELAY_PROXY_PATIENCE": patience})
        self._process: asyncio.subprocess.Process | None = None

    @property
    def url(self) -> str:
        """Its webhook address, with the token."""
        return webhook_url(self._port)

    async def start(self) -> None:
        """Start it, and wait until it listens."""
        config = DEPLOY / "proxy" / "haproxy.cfg"
        self._process = await _start("-W", config, self._port, self._environment)

    def workers(self) -> set[str]:
        """Return the ids of its workers: one, and during a reload those before it."""
        assert self._process is not None
        pid = self._process.pid
        return set(Path(f"/proc/{pid}/task/{pid}/children").read_text().split())

    async def reload(self) -> None:
        """Let it read its file again (SIGUSR2), and wait until a new worker is there.

        For a moment after it has started a worker, HAProxy's master ignores SIGUSR2; then the
        signal would be lost. So this waits until the master listens to it.
        """
        assert self._process is not None
        await until(self._hears_reload, within=10, what="a master that can be told to reload")
        before = self.workers()
        self._process.send_signal(signal.SIGUSR2)
        await until(lambda: bool(self.workers() - before), within=10, what="a new worker")

    def _hears_reload(self) -> bool:
        assert self._process is not None
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        masks = dict(line.split(":", 1) for line in status.splitlines() if line.startswith("Sig"))
        caught, ignored, blocked = (
            int(masks[name], 16) >> (signal.SIGUSR2 - 1) & 1
            for name in ("SigCgt", "SigIgn", "SigBlk")
        )
        return bool(caught and not ignored and not blocked)

    async def stop(self) -> None:
        """End it and all its workers."""
        if self._process is not None:
            os.killpg(self._process.pid, signal.SIGKILL)
            await self._process.wait()


@asynccontextmanager
async def holding_proxy(target_port: int) -> AsyncIterator[str]:
    """Run a `HoldingProxy` while the block lasts; give its webhook address with the token."""
    proxy = HoldingProxy(target_port)
    try:
        await proxy.start()
        yield proxy.url
    finally:
        await proxy.stop()


@asynccontextmanager
async def pages_proxy(target_port: int) -> AsyncIterator[str]:
    """Run the proxy of the public pages while the block lasts; give the address readers call."""
    port = free_port()
    environment = {
        "RELAY_PAGES_LISTEN": f"127.0.0.1:{port}",
        "RELAY_PROXY_TARGET": f"127.0.0.1:{target_port}",
    }
    process = await _start("-db", DEPLOY / "pages" / "haproxy.cfg", port, environment)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        await process.wait()


async def _start(
    how: str, config: Path, port: int, environment: Mapping[str, str]
) -> asyncio.subprocess.Process:
    binary = shutil.which("haproxy", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    assert binary is not None, "HAProxy is missing: run make haproxy"
    process = await asyncio.create_subprocess_exec(
        binary,
        how,
        "-f",
        config,
        env=environment,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        await until(lambda: _listens(port), within=10, what="HAProxy listens")
    except AssertionError:
        process.kill()
        raise
    return process


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
