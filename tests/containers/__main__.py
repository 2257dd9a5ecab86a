"""Runs everything, prints a table, and ends with 1 if anything was lost or does not hold."""

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

from containers import backup_guide, deeds, host_guide, images, reach, upgrade_guide
from containers.branch import Branch
from containers.engine import engine
from containers.outside import signal_outside
from containers.setting_up import People
from containers.source import Source
from containers.trial import Trial
from containers.walk import Walk


async def everything(trial: Trial, folder: Path) -> None:
    """Everything, in a folder that is thrown away."""
    async with engine(folder) as docker, signal_outside() as outside:
        await images.make(trial, docker, folder)
        source = Source(folder / "source")
        await source.make()
        await source.clone(folder / "branch-relay")
        people = People(*(outside.signal.new_phone(name) for name in ("Alex", "Vic", "Mo")))
        branch = Branch(docker, folder / "branch-relay")
        walk = Walk(trial, folder, source, branch, outside, people)
        try:
            await walk.follow(host_guide.CHAPTER)
            await reach.look(trial, branch)
            await deeds.everything(trial, walk.bursts)
            await walk.follow(upgrade_guide.CHAPTER)
            await walk.follow(backup_guide.CHAPTER)
        except BaseException:
            sys.stdout.write(await walk.branch.compose("logs", "--tail=30"))
            raise
        finally:
            await walk.branch.end()


def main() -> None:
    """Run it."""
    trial, ended = Trial(), False
    folder = Path(tempfile.mkdtemp(prefix="containers-"))
    # The relay's user looks through it.
    folder.chmod(0o711)
    try:
        asyncio.run(everything(trial, folder))
        ended = True
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        trial.expect("the run came to its end", ended)
        sys.stdout.write(f"\n{trial.table()}\n")
    sys.exit(trial.failed)


if __name__ == "__main__":
    main()
