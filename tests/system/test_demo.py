"""The demo as a newcomer uses it: with a pipe, at a terminal, and ended by Ctrl-C."""

import asyncio
import os
import pty
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "relay.practice.demo")
ESCAPES = re.compile(rb"\x1b(\[[0-9;?]*[A-Za-z]|\][^\x07]*\x07|[=>()][A-Z0-9]?)")


def environment(folder: Path) -> dict[str, str]:
    return os.environ | {"TMPDIR": str(folder), "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"}


def empty_folder(parent: Path) -> Path:
    folder = parent / "temporary"
    folder.mkdir()
    return folder


async def played(folder: Path, *lines: str) -> str:
    process = await asyncio.create_subprocess_exec(
        *COMMAND,
        cwd=ROOT,
        env=environment(folder),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, trouble = await process.communicate("\n".join(lines).encode())
    assert process.returncode == 0, trouble.decode()
    return out.decode()


def in_order(text: str, *pieces: str) -> None:
    position = 0
    for piece in pieces:
        found = text.find(piece, position)
        assert found >= 0, f"{piece!r} is missing after {text[max(0, position - 200) : position]!r}"
        position = found + len(piece)


async def test_a_story_from_a_pipe(tmp_path: Path) -> None:
    folder = empty_folder(tmp_path)
    picture = tmp_path / "poster.png"
    Image.new("RGB", (60, 40), "red").save(picture)

    text = await played(
        folder,
        f"/file {picture} announce Come along",
        "A red square",
        "/react 👍",
        "@mo help",
        "/kill",
        "@mo Anybody there?",
        "/start",
        "/captcha",
        "announce Again",
        "/status",
        "captcha signalcaptcha://practice.solved-by-a-person",
        "yes",
        "/reply Great!",
        "/bluesky",
        "/group board",
        "/nonsense",
        "/quit",
    )

    in_order(
        text,
        "Ready: you hold everybody’s phone",
        "bot to Alex | Please describe the picture",
        "In the group “Hackney announcements”, on the phones of Alex, Bea, Mo, Sam:",
        "Branch bot: Come along",
        "(with a picture, described as: A red square)",
        "bot to Mo | I post what the branch announces",
        "The relay is killed.",
        "The relay runs again.",
        "Lane signal is blocked. Signal wants a captcha",
        "Branch bot: Again",
        "@neighbour.test: Great!",
        "3 posts stand on Bluesky.",
        "There is no /nonsense here.",
        "Everything is stopped",
    )
    assert text.count("bot to Mo |") == 2
    assert "\x1b" not in text
    assert list(folder.iterdir()) == []


async def test_a_report_from_a_pipe(tmp_path: Path) -> None:
    text = await played(
        empty_folder(tmp_path),
        "@rio report",
        "@rio 1",
        "@rio 1",
        "@rio It happened on Monday.",
        "@rio done",
        "@rio send",
        "@una",
        "/quote Thank you for telling us.",
        "@vic cases",
        "/quit",
    )

    in_order(
        text,
        " Rio | report",
        "bot to Una | A new report has come",
        "It happened on Monday.",
        "bot to Rio | From the team, about",
        "Thank you for telling us.",
        "bot to Vic | You have no case that is open.",
    )


class Terminal:
    """A program at a terminal of its own."""

    def __init__(self, screen: int, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self._screen = screen
        self._shown = b""
        self._changed = asyncio.Event()
        asyncio.get_running_loop().add_reader(screen, self._read)

    def _read(self) -> None:
        try:
            self._shown += os.read(self._screen, 65536)
        except OSError:
            asyncio.get_running_loop().remove_reader(self._screen)
        self._changed.set()

    def type(self, text: str) -> None:
        os.write(self._screen, text.encode())

    async def shows(self, text: str) -> None:
        async with asyncio.timeout(60):
            while text not in ESCAPES.sub(b"", self._shown).decode(errors="replace"):
                self._changed.clear()
                await self._changed.wait()


@contextmanager
def terminal() -> Iterator[tuple[int, int]]:
    screen, keyboard = pty.openpty()
    try:
        yield screen, keyboard
    finally:
        asyncio.get_running_loop().remove_reader(screen)
        os.close(screen)


async def test_a_story_at_a_terminal_that_ends_with_ctrl_c(tmp_path: Path) -> None:
    folder = empty_folder(tmp_path)
    with terminal() as (screen, keyboard):
        process = await asyncio.create_subprocess_exec(
            *COMMAND,
            cwd=ROOT,
            env=environment(folder),
            stdin=keyboard,
            stdout=keyboard,
            stderr=keyboard,
            start_new_session=True,
        )
        os.close(keyboard)
        at = Terminal(screen, process)
        await at.shows("alex>")
        at.type("help\r")
        await at.shows("bot to Alex | You look after Hackney branch.")
        at.type("@bea\r")
        await at.shows("bea>")
        at.type("\x03")
        await at.shows("Everything is stopped, and nothing is left behind.")
        assert await process.wait() == 0
    assert list(folder.iterdir()) == []
