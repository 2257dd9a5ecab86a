"""`relay reload`: let the running relay read its settings again, after a look at them.

It sends SIGHUP to the process itself. `docker compose kill -s HUP` does so too, but Docker takes
any kill for the end that somebody wants: it does not start that container again when it dies later.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import aiohttp
import click

from relay.cli._settings import WORDS, config_option, settings_or_exit
from relay.language.words import Words
from relay.settings import Settings

_TIMEOUT = aiohttp.ClientTimeout(total=5)
_PATIENCE = 120.0
"""Seconds; a message that is being sent may take a minute to end."""
_STEP = 0.1
_PROCESSES = Path("/proc")


@click.command(help=WORDS.say("reload-help"))
@config_option
def command(config: Path) -> None:
    """See the wording `reload-help`."""
    settings = settings_or_exit(config)
    words = Words(settings.locale, settings.wording.folder)
    found = list(processes(config, _PROCESSES))
    if not found:
        sys.exit(words.say("reload-nobody"))
    wording = asyncio.run(_reload(settings, found))
    click.echo(words.say(wording), err=wording != "reload-done")
    sys.exit(wording != "reload-done")


def processes(config: Path, folder: Path) -> Iterator[int]:
    """Yield the ids of the processes that run a relay with these settings.

    Args:
        config: the settings file.
        folder: where Linux shows processes; see proc(5).
    """
    for process in folder.iterdir():
        if process.name.isdigit():
            with suppress(OSError):
                words = (process / "cmdline").read_bytes().decode(errors="replace").split("\0")
                named = _config_in(words)
                if named is not None and (process / "cwd").resolve().joinpath(named).samefile(
                    config
                ):
                    yield int(process.name)


def _config_in(words: list[str]) -> str | None:
    """The settings of `… relay run … --config FILE`, or None for any other command."""
    programs = [number for number, word in enumerate(words) if Path(word).name == "relay"]
    for number in programs:
        rest = words[number + 1 :]
        if rest[:1] == ["run"]:
            for word, following in zip(rest, [*rest[1:], ""], strict=True):
                if word == "--config":
                    return following
                if word.startswith("--config="):
                    return word.removeprefix("--config=")
    return None


async def _reload(settings: Settings, found: list[int]) -> str:
    """Tell them, and wait until they have read their settings; return the wording that says so."""
    async with aiohttp.ClientSession(timeout=_TIMEOUT) as session:
        before = await _state(session, settings)
        for process in found:
            try:
                os.kill(process, signal.SIGHUP)
            except PermissionError:
                return "reload-not-allowed"
            except ProcessLookupError:
                return "reload-nobody"
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                while True:
                    await asyncio.sleep(_STEP)
                    now = await _state(session, settings)
                    if now.get("read") not in (None, before.get("read")):
                        return "reload-done"
                    if now.get("refused") not in (None, before.get("refused")):
                        return "reload-refused"
    return "reload-late"


async def _state(session: aiohttp.ClientSession, settings: Settings) -> dict[str, Any]:
    """What the relay says of its settings; empty while it does not answer or cannot start."""
    try:
        async with session.get(f"http://{settings.web.listen}/healthz") as response:
            health = await response.json()
        return dict(health.get("settings") or {})
    except (aiohttp.ClientError, TimeoutError, ValueError, AttributeError, TypeError):
        return {}
