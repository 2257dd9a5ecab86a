"""The call outside says that all is well or that it is not, and nothing else."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from canaries import leaks
from certificates import certificate
from harness.running import branch, relay_harness

from relay.logs import logging_to
from relay.settings import LogSettings
from relay.watch import Pinger

MARK = "canary-ping-7f3a"
EVERY = timedelta(minutes=5)


class Service:
    """What watches for the calls, and remembers each as it came over the wire."""

    def __init__(self) -> None:
        self.calls: list[bytes] = []
        self.called = asyncio.Event()
        self.answer = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK"
        self.url = ""

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.calls.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(self.answer)
        await writer.drain()
        writer.close()
        self.called.set()


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    outside = Service()
    server = await asyncio.start_server(outside.take, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        outside.url = f"http://127.0.0.1:{port}/{MARK}"
        yield outside


async def test_the_call_holds_nothing_but_the_address(service: Service) -> None:
    ping = Pinger(service.url, lambda: True, EVERY)
    assert await ping.ping()
    [call] = service.calls
    line, host, *rest = call.decode().split("\r\n")
    assert line == f"GET /{MARK} HTTP/1.1"
    assert host.startswith("Host: 127.0.0.1:")
    assert [header for header in rest if header] == []
    assert ping.heard is True


async def test_a_relay_that_is_not_well_says_so(service: Service) -> None:
    assert await Pinger(service.url, lambda: False, EVERY).ping()
    assert service.calls[0].startswith(f"GET /{MARK}/fail HTTP/1.1\r\n".encode())


async def test_a_redirection_is_not_followed(service: Service) -> None:
    service.answer = (
        f"HTTP/1.1 302 Found\r\nLocation: {service.url}/elsewhere\r\nContent-Length: 0\r\n\r\n"
    ).encode()
    ping = Pinger(service.url, lambda: True, EVERY)
    assert not await ping.ping()
    assert len(service.calls) == 1
    assert ping.heard is False


@pytest.mark.parametrize("answer", [b"", b"no HTTP at all\r\n\r\n", b"HTTP/1.1 500 No\r\n\r\n"])
async def test_whatever_is_answered_disturbs_nothing(service: Service, answer: bytes) -> None:
    service.answer = answer
    assert not await Pinger(service.url, lambda: True, EVERY).ping()


async def test_nobody_there_disturbs_nothing_and_the_log_does_not_hold_the_address() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = StringIO()
    url = f"http://127.0.0.1:{port}/{MARK}"
    with logging_to(log, LogSettings(), secrets=[url]):
        assert not await Pinger(url, lambda: True, EVERY).ping()
    assert "ping_failed" in log.getvalue()
    assert leaks(log.getvalue(), {"ping": MARK}) == []


async def test_a_fault_of_ours_disturbs_nothing(service: Service) -> None:
    def broken() -> bool:
        raise ZeroDivisionError(MARK)

    log = StringIO()
    with logging_to(log, LogSettings(), secrets=[]):
        ping = Pinger(service.url, broken, EVERY)
        assert not await ping.ping()
    assert "ping_fault" in log.getvalue()
    assert leaks(log.getvalue(), {"ping": MARK}) == []
    assert service.calls == []


async def test_a_certificate_that_nobody_vouches_for_is_not_told_the_address(
    tmp_path: Path,
) -> None:
    called: list[bytes] = []

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        called.append(await reader.read(1))
        writer.close()

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate(tmp_path, until=datetime.now(UTC) + timedelta(days=30)))
    server = await asyncio.start_server(take, "127.0.0.1", 0, ssl=context)
    async with server:
        port = server.sockets[0].getsockname()[1]
        assert not await Pinger(f"https://localhost:{port}/{MARK}", lambda: True, EVERY).ping()
    assert called == []


async def test_it_calls_again_and_again(service: Service) -> None:
    soon = timedelta(milliseconds=1)
    running = asyncio.create_task(Pinger(service.url, lambda: True, soon, soon).run())
    try:
        for _ in range(3):
            async with asyncio.timeout(10):
                await service.called.wait()
            service.called.clear()
    finally:
        running.cancel()
    assert len(service.calls) >= 3


async def test_a_whole_relay_that_is_well_and_then_is_not(tmp_path: Path, service: Service) -> None:
    async with relay_harness(tmp_path) as on_stage:
        on_stage.more_settings["watch_ping_url"] = service.url
        hackney = branch("hackney", on_stage.alex, groups=[on_stage.group("Board")])
        async with on_stage.running(hackney):
            await on_stage.settle()
            ping = on_stage.relay.ping
            assert ping is not None
            assert await ping.ping()
            on_stage.clock.move(timedelta(minutes=11))
            assert await ping.ping()
    assert [call.split()[1].decode() for call in service.calls] == [f"/{MARK}", f"/{MARK}/fail"]


async def test_without_an_address_nobody_is_called(tmp_path: Path) -> None:
    async with relay_harness(tmp_path) as on_stage:
        hackney = branch("hackney", on_stage.alex, groups=[on_stage.group("Board")])
        async with on_stage.running(hackney):
            assert on_stage.relay.ping is None
