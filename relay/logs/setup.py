"""Putting the logs in place, for structlog, `logging`, warnings and everything uncaught."""

import asyncio
import logging
import sys
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any, TextIO

import structlog

from relay.logs.events import Redaction
from relay.logs.foreign import ForeignHandler, stripping
from relay.logs.scrub import Scrubber
from relay.settings import LogSettings

log = structlog.get_logger(__name__)


@contextmanager
def logging_to(stream: TextIO, settings: LogSettings, secrets: Iterable[str]) -> Iterator[None]:
    """Write all logs to `stream` for as long as this lasts; put back what was there afterwards.

    Args:
        stream: usually standard error.
        settings: level and form.
        secrets: every configured secret, in the clear, so that none is ever written.
    """
    scrub = Scrubber(secrets)
    level = logging.getLevelNamesMapping()[settings.level.upper()]
    processors = _processors(scrub, settings)

    def write(event: MutableMapping[str, Any]) -> None:
        rendered: Any = event
        for processor in processors:
            rendered = processor(None, "", rendered)
        stream.write(f"{rendered}\n")
        stream.flush()

    with _structlog(stream, processors, level), _logging(write, scrub, level), _uncaught():
        yield


@contextmanager
def crashes_logged() -> Iterator[None]:
    """End the program with exit code 1 when an exception leaves the block, and log it.

    To be used inside `logging_to`: once that has put everything back, Python would print the
    exception with its text.
    """
    try:
        yield
    except Exception:
        log.critical("crashed", exc_info=True)
        raise SystemExit(1) from None


def watch_loop(loop: asyncio.AbstractEventLoop) -> None:
    """Log what a running loop catches by itself, such as a task that nobody awaits."""

    def handle(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        future = context.get("task") or context.get("future")
        coroutine = future.get_coro() if isinstance(future, asyncio.Task) else None
        log.error(
            "loop_fault",
            task=getattr(coroutine, "__qualname__", None),
            exc_info=context.get("exception"),
        )

    loop.set_exception_handler(handle)


def _processors(scrub: Scrubber, settings: LogSettings) -> list[Any]:
    renderer: Any = structlog.processors.JSONRenderer()
    if settings.format == "console":
        renderer = structlog.dev.ConsoleRenderer(colors=False)
    return [
        Redaction(scrub),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _in_order,
        renderer,
    ]


def _in_order(_: object, __: str, event: MutableMapping[str, Any]) -> dict[str, Any]:
    first = {key: event.pop(key) for key in ("timestamp", "level", "event") if key in event}
    return first | dict(event)


@contextmanager
def _structlog(stream: TextIO, processors: list[Any], level: int) -> Iterator[None]:
    before = structlog.get_config()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            *processors,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(stream),
        cache_logger_on_first_use=False,
    )
    try:
        yield
    finally:
        structlog.configure(**before)


@contextmanager
def _logging(
    write: Callable[[MutableMapping[str, Any]], None], scrub: Scrubber, level: int
) -> Iterator[None]:
    root = logging.getLogger()
    factory, handlers, root_level = logging.getLogRecordFactory(), root.handlers[:], root.level
    complains = logging.raiseExceptions
    logging.setLogRecordFactory(stripping(scrub))
    root.handlers[:] = [ForeignHandler(write, level)]
    root.setLevel(level)
    # A record that cannot be formatted would be printed in full.
    logging.raiseExceptions = False
    try:
        yield
    finally:
        logging.setLogRecordFactory(factory)
        root.handlers[:] = handlers
        root.setLevel(root_level)
        logging.raiseExceptions = complains


@contextmanager
def _uncaught() -> Iterator[None]:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning)

    def crashed(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            log.critical("crashed", exc_info=error.with_traceback(trace))

    def thread_crashed(args: threading.ExceptHookArgs) -> None:
        log.error("thread_crashed", exc_info=args.exc_value)

    def unraisable(args: Any) -> None:
        log.error("unraisable", exc_info=args.exc_value)

    def warned(
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
    ) -> None:
        log.warning("python_warning", kind=category, path=filename, line=lineno)

    sys.excepthook, threading.excepthook = crashed, thread_crashed
    sys.unraisablehook, warnings.showwarning = unraisable, warned
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = before[0], before[1]
        sys.unraisablehook, warnings.showwarning = before[2], before[3]
