"""The demo as a newcomer starts it: to the page, used over HTTP, and ended by Ctrl-C."""

import asyncio
import os
import re
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest
from leftovers import left_behind, processes_about

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"http://127\.0\.0\.1:[0-9]+/")
SECONDS_TO_THE_PAGE = 60

pytestmark = pytest.mark.timeout(180)


async def begin(folder: Path, *options: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "practice.demo",
        *options,
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(folder)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def lines_to_the_page(process: asyncio.subprocess.Process) -> list[str]:
    assert process.stdout is not None
    said: list[str] = []
    async with asyncio.timeout(SECONDS_TO_THE_PAGE):
        while not (said and ADDRESS.search(said[-1])):
            line = await process.stdout.readline()
            assert line, said
            said.append(line.decode().strip())
    return said


def is_free(address: str) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", urlsplit(address).port or 0)) != 0


async def until_state(
    session: aiohttp.ClientSession, holds: Callable[[dict[str, Any]], bool]
) -> dict[str, Any]:
    """Ask until the page's state is as wanted; the demo is a process of its own."""
    async with asyncio.timeout(60):
        while True:
            async with session.get("/state") as answer:
                state: dict[str, Any] = await answer.json()
            if holds(state):
                return state
            await asyncio.sleep(0.1)


def texts(state: dict[str, Any], phone: str, chat: str) -> str:
    chats = next(one["chats"] for one in state["phones"] if one["id"] == phone)
    found = next(one for one in chats if one["id"] == chat)
    return "\n".join(message["text"] for message in found["messages"])


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
async def test_from_the_start_to_ctrl_c(tmp_path: Path, how: signal.Signals) -> None:
    process = await begin(tmp_path, "--port", "0")
    said = await lines_to_the_page(process)
    assert [line.split()[0] for line in said[:4]] == [
        "Starting",
        "Starting",
        "Inviting",
        "Starting",
    ]
    address = said[-1]
    async with aiohttp.ClientSession(address) as session:

        async def write(phone: str, text: str) -> None:
            async with session.post(f"/phones/{phone}/bot/messages", json={"text": text}) as answer:
                assert answer.status == 200

        await write("alex", "announce Come along")
        await until_state(
            session, lambda state: "Nothing has been posted" in texts(state, "alex", "bot")
        )
        await write("alex", "yes")
        state = await until_state(
            session,
            lambda state: "Come along" in texts(state, "mo", "board") and state["feed"]["posts"],
        )
        assert state["feed"]["posts"][0]["text"] == "Come along"
        assert processes_about(tmp_path) != []
        # An open page must not keep it from ending.
        async with session.get("/events"):
            process.send_signal(how)
            out, trouble = await process.communicate()

    assert (process.returncode, trouble.decode()) == (0, "")
    assert "nothing is left behind" in out.decode()
    assert left_behind(tmp_path) == []
    assert is_free(address)


async def test_ctrl_c_twice_while_it_starts_leaves_nothing_behind(tmp_path: Path) -> None:
    process = await begin(tmp_path, "--port", "0")
    assert process.stdout is not None
    while "Inviting" not in (await process.stdout.readline()).decode():
        assert process.returncode is None
    process.send_signal(signal.SIGINT)
    process.send_signal(signal.SIGINT)
    out, trouble = await process.communicate()
    assert (process.returncode, trouble.decode()) == (0, "")
    assert "nothing is left behind" in out.decode()
    assert left_behind(tmp_path) == []


async def test_a_port_that_is_taken_is_said_before_anything_starts(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = await begin(tmp_path, "--port", str(taken.getsockname()[1]))
        out, trouble = await process.communicate()
    assert (process.returncode, out.decode()) == (1, "")
    assert "is in use. Leave out --port" in trouble.decode()
    assert left_behind(tmp_path) == []


async def test_two_that_start_together_each_have_a_port(tmp_path: Path) -> None:
    """Without `--port`, which a newcomer leaves out."""
    both = [await begin(tmp_path), await begin(tmp_path)]
    try:
        said = await asyncio.gather(*map(lines_to_the_page, both))
        assert said[0][-1] != said[1][-1]
    finally:
        for process in both:
            process.send_signal(signal.SIGINT)
        await asyncio.gather(*(process.communicate() for process in both))
    assert left_behind(tmp_path) == []


async def test_a_closed_terminal_leaves_nothing_behind(tmp_path: Path) -> None:
    process = await begin(tmp_path, "--port", "0")
    await lines_to_the_page(process)
    process.send_signal(signal.SIGHUP)
    _, trouble = await process.communicate()
    assert (process.returncode, trouble.decode()) == (0, "")
    assert left_behind(tmp_path) == []


async def test_killed_it_leaves_no_process_and_its_folder_only_until_the_next(
    tmp_path: Path,
) -> None:
    process = await begin(tmp_path, "--port", "0")
    await lines_to_the_page(process)
    process.kill()
    await process.communicate()
    async with asyncio.timeout(30):
        while processes_about(tmp_path):  # noqa: ASYNC110 - they are nobody's children any more
            await asyncio.sleep(0.1)
    [orphan] = left_behind(tmp_path)
    following = await begin(tmp_path, "--port", "0")
    await lines_to_the_page(following)
    assert orphan not in left_behind(tmp_path)
    following.send_signal(signal.SIGTERM)
    await following.communicate()
    assert left_behind(tmp_path) == []


async def test_others_are_told_in_the_terminal_and_on_the_page_that_it_is_practice(
    tmp_path: Path,
) -> None:
    process = await begin(tmp_path, "--port", "0", "--listen", "0.0.0.0")  # noqa: S104
    said = await lines_to_the_page(process)
    try:
        async with aiohttp.ClientSession(said[-1]) as session:
            state = await until_state(session, lambda state: bool(state["phones"]))
        assert "Other devices in this network can open it" in state["practice_url_note"]
    finally:
        process.send_signal(signal.SIGINT)
        out, _ = await process.communicate()
    assert "This is practice" in out.decode()
    assert "on this machine alone" not in out.decode()
    assert left_behind(tmp_path) == []


async def test_only_a_number_names_where_to_listen(tmp_path: Path) -> None:
    process = await begin(tmp_path, "--listen", "everywhere.example")
    _, trouble = await process.communicate()
    assert process.returncode == 2
    assert "expected an IP address" in trouble.decode()
