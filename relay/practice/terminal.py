"""Reading lines from a person, or from a pipe, while messages are written in between."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable


async def typed_lines(prompt: Callable[[], str]) -> AsyncIterator[str]:
    """Give each line that is typed, until the end of input or Ctrl-C.

    On a terminal what is written meanwhile appears above the line that is being typed.

    Args:
        prompt: what stands before the line; asked before each.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        while line := await asyncio.to_thread(sys.stdin.readline):
            yield line.strip()
        return
    from prompt_toolkit import PromptSession
    from prompt_toolkit.patch_stdout import patch_stdout

    session: PromptSession[str] = PromptSession()
    with patch_stdout():
        while True:
            try:
                line = await session.prompt_async(prompt)
            except (EOFError, KeyboardInterrupt):
                return
            yield line.strip()
