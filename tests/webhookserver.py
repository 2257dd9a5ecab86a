"""A server on loopback that takes webhooks, or fails at it in every way that there is.

It speaks HTTP by hand, because most of its ways of failing are none that a server library offers.
"""

import asyncio
import base64
import json
import ssl
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from standardwebhooks import Webhook

SECRET = "whsec_" + base64.b64encode(b"a-practice-signing-secret-of-it").decode()


@dataclass(frozen=True)
class Call:
    """One request."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        """By which a message is known."""
        return self.headers["webhook-id"]

    @property
    def message(self) -> dict[str, Any]:
        """What it says."""
        said: dict[str, Any] = json.loads(self.body)
        return said

    def is_signed_with(self, secret: str) -> bool:
        """Whether one of its signatures is that of the published library, an independent one."""
        sent = datetime.fromtimestamp(int(self.headers["webhook-timestamp"]), UTC)
        wanted = Webhook(secret).sign(self.id, sent, self.body.decode())
        return wanted in self.headers["webhook-signature"].split()


Way = Callable[["WebhookServer", asyncio.StreamWriter], Any]
"""Answers one request, or does not."""


@dataclass
class WebhookServer:
    """What was called, and how the next calls are answered: the given ways first, then 204."""

    url: str = ""
    calls: list[Call] = field(default_factory=list)
    ways: deque[Way] = field(default_factory=deque)
    called: asyncio.Condition = field(default_factory=asyncio.Condition)

    @property
    def messages(self) -> list[dict[str, Any]]:
        """What was said, in order."""
        return [call.message for call in self.calls]

    async def nth(self, count: int) -> Call:
        """Wait until there were so many calls; return the last of them."""
        async with self.called:
            await self.called.wait_for(lambda: len(self.calls) >= count)
        return self.calls[count - 1]

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Read one request and answer it."""
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            method, path, _ = head[0].split()
            headers = {
                name.lower(): value.strip()
                for name, _, value in (line.partition(":") for line in head[1:] if line)
            }
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            way = self.ways.popleft() if self.ways else answer(204)
            self.calls.append(Call(method, path, headers, body))
            async with self.called:
                self.called.notify_all()
            await way(self, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


def answer(status: int, body: bytes = b"", **headers: str) -> Way:
    """Answer as a server does."""

    async def way(_: WebhookServer, writer: asyncio.StreamWriter) -> None:
        lines = [f"HTTP/1.1 {status} Whatever", f"Content-Length: {len(body)}"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
        await writer.drain()

    return way


def raw(data: bytes) -> Way:
    """Answer with these bytes and close the connection."""

    async def way(_: WebhookServer, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()

    return way


def unending(data: bytes) -> Way:
    """Answer with these bytes and leave the connection open for as long as the caller does."""

    async def way(_: WebhookServer, writer: asyncio.StreamWriter) -> None:
        writer.write(data)
        await writer.drain()
        await writer.wait_closed()

    return way


@asynccontextmanager
async def webhook_server(tls: ssl.SSLContext | None = None) -> AsyncIterator[WebhookServer]:
    """Run a server for as long as the block lasts."""
    there = WebhookServer()
    server = await asyncio.start_server(there.take, "127.0.0.1", 0, ssl=tls)
    port = server.sockets[0].getsockname()[1]
    there.url = f"{'https' if tls else 'http'}://127.0.0.1:{port}/hooks/relay"
    try:
        yield there
    finally:
        server.close()
