"""Programs that people read feeds and calendars with, as Debian brings them (`make readers`)."""

import asyncio
import os
import shutil
from pathlib import Path

_PATIENCE = 60


async def run(program: str, *arguments: object, home: Path, said: bytes = b"") -> str:
    """Run a program with a home of its own and `said` to it; return what it prints."""
    binary = shutil.which(program)
    assert binary is not None, f"{program} is missing: run make readers"
    process = await asyncio.create_subprocess_exec(
        binary,
        *map(str, arguments),
        env={"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC"},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    printed, _ = await asyncio.wait_for(process.communicate(said), _PATIENCE)
    assert process.returncode == 0, printed.decode()
    return printed.decode()
