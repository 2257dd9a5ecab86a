"""The log goes to standard error alone: the platform keeps it, cuts it and ends it."""

import asyncio
import os
from pathlib import Path

from relayprocess import RELAY, BranchTable, RelayProcess

from practice.signal_api import practice_signal


async def test_nothing_is_logged_but_to_standard_error(tmp_path: Path) -> None:
    async with practice_signal() as signal:
        alex = signal.new_phone("Alex Admin")
        place = RelayProcess(
            tmp_path,
            number=signal.number,
            api_url=signal.url,
            branches=[BranchTable("hackney", (alex,))],
            logs=("debug", "json"),
        )
        process = await asyncio.create_subprocess_exec(
            RELAY,
            "run",
            "--config",
            place.config,
            cwd=tmp_path,
            env={"PATH": os.environ["PATH"], "RELAY_SECRETS_DIR": str(tmp_path / "secrets")},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        assert process.stderr is not None
        lines: list[bytes] = []
        async with asyncio.timeout(60):
            while not lines or b'"listening"' not in lines[-1]:
                lines.append(await process.stderr.readline())
                assert lines[-1], lines
            process.terminate()
            said, rest = await process.communicate()
    assert process.returncode == 0
    assert said == b""
    assert b'"stopped"' in rest
    made = {name for _, _, names in os.walk(tmp_path) for name in names}
    assert {name for name in made if "log" in name} == set()
