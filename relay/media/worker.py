"""The process in which one file is opened: `python -m relay.media.worker`.

Decoders read what strangers made. Here they have no secret to read and nothing to write; before the
first byte is looked at, the process gives up opening any file or connection. A file that takes too
much memory or time, or that ends the process, costs nothing but itself. What they took is given
back whole when it ends.

Standard input: a line of JSON, the fields of `Wanted`, then the file. Standard output: a line of
JSON, then the cleaned file.
"""

import contextlib
import json
import os
import resource
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from relay.media.cleaning import Accepted, Made, Papers, Wanted, clean_file
from relay.media.decoders import load_decoders, load_prints
from relay.media.errors import MediaError
from relay.media.kinds import kind_of

MAX_MEMORY = 768 * 1024 * 1024
"""Bytes of address space. Measured for 48 million pixels: HEIC 467 MB, AVIF 496 MB, PNG 454 MB, a
progressive JPEG 432 MB. What the relay has beside it still fits into `MemoryMax` of
deploy/systemd/branch-relay.service: two of them run at a time at most."""
MAX_SECONDS = 120
"""Of one processor. An hour of sound takes some 15 on a small one."""
MAX_RESULT = 40 * 1024 * 1024
"""Bytes of a cleaned file. A paper of a few kilobytes can hold photographs that are hundreds of
megabytes once one layer of packing is off, and the relay would have to hold and send them."""
_LOWER_PRIORITY = 10


def main() -> int:
    """Clean the file on standard input."""
    _confine()
    told = sys.stdin.buffer.readline()
    data = sys.stdin.buffer.read()
    try:
        wanted = json.loads(told)
        wanted |= {"accepted": Accepted(wanted["accepted"]), "papers": Papers(wanted["papers"])}
        wanted |= {"made": Made(wanted["made"])}
        load_decoders(kind_of(data))
        if wanted["made"] is Made.PRINTS:
            load_prints()
        _shut()
        clean = clean_file(data, Wanted(**wanted))
    except MediaError as error:
        return _answer({"refused": error.code})
    except MemoryError:
        return _answer({"refused": "too_complex"})
    if len(clean.data) > MAX_RESULT:
        return _answer({"refused": "too_complex"})
    described = asdict(clean)
    return _answer(described, described.pop("data"))


def _confine() -> None:
    """Give up what opening a file does not need."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    with contextlib.suppress(OSError):
        os.nice(_LOWER_PRIORITY)
    with contextlib.suppress(OSError):
        # Where memory runs out all the same, this is what ends, and not the relay.
        Path("/proc/self/oom_score_adj").write_text("1000")
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _shut() -> None:
    """Give up opening anything: no file, no socket, no pipe. What is open stays so.

    Every descriptor would have a number of 0 or more (getrlimit(2), RLIMIT_NOFILE).
    """
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _answer(told: dict[str, Any], data: bytes = b"") -> int:
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n")
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
