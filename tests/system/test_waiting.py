"""A relay that cannot start says why, holds nothing up, and goes on by itself once it can."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from harness.running import from_bot
from proxies import holding_proxy
from relayprocess import BranchTable, MakeRelay, RelayProcess, executed, until

from practice.phones import Phone
from practice.server import PracticeSignal
from relay.language.words import Words
from relay.store.disk_space import LEAST_ROOM

TWICE = '[backup]\nfolder = "backups"\n'


@pytest.fixture
def alex(signal: PracticeSignal) -> Phone:
    """An admin."""
    return signal.new_phone("Alex")


@pytest.fixture
def relay(alex: Phone, make_relay: MakeRelay) -> RelayProcess:
    """A relay as containers and systemd start it."""
    made = make_relay([BranchTable("hackney", (alex,))])
    made.options = ("--keep-trying",)
    return made


async def test_settings_that_cannot_be_read_are_said_and_mended_without_losing_a_message(
    signal: PracticeSignal, relay: RelayProcess, alex: Phone
) -> None:
    relay.begin = executed
    right = relay.config.read_text()
    relay.config.write_text(right + TWICE + TWICE)
    async with holding_proxy(relay.port) as signal.webhook.url:
        await relay.start()
        alex.say("help")
        health = await relay.page("/healthz")
        assert health.startswith("503 ")
        [reason] = json.loads(health.splitlines()[-1])["waiting"]
        line = (right + TWICE + TWICE).splitlines().index("[backup]") + 3
        assert "relay.toml: This is not valid TOML" in reason
        assert f"line {line}" in reason
        code, said = await relay.command("status")
        assert (code, reason in said) == (2, True)
        code, said = await relay.command("check")
        assert f"line {line}" in said
        assert '"cause": "settings"' in relay.log

        relay.config.write_text(right)
        await relay.ready()
        assert (await alex.next(within=20)).text
        assert signal.webhook.forgotten == 0
        assert await relay.stop() == 0


async def test_a_setting_that_is_wrong_is_named_with_its_line(relay: RelayProcess) -> None:
    relay.config.write_text(relay.config.read_text() + "[watch]\nsilent_minuts = 30\n")
    line = len(relay.config.read_text().splitlines())
    await relay.start()
    health = await relay.page("/healthz")
    assert f"relay.toml:{line}, watch.silent_minuts: " in health
    assert "watch.silent_minutes" in health
    assert await relay.stop() == 0


async def test_without_the_option_it_ends_as_ever(relay: RelayProcess) -> None:
    relay.options = ()
    relay.config.write_text(TWICE + TWICE)
    await relay.spawn()
    assert await relay.ended() == 2


async def test_reload_looks_at_the_settings_first_and_waits_until_they_hold(
    relay: RelayProcess,
) -> None:
    # `relay reload` knows a relay by the command with which it was started.
    relay.begin = executed
    await relay.start()
    right = relay.config.read_text()
    relay.config.write_text(right + "[watch]\nsilent_minutes = 31\n")
    code, said = await relay.command("reload")
    assert (code, said) == (0, "The relay has read its settings again.\n")
    assert relay.log.count('"listening"') == 2

    relay.config.write_text(right + TWICE + TWICE)
    code, said = await relay.command("reload")
    assert code == 2
    assert "not valid TOML" in said
    assert relay.log.count('"listening"') == 2

    # Right in itself, but not while the relay runs.
    relay.config.write_text(right.replace(relay.store_path.name, "other.db"))
    code, said = await relay.command("reload")
    assert code == 1
    assert "goes on with the settings from before" in said
    code, said = await relay.command("status")
    assert code == 1
    assert "goes on with those from before" in said

    relay.config.write_text(right)
    await relay.stop()
    code, said = await relay.command("reload")
    assert (code, said) == (1, "No relay runs with these settings. Start it.\n")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, where root may make one."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    size = 2 * LEAST_ROOM
    command = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


async def test_a_full_disk_is_said_and_loses_no_message(
    signal: PracticeSignal, relay: RelayProcess, alex: Phone, small_disk: Path
) -> None:
    text = relay.config.read_text()
    relay.config.write_text(text.replace(str(relay.store_path), str(small_disk / "relay.db")))
    rest = small_disk / "rest"
    async with holding_proxy(relay.port) as signal.webhook.url:
        await relay.start()
        alex.say("help")
        await alex.next(within=20)
        await relay.idle()
        _fill(rest)
        alex.say("status 1001")
        await until(lambda: '"disk_full"' in relay.log, within=20, what="a word of the disk")
        assert '"crashed"' not in relay.log
        health = await relay.page("/healthz")
        assert health.startswith("503 ")
        assert '"disk": false' in health or "The disk is full" in health

        # The same when it is started again.
        await relay.kill()
        await relay.start()
        code, said = await relay.command("status")
        assert code == 1
        assert "The disk is full" in said or "Disk: almost full" in said

        rest.unlink()
        await relay.ready()
        await signal.signal_cli.drained()
        await relay.idle()
        answer = Words().say("number-unknown", number="1001")
        assert [message.text for message in from_bot(alex)].count(answer) == 1
        assert signal.webhook.forgotten == 0


def _fill(rest: Path) -> None:
    file = os.open(rest, os.O_WRONLY | os.O_CREAT)
    for block in (1024**2, 4096, 1):
        with suppress(OSError):
            while os.write(file, bytes(block)):
                pass
    os.close(file)
    assert shutil.disk_usage(rest.parent).free == 0
