"""The service itself and its files: what never goes through signal-cli's connection."""

import asyncio
import contextlib

from aiohttp import WSMsgType, web

from practice.attachments import sniff
from practice.readers import Reader
from practice.rest.call import Body, Call, Denied, answer, dumps, empty

_LEVELS = ("debug", "info", "error", "warn")
_NO_UPGRADE = (
    "websocket: the client is not using the websocket protocol:"
    " 'upgrade' token not found in 'Connection' header"
)


class LoggingBody(Body):
    """The logging part of the configuration; its key begins with a capital letter."""

    Level: str | None = None


class ConfigurationBody(Body):
    """The body of POST /v1/configuration."""

    logging: LoggingBody | None = None


class TrustModeBody(Body):
    """The body of POST /v1/configuration/{number}/settings."""

    trust_mode: str | None = None


async def about(call: Call) -> web.Response:
    """GET /v1/about."""
    return answer(
        200,
        {
            "versions": ["v1", "v2"],
            "build": 2,
            "mode": "json-rpc",
            "version": call.signal_cli.tuning.release,
            "capabilities": {"v2/send": ["quotes", "mentions"]},
        },
    )


async def health(call: Call) -> web.Response:
    """GET /v1/health."""
    return empty()


async def show_configuration(call: Call) -> web.Response:
    """GET /v1/configuration."""
    return answer(200, {"logging": {"Level": call.signal_cli.log_level}})


async def set_configuration(call: Call) -> web.Response:
    """POST /v1/configuration; the level is checked and shown again."""
    body = call.body(ConfigurationBody)
    level = body.logging.Level if body.logging else None
    if level and level not in _LEVELS:
        raise Denied("Couldn't set log level - invalid log level")
    call.signal_cli.log_level = level or call.signal_cli.log_level
    return empty()


async def show_trust_mode(call: Call) -> web.Response:
    """GET /v1/configuration/{number}/settings."""
    return answer(200, {"trust_mode": call.world.trust})


async def set_trust_mode(call: Call) -> web.Response:
    """POST /v1/configuration/{number}/settings: never possible in JSON-RPC mode."""
    if call.body(TrustModeBody).trust_mode not in ("on-first-use", "always", "never"):
        raise Denied("Invalid trust mode")
    raise Denied("Couldn't set trust mode")


async def list_attachments(call: Call) -> web.Response:
    """GET /v1/attachments."""
    return answer(200, call.world.attachments.names())


async def serve_attachment(call: Call) -> web.Response:
    """GET /v1/attachments/{attachment}; the content type is found by looking at the bytes."""
    data = call.world.attachments.read(call.part("attachment"))
    if data is None:
        raise Denied("No attachment with that name found", 404)
    return web.Response(body=data, headers={"Content-Type": sniff(data)[0]})


async def remove_attachment(call: Call) -> web.Response:
    """DELETE /v1/attachments/{attachment}."""
    if call.world.attachments.remove(call.part("attachment")) is None:
        raise Denied("No attachment with that name found", 404)
    return empty()


async def receive(call: Call) -> web.StreamResponse:
    """GET /v1/receive/{number}: a WebSocket on which messages arrive while somebody waits."""
    socket = web.WebSocketResponse(heartbeat=None, autoping=True)
    if not socket.can_prepare(call.request):
        text = "Bad Request\n" + dumps({"error": _NO_UPGRADE})
        return web.Response(status=400, text=text)
    await socket.prepare(call.request)
    signal_cli = call.signal_cli
    reader = Reader(socket, call.number, signal_cli.tuning.reader_busy)
    signal_cli.readers.add(reader)
    writing = asyncio.create_task(reader.write_on())
    try:
        async for frame in socket:
            if frame.type is WSMsgType.ERROR:
                break
    finally:
        signal_cli.readers.discard(reader)
        writing.cancel()
        with contextlib.suppress(asyncio.CancelledError, ConnectionError):
            await writing
    return socket
