"""Alerts ring when they should, and nothing they or the dashboard read is missing."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer
from harness.running import branch, relay_harness
from prometheus_client.parser import text_string_to_metric_families

from relay.store.backups import BackupRow

DEPLOY = Path(__file__).parents[2] / "deploy"
PROMETHEUS = DEPLOY / "prometheus"
DASHBOARD = DEPLOY / "grafana" / "dashboard.json"
METRIC = re.compile(r"\b(?:relay|process)_[a-z_]+")
RECIPIENT = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
HARMLESS = {"lane", "cause", "outcome", "part", "version"}


def promtool(*arguments: str) -> subprocess.CompletedProcess[str]:
    binary = shutil.which("promtool")
    assert binary is not None, "promtool is missing: run make deploy-tools"
    command = [binary, *arguments]
    return subprocess.run(command, cwd=PROMETHEUS, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "rules", "--lint-fatal", "alerts.yml"),
        ("check", "config", "--lint-fatal", "prometheus.yml"),
        ("test", "rules", "alerts.test.yml"),
    ],
)
def test_promtool_finds_no_fault(arguments: tuple[str, ...]) -> None:
    result = promtool(*arguments)
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_alert_is_tested_to_ring() -> None:
    rules = (PROMETHEUS / "alerts.yml").read_text(encoding="utf-8")
    tests = (PROMETHEUS / "alerts.test.yml").read_text(encoding="utf-8")
    alerts = set(re.findall(r"- alert: (\w+)", rules))
    rung = set(re.findall(r"alertname: (\w+)\n +exp_alerts:\n +- exp_labels", tests))
    assert alerts
    assert alerts == rung


def expressions() -> Iterator[str]:
    for line in (PROMETHEUS / "alerts.yml").read_text(encoding="utf-8").splitlines():
        if line.strip().startswith("expr:"):
            yield line.partition("expr:")[2]
    board = json.loads(DASHBOARD.read_text(encoding="utf-8"))
    for panel in board["panels"]:
        for target in panel["targets"]:
            yield target["expr"]
    for variable in board["templating"]["list"]:
        if isinstance(variable["query"], dict):
            yield variable["query"]["query"]


def test_prometheus_can_read_every_expression_of_the_dashboard(tmp_path: Path) -> None:
    exprs = [one.replace("$job", "relay") for one in expressions() if "label_values" not in one]
    rules = [{"record": f"r:{n}", "expr": one.strip()} for n, one in enumerate(exprs)]
    file = tmp_path / "rules.yml"
    # JSON is YAML.
    file.write_text(json.dumps({"groups": [{"name": "g", "rules": rules}]}), encoding="utf-8")
    result = promtool("check", "rules", str(file))
    assert result.returncode == 0, result.stdout + result.stderr


def test_no_two_panels_lie_on_each_other() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in json.loads(DASHBOARD.read_text(encoding="utf-8"))["panels"]:
        at = panel["gridPos"]
        assert at["x"] + at["w"] <= 24
        cells = {
            (x, y)
            for x in range(at["x"], at["x"] + at["w"])
            for y in range(at["y"], at["y"] + at["h"])
        }
        assert not cells & taken, panel["title"]
        taken |= cells


async def test_everything_they_read_is_in_a_real_relays_metrics(tmp_path: Path) -> None:
    async with relay_harness(tmp_path) as on_stage:
        on_stage.more_settings |= {
            "backup": {"folder": tmp_path / "backups", "recipient": RECIPIENT},
            "watch_ping_url": "http://127.0.0.1:9/nobody",
        }
        hackney = branch("hackney", on_stage.alex, groups=[on_stage.group("Board")])
        async with on_stage.running(hackney):
            await on_stage.say(on_stage.alex, "help")
            store, now = on_stage.store, on_stage.clock.now()
            store.backups.record(BackupRow("whole", now, "done", "f", 1))
            store.breakers.block("signal", cause="captcha", reason="r", now=now)
            assert on_stage.relay.ping is not None
            await on_stage.relay.ping.ping()
            on_stage.clock.move(timedelta(seconds=1))
            async with TestClient(TestServer(on_stage.relay.web_application())) as client:
                text = await (await client.get("/metrics")).text()
    samples = [one for family in text_string_to_metric_families(text) for one in family.samples]
    shown = {sample.name for sample in samples}
    read = {name for one in expressions() for name in METRIC.findall(one)}
    assert read - shown == set()
    assert len(read) > 15
    labels = {label for sample in samples for label in sample.labels}
    assert labels <= HARMLESS
    for mark in (on_stage.alex.aci, "Alex", "Board", on_stage.signal.number):
        assert mark not in text
