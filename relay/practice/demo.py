"""The demo: the whole thing running live, and a prompt to be everybody's phone.

`python -m relay.practice.demo`. Lines may also come from a pipe; then each one is taken once what
the one before has set off is over.
"""

import asyncio
import contextlib
import sys

from relay.practice.demo_commands import DemoCommands
from relay.practice.live import Live
from relay.practice.narration import Narration
from relay.practice.pds import PdsMissing
from relay.practice.rehearsal import Rehearsal, rehearsal, run_to_end
from relay.practice.relay_process import RelayNotRunningError
from relay.practice.terminal import typed_lines
from relay.practice.transcript import Transcript

_STEPS = {
    "signal": "demo-step-signal",
    "bluesky": "demo-step-bluesky",
    "people": "demo-step-people",
    "relay": "demo-step-relay",
    "end": "demo-step-end",
}
_LONGEST_WORK = 30.0
_LOOK_AGAIN = 0.05


async def _demo() -> int:
    narration = Narration()

    def step(name: str) -> None:
        sys.stdout.write(f"{narration.tell(_STEPS[name])}\n")
        sys.stdout.flush()

    try:
        async with rehearsal(step) as running:
            await _play(running, narration)
    except RelayNotRunningError as error:
        sys.stderr.write(f"{error}\n{error.log}\n")
        return 1
    except PdsMissing as error:
        sys.stderr.write(f"{error}\n")
        return 1
    step("end")
    return 0


async def _play(running: Rehearsal, narration: Narration) -> None:
    transcript = Transcript(sys.stdout)
    live = Live(running, transcript, narration)
    commands = DemoCommands(running, live, transcript, narration)
    piped = not sys.stdin.isatty()
    watching = [
        asyncio.create_task(live.watch_phones()),
        asyncio.create_task(live.watch_bluesky()),
    ]
    transcript.heading(narration.tell("demo-begin"))
    transcript.narrate(narration.tell("demo-begin.story"))
    try:
        async for line in typed_lines(lambda: f"{commands.name}> "):
            if piped and line:
                transcript.says(*commands.spoken(line))
            await commands.take(line)
            if commands.ended:
                return
            if piped:
                await _calm(running)
                await live.look_at_bluesky()
    finally:
        for task in watching:
            task.cancel()
        await asyncio.gather(*watching, return_exceptions=True)


async def _calm(running: Rehearsal) -> None:
    """Wait until the relay has nothing to do, or cannot do it."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_LONGEST_WORK):
            while running.relay.pid is not None:
                await running.signal.signal_cli.drained()
                if not await running.relay.is_busy():
                    return
                await asyncio.sleep(_LOOK_AGAIN)


if __name__ == "__main__":
    sys.exit(run_to_end(_demo()))
