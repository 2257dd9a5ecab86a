"""The WebSocket readers of `/v1/receive/{number}`: `handleSignalReceive` in src/api/api.go."""

import asyncio
import json
import time

from aiohttp import web

from practice.envelopes import Json


def line_of(notification: Json) -> str:
    """JSON as signal-cli writes it: compact, in UTF-8."""
    return json.dumps(notification, ensure_ascii=False, separators=(",", ":"))


class Reader:
    """One connected reader, which takes a message only while it waits for one.

    Args:
        socket: the connection.
        number: the account whose messages it wants.
        busy: seconds that it is deaf after each message it takes.
    """

    def __init__(self, socket: web.WebSocketResponse, number: str, busy: float) -> None:
        self._socket = socket
        self._number = number
        self._busy = busy
        self._deaf_until = 0.0
        self._pending: Json | None = None
        self._bell = asyncio.Event()

    def offer(self, params: Json) -> bool:
        """Hands over a message if the reader is waiting; otherwise it is gone for this reader."""
        if self._pending is not None or time.monotonic() < self._deaf_until:
            return False
        self._pending = params
        self._bell.set()
        return True

    async def write_on(self) -> None:
        """Writes what it takes to the connection, until the connection ends."""
        while True:
            await self._bell.wait()
            self._bell.clear()
            params = self._pending
            if params is not None and params["account"] == self._number:
                await self._socket.send_str(line_of(params))
            self._deaf_until = time.monotonic() + self._busy
            self._pending = None
