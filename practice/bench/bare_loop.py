"""The plainest way to send to many groups: one call after the other.

`python -m practice.bench.bare_loop` reads `{"url": …, "bodies": […]}` from standard input,
and writes how many seconds the calls took.
"""

import asyncio
import json
import sys
import time
from typing import Any

import aiohttp


async def _send(url: str, bodies: list[dict[str, Any]]) -> float:
    async with aiohttp.ClientSession() as session:
        begin = time.perf_counter()
        for body in bodies:
            async with session.post(url, json=body) as response:
                response.raise_for_status()
                await response.read()
        return time.perf_counter() - begin


if __name__ == "__main__":
    sys.stdout.write(str(asyncio.run(_send(**json.load(sys.stdin)))))
