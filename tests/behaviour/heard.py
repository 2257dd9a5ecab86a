"""Which handler took a message. The one module here that knows how the relay chooses."""

from collections.abc import Awaitable, Callable
from typing import Any

from relay.app import Relay

_Runs = Callable[[Any], Awaitable[None]]
_METHODS = ("handle_data_message", "handle_reaction", "handle_remote_delete")


class Heard(list[str]):
    """The names of the handlers that took a message, in order."""

    def __str__(self) -> str:
        return " + ".join(self) or "-"


def listen(relay: Relay) -> Heard:
    """Return a list to which every handler of this relay adds its name when it takes a message.

    Of those that run beside others, whatever the message, it is one that changed something.
    """
    heard = Heard()
    seen: set[int] = set()
    for registration in relay.bot._registrations:
        handler = registration.handler
        if id(handler) in seen:
            continue
        seen.add(id(handler))
        noting = _beside if registration.priority is None else _chosen
        for method in _METHODS:
            if hasattr(handler, method):
                setattr(handler, method, noting(relay, heard, handler, getattr(handler, method)))
    return heard


def _chosen(relay: Relay, heard: Heard, handler: object, runs: _Runs) -> _Runs:
    async def run(context: Any) -> None:
        heard.append(_name(handler))
        await _run(heard, runs, context)

    return run


def _beside(relay: Relay, heard: Heard, handler: object, runs: _Runs) -> _Runs:
    async def run(context: Any) -> None:
        before = relay.store._db.conn.total_changes
        await _run(heard, runs, context)
        if relay.store._db.conn.total_changes > before:
            heard.append(_name(handler))

    return run


async def _run(heard: Heard, runs: _Runs, context: Any) -> None:
    try:
        await runs(context)
    except Exception as error:
        heard.append(f"failed with {type(error).__name__}")
        raise


def _name(handler: object) -> str:
    kind = type(handler)
    return f"{kind.__module__.split('.')[1]}.{kind.__name__}"
