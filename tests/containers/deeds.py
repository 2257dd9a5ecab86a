"""What is done to the containers in the middle of a burst, beside what the guides say."""

import asyncio
import os
import signal as signals
from contextlib import suppress
from functools import partial
from random import Random

from containers.branch import ALWAYS, Branch
from containers.bursts import Bursts
from containers.trial import Trial

_RELAY = "branch-relay-relay-1"
_LATER = 3.0


async def everything(trial: Trial, bursts: Bursts) -> None:
    """All of it, one after the other; each begins with everything running."""
    branch = bursts.branch
    compose, docker = branch.compose, branch.engine.docker

    await bursts.during("relay restarted", lambda: compose("restart", "relay"), doubles=0)

    async def kill() -> None:
        await docker("kill", _RELAY)
        await compose("up", "-d")

    await bursts.during("relay killed by docker kill, then up -d", kill, doubles=1)
    await bursts.during("reload, then killed", lambda: _reload_and_die(trial, branch), doubles=1)

    # Like a kill: what was just sent cannot be noted any more.
    await bursts.during("disk full, then not", lambda: _full_disk(trial, branch), doubles=1)
    for order in _orders(Random(10)):
        name = f"stopped with signal first, started {', '.join(order)}"
        await bursts.during(name, partial(_in_order, branch, order), doubles=0)


def _orders(random: Random) -> list[list[str]]:
    orders = [["signal", "proxy", "relay"], ["proxy", "signal", "relay"]]
    orders.append(random.sample(ALWAYS, len(ALWAYS)))
    return orders


async def _in_order(branch: Branch, order: list[str]) -> None:
    for service in ("signal", "proxy", "relay"):
        await branch.compose("stop", service)
    for service in order:
        await branch.engine.docker("start", f"branch-relay-{service}-1")
        # Long enough for it to do harm while the others are not there.
        await asyncio.sleep(_LATER)


async def _reload_and_die(trial: Trial, branch: Branch) -> None:
    well, said = await branch.relay("reload")
    trial.expect("relay reload ends well", well, said.strip()[-80:])
    before = await branch.inspect("relay", "{{.RestartCount}}")
    os.kill(int(await branch.inspect("relay", "{{.State.Pid}}")), signals.SIGKILL)
    for _ in range(300):
        if await branch.inspect("relay", "{{.RestartCount}} {{.State.Running}}") not in (
            f"{before} true",
            f"{before} false",
        ):
            break
        await asyncio.sleep(0.2)
    after = await branch.inspect("relay", "{{.RestartCount}}")
    trial.expect("Docker starts it again", int(after) > int(before), f"{before} -> {after}")


async def _full_disk(trial: Trial, branch: Branch) -> None:
    fill = branch.folder / "data/relay/fill"
    with suppress(OSError), fill.open("wb") as full:
        while True:
            full.write(b"\0" * 1048576)
            full.flush()
    await asyncio.sleep(10)
    _, said = await branch.relay("status")
    log = await branch.compose("logs", "--no-log-prefix", "--tail=200", "relay")
    trial.expect(
        "a full disk is said in the log",
        "disk" in log,
        " ".join(said.split())[:120],
    )
    fill.unlink()
