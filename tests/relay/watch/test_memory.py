"""What was freed goes back to the system, though something lies after it on the heap."""

import subprocess
import sys

import pytest

_PROGRAM = """
import asyncio
from pathlib import Path
from relay.watch.memory import give_back

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4

held = [bytearray(40_000) for _ in range(2_000)]
pins = [bytearray(40_000) for _ in range(10)]
del held
before = resident()
asyncio.run(give_back())
print(before - resident())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only there does it hold memory back")
def test_what_was_freed_goes_back() -> None:
    run = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, check=True)
    assert int(run.stdout) > 60_000
