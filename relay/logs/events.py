"""What of our own events may be written down: see `relay.logs` for the rule."""

import re
import sys
from collections.abc import Mapping, MutableMapping
from datetime import date
from enum import Enum
from pathlib import PurePath
from typing import Any

from relay.logs.faults import Told, told
from relay.logs.scrub import Scrubber

WITHHELD = "[withheld]"

TEXT_KEYS = frozenset(
    {
        "action",  # what a delivery does, such as `send`
        "address",  # where our own server listens
        "at",  # a place in the code
        "branch",  # a slug
        "cause",  # why a lane is blocked, such as `captcha`
        "code",  # an error code of the API
        "fault",  # the type of an error
        "handler",  # the name of a handler
        "kind",  # of an envelope, a file, a job
        "lane",  # such as `signal`
        "level",
        "locale",
        "logger",
        "media_type",
        "message",  # the id of a wording, never a message
        "method",  # of HTTP
        "mode",  # of signal-cli-rest-api
        "path",  # of a file of ours, or a route
        "reason",  # of a `DeliveryError`: one line that holds nobody's words
        "route",
        "setting",  # the dotted name of a setting
        "shape",  # of what cannot be read: the name of a field or an exception of signal-cli
        "signal",  # of the operating system
        "state",
        "status",
        "task",  # the name of a coroutine
        "team",  # a slug
        "template",  # a library's constant message
        "version",
        "where",
        "zone",
    }
)
"""The keys whose text is written down. Add one only for text that is never a person's."""

_EVENT = re.compile(r"[a-z][a-z0-9]*([_.-][a-z0-9]+)*")
_LONGEST = 300
_LARGEST = 10**8  # larger numbers are somebody's, or a message's timestamp


class Redaction:
    """The structlog processor that everything passes before it is rendered."""

    def __init__(self, scrub: Scrubber) -> None:
        self._scrub = scrub

    def __call__(
        self, logger: object, method: str, event: MutableMapping[str, Any]
    ) -> Mapping[str, Any]:
        error = _error_in(event.pop("exc_info", None))
        event.pop("stack_info", None)
        clean = {key: self._value(key, value) for key, value in event.items() if key != "event"}
        name = event.get("event")
        known = isinstance(name, str) and _EVENT.fullmatch(name)
        clean["event"] = self._scrub(str(name)) if known else WITHHELD
        if error is not None:
            clean["exception"] = told(error, self._scrub)
        return clean

    def _value(self, key: str, value: object) -> object:
        match value:
            case None | bool():
                return value
            case Enum():
                return self._value(key, value.value)
            case int() | float():
                return value if abs(value) < _LARGEST else "[number]"
            case BaseException():
                return type(value).__name__
            case type():
                return value.__name__
            case date():
                return value.isoformat()
            case Told():
                return str(value)
            case str() | PurePath() if key in TEXT_KEYS:
                return self._text(str(value))
            case list() | tuple() | set() | frozenset():
                return [self._value(key, one) for one in value]
            case _:
                return WITHHELD

    def _text(self, value: str) -> str:
        line = " ".join(self._scrub(value).split())
        return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _error_in(exc_info: object) -> BaseException | None:
    match exc_info:
        case BaseException():
            return exc_info
        case (_, BaseException() as error, _):
            return error
        case True:
            return sys.exc_info()[1]
        case _:
            return None
