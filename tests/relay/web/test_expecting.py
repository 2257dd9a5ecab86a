"""What is expected, and cannot be."""

import asyncio

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from relay.web.expecting import expected


async def _answer(request: web.Request) -> web.Response:
    return web.Response(body=await request.read())


@pytest.mark.parametrize(
    ("header", "begins", "repeats"),
    [
        (b"100-Continue", b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK", True),
        (b"<b>tea</b>", b"HTTP/1.1 417 ", False),
        (b"\x80", b"HTTP/1.1 417 ", False),
    ],
)
async def test_only_a_body_can_be_expected(header: bytes, begins: bytes, repeats: bool) -> None:
    application = web.Application()
    application.router.add_post("/", _answer, expect_handler=expected)
    async with TestServer(application) as server:
        reader, writer = await asyncio.open_connection(server.host, server.port)
        writer.write(b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 4\r\n")
        writer.write(b"Expect: " + header + b"\r\n\r\ntea!")
        answer = await asyncio.wait_for(reader.read(), 5)
        writer.close()
    assert answer.startswith(begins)
    assert (b"tea" in answer) is repeats
