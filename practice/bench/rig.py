"""What is measured and what it is measured beside, each against a stand-in of its own."""

import asyncio
import json
import socket
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from practice.deployed import not_deployed
from practice.groups import Group
from practice.phones import Phone
from practice.relay_process import RelayProcess
from practice.server import PracticeSignal
from practice.signal_api import practice_signal
from practice.signal_cli import Tuning

TOKEN = "bench-webhook-token"  # noqa: S105 -- opens nothing but a relay that is measured
STORE_KEY = "5ca1ab1e" * 8
SECRETS = {"RELAY_WEBHOOK_TOKEN": TOKEN, "RELAY_STORE_KEY": STORE_KEY}
REAL_CALL_SECONDS = 0.02
"""How long signal-cli takes for a call, as measured on the real one."""

_BLUESKY = """
[branches.bluesky]
handle = "hackney.test"
service = "http://127.0.0.1:9"
"""


@dataclass(frozen=True)
class Rig:
    """A stand-in with people on it, and a relay or another bot that answers them."""

    signal: PracticeSignal
    admins: Sequence[Phone]
    people: Sequence[Phone]
    groups: Sequence[Group]
    relay: RelayProcess
    folder: Path
    webhook: str


@asynccontextmanager
async def relay_rig(
    folder: Path,
    *,
    branches: int = 1,
    people: int = 1,
    groups: int = 0,
    latency: float = 0.0,
    bluesky: bool = False,
) -> AsyncIterator[Rig]:
    """Prepare a relay that is not started yet.

    Args:
        folder: for settings, store and log; made if need be.
        branches: how many are configured, each with an admin and a group of its own.
        people: how many members there are besides.
        groups: how many announcement groups the first branch has besides.
        latency: seconds that signal-cli takes for a call.
        bluesky: whether the first branch has an account.
    """
    await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
    listen = f"127.0.0.1:{free_port()}"
    webhook = f"http://relay:{TOKEN}@{listen}/signal/receive"
    async with practice_signal(webhook=webhook, tuning=Tuning(latency=latency)) as signal:
        admins = [signal.new_phone(f"Admin {index}") for index in range(branches)]
        members = [signal.new_phone(f"Member {index}") for index in range(people)]
        own = [signal.new_group(f"Branch {index}", [admins[index]]) for index in range(branches)]
        more = [signal.new_group(f"Group {index}", members[:1]) for index in range(groups)]
        lines = [
            f"[signal]\nnumber = {json.dumps(signal.number)}\napi_url = {json.dumps(signal.url)}",
            f"[web]\nlisten = {json.dumps(listen)}",
            f"[store]\npath = {json.dumps(str(folder / 'relay.db'))}",
            '[announcements]\nnight_from = "00:00"\nnight_until = "00:00"',
        ]
        for index, (admin, group) in enumerate(zip(admins, own, strict=True)):
            places = [group, *more] if index == 0 else [group]
            lines.append(
                f'[[branches]]\nslug = "branch-{index}"\nname = "Branch {index}"\n'
                f"admins = {json.dumps([admin.aci])}\n"
                f"announcement_groups = {json.dumps([place.api_id for place in places])}"
            )
            if bluesky and index == 0:
                lines.append(_BLUESKY)
        config = folder / "relay.toml"
        config.write_text("\n".join(lines) + "\n", encoding="utf-8")
        secrets = dict(SECRETS)
        if bluesky:
            secrets["RELAY_BLUESKY__BRANCH_0"] = "aaaa-bbbb-cccc-dddd"
        relay = RelayProcess(config, secrets, listen, folder / "relay.log", not_deployed())
        try:
            yield Rig(signal, admins, members, [*own, *more], relay, folder, webhook)
        finally:
            await relay.kill()


@asynccontextmanager
async def bare_rig(
    *, people: int, latency: float
) -> AsyncIterator[tuple[PracticeSignal, list[Phone]]]:
    """Run a plain signalbot. Its stand-in lets calls overlap, or it would not live long."""
    tuning = Tuning(latency=latency, overlap="off")
    async with practice_signal(tuning=tuning) as signal:
        members = [signal.new_phone(f"Member {index}") for index in range(people)]
        service = signal.url.removeprefix("http://")
        async with module("bare_bot", service, signal.number):
            await _until(lambda: bool(signal.signal_cli.readers))
            yield signal, members


@asynccontextmanager
async def module(name: str, *arguments: str) -> AsyncIterator[Process]:
    """Run a module of this package as a process while the block lasts."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        f"practice.bench.{name}",
        *arguments,
        stdin=DEVNULL,
        stdout=DEVNULL,
        stderr=DEVNULL,
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def loop_of_calls(rig: Rig, text: str) -> float:
    """Send a text to every group with the plainest program; return how many seconds it took."""
    bodies = [
        {"number": rig.signal.number, "recipients": [group.api_id], "message": text}
        for group in rig.groups
    ]
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "practice.bench.bare_loop",
        stdin=PIPE,
        stdout=PIPE,
    )
    work = json.dumps({"url": f"{rig.signal.url}/v2/send", "bodies": bodies})
    took, _ = await process.communicate(work.encode())
    return float(took)


async def calm(rig: Rig) -> None:
    """Wait until a relay has nothing to do."""
    async with asyncio.timeout(120):
        busy = True
        while busy:
            await asyncio.sleep(0.1)
            busy = await rig.relay.is_busy()


async def _until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not holds():  # noqa: ASYNC110 -- a process that rings no bell here
            await asyncio.sleep(0.05)


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
