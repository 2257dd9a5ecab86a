"""What goes over the connection between signal-cli and its API server, and what became of it."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from practice.envelopes import Json
from practice.refusals import Refusal


@dataclass
class Counters:
    """What became of received messages and of the server."""

    received: int = 0
    offered: int = 0
    dropped: int = 0
    lost_in_crash: int = 0
    crashes: list[str] = field(default_factory=list)


@dataclass
class Answer:
    """The answer to a call, on its way."""

    future: asyncio.Future[Any]
    id: str
    value: Any = None
    refusal: Refusal | None = None

    @property
    def line(self) -> Json:
        """The JSON-RPC answer."""
        if self.refusal:
            return {"jsonrpc": "2.0", "error": self.refusal.as_json, "id": self.id}
        return {"jsonrpc": "2.0", "result": self.value, "id": self.id}


@dataclass(frozen=True)
class ScriptedAnswer:
    """What signal-cli answers to the next call, whatever it would have done.

    Args:
        answer: `{"result": …}` or `{"error": {"code", "message", "data"}}`; None is no answer.
    """

    answer: Json | None
