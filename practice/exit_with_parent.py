"""A process that ends when whoever started it is gone, also by `kill -9`.

Its standard input is a pipe whose other end only that process holds: it is closed with it, however
that ends.
"""

import os
import signal
import sys
import threading


def exit_with_parent() -> None:
    """Have this process told to end (SIGTERM) once its standard input is closed."""
    threading.Thread(target=_until_alone, name="exit-with-parent", daemon=True).start()


def _until_alone() -> None:
    # Unbuffered: a buffer's lock, held here, would stop the interpreter from ending.
    while os.read(sys.stdin.fileno(), 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
