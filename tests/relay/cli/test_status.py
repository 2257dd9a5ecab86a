"""`relay status` says in words what waits and since when; each line stands for itself."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from harness.running import RelayHarness, branch, relay_harness
from relayprocess import BranchTable, RelayProcess

from practice.signal_api import practice_signal
from relay.cli.status import Figures, is_well, report
from relay.language.words import Words
from relay.store.backups import BackupRow

RECIPIENT = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[RelayHarness]:
    async with relay_harness(tmp_path) as on_stage:
        on_stage.more_settings |= {
            "backup": {"folder": tmp_path / "backups", "recipient": RECIPIENT},
            "watch_ping_url": "http://127.0.0.1:9/nobody",
        }
        hackney = branch("hackney", on_stage.alex, groups=[on_stage.group("Board")])
        async with on_stage.running(hackney):
            await on_stage.settle()
            yield on_stage


async def status(on_stage: RelayHarness) -> tuple[bool, list[str]]:
    """Whether all is well, and every line."""
    async with TestClient(TestServer(on_stage.relay.web_application())) as client:
        health: dict[str, Any] = await (await client.get("/healthz")).json()
        figures = Figures.read(await (await client.get("/metrics")).text())
    lines = list(report(Words(), on_stage.relay.settings, health["checks"], figures))
    return is_well(health["checks"], figures), lines


async def test_all_is_well(running: RelayHarness) -> None:
    well, lines = await status(running)
    assert well
    assert lines == [
        "Store: well",
        "Disk: well",
        "Signal API: well",
        "Inbox: well",
        "No message waits to be read. None has ever come: send the bot “help”.",
        "Signal: nothing waits to be sent.",
        "There is no backup yet. The first is made by itself.",
        "A service outside will soon hear how the relay is.",
    ]


async def test_what_waits_and_since_when(running: RelayHarness) -> None:
    store, now = running.store, running.clock.now()
    for number in range(2):
        store.inbox.accept(account="a", source="s", timestamp=number, body={}, now=now)
    for _ in range(3):
        store.outbox.queue(
            lane="signal", target="x", action="send", payload={}, priority=1, now=now
        )
    store.breakers.block("signal", cause="captcha", reason="r", now=now)
    store.backups.record(BackupRow("whole", now, "done", "f", 1))
    store.backups.record(BackupRow("whole", now, "no-room", None, 0))
    assert running.relay.ping is not None
    await running.relay.ping.ping()
    running.clock.move(timedelta(hours=5, minutes=20))
    well, lines = await status(running)
    assert not well
    assert lines[2] == ("Signal API: has not answered lately. Check that signal-cli-rest-api runs.")
    assert "2 messages wait to be read, the oldest for 5 hours." in lines
    assert "Signal: 3 things wait to be sent, the oldest for 5 hours." in lines
    [blocked] = [line for line in lines if "captcha" in line]
    assert blocked.startswith("Signal: nothing has passed for 5 hours. Signal wants a captcha:")
    [backup] = [line for line in lines if "backup" in line]
    assert backup.startswith("The last backup failed. The one before was made 5 hours ago.")
    assert any("did not take the last call" in line for line in lines)
    assert any(line.startswith("Reminders and scheduled posts are late.") for line in lines)


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (timedelta(seconds=30), "less than a minute"),
        (timedelta(seconds=61), "one minute"),
        (timedelta(minutes=119), "119 minutes"),
        (timedelta(hours=47), "47 hours"),
        (timedelta(days=2), "2 days"),
    ],
)
async def test_times_are_said_so_that_they_can_be_heard(
    running: RelayHarness, passed: timedelta, said: str
) -> None:
    await running.say(running.alex, "help")
    running.clock.move(passed)
    _, lines = await status(running)
    assert f"No message waits to be read. Signal’s side last called {said} ago." in lines


async def test_every_line_is_a_sentence_of_its_own(running: RelayHarness) -> None:
    _, lines = await status(running)
    for line in lines:
        assert "\n" not in line
        assert "  " not in line
        assert line.isprintable()


async def test_the_command_asks_the_process_that_runs(tmp_path: Path) -> None:
    async with practice_signal() as signal:
        alex = signal.new_phone("Alex Admin")
        relay = RelayProcess(
            tmp_path,
            number=signal.number,
            api_url=signal.url,
            branches=[BranchTable("hackney", (alex,))],
            secrets={"RELAY_METRICS_TOKEN": "canary-metrics-token"},
        )
        code, said = await relay.command("status")
        assert code == 1
        assert "No relay answers" in said
        await relay.start()
        await relay.ready()
        code, said = await relay.command("status")
        assert (code, said.splitlines()[0]) == (0, "The relay runs, and all is well.")
        assert "canary-metrics-token" not in said
        assert "canary-metrics-token" not in relay.log
        assert await relay.stop() == 0
