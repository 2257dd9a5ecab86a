"""Opening a file in a process of its own, which ends with it.

One process a file: nothing of one person's file is left when the next one is opened, and the
relay, which runs for months, never loads a decoder.

Two run at a time at most, in two lanes. Every file has its turn in the first one, for a few
seconds, which nearly all need no more of. What takes longer is ended, and begun anew in the second
lane, where slow files wait for each other and keep nobody else waiting. Within a lane files come in
the order in which they were asked for; as the relay fetches one of each sender at a time, that is
everybody in turn.
"""

import asyncio
import contextlib
import json
import signal
import sys
from asyncio import AbstractEventLoop, Lock
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass, field
from weakref import WeakKeyDictionary

from relay.media.cleaning import CleanFile, Wanted
from relay.media.errors import MediaError
from relay.media.worker import MAX_RESULT, MAX_SECONDS

_PATIENCE = MAX_SECONDS * 2
"""Seconds on the clock after which a file is given up: others may have kept the processor busy."""
_QUICK = 10.0
"""Seconds on the clock of a first turn. A picture of 48 million pixels takes two."""
_LONGEST_ANSWER = MAX_RESULT + 4096
"""Bytes: a process that a file has taken over might write for ever."""
_WORKER = (sys.executable, "-I", "-m", "relay.media.worker")
# Nothing of the relay's own, which may hold its secrets. Each arena of the C library takes 64 MB of
# the address space that is counted, and it would make eight of them for each processor.
_ENVIRONMENT = {"MALLOC_ARENA_MAX": "2"}
_OUT_OF_TIME = frozenset({-signal.SIGXCPU, -signal.SIGKILL})


@dataclass(frozen=True)
class _Lanes:
    quick: Lock = field(default_factory=Lock)
    slow: Lock = field(default_factory=Lock)


_LANES: WeakKeyDictionary[AbstractEventLoop, _Lanes] = WeakKeyDictionary()


async def cleaned(data: bytes, wanted: Wanted) -> CleanFile:
    """Return a file without what is hidden in it; see `clean_file`.

    Raises:
        MediaError: it is not taken, with the reason. What took too much memory or time is
            `too_complex`, what ended the process `damaged`.
        OSError: no process can be started.
    """

    async def at_hand() -> bytes:
        return data

    return await fetched_and_cleaned(at_hand, wanted)


async def fetched_and_cleaned(fetch: Callable[[], Awaitable[bytes]], wanted: Wanted) -> CleanFile:
    """Return a file without what is hidden in it, fetched once there is room for it.

    Args:
        fetch: returns the file. Called once more if it takes long: many may wait, and the relay
            holds none of those.
        wanted: see `Wanted`.

    Raises:
        MediaError: see `cleaned`.
        OSError: see `cleaned`.
        Exception: what `fetch` raises.
    """
    lanes = _LANES.setdefault(asyncio.get_running_loop(), _Lanes())
    async with lanes.quick:
        with contextlib.suppress(TimeoutError):
            return await _in_process(await fetch(), wanted, _QUICK)
    async with lanes.slow:
        data = await fetch()
        try:
            return await _in_process(data, wanted, _PATIENCE)
        except TimeoutError:
            raise MediaError("too_complex") from None


async def _in_process(data: bytes, wanted: Wanted, seconds: float) -> CleanFile:
    """Clean a file in a process of its own.

    Raises:
        TimeoutError: it takes longer than that.
        MediaError: see `cleaned`.
        OSError: see `cleaned`.
    """
    process = await asyncio.create_subprocess_exec(
        *_WORKER,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env=_ENVIRONMENT,
        cwd="/",
    )
    try:
        async with asyncio.timeout(seconds):
            told = await _ask(process, json.dumps(asdict(wanted)).encode() + b"\n" + data)
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()
    if process.returncode != 0:
        raise MediaError("too_complex" if process.returncode in _OUT_OF_TIME else "damaged")
    described, _, clean = told.partition(b"\n")
    answer = json.loads(described)
    if "refused" in answer:
        raise MediaError(answer["refused"])
    return CleanFile(clean, **answer)


async def _ask(process: asyncio.subprocess.Process, question: bytes) -> bytes:
    """Hand in a question, and return what was answered until the process ended.

    Raises:
        MediaError: `too_complex`: it answers without an end.
    """
    if process.stdin is None or process.stdout is None:
        raise OSError("no pipes to the process")
    process.stdin.write(question)
    # What was handed in goes out first.
    process.stdin.close()
    told = bytearray()
    while piece := await process.stdout.read(1024 * 1024):
        told += piece
        if len(told) > _LONGEST_ANSWER:
            raise MediaError("too_complex")
    await process.wait()
    return bytes(told)
