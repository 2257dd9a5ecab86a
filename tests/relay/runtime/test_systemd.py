"""The service manager: what it is told, and the socket that it passes."""

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from relay.runtime.systemd import ServiceManager, passed_socket

_TAKE_OVER = """
import os
from relay.runtime.systemd import passed_socket
environ = {"LISTEN_PID": str(os.getpid()), "LISTEN_FDS": "1", "LISTEN_FDNAMES": "web"}
taken = passed_socket(environ, os.getpid())
print(taken.getsockname()[1], os.get_inheritable(taken.fileno()), environ)
"""


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(tmp_path / "notify"))
        listener.settimeout(5)
        yield listener


def test_it_is_told_what_happens(manager: socket.socket) -> None:
    ServiceManager(manager.getsockname()).tell("READY=1", "STATUS=x")
    assert manager.recv(100) == b"READY=1\nSTATUS=x"


def test_an_abstract_address_is_understood() -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(f"\0branch-relay-test-{os.getpid()}")
        listener.settimeout(5)
        ServiceManager(f"@branch-relay-test-{os.getpid()}").tell("READY=1")
        assert listener.recv(100) == b"READY=1"


def test_without_a_manager_or_with_a_deaf_one_nothing_happens(tmp_path: Path) -> None:
    ServiceManager().tell("READY=1")
    ServiceManager(str(tmp_path / "nobody")).tell("READY=1")


async def test_the_watchdog_is_fed_again_and_again(manager: socket.socket) -> None:
    service = ServiceManager(manager.getsockname(), watchdog_s=0.003)
    feeding = asyncio.create_task(service.stay_awake())
    for _ in range(3):
        assert await asyncio.to_thread(manager.recv, 100) == b"WATCHDOG=1"
    feeding.cancel()


@pytest.mark.parametrize(
    ("environ", "watchdog_s"),
    [
        ({}, None),
        ({"WATCHDOG_USEC": "30000000"}, 30.0),
        ({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "7"}, 30.0),
        ({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "8"}, None),
        ({"WATCHDOG_USEC": "soon"}, None),
    ],
)
def test_the_watchdog_is_read(environ: dict[str, str], watchdog_s: float | None) -> None:
    assert ServiceManager.of(environ, 7).watchdog_s == watchdog_s


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"LISTEN_PID": "8", "LISTEN_FDS": "1"},
        {"LISTEN_PID": "7", "LISTEN_FDS": "0"},
        {"LISTEN_PID": "7", "LISTEN_FDS": "x"},
    ],
)
def test_what_was_not_passed_to_us_is_left(environ: dict[str, str]) -> None:
    assert passed_socket(environ, 7) is None
    assert environ == {}


def test_the_socket_that_was_passed_is_taken_over() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        command = f"exec {sys.executable} -c '{_TAKE_OVER}' 3<&{server.fileno()}"
        said = subprocess.run(
            ["bash", "-c", command], pass_fds=[server.fileno()], capture_output=True, check=True
        ).stdout.decode()
        assert said.split() == [str(server.getsockname()[1]), "False", "{}"]
