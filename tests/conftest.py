"""`--quick` (`make quick`): only tests that start no server, no browser and no process.

Nobody marks a test. It counts as starting something if it is in one of `FOLDERS`, if its module
imports anything from `STARTERS`, or if a fixture that it uses, directly or not, mentions such a
thing. Under `--quick` a test that opens a port or starts a process all the same fails, and says so:
then what it was started with belongs into `STARTERS`.

Where the machine has room in memory, the folders of tests are there: a relay writes every message
to the disk before it goes on, and half of the time of all tests was waiting for that. What a test
says about crashes is the same: a process that is killed loses nothing of what it wrote, wherever.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Generator, Iterable
from functools import cache
from pathlib import Path
from types import FunctionType, ModuleType

import pytest
from hypothesis import settings

pytest_plugins = ["practice_pds"]

STARTERS = (
    "aiohttp.test_utils",
    "aiohttp.web",
    "asyncio.subprocess",
    "chromium",
    "commandforks",
    "dnslib.server",
    "harness",
    "pexpect",
    "playwright",
    "practice.pds",
    "practice.relay_process",
    "practice.server",
    "practice.signal_api",
    "proxies",
    "relay.cli",
    "relay.media",
    "relayprocess",
    "setupterminal",
    "socket",
    "subprocess",
    "webhookserver",
)
"""Modules, with what is in them, whose users start something."""

FOLDERS = (
    "behaviour",
    "containers",
    "deploy",
    "docs",
    "fuzz",
    "kept",
    "practice",
    "relay/backup",
    "relay/cards",
    "relay/delivery",
    "relay/destinations",
    "relay/web",
    "system",
)
"""Where tests play with whole relays or with the outside world, or together take too long."""

QUICK_EXAMPLES = 10
"""How many examples Hypothesis tries under `--quick`, where a test does not say; else it is 100."""

MEMORY = Path("/dev/shm")
ROOM = 4 * 2**30
"""How many bytes must be free in memory: no test may find the disk nearly full."""

_TESTS = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="only tests that start nothing")


def pytest_configure(config: pytest.Config) -> None:
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ROOM:
        os.environ.setdefault("TMPDIR", str(MEMORY))
        tempfile.tempdir = None
    config.addinivalue_line("markers", "starts: starts a server, a browser or a process")
    if config.option.quick:
        sys.addaudithook(_guard)
        settings.register_profile("quick", max_examples=QUICK_EXAMPLES)
        settings.load_profile("quick")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    if config.option.quick and _is_in_folders(collection_path):
        return True
    return None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function) and _starts_something(item):
            item.add_marker(pytest.mark.starts)
    # The longest first: whoever has done its own by then takes from the others' short ones.
    items.sort(key=lambda item: not _is_system_test(item.path))
    if config.option.quick:
        started = [item for item in items if item.get_closest_marker("starts")]
        config.hook.pytest_deselected(items=started)
        items[:] = [item for item in items if not item.get_closest_marker("starts")]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, bool, bool]:
    _guard.armed = item.config.option.quick
    try:
        return (yield)
    finally:
        _guard.armed = False


@cache
def _is_in_folders(path: Path) -> bool:
    return any(path.is_relative_to(_TESTS / folder) for folder in FOLDERS)


def _starts_something(item: pytest.Function) -> bool:
    if _is_in_folders(item.path):
        return True
    if _has_starter(item.module):
        return True
    found = item._fixtureinfo.name2fixturedefs.values()
    return any(_mentions_starter(fixture.func) for fixtures in found for fixture in fixtures)


@cache
def _is_system_test(path: Path) -> bool:
    return path.is_relative_to(_TESTS / "system")


@cache
def _has_starter(module: ModuleType) -> bool:
    return any(map(_is_starter, vars(module).values()))


@cache
def _mentions_starter(function: object) -> bool:
    if not isinstance(function, FunctionType):
        return False
    return any(map(_is_starter, _mentioned(function)))


def _mentioned(function: FunctionType) -> Iterable[object]:
    names = function.__code__.co_names
    return (function.__globals__[name] for name in names if name in function.__globals__)


def _is_starter(value: object) -> bool:
    place = value.__name__ if isinstance(value, ModuleType) else getattr(value, "__module__", "")
    return any(f"{place}.".startswith(f"{starter}.") for starter in STARTERS)


class StartsSomethingError(BaseException):
    """A test of `make quick` opened a port or started a process. No `except Exception` hides it."""


class _Guard:
    armed = False

    def __call__(self, event: str, details: tuple[object, ...]) -> None:
        if not self.armed:
            return
        if event in ("subprocess.Popen", "os.posix_spawn", "os.fork") or (
            event == "socket.bind" and isinstance(details[1], tuple)
        ):
            raise StartsSomethingError(f"{event} {details[1] if len(details) > 1 else ''}")


_guard = _Guard()
