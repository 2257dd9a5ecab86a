"""What reaches what: from the network of each container, every port that anything listens on."""

import asyncio
from itertools import product

from containers.branch import ALWAYS, PAGES, Branch
from containers.trial import Trial

PORTS = {
    "the Signal API": (18, 8080),
    "the relay": (3, 8090),
    "the proxy": (20, 8091),
    "the pages' proxy": (37, 8092),
    "Caddy": (38, 443),
}
RIGHT = {
    "relay": {"the Signal API", "the relay"},
    "signal": {"the Signal API", "the proxy"},
    "proxy": {"the relay", "the proxy", "the Signal API"},
    "pages": {"the relay", "the pages' proxy", "Caddy"},
    "caddy": {"the pages' proxy", "Caddy"},
}
"""Which container may connect to what. `relay` and `proxy` share the network `signal`."""
ALLOWED_MORE = {"relay": {"the proxy"}}
_SUBNET = "10.89.7"


async def look(trial: Trial, branch: Branch) -> None:
    """Connect from everywhere to everything, from the network of each container."""
    found: dict[str, set[str]] = {service: set() for service in (*ALWAYS, *PAGES)}

    async def probe(service: str, target: str) -> None:
        last, port = PORTS[target]
        if await _connects(branch, service, f"{_SUBNET}.{last}", port):
            found[service].add(target)

    for service in found:
        await asyncio.gather(*(probe(service, target) for target in PORTS))
    for service, reached in found.items():
        wrong = reached ^ RIGHT[service]
        wrong -= ALLOWED_MORE.get(service, set())
        trial.expect(
            f"{service} reaches what it must, and nothing else",
            not wrong,
            ", ".join(sorted(reached)),
        )
    await _api_elsewhere(trial, branch)


async def _api_elsewhere(trial: Trial, branch: Branch) -> None:
    """The Signal API also has an address to the internet: who shares that network?"""
    addresses = await branch.inspect(
        "signal", "{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}"
    )
    outside = [one for one in addresses.split() if not one.startswith(_SUBNET)]
    reached = [
        service
        for service, address in product((*ALWAYS, *PAGES), outside)
        if service != "signal" and await _connects(branch, service, address, 8080)
    ]
    trial.expect(
        "nobody reaches the Signal API by its address to the internet",
        not reached and len(outside) == 1,
        ", ".join(reached),
    )


async def _connects(branch: Branch, service: str, address: str, port: int) -> bool:
    """Connect from a container's own network, with this machine's Python."""
    pid = await branch.inspect(service, "{{.State.Pid}}")
    process = await asyncio.create_subprocess_exec(
        "nsenter",
        f"--target={pid}",
        "--net",
        "python3",
        "-c",
        f"import socket; socket.create_connection(({address!r}, {port}), 3)",
        stderr=asyncio.subprocess.DEVNULL,
    )
    return await process.wait() == 0
