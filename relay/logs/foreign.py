"""The logs of the libraries below us, stripped at the moment a record is made.

A library may bring handlers of its own (signalbot adds one whenever a bot is made), so stripping
what reaches our handler would not be enough. `logging.setLogRecordFactory` is the one place that
every record of every logger passes.
"""

import logging
import sys
from collections.abc import Callable, MutableMapping
from types import FrameType
from typing import Any

from relay.logs.faults import told
from relay.logs.scrub import Scrubber

# signalbot's INFO line with the whole envelope; not even its template is worth a line.
_RAW_MESSAGE = "[Raw Message]"
_NO_TEMPLATE = "library"
_SHORTEST_TEMPLATE = 8
_FRAMES_SEARCHED = 12

Factory = Callable[..., logging.LogRecord]


def stripping(scrub: Scrubber) -> Factory:
    """A record factory whose records hold no data: no arguments, no exception, no f-string."""

    def make(
        name: str,
        level: int,
        pathname: str,
        line: int,
        message: object,
        args: object,
        exc_info: Any,
        function: str | None = None,
        stack: str | None = None,
        **_: object,
    ) -> logging.LogRecord:
        _drop_own_handlers(name)
        template = _constant(message, pathname, line) or _NO_TEMPLATE
        record = logging.LogRecord(name, level, pathname, line, template, (), None, function)
        error = exc_info[1] if isinstance(exc_info, tuple) else None
        if error is not None:
            record.exc_text = told(error, scrub)
        return record

    return make


class ForeignHandler(logging.Handler):
    """The only handler: hands a stripped record on as an event.

    Args:
        write: takes an event with its level, as structlog's processors make them.
        level: the least level that is written; libraries are silent below `warning` unless
            it is `debug`.
    """

    def __init__(self, write: Callable[[MutableMapping[str, Any]], None], level: int) -> None:
        super().__init__(level)
        self._write = write
        self.addFilter(lambda record: _RAW_MESSAGE not in str(record.msg))
        if level > logging.DEBUG:
            self.setLevel(max(level, logging.WARNING))

    def emit(self, record: logging.LogRecord) -> None:
        event: dict[str, Any] = {
            "event": "library",
            "level": record.levelname.lower(),
            "logger": record.name,
            "at": f"{record.module}:{record.lineno} {record.funcName}",
        }
        if record.msg != _NO_TEMPLATE:
            event["template"] = record.msg
        if record.exc_text:
            event["exception"] = record.exc_text
        self._write(event)


def _drop_own_handlers(name: str) -> None:
    logger = logging.Logger.manager.loggerDict.get(name)
    while isinstance(logger, logging.Logger) and logger.parent is not None:
        logger.handlers.clear()
        logger = logger.parent


def _constant(message: object, pathname: str, line: int) -> str | None:
    """`message`, if the function that logs it has it written in its code as it stands."""
    if not isinstance(message, str) or len(message) < _SHORTEST_TEMPLATE or " " not in message:
        return None
    frame: FrameType | None = sys._getframe(2)
    for _ in range(_FRAMES_SEARCHED):
        if frame is None:
            return None
        if frame.f_lineno == line and frame.f_code.co_filename == pathname:
            return message if message in frame.f_code.co_consts else None
        frame = frame.f_back
    return None
