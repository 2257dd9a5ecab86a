"""Runs everything, prints a table, and ends with 1 if anything was lost or does not hold."""

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

from containers import conversations, deeds, guide, images, reach
from containers.branch import ALWAYS, PAGES, Branch
from containers.bursts import Bursts
from containers.engine import engine
from containers.outside import signal_outside
from containers.trial import Trial


async def everything(trial: Trial, folder: Path) -> None:
    """Everything, in a folder that is thrown away."""
    async with engine(folder) as docker:
        for name, how in (await images.load(docker)).items():
            trial.show(f"image {name}", "yes", how)
        branch = Branch(docker, folder / "deploy")
        try:
            async with signal_outside(branch.folder / "signal") as (signal, servers):
                alex, vic, mo = (signal.new_phone(name) for name in ("Alex", "Vic", "Mo"))
                await branch.small_disk()
                await branch.set_up(signal, alex, vic)
                await branch.compose("up", "-d")
                await branch.well()
                running = set((await branch.compose("ps", "--services")).split())
                trial.expect("everything runs", running == {*ALWAYS, *PAGES}, " ".join(running))
                await reach.look(trial, branch)
                group = conversations.board(signal)
                mo.join(group)
                await conversations.announce(trial, alex, mo, group)
                await conversations.report(trial, mo, vic)
                await deeds.everything(trial, Bursts(trial, branch, signal, servers))
                await guide.follow(trial, branch)
        except BaseException:
            sys.stdout.write(await branch.compose("logs", "--tail=30"))
            raise
        finally:
            await branch.end()


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
