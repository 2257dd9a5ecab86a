"""A program of the practice ends when it is told to, whatever it is in the middle of."""

import asyncio
import signal
import sys

import pytest

_STUBBORN = """
import asyncio
import signal
from practice import rehearsal

async def stays():
    print("here", flush=True)
    while True:
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            pass

signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGHUP})
rehearsal.END_SECONDS = 0.01
rehearsal.run_to_end(stays())
"""


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
async def test_what_does_not_end_is_named_and_ended(how: signal.Signals) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        _STUBBORN,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == b"here\n"
    process.send_signal(how)
    _, trouble = await process.communicate()
    assert process.returncode == 1
    assert b"does not end" in trouble
    assert b"<string>:10" in trouble
